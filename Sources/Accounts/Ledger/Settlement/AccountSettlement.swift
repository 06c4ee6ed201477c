import Engines
import Values

/// Applies an account's payments to its bills, event by event. On its day, a payment pays the bill
/// that it names, then what its customers owe, the oldest due date first; the rest is credit, and
/// pays their next bill. A reversal opens what the payment had paid, and credit closes it again.
/// What was paid of a bill that is voided is credit from that day.
/// A customer's payment pays another customer's share only if it names the bill.
struct AccountSettlement {
  let account: AccountNumber
  let holders: AccountHolders
  /// All shares that may be open.
  var shares: [Row<BillShare>]
  /// All applications that may change; one without an amount is none.
  private(set) var applications: [Row<PaymentApplication>]
  private(set) var last: SettlementPlace?
  private(set) var greatestNumber: Int64
  var payments: [Int64: Row<Payment>] = [:]
  /// Applications of each payment.
  private(set) var ofPayment: [Int64: [Int]] = [:]
  /// Applications of each bill below zero.
  private(set) var ofCreditBill: [BillNumber: [Int]] = [:]
  /// Applications that pay each bill.
  private(set) var paying: [BillNumber: [Int]] = [:]
  /// Shares of each bill.
  private(set) var ofBill: [BillNumber: [Int]] = [:]
  var open: OpenShares
  /// Applications that may be credit, the oldest first, and the first of them that is.
  var credits: [Int] = []
  var firstCredit = 0

  /// - Parameters:
  ///   - shares: those that are open, where the account was settled up to `last`; those of a bill by number.
  ///   - credits: its credit, by number, and `payments` those that it comes from.
  init(
    _ account: AccountNumber, _ holders: AccountHolders, shares: [Row<BillShare>] = [],
    credits: [Row<PaymentApplication>] = [], payments: [Row<Payment>] = [],
    upTo last: SettlementPlace? = nil, greatestNumber: Int64 = 0
  ) {
    self.account = account
    self.holders = holders
    self.shares = shares
    applications = credits
    self.last = last
    self.greatestNumber = greatestNumber
    for payment in payments { self.payments[payment[Payment.payment]] = payment }
    for index in shares.indices { ofBill[shares[index][BillShare.bill], default: []].append(index) }
    open = OpenShares(shares)
    self.credits = credits.indices.sorted { credits[$0].isOlder(than: credits[$1]) }
  }

  /// - Parameter events: in order, after those that are settled.
  mutating func settle(_ events: [SettlementEvent]) {
    for event in events {
      switch event.kind {
      case .bill(let shares): add(shares, on: event.day)
      case .payment(let payment): post(payment, on: event.day)
      case .reversal(let payment):
        takeBack(ofPayment[payment[Payment.payment]] ?? [], on: event.day)
      case .void(let bill): void(bill[Bill.bill], on: event.day)
      }
      last = event.place
    }
  }

  private mutating func add(_ new: [Row<BillShare>], on day: CivilDate) {
    for share in new {
      let index = shares.count
      shares.append(share)
      ofBill[share[BillShare.bill], default: []].append(index)
      if share[BillShare.amount] < .zero {
        let credit = addCredit(
          .zero - share[BillShare.amount], share[BillShare.cid], on: day,
          bill: share[BillShare.bill])
        spend(credit, on: day, .credit)
      } else {
        open.add(index, shares)
        close(index, on: day)
      }
    }
  }

  private mutating func post(_ payment: Row<Payment>, on day: CivilDate) {
    payments[payment[Payment.payment]] = payment
    let credit = addCredit(
      payment[Payment.amount], payment[Payment.cid] ?? holders.debtor(on: day), on: day,
      payment: payment[Payment.payment])
    if let bill = payment[Payment.bill] {
      for index in ofBill[bill] ?? [] { apply(credit, to: index, on: day, .named) }
    }
    spend(credit, on: day, .oldestDue)
  }

  /// Ends what is paid with the money, and opens what it had paid.
  mutating func takeBack(_ money: [Int], on day: CivilDate) {
    var opened: [Int] = []
    for index in money where applications[index].stands {
      let row = applications[index]
      if let bill = row[PaymentApplication.bill],
        let share = ofBill[bill]?.first(where: {
          shares[$0][BillShare.number] == row[PaymentApplication.share]
        })
      {
        shares[share][BillShare.open] += row[PaymentApplication.amount]
        opened.append(share)
        open.reopen(share, shares)
      }
      end(index, on: day)
    }
    opened.sort { shares[$0].isDue(before: shares[$1]) }
    for share in opened { close(share, on: day) }
  }

  mutating func apply(
    _ credit: Int, to share: Int, on day: CivilDate, _ rule: ApplicationRule
  ) {
    let index = credits[credit]
    let row = applications[index]
    let amount = min(row[PaymentApplication.amount], shares[share][BillShare.open])
    guard amount > .zero else { return }
    let rest = row[PaymentApplication.amount] - amount
    end(index, on: day)
    var paid = row
    paid[PaymentApplication.bill] = shares[share][BillShare.bill]
    paid[PaymentApplication.share] = shares[share][BillShare.number]
    paid[PaymentApplication.cid] = shares[share][BillShare.cid]
    paid[PaymentApplication.amount] = amount
    paid[PaymentApplication.rule] = rule
    paid[PaymentApplication.fromOn] = day
    _ = add(paid)
    shares[share][BillShare.open] = shares[share][BillShare.open] - amount
    guard rest > .zero else { return }
    var remaining = row
    remaining[PaymentApplication.amount] = rest
    remaining[PaymentApplication.fromOn] = day
    credits[credit] = add(remaining)
  }

  /// Answers its place among the credits.
  private mutating func addCredit(
    _ amount: Money, _ cid: CustomerID?, on day: CivilDate, payment: Int64? = nil,
    bill: BillNumber? = nil
  ) -> Int {
    var row = Row<PaymentApplication>()
    row[PaymentApplication.account] = account
    row[PaymentApplication.payment] = payment
    row[PaymentApplication.creditBill] = bill
    row[PaymentApplication.cid] = cid
    row[PaymentApplication.amount] = amount
    row[PaymentApplication.rule] = .credit
    row[PaymentApplication.postedOn] = day
    row[PaymentApplication.fromOn] = day
    credits.append(add(row))
    return credits.count - 1
  }

  mutating func add(_ row: Row<PaymentApplication>) -> Int {
    greatestNumber += 1
    applications.append(row)
    applications[applications.count - 1][PaymentApplication.number] = greatestNumber
    if let payment = row[PaymentApplication.payment] {
      ofPayment[payment, default: []].append(applications.count - 1)
    } else if let bill = row[PaymentApplication.creditBill] {
      ofCreditBill[bill, default: []].append(applications.count - 1)
    }
    if let bill = row[PaymentApplication.bill] {
      paying[bill, default: []].append(applications.count - 1)
    }
    return applications.count - 1
  }

  /// An application that was in effect for no day never existed.
  mutating func end(_ index: Int, on day: CivilDate) {
    if applications[index][PaymentApplication.fromOn] == day {
      applications[index][PaymentApplication.amount] = .zero
    } else {
      applications[index][PaymentApplication.toOn] = day
    }
  }
}
