package import Values

/// The keys of a loop over pages of rows. In a store that is damaged they may not ascend, and a loop
/// that goes on after the last one would never end.
package struct AscendingKeys {
  private let table: String
  package private(set) var last: Datum?

  package init(of table: String) { self.table = table }

  package mutating func pass(_ key: Datum) throws(StoreError) {
    if let last, key <= last { throw .disordered(table, key, after: last) }
    last = key
  }
}

extension StoreError {
  /// - Parameter last: the key before, which should be on the other side.
  package static func disordered(_ table: String, _ key: Datum, after last: Datum) -> StoreError {
    StoreError(
      .corrupt,
      "the store is damaged: in \(table), the key \(key) follows \(last)",
      remedy: "run `ubadmin store check`, then restore a backup with `ubadmin store restore FILE`")
  }
}
