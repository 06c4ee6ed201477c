import Engines
import Values

/// Something that moves money of an account. On one day bills come first, then payments, then
/// reversals, then bills that are voided; each in the order of its key.
struct SettlementEvent {
  /// What happened.
  enum Kind {
    case bill([Row<BillShare>])
    case payment(Row<Payment>)
    case reversal(Row<Payment>)
    case void(Row<Bill>)
  }

  let kind: Kind

  var day: CivilDate {
    switch kind {
    case .bill(let shares): shares[0][BillShare.billedOn]
    case .payment(let row): row[Payment.postedOn]
    case .reversal(let row): row[Payment.reversedOn] ?? row[Payment.postedOn]
    case .void(let row): row[Bill.voidedOn] ?? row[Bill.billedOn]
    }
  }

  var isOfPayment: Bool {
    switch kind {
    case .payment, .reversal: true
    case .bill, .void: false
    }
  }

  var place: SettlementPlace {
    switch kind {
    case .bill(let shares):
      SettlementPlace(day: day, rank: 0, number: 0, name: shares[0][BillShare.bill].text)
    case .payment(let row):
      SettlementPlace(day: day, rank: 1, number: row[Payment.payment], name: "")
    case .reversal(let row):
      SettlementPlace(day: day, rank: 2, number: row[Payment.payment], name: "")
    case .void(let row):
      SettlementPlace(day: day, rank: 3, number: 0, name: row[Bill.bill].text)
    }
  }
}

/// The place of an event among an account's events.
struct SettlementPlace: Comparable {
  let day: CivilDate
  let rank: Int64
  /// Of a payment.
  let number: Int64
  /// Of a bill.
  let name: String

  static func < (first: SettlementPlace, second: SettlementPlace) -> Bool {
    (first.day, first.rank, first.number, first.name)
      < (second.day, second.rank, second.number, second.name)
  }
}

extension SettlementPlace {
  init(_ row: Row<SettledAccount>) {
    let rank = row[SettledAccount.lastRank]
    let key = row[SettledAccount.lastKey]
    let isOfBill = Self.isOfBill(rank)
    self.init(
      day: row[SettledAccount.lastOn], rank: rank, number: isOfBill ? 0 : Int64(key) ?? 0,
      name: isOfBill ? key : "")
  }

  var key: String { Self.isOfBill(rank) ? name : "\(number)" }

  private static func isOfBill(_ rank: Int64) -> Bool { rank == 0 || rank == 3 }
}
