import Engines
import Values

/// One search: candidates from the index and from what it has not seen yet, each looked at as it
/// stands in the store.
struct SearchRun {
  private let connection: any Connection
  private let index: SearchIndex
  private let kinds: [SearchKind]
  private let query: SearchQuery
  private let enough: Int
  private let lookedAt: Int
  private let isPlain: Bool
  /// The journal, and so the index, does not have yet what an open change has written.
  private let isWithinChange: Bool
  private var seen: [SearchKind: Set<String>] = [:]
  private(set) var found: [(record: SearchRecord, rank: SearchRank)] = []

  /// Records of a kind that are looked at in a step at least; more where a word is too wide for the
  /// index and nothing else was found.
  static let lookedAt = 200
  private static let lookedAtWide = 3000

  init(
    _ query: SearchQuery, kinds: [SearchKind], enough: Int, lookedAt: Int = SearchRun.lookedAt,
    isPlain: Bool = false, isWithinChange: Bool = false, on connection: any Connection
  ) throws(StoreError) {
    self.lookedAt = lookedAt
    self.isPlain = isPlain
    self.isWithinChange = isWithinChange
    self.query = query
    self.kinds = kinds
    self.enough = enough
    self.connection = connection
    index = try SearchIndex(connection)
  }

  mutating func run() throws {
    for kind in unindexed { try lookUp(kind, .start) }
    if isPlain {
      for kind in kinds where kind.isIndexed { try lookAt(kind, plainKeys(kind)) }
    } else if index.change == nil || isWithinChange {
      for kind in kinds where kind.isIndexed { try lookAtAll(kind) }
    } else {
      for (kind, keys) in try index.moved() where kinds.contains(kind) {
        try lookAt(kind, keys.sorted())
      }
      try askIndex()
    }
    if !isAnythingMeant {
      for kind in unindexed { try lookUp(kind, .slip) }
      if found.isEmpty { for kind in unindexed { try lookUp(kind, .part) } }
    }
    // A word that stands there as it is was not mistyped.
    if isAnythingMeant { found.removeAll { $0.rank.match == .slip && $0.rank.isOther } }
    found.sort { ($0.rank, $0.record.key) < ($1.rank, $1.record.key) }
  }

  private var isAnythingMeant: Bool {
    found.contains { $0.rank.match < .slip || !$0.rank.isOther }
  }

  // MARK: The index

  private mutating func askIndex() throws {
    var words = zip(query.words, query.others).map { SearchParts.Found(words: $1.union([$0])) }
    try ask(words.map { SearchParts.Found(words: Set($0.words.map(SearchRecord.titled))) })
    try ask(words)
    let parts = SearchParts(connection: connection)
    for match in [WordMatch.start, .part, .slip] where found.count < enough {
      if match == .slip, isAnythingMeant { return }
      for (place, word) in query.words.enumerated() {
        let more =
          switch match {
          case .start: try parts.beginning(with: word)
          case .part: try parts.holding(word)
          default: try parts.oneSlip(from: word)
          }
        words[place].words.formUnion(more.words)
        if !more.isWhole { words[place].isWhole = false }
      }
      try ask(words)
    }
  }

  /// Words for which the index has too many entries are checked against the records instead.
  private mutating func ask(_ words: [SearchParts.Found]) throws {
    guard found.count < enough else { return }
    let narrow = words.filter(\.isWhole)
    let asked = (narrow.isEmpty ? words : narrow).map { $0.words.sorted() }
    guard !asked.contains(where: \.isEmpty) else { return }
    // If no word is selective, the index intersects them all; while somebody types, a few hits are
    // enough.
    let isForTyping = lookedAt < Self.lookedAt && narrow.isEmpty
    let isWide = narrow.count < words.count && !isAnythingMeant && !isForTyping
    let most = isWide ? Self.lookedAtWide : max(lookedAt, enough)
    for kind in kinds where kind.isIndexed {
      try lookAt(kind, index.keys(kind, meeting: asked, most: most))
    }
  }

  // MARK: Records

  private mutating func lookAt(_ kind: SearchKind, _ keys: [String]) throws {
    let fresh = keys.filter { seen[kind, default: []].insert($0).inserted }
    for record in try SearchRecord.load(kind, fresh, from: connection) { take(record) }
  }

  private mutating func lookAtAll(_ kind: SearchKind) throws {
    try connection.each(once: SearchRecord.select(kind), []) { row in
      take(SearchRecord(kind, row))
      return true
    }
  }

  private mutating func take(_ record: SearchRecord) {
    if let rank = query.rank(record) { found.append((record, rank)) }
  }

  /// Of the records in whose columns every word is a part of some text.
  private func plainKeys(_ kind: SearchKind) throws -> [String] {
    let columns = SearchedColumn.byKind[kind, default: []].map { "coalesce(\($0.sql), '')" }
    let text = "(\(columns.joined(separator: " || ' ' || ")))"
    let test = query.words.map { _ in connection.dialect.contains(text) }
    var keys: [String] = []
    try connection.each(
      once: "SELECT \(kind.key) FROM \(kind.source) WHERE \(test.joined(separator: " AND ")) "
        + "ORDER BY \(kind.key) LIMIT \(lookedAt)", query.words.map { .text($0) }
    ) { row in
      keys.append(row.datum(0).description)
      return true
    }
    return keys
  }

  private var unindexed: [SearchKind] { kinds.filter { !$0.isIndexed } }

  /// Bills are found by their numbers alone, and payments by their references.
  private mutating func lookUp(_ kind: SearchKind, _ match: WordMatch) throws {
    guard let number = SearchedColumn.byKind[kind]?.first?.sql else { return }
    for word in query.words where word.utf8.contains(where: { $0 < UInt8(ascii: "a") }) {
      // As it may have been written.
      for text in Set([word, word.uppercased()]) {
        var condition = "\(number) >= ? AND \(number) < ?"
        var arguments: [Datum] = [.text(text), .text(text + "\u{10FFFF}")]
        if match == .part {
          condition = connection.dialect.contains(number)
          arguments = [.text(text)]
        } else if match == .slip {
          guard word.utf8.count >= WordMatch.shortestSlip, word.utf8.count < 20 else { continue }
          arguments = WordMatch.neighbours(of: word).sorted().map {
            .text(text == word ? $0 : $0.uppercased())
          }
          condition = "\(number) IN (" + arguments.map { _ in "?" }.joined(separator: ", ") + ")"
        }
        var keys: [String] = []
        try connection.each(
          once: "SELECT \(kind.key) FROM \(kind.source) WHERE \(condition) "
            + "ORDER BY \(number) LIMIT \(enough + 1)",
          arguments
        ) { row in
          keys.append(row.datum(0).description)
          return true
        }
        try lookAt(kind, keys)
      }
    }
  }
}
