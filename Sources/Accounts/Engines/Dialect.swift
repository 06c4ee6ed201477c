/// Where the engines' SQL differs.
package protocol Dialect: Sendable {
  /// Replaces the words in braces in a migration by the engine's own.
  func migration(_ sql: String) -> String
  /// `YYYY-MM` of a date column or expression.
  func month(_ date: String) -> String
  /// `YYYY` of a date column or expression.
  func year(_ date: String) -> String
  /// The first day of the month after that of a date column or expression.
  func monthAfter(_ date: String) -> String
  /// The day that is a number of days after a date column or expression.
  func day(_ date: String, plus days: String) -> String
  /// The days from one date column or expression to another.
  func days(_ from: String, _ to: String) -> String
  /// The moment that is a number of minutes after a timestamp column or expression.
  func moment(_ timestamp: String, plusMinutes minutes: Int64) -> String
  /// A mark for a date where the engine cannot tell its type from what is around it.
  var dateMark: String { get }
  /// The type of a date column.
  var dateType: String { get }
  /// An integer as the text that the journal keeps a key as.
  func key(_ integer: String) -> String
  /// True where `text` holds `?`, whatever the case of letters.
  func contains(_ text: String) -> String

  /// A name as it is sorted: without regard to case and accents.
  func foldedName(_ text: String) -> String

  // The engine's own index of words: the table search_words.
  /// The column that numbers a record's words.
  var documentKey: String { get }
  /// The numbers, as `doc`, of records that meet the first `?`, which `wordQuery` makes, from the
  /// second to before the third.
  var documentsMeetingWords: String { get }
  /// Where a store's own tables are, and where temporary ones are.
  var storedSchema: String { get }
  var temporarySchema: String { get }
  /// Records that hold of every group one word; words are letters and digits alone.
  func wordQuery(_ words: [[String]]) -> String
  var emptyWords: String { get }
  /// Before and after very many records are added.
  var beginWords: String { get }
  var endWords: String { get }
}
