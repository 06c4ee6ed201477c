import Engines
import Values

/// What a column or call is part of before it is compared: another call, a CASE, or one of several values.
extension ComparedColumns {
  /// Calls that answer one of their arguments.
  private static let choosing: Set = ["min", "max", "date", "coalesce", "ifnull", "nullif"]
  private static let beforeGroup: Set = [
    "", "where", "and", "or", "not", "on", "having", "when", "then", "else", "select", "(", "=",
    "<", ">",
  ]

  /// The widest expression that answers it or what `fits`, such as `coalesce(voided_on, due_on)`.
  func widened(
    _ expression: ClosedRange<Int>, _ fits: (_ other: ClosedRange<Int>) -> Bool
  ) -> ClosedRange<Int> {
    var range = expression
    while let wider = call(around: range, fits) ?? choice(around: range, fits) { range = wider }
    return range
  }

  private func call(
    around range: ClosedRange<Int>, _ fits: (ClosedRange<Int>) -> Bool
  ) -> ClosedRange<Int>? {
    guard ["(", ","].contains(word(range.lowerBound - 1)),
      [",", ")"].contains(word(range.upperBound + 1)),
      let start = opening(before: range.lowerBound), let end = closing(of: start),
      Self.choosing.contains(word(start - 1))
    else { return nil }
    // The other arguments of these two are not what they answer.
    let answersOthers = !["date", "nullif"].contains(word(start - 1))
    let starts = elements(of: start)
    let others = zip(starts, starts.dropFirst() + [end + 1]).filter { $0.0 != range.lowerBound }
    guard !answersOthers || others.allSatisfy({ $0 + 2 > $1 || fits($0...$1 - 2) }) else {
      return nil
    }
    return start - 1...end
  }

  private func choice(
    around range: ClosedRange<Int>, _ fits: (ClosedRange<Int>) -> Bool
  ) -> ClosedRange<Int>? {
    guard ["then", "else"].contains(word(range.lowerBound - 1)),
      Self.afterChoice.contains(word(range.upperBound + 1))
    else { return nil }
    var depth = 0
    let start = (0..<range.lowerBound).reversed().first { place in
      depth += word(place) == "end" ? 1 : word(place) == "case" ? -1 : 0
      return depth < 0
    }
    depth = 0
    let end = words.indices.dropFirst(range.upperBound + 1).first { place in
      depth += word(place) == "case" ? 1 : word(place) == "end" ? -1 : 0
      return depth < 0
    }
    guard let start, let end else { return nil }
    let others = (start..<end).filter {
      ["then", "else"].contains(word($0)) && $0 + 1 != range.lowerBound
    }
    return others.allSatisfy { other in
      let next = (other + 1...end).first { Self.afterChoice.contains(word($0)) } ?? end
      return next == other + 1 || fits(other + 1...next - 1)
    } ? start...end : nil
  }

  private static let afterChoice: Set = ["when", "else", "end"]

  /// Whether an expression beside a day is one, too.
  func mayBeDay(_ range: ClosedRange<Int>) -> Bool {
    let first = word(range.lowerBound)
    if range.count == 1, let text = Self.text(first) { return CivilDate(iso: text) != nil }
    return words[range].contains { ["null", "current_date", "date"].contains($0) }
      || !storedDays.isDisjoint(with: words[range])
  }

  /// The parenthesis that is open there.
  private func opening(before place: Int) -> Int? {
    var depth = 0
    return (0..<max(place, 0)).reversed().first { place in
      depth += word(place) == ")" ? 1 : word(place) == "(" ? -1 : 0
      return depth < 0
    }
  }

  /// The literals of `CASE billed_on WHEN '10/7/2026' THEN …`.
  func cases(of operand: ClosedRange<Int>) -> [Int] {
    guard word(operand.lowerBound - 1) == "case", word(operand.upperBound + 1) == "when" else {
      return []
    }
    var (depth, found) = (0, [Int]())
    for place in words.indices.dropFirst(operand.upperBound + 1) {
      if word(place) == "case" { depth += 1 }
      if word(place) == "end" { depth -= 1 }
      if depth < 0 { break }
      if depth == 0, word(place) == "when" { found.append(place + 1) }
    }
    return found
  }

  /// What `(account, billed_on) = ('2000001', '10/7/2026')` compares with the operand.
  func partners(of operand: ClosedRange<Int>) -> [Int] {
    guard ["(", ","].contains(word(operand.lowerBound - 1)),
      [",", ")"].contains(word(operand.upperBound + 1)),
      let start = opening(before: operand.lowerBound), let end = closing(of: start),
      Self.beforeGroup.contains(word(start - 1))
    else { return [] }
    let column = elements(of: start).firstIndex(of: operand.lowerBound) ?? 0
    var lists: [Int] = []
    var (before, next) = (start - 1, end + 1)
    while Self.signs.contains(word(before)) { before -= 1 }
    while Self.signs.contains(word(next)) { next += 1 }
    if before < start - 1, word(before) == ")", let other = opening(before: before) {
      lists.append(other)
    }
    if next > end + 1 { lists.append(next) }
    if word(next) == "not" { next += 1 }
    if word(next) == "in", word(next + 1) == "(" {
      lists += word(next + 2) == "values" ? rows(from: next + 3) : rows(from: next + 2)
    }
    return lists.map(elements(of:)).compactMap { $0.indices.contains(column) ? $0[column] : nil }
  }

  /// `(1, 2), (3, 4)`
  private func rows(from start: Int) -> [Int] {
    var found: [Int] = []
    var place = start
    while let end = closing(of: place) {
      found.append(place)
      place = end + 2
    }
    return found
  }

  /// Where each of the values between parentheses begins.
  private func elements(of start: Int) -> [Int] {
    guard let end = closing(of: start) else { return [] }
    let commas = (start + 1..<end).filter { word($0) == "," && opening(before: $0) == start }
    return [start + 1] + commas.map { $0 + 1 }
  }

  /// The names of columns that hold days, and those that the query gives them.
  var dayColumns: Set<String> {
    let days = storedDays
    let given = words.indices.filter { days.contains(word($0)) }.compactMap { place in
      let next = operand(at: place).upperBound + 1
      if word(next) == "as" { return word(next + 1) }
      return ["from", ","].contains(word(next + 1)) ? word(next) : nil
    }
    let others = given.filter {
      isColumn($0) || ["end", "asc", "desc", "text", ",", ")"].contains($0)
    }
    return days.union(Set(given).subtracting(others))
  }

  func isColumn(_ name: String) -> Bool {
    tables.contains { $0.columns.contains { $0.name == name } }
  }
}
