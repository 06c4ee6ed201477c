import Ledger
import Values

/// A read that was voided as wrong would come back with a file that has grown by a row.
extension Books {
  /// A void read that has the values of a new one; nil if there is none, or if a read that counts has them.
  func voided(like read: NewRead) throws(RuleError) -> ChainRead? {
    guard repeats.compares else { return nil }
    let meter = read.meter[Meter.meter]
    guard let last = try latestReads(of: meter).first, last.on >= read.on else { return nil }
    let same = try rows(Read.onDay, meter, read.on).map(ChainRead.init)
      .filter { read.isSame(as: $0) }
    return same.contains { $0.state != .void } ? nil : same.last
  }
}
