import Engines
import Values

/// What a query does with columns of days. SQLite keeps days as texts: a number is less than each of them,
/// and + and - take their years alone. All of that gives an answer, and a wrong one.
extension ComparedColumns {
  /// - Parameter areTexts: whether days are texts to the engine.
  func refuseDays(areTexts: Bool) throws(StoreError) {
    for place in words.indices {
      if let day = dayWithoutQuotes(at: place) {
        let found = words[place...].prefix(5).joined()
        throw Self.fault("\(found) is a calculation, and not a day", likely: day.description)
      }
      if areTexts { try refuseLooseCall(at: place) }
    }
    let days = dayColumns
    for place in words.indices where days.contains(words[place]) {
      let operand = operand(at: place)
      let beside = [word(operand.lowerBound - 1), word(operand.upperBound + 1)]
      if areTexts { try refuseArithmetic(operand, beside, with: words[place]) }
      // A server counts the days itself.
      guard areTexts || beside.allSatisfy({ $0 != "+" && $0 != "-" }) else { continue }
      for literal in literals(comparedWith: operand) {
        try refuse(literal, comparedWith: words[place], areTexts: areTexts)
      }
    }
  }

  /// `2026-10-01` or `10/1/2026`.
  private func dayWithoutQuotes(at place: Int) -> CivilDate? {
    let sign = word(place + 1)
    guard sign == "-" || sign == "/", word(place + 3) == sign, word(place - 1) != "." else {
      return nil
    }
    let parts = [0, 2, 4].map { word(place + $0) }
    let numbers = parts.compactMap { Self.isNumber($0) ? Int($0) : nil }
    guard numbers.count == 3, parts[sign == "-" ? 0 : 2].count == 4,
      sign == "/" || parts[1].count + parts[2].count > 2
    else { return nil }
    return sign == "-"
      ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
      : CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
  }

  /// `date('10/1/2026')` is nothing.
  private func refuseLooseCall(at place: Int) throws(StoreError) {
    guard ["date", "datetime", "julianday", "unixepoch"].contains(word(place)),
      word(place + 1) == "("
    else { return }
    let found = word(place + 2)
    let text = Self.text(found) ?? (word(place + 3) == ")" ? found : "")
    guard CivilDate(iso: String(text.prefix(10))) == nil,
      let plain = Self.eightDigits(text)?.description ?? Self.text(found).flatMap(PlainForm.of)
    else { return }
    let quote = found == text ? "" : "'"
    throw Self.fault("\(word(place))() does not take \(found)\(quote)", likely: plain)
  }

  static let textCalls = Set(
    "strftime substr substring upper lower trim ltrim rtrim replace printf format concat"
      .split(separator: " ").map(String.init))

  /// `strftime('%Y', billed_on) = 2026`: to SQLite any text is more than any number.
  func numberBesideText() -> (number: String, call: String)? {
    for place in words.indices where Self.textCalls.contains(word(place)) {
      guard let end = closing(of: place + 1) else { continue }
      let text = widened(place...end) { $0.count > 1 || !Self.isNumber(word($0.lowerBound)) }
      for expression in [text] + uses(of: text) where isWhole(expression) {
        let literals = literals(comparedWith: expression)
        if let found = literals.first(where: { Self.isNumber(word($0)) }) {
          return (number(at: found), word(place))
        }
      }
    }
    return nil
  }

  /// The number there with its sign and decimals.
  private func number(at place: Int) -> String {
    (isSigned(place) ? word(place - 1) : "") + word(place)
      + (word(place + 1) == "." ? "." + word(place + 2) : "")
  }

  private func refuseArithmetic(
    _ operand: ClosedRange<Int>, _ beside: [String], with column: String
  ) throws(StoreError) {
    let call = word(operand.lowerBound - 2)
    if beside == ["(", ")"], ["avg", "sum", "total"].contains(call) {
      throw StoreError(
        .badQuery, "\(column) is a day, of which \(call)() takes the year alone",
        remedy: "use min(\(column)) and max(\(column)), or avg(julianday(\(column)))")
    }
    guard beside.contains("+") || beside.contains("-") else { return }
    throw StoreError(
      .badQuery, "\(column) is a day, of which + and - take the year alone",
      remedy: "use date(\(column), '+30 days') for a later day, and "
        + "julianday(LATER) - julianday(EARLIER) for the days between two")
  }

  private func refuse(
    _ literal: Int, comparedWith column: String, areTexts: Bool
  ) throws(StoreError) {
    let text = Self.text(word(literal))
    let value = text ?? number(at: literal)
    if text == "" {
      throw StoreError(
        .badQuery, "\(column) is compared with '', and a day that is missing is NULL",
        remedy: "use \(column) IS NULL or \(column) IS NOT NULL")
    }
    // A server knows words, such as 'today'.
    guard text == nil || areTexts || value.first?.isNumber == true,
      text == nil || CivilDate(iso: value) == nil
    else { return }
    let found = text.map { "'\($0)'" } ?? value
    throw Self.fault(
      "\(found) is compared with \(column), and is not a day",
      likely: Self.eightDigits(value)?.description ?? text.flatMap(PlainForm.of))
  }

  /// The column with its table, alone, as the first or last of its days, or in date().
  func operand(at place: Int) -> ClosedRange<Int> {
    widened((word(place - 1) == "." ? place - 2 : place)...place, mayBeDay)
  }

  /// The places of numbers and texts that it is compared with.
  private func literals(comparedWith operand: ClosedRange<Int>) -> [Int] {
    var (before, next) = (operand.lowerBound - 1, operand.upperBound + 1)
    while Self.signs.contains(word(before)) { before -= 1 }
    while Self.signs.contains(word(next)) { next += 1 }
    var found: [Int] = []
    if before < operand.lowerBound - 1 { found.append(before) }
    if next > operand.upperBound + 1 { found.append(isSigned(next + 1) ? next + 1 : next) }
    if word(next) == "is" { found.append(next + (word(next + 1) == "not" ? 2 : 1)) }
    if word(next) == "not" { next += 1 }
    if word(next) == "between" {
      found.append(next + 1)
      if let and = (next + 2...next + 4).first(where: { word($0) == "and" }) {
        found.append(and + 1)
      }
    }
    if word(next) == "in" { found += list(at: next + 1) }
    found += cases(of: operand) + partners(of: operand)
    return found.filter(isLiteral)
  }

  /// The places of the elements of `(1, 2)`.
  private func list(at start: Int) -> [Int] {
    guard word(start) == "(" else { return [] }
    var places: [Int] = []
    var place = start + 1
    while isLiteral(place), [",", ")"].contains(word(place + 1)) {
      places.append(place)
      guard word(place + 1) == "," else { break }
      place += 2
    }
    return places
  }

  /// A number or text that nothing is made of.
  func isLiteral(_ place: Int) -> Bool {
    guard Self.isNumber(word(place)) || Self.text(word(place)) != nil else { return false }
    let (before, next) = (isSigned(place) ? "(" : word(place - 1), word(place + 1))
    return (before == "(" || !Self.operators.contains(before))
      && (next == ")" || !Self.operators.contains(next))
  }

  private func isSigned(_ place: Int) -> Bool {
    ["+", "-"].contains(word(place - 1)) && Self.signs.contains(word(place - 2))
  }

  static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy(isDigit)
  }

  static func text(_ word: String) -> String? {
    word.hasPrefix("'") ? String(word.dropFirst()) : nil
  }

  private static func eightDigits(_ text: String) -> CivilDate? {
    guard text.count == 8, isNumber(text) else { return nil }
    return CivilDate(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  static func fault(_ words: String, likely: String?) -> StoreError {
    let plain = likely ?? Kind.day.example
    let isNumber = Double(plain) != nil
    return StoreError(
      .badQuery, words,
      remedy: likely == nil
        ? "write a day in quotes, e.g. '\(plain)'"
        : "write \(isNumber ? plain : "'\(plain)'") instead")
  }
}
