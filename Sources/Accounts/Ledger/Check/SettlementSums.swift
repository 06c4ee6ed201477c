import Engines
import Values

/// Whether every cent of the bills and payments is in shares and applications, for the whole
/// store at once: much faster than settling each account again, which shows whose cent is wrong.
struct SettlementSums {
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  func agree() throws(StoreError) -> Bool {
    var (shares, paid, credits) = (Fingerprints(), Fingerprints(), Fingerprints())
    try connection.read(Self.bills, []) { row in
      shares.right.add(row.integer(5), under: Self.key(row, 0..<5))
      return true
    }
    try connection.read(Self.shares, []) { row in
      let (amount, open) = (row.integer(5), row.integer(6))
      shares.stored.add(amount, under: Self.key(row, 0..<5))
      let bill = Self.key(row, 0..<1)
      if !row.isNull(4) {
        // What was paid of a void bill is applied elsewhere, and nothing is open.
        paid.right.add(open, under: bill)
      } else if amount < 0 {
        credits.right.add(-amount, under: bill)
      } else {
        paid.right.add(amount - open, under: bill)
      }
      return true
    }
    try connection.read(Self.payments, []) { row in
      credits.right.add(row.integer(1), under: Self.key(row, 0..<1))
      return true
    }
    try connection.read(Self.applications, []) { row in
      let amount = row.integer(3)
      // A payment, or the bill that gives a credit.
      let source = row.isNull(0) ? 1 : 0
      credits.stored.add(amount, under: Self.key(row, source..<(source + 1)))
      if !row.isNull(2) { paid.stored.add(amount, under: Self.key(row, 2..<3)) }
      return true
    }
    return shares.agree && paid.agree && credits.agree
  }

  /// Amounts as they are stored, and as they should be.
  private struct Fingerprints {
    var stored = LinearFingerprint()
    var right = LinearFingerprint()
    var agree: Bool { stored == right }
  }

  private static func key(_ row: any BorrowedRow, _ columns: Range<Int>) -> Int {
    var hasher = Hasher()
    for column in columns { hasher.combine(row.datum(column)) }
    return hasher.finalize()
  }

  private static let bills = Statement(
    "SELECT bill, account, billed_on, due_on, voided_on, total FROM bill "
      + "WHERE voided_on IS NULL OR voided_on > billed_on")
  private static let shares = Statement(
    "SELECT bill, account, billed_on, due_on, to_on, amount, open FROM bill_share")
  private static let payments = Statement(
    "SELECT payment, amount FROM payment WHERE reversed_on IS NULL")
  private static let applications = Statement(
    "SELECT payment, credit_bill, bill, amount FROM payment_application WHERE to_on IS NULL")
}
