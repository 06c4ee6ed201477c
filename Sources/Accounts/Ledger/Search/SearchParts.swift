import Engines
import Values

/// The dictionary of the index: words by any part of them.
struct SearchParts {
  package let connection: any Connection

  /// A word cut in two; the part begins at its start (then the head is empty) or within it.
  struct Row: Hashable {
    let part: String
    let head: String
  }

  /// Words of letters are found at every letter; numbers, of which each is another, at every second
  /// alone, and a part that begins between is found by what follows.
  static func rows(of word: String) -> [Row] {
    let letters = word.unicodeScalars
    let isNumber = word.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let step = isNumber ? 2 : 1
    let least = WordMatch.shortestPart(of: letters)
    let shortest = isNumber ? max(1, least - 1) : least
    var rows = [Row(part: word, head: "")]
    var place = step
    while letters.count - place >= shortest {
      rows.append(
        Row(part: String(letters.dropFirst(place)), head: String(letters.prefix(place))))
      place += step
    }
    return rows
  }

  /// Words of the index, and whether they are all that there are.
  struct Found {
    var words: Set<String> = []
    var isWhole = true
  }

  func beginning(with word: String) throws -> Found {
    var found = Found()
    try add("part >= ? AND part < ? AND head = ''", Self.range(word), to: &found)
    return found
  }

  func holding(_ word: String) throws -> Found {
    let letters = word.unicodeScalars
    guard letters.count >= WordMatch.shortestPart(of: letters), let first = letters.first else {
      return Found()
    }
    var found = Found()
    try add("part >= ? AND part < ?", Self.range(word), to: &found)
    if letters.count == 1 { return found }
    try add(
      "part >= ? AND part < ? AND substr(head, length(head), 1) = ?",
      Self.range(String(letters.dropFirst())) + [.text(String(first))], to: &found)
    return found
  }

  func oneSlip(from word: String) throws -> Found {
    var found = Found()
    let length = word.unicodeScalars.count
    guard length >= WordMatch.shortestSlip, length <= Self.longestSlip else { return found }
    let neighbours = WordMatch.neighbours(of: word).sorted()
    for some in neighbours.chunks(of: Self.askedTogether) {
      let marks = some.map { _ in "?" }.joined(separator: ", ")
      try add("head = '' AND part IN (\(marks))", some.map { .text($0) }, to: &found)
    }
    return found
  }

  private static let longestSlip = 24
  private static let askedTogether = 500
  /// More words than this are too many to look each of them up.
  private static let most = 300

  private static func range(_ word: String) -> [Datum] {
    [.text(word), .text(word + "\u{10FFFF}")]
  }

  private func add(_ condition: String, _ arguments: [Datum], to found: inout Found) throws {
    let sql = "SELECT part, head FROM search_part WHERE \(condition) LIMIT \(Self.most + 1)"
    var count = 0
    try connection.each(once: sql, arguments) { row in
      count += 1
      let part = String(decoding: row.text(0), as: UTF8.self)
      found.words.insert(String(decoding: row.text(1), as: UTF8.self) + part)
      return true
    }
    if count > Self.most { found.isWhole = false }
  }
}
