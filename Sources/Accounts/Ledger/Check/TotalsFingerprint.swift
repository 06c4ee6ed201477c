import Engines
import Values

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

  /// What consumption is summed by: the columns of `TotalsSQL.keys`.
  struct Key: Hashable {
    let toOn: Datum
    let code: Datum
    let unit: Datum
    let route: Datum
    let cycle: Datum
    let kind: Datum
    let estimated: Datum
  }

  mutating func add(_ key: Key, quantity: Int64, days: Int64, reads: Int64) {
    let hash = UInt64(bitPattern: Int64(key.hashValue))
    self.quantity &+= hash &* UInt64(bitPattern: quantity)
    self.days &+= hash &* UInt64(bitPattern: days)
    self.reads &+= hash &* UInt64(bitPattern: reads)
  }
}
