import Engines
import Values

/// What a query compares with its columns, as far as its words say. SQLite
/// compares a number or a day with any text, and finds nothing; a server refuses it in its own words.
struct ComparedColumns {
  /// What such a column holds.
  enum Kind {
    case whole, decimal, day

    init?(_ type: ColumnType, inUnits: Bool) {
      switch type {
      case .integer: self = .whole
      case .money, .quantity: self = inUnits ? .decimal : .whole
      case .date: self = .day
      default: return nil
      }
    }

    var expected: String {
      switch self {
      case .whole: "a whole number"
      case .decimal: "a number"
      case .day: "a day"
      }
    }

    var example: String { self == .day ? "2026-11-30" : "100" }

    func holds(_ text: Substring) -> Bool {
      switch self {
      case .whole: return Int64(text) != nil
      case .decimal:
        let isPlain = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        return isPlain && Double(text) != nil
      case .day: return CivilDate(iso: String(text)) != nil
      }
    }
  }

  static let signs: Set = ["=", "<", ">", "!"]
  /// Operators and parentheses, which make a column or parameter beside them part of an expression.
  static let operators: Set = ["+", "-", "*", "/", "%", "|", ":", "(", ")", "interval"]

  /// A text is one word, after its first quote.
  let words: [String]
  let tables: [(columns: [ViewedColumn], inUnits: Bool)]
  /// The names of columns that hold days.
  private(set) var storedDays: Set<String> = []

  init(_ sql: String) {
    var reader = SQLWordReader(sql, keepsTexts: true)
    let words = reader.words()
    self.words = words
    tables = Self.tables(among: words)
    let dates = tables.flatMap(\.columns).filter { $0.type == .date }.map(\.name)
    storedDays = Set(dates).filter { kind(of: $0) == .day }
  }

  /// A word after a comma may be a table or a column: `bill` is both.
  private static func tables(
    among words: [String]
  ) -> [(columns: [ViewedColumn], inUnits: Bool)] {
    func called(_ names: Set<String>) -> [(columns: [ViewedColumn], inUnits: Bool)] {
      ViewedTable.all.filter { names.contains($0.name) }.map { ($0.columns, false) }
        + QueryView.all.filter { names.contains($0.name) }.map { ($0.table.columns, true) }
    }
    func following(_ signs: Set<String>) -> Set<String> {
      Set(zip(words, words.dropFirst()).filter { signs.contains($0.0) }.map(\.1))
    }
    let sure = following(["from", "join"])
    let columns = called(sure).flatMap { $0.columns.map(\.name) }
    return called(sure.union(following([","]).subtracting(columns)))
  }

  /// - Parameter text: the parameter's value without quotes.
  func refuse(_ text: Substring, of parameter: String) throws(StoreError) {
    guard text != "NULL", let (column, kind) = comparison(of: parameter.lowercased()),
      !kind.holds(text)
    else { return }
    throw StoreError(
      .badQuery,
      "\(option: "param") \(parameter): found \(text), expected \(kind.expected), "
        + "because it is compared with \(column)",
      remedy: "e.g. \(option: "param") \(parameter)=\(kind.example)")
  }

  private func comparison(of parameter: String) -> (name: String, kind: Kind)? {
    for place in words.indices where word(place) == ":" && word(place + 1) == parameter {
      guard word(place - 1) != ":" else { continue }
      let left = leftSide(of: place, next: place + 2).flatMap(columnEnding(at:))
      for name in [left, columnAfter(place + 1)].compactMap(\.self) {
        if let kind = kind(of: name) { return (name, kind) }
      }
    }
    return nil
  }

  func word(_ place: Int) -> String { words.indices.contains(place) ? words[place] : "" }

  /// `total = '$5'` and `due_on IN ('10/1/2026')` find the wrong rows; the same text in a column of texts is one.
  func refuseLooseTexts() throws(StoreError) {
    for place in words.indices {
      guard let text = Self.text(word(place)), let plain = PlainForm.of(text) else { continue }
      guard ends(beside: place).contains(where: { isOfNumbers(endingAt: $0) }) else { continue }
      throw Self.fault("'\(text)' is compared as text, which finds the wrong rows", likely: plain)
    }
  }

  /// Where the expressions end that a literal is compared with.
  func ends(beside place: Int) -> [Int] {
    var next = place + 1
    while Self.signs.contains(word(next)) { next += 1 }
    let right = word(next + 1) == "." ? next + 2 : closing(of: next + 1) ?? next
    return [leftSide(of: place, next: place + 1), next > place + 1 ? right : nil].compactMap(\.self)
  }

  /// Whether what ends there is a column of days or numbers, or a call with one that makes no text of it.
  func isOfNumbers(endingAt end: Int, depth: Int = 3) -> Bool {
    guard word(end) == ")", let start = (0..<end).last(where: { closing(of: $0) == end }) else {
      return word(end - 1) != "|" && isOfNumbers(word(end), depth: depth)
    }
    let call = words[max(start - 1, 0)...end]
    let others = Self.textCalls.union(["cast", "to_char", "select"])
    guard others.isDisjoint(with: call) else { return false }
    return word(start - 1) == "count" || call.contains { isOfNumbers($0, depth: depth) }
  }

  private func isOfNumbers(_ name: String, depth: Int) -> Bool {
    let types = tables.flatMap { $0.columns.filter { $0.name == name }.map(\.type) }
    let given = words.indices.filter { word($0) == "as" && word($0 + 1) == name }
    guard depth > 0, !(types.isEmpty && given.isEmpty) else { return false }
    return types.allSatisfy { ![.text, .boolean, .secret].contains($0) }
      && given.allSatisfy { isOfNumbers(endingAt: $0 - 1, depth: depth - 1) }
  }

  func closing(of start: Int) -> Int? {
    guard word(start) == "(" else { return nil }
    var depth = 0
    return words.indices.dropFirst(start).first { place in
      depth += word(place) == "(" ? 1 : word(place) == ")" ? -1 : 0
      return depth == 0
    }
  }

  /// The end of the left side of `total > :min`, `due_on BETWEEN :first AND :last`, `due_on IN ('a', 'b')`.
  private func leftSide(of place: Int, next: Int) -> Int? {
    guard !Self.operators.contains(word(next)) || word(next) == ")" else { return nil }
    var end = place - 1
    if Self.signs.contains(word(end)) {
      while Self.signs.contains(word(end)) { end -= 1 }
      return end
    }
    if word(end) == "and" {
      // The first limit is a text, a number or a parameter, which is two words.
      guard let width = (1...2).first(where: { word(end - 1 - $0) == "between" }) else {
        return nil
      }
      end -= 1 + width
    }
    while word(end) == ",", isLiteral(end - 1) { end -= 2 }
    if word(end) == "(" { end -= 1 }
    guard word(end) == "between" || word(end) == "in" else { return nil }
    return word(end - 1) == "not" ? end - 2 : end - 1
  }

  private func columnEnding(at end: Int) -> String? {
    let start = word(end - 1) == "." ? end - 2 : end
    guard !Self.operators.contains(word(start - 1)) || word(start - 1) == "(" else { return nil }
    return word(end)
  }

  /// The right side of `:min < total`.
  private func columnAfter(_ end: Int) -> String? {
    guard Self.signs.contains(word(end + 1)), !Self.operators.contains(word(end - 2)) else {
      return nil
    }
    var start = end + 1
    while Self.signs.contains(word(start)) { start += 1 }
    let last = word(start + 1) == "." ? start + 2 : start
    guard !Self.operators.contains(word(last + 1)) || word(last + 1) == ")" else { return nil }
    return word(last)
  }

  /// Nil if the query gives the name to something else, or its tables do not agree.
  func kind(of name: String) -> Kind? {
    guard !words.indices.contains(where: { word($0) == "as" && word($0 + 1) == name }) else {
      return nil
    }
    let kinds = tables.flatMap { table in
      table.columns.filter { $0.name == name }.map { Kind($0.type, inUnits: table.inUnits) }
    }
    return Set(kinds).count == 1 ? kinds[0] : nil
  }
}
