@testable import Portal
@testable import Ledger
@testable import Engines
import Accounts
import Testing

@testable import Rules
@testable import Values

/// Bills, posts and reversals at random on two accounts, with a plain reckoning beside the store's.
final class BillCounter {
  /// A bill as it was entered.
  private struct Entered {
    let bill: String
    let account: String
    let on: CivilDate
    let due: CivilDate
    var total: Int64
  }

  /// A payment as it was entered.
  private struct Paid {
    let account: String
    let bill: String?
    let on: CivilDate
    let amount: Int64
    var reversed: CivilDate?

    func counts(on day: CivilDate) -> Bool { on <= day && reversed.map { $0 > day } ?? true }
  }

  private let office: Office
  private var numbers: SeededNumbers
  private var bills: [Entered] = []
  private var payments: [Paid] = []

  init(seed: UInt64, office: Office) throws {
    numbers = SeededNumbers(seed: seed)
    self.office = office
    try office.openSecond()
  }

  func work(steps: Int) throws {
    for _ in 0..<steps {
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0..<4: try bill()
      case 4..<8: try pay()
      default: try reverse()
      }
    }
  }

  private func day() -> CivilDate {
    CivilDate(daysSince1970: 20_454 + Int32.random(in: 0..<120, using: &numbers))
  }

  private func bill() throws {
    if let index = bills.indices.randomElement(using: &numbers), Bool.random(using: &numbers) {
      let amount = Int64.random(in: -500...5000, using: &numbers)
      let cells = [
        "bill": bills[index].bill, "account": bills[index].account,
        "amount": Money(units: amount).description,
      ]
      if try !office.run(AddBill.self, cells).isUnchanged { bills[index].total += amount }
      return
    }
    let on = day()
    let new = Entered(
      bill: "B\(bills.count)", account: Bool.random(using: &numbers) ? "500" : "600", on: on,
      due: on.adding(days: Int.random(in: 0...40, using: &numbers)),
      total: Int64.random(in: -2000...9000, using: &numbers))
    try office.run(
      AddBill.self,
      [
        "bill": new.bill, "account": new.account, "on": "\(new.on)", "due": "\(new.due)",
        "amount": Money(units: new.total).description,
      ])
    bills.append(new)
  }

  private func pay() throws {
    let bill = Bool.random(using: &numbers) ? bills.randomElement(using: &numbers) : nil
    let new = Paid(
      account: bill?.account ?? (Bool.random(using: &numbers) ? "500" : "600"), bill: bill?.bill,
      on: day(), amount: Int64.random(in: 1...8000, using: &numbers))
    var cells = [
      "account": new.account, "on": "\(new.on)", "amount": Money(units: new.amount).description,
    ]
    cells["bill"] = new.bill
    try office.run(PostPayment.self, cells)
    payments.append(new)
  }

  private func reverse() throws {
    guard let index = payments.indices.randomElement(using: &numbers),
      payments[index].reversed == nil
    else { return }
    let on = payments[index].on.adding(days: Int.random(in: 0...30, using: &numbers))
    try office.run(
      ReversePayment.self, ["payment": "\(index + 1)", "on": "\(on)", "reason": "bounced"])
    payments[index].reversed = on
  }

  /// The store's answers against those that a pile of pennies gives.
  func compare(on day: CivilDate) throws {
    for account in ["500", "600"] {
      let sums = try office.sums(of: account, on: day)
      let own = bills.filter { $0.account == account && $0.on <= day }
      let paid = payments.filter { $0.account == account && $0.counts(on: day) }
      let balance = own.reduce(0) { $0 + $1.total } - paid.reduce(0) { $0 + $1.amount }
      #expect(sums.balance.units == balance)
      #expect(sums.amountDue - sums.credit == sums.balance)
      #expect(sums.amountDue == .zero || sums.credit == .zero)
      let ledger = Ledger(
        asOf: day, of: try AccountNumber(account), dialect: office.store.connection.dialect
      ).bills
      var rows: [(bill: String, total: Int64, paid: Int64, open: Int64)] = []
      try office.store.each(
        sql: "SELECT bill, total, paid, open FROM \(ledger.sql) b ORDER BY due_on, bill",
        ledger.arguments
      ) { row in
        rows.append(
          (row.datum(0).description, row.integer(1), row.integer(2), row.integer(3)))
        return true
      }
      #expect(Set(rows.map(\.bill)) == Set(own.map(\.bill)))
      for row in rows { #expect(row.paid + row.open == row.total && row.open >= 0) }
      #expect(rows.reduce(0) { $0 + $1.open } == sums.amountDue.units)
      #expect(rows.map(\.open) == open(own, until: day, of: account))
    }
  }

  /// What stays open of each bill, reckoned day by day.
  private func open(_ own: [Entered], until last: CivilDate, of account: String) -> [Int64] {
    var purses: [(payment: Int?, rest: Int64)] = []
    var paid: [(payment: Int?, bill: String, amount: Int64)] = []
    var rests: [String: Int64] = [:]
    let bills = own.sorted { ($0.due, $0.bill) < ($1.due, $1.bill) }
    func spend(_ bill: String) {
      // What names the bill stands in the row with the others, by age.
      for index in purses.indices {
        let taken = min(purses[index].rest, rests[bill] ?? 0)
        guard taken > 0 else { continue }
        purses[index].rest -= taken
        rests[bill, default: 0] -= taken
        paid.append((purses[index].payment, bill, taken))
      }
    }
    var day = CivilDate(daysSince1970: 20_400)
    while day <= last {
      for bill in own.filter({ $0.on == day }).sorted(by: { $0.bill < $1.bill }) {
        if bill.total < 0 {
          purses.append((nil, -bill.total))
          for open in bills where rests[open.bill] != nil { spend(open.bill) }
        } else {
          rests[bill.bill] = bill.total
          spend(bill.bill)
        }
      }
      for (index, payment) in payments.enumerated()
      where payment.account == account && payment.on == day && payment.reversed != day {
        purses.append((index, payment.amount))
        if let bill = payment.bill, rests[bill] != nil {
          let others = purses.dropLast()
          purses = Array(purses.suffix(1))
          spend(bill)
          purses = others + purses
        }
        for open in bills where rests[open.bill] != nil { spend(open.bill) }
      }
      for (index, payment) in payments.enumerated()
      where payment.account == account && payment.reversed == day && payment.on != day {
        for part in paid where part.payment == index { rests[part.bill, default: 0] += part.amount }
        paid.removeAll { $0.payment == index }
        purses.removeAll { $0.payment == index }
        for open in bills where rests[open.bill] != nil { spend(open.bill) }
      }
      day = day.adding(days: 1)
    }
    return bills.map { rests[$0.bill] ?? 0 }
  }
}
