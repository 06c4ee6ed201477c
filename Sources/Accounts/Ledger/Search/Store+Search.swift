import Engines
package import Values

/// A record that a search found.
package struct SearchHit: Sendable, Equatable {
  package let kind: SearchKind
  /// What commands know it by.
  package let id: String
  package let name: String
  package let detail: String
  package let phone: String?
  package let email: String?
  /// The numbers of the accounts that it belongs to.
  package let accounts: [String]
  /// Those that it belonged to, the latest first.
  package let former: [FormerAccount]
  /// A letter of the words is another one in the record.
  package let isGuess: Bool
}

/// An account that a record belonged to.
package struct FormerAccount: Sendable, Equatable {
  package let account: String
  /// The first day without it.
  package let until: CivilDate

  /// `2000089 until 2024-01-27`
  package var text: String { "\(account) until \(until)" }
}

extension Store {
  /// Records that contain every word, the best first. Correct even if the index is out of date.
  /// - Parameter limit: how many are wanted; one more tells that there are more.
  package func search(
    _ text: String, kinds: [SearchKind] = SearchKind.allCases, limit: Int
  ) throws -> [SearchHit] {
    try search(text, kinds: kinds, limit: limit, lookedAt: SearchRun.lookedAt)
  }

  /// The same with fewer records in which words only begin alike, for completion.
  func quickSearch(
    _ text: String, kinds: [SearchKind] = SearchKind.allCases, limit: Int
  ) throws -> [SearchHit] {
    try search(text, kinds: kinds, limit: limit, lookedAt: limit * 2)
  }

  /// Records whose columns hold the words as they are typed, without the index.
  func plainSearch(_ text: String, kinds: [SearchKind], limit: Int) throws -> [SearchHit] {
    try search(text, kinds: kinds, limit: limit, lookedAt: limit * 2, isPlain: true)
  }

  private func search(
    _ text: String, kinds: [SearchKind], limit: Int, lookedAt: Int, isPlain: Bool = false
  ) throws -> [SearchHit] {
    try reading {
      try engine.preferIndexes()
      for query in SearchQuery.readings(of: text) {
        var search = try SearchRun(
          query, kinds: kinds, enough: limit, lookedAt: lookedAt, isPlain: isPlain,
          isWithinChange: lookedAt == SearchRun.lookedAt && open?.isEmpty == false,
          on: connection)
        try search.run()
        guard !search.found.isEmpty else { continue }
        return try search.found.prefix(limit).compactMap {
          try SearchHit(
            $0.record, isGuess: $0.rank.match == .slip, asOf: today, from: connection)
        }
      }
      return []
    }
  }
}
