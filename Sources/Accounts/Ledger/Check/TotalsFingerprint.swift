import Engines

/// A number for rows of totals that is the same however they are cut and in whatever order they
/// come: each figure times the hash of its key, added up. Grouping by the keys would sort all
/// consumption, which takes longer than all other checks of it.
///
/// Hashes have a new seed in each process, so two sides that differ look alike by chance once in
/// about 2^54 times.
struct TotalsFingerprint: Equatable {
  private var quantity: UInt64 = 0
  private var days: UInt64 = 0
  private var reads: UInt64 = 0

  /// - Parameter row: the seven columns of `TotalsSQL.keys`, then quantity, days and reads.
  mutating func add(_ row: any BorrowedRow) {
    var hasher = Hasher()
    for column in 0..<6 {
      let text = row.text(column)
      hasher.combine(text.count)
      hasher.combine(bytes: UnsafeRawBufferPointer(text))
    }
    hasher.combine(row.integer(6))
    let hash = UInt64(bitPattern: Int64(hasher.finalize()))
    quantity &+= hash &* UInt64(bitPattern: row.integer(7))
    days &+= hash &* UInt64(bitPattern: row.integer(8))
    reads &+= hash &* UInt64(bitPattern: row.integer(9))
  }
}
