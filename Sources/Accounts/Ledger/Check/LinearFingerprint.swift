/// A fingerprint of amounts under keys that does not depend on how they are split or ordered: each
/// amount times the hash of its key, added up. Grouping by the keys would sort all rows, which
/// takes longer than reading them.
///
/// Hashes have a new seed in each process, so two sides that differ look alike by chance once in
/// about 2^54 times.
struct LinearFingerprint: Equatable {
  private var sum: UInt64 = 0

  mutating func add(_ amount: Int64, under hash: Int) {
    sum &+= UInt64(bitPattern: Int64(hash)) &* UInt64(bitPattern: amount)
  }
}
