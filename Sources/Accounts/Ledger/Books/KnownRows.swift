/// Rows of one place that were there before a change, e.g. the lines of a bill, by what they say.
/// Each is matched with one row of a file.
package final class KnownRows {
  /// The greatest number at the place, with what this change has added.
  package private(set) var last: Int64
  /// Whether any rows were looked at to fill the place.
  private let hasRows: Bool
  private var keys: [String: ArraySlice<String>] = [:]
  private var matched: Set<String> = []
  /// Those of the matched that were named, e.g. by a reference.
  private var named: Set<String> = []
  private var added: Int64 = 0
  private var pendingMatch: String?
  private var pendingName: String?
  private var pendingAddition: (number: Int64, words: String?)?

  /// - Parameters:
  ///   - rows: each with its key, and the words that it is found by.
  ///   - last: the greatest number at the place.
  ///   - count: how many rows were looked at. Where there are any, the place is remembered even if none of
  ///     them can be found: loading many rows again for each row of a file is slow.
  package init(
    _ rows: [(key: String, words: [String])], last: Int64 = 0, among count: Int = 0
  ) {
    self.last = last
    hasRows = count > 0
    for row in rows {
      for words in row.words { keys[words, default: []].append(row.key) }
    }
  }

  /// Whether there is nothing to remember.
  var isEmpty: Bool { keys.isEmpty && added == 0 && !hasRows }
  var hasMatched: Bool { !matched.isEmpty }

  /// The first row that one of the words finds and that no other row was matched with.
  package func first(_ words: [String]) -> String? {
    for words in words {
      while let key = keys[words]?.first, matched.contains(key) { keys[words]?.removeFirst() }
      if let key = keys[words]?.first { return key }
    }
    return nil
  }

  /// The first of those rows that passes the test.
  package func first(
    _ words: [String], where isMeant: (String) throws(RuleError) -> Bool
  ) throws(RuleError) -> String? {
    guard first(words) != nil else { return nil }
    for words in words {
      for key in keys[words] ?? [] where !matched.contains(key) {
        if try isMeant(key) { return key }
      }
    }
    return nil
  }

  package func match(_ key: String) { pendingMatch = key }

  package func isMatched(_ key: String) -> Bool { matched.contains(key) }

  /// Whether the row that it was matched with named it.
  package func isNamed(_ key: String) -> Bool { named.contains(key) }

  /// Matches a row that is named, so that nothing else is taken for it; false where another row of the
  /// file was, which did not name it.
  package func claim(_ key: String) -> Bool {
    if matched.contains(key), !named.contains(key) { return false }
    pendingName = key
    return true
  }

  /// Matches the first row that the words find; where there is none, a row will be added.
  package func matchOrAdd(_ words: String) -> String? {
    let key = first([words])
    if let key { match(key) } else { add() }
    return key
  }

  /// A row is added.
  /// - Parameters:
  ///   - number: its number at the place, where its rows have one.
  ///   - words: those that find it from then on; nil if the next such row is another one.
  package func add(_ number: Int64 = 0, words: String? = nil) {
    pendingAddition = (number, words)
  }

  func keep() {
    if let pendingMatch { matched.insert(pendingMatch) }
    if let pendingName {
      matched.insert(pendingName)
      named.insert(pendingName)
    }
    if let (number, words) = pendingAddition {
      last = max(last, number)
      added += 1
      if let words { keys[words, default: []].append("\(number)") }
    }
    drop()
  }

  /// The row was refused because it was matched: the next equal one is another.
  func keepMatch() {
    if let pendingMatch { matched.insert(pendingMatch) }
    drop()
  }

  func drop() {
    pendingMatch = nil
    pendingName = nil
    pendingAddition = nil
  }
}
