@testable import Portal
@testable import Ledger
@testable import Engines
import Accounts
import Testing

@testable import Rules
@testable import Values

/// What must hold of bills and payments whatever happens, in whatever order.
@Suite("What is owed and paid", .onBothEngines)
struct LedgerTests {
  @Test("no order of bills, posts and reversals loses a penny", arguments: UInt64(1)...20)
  func anyOrder(seed: UInt64) throws {
    let counter = try BillCounter(seed: seed, office: .smallCity())
    try counter.work(steps: 40)
    for day in ["2026-01-15", "2026-02-10", "2026-03-10", "2026-05-01"] {
      try counter.compare(on: try CivilDate(day))
    }
  }

  @Test(
    "money goes to the bill it is for, then to what is due first, then to credit",
    arguments: [
      // Payments as bill:amount; bills are B1 (10.00, due 03-20) and B2 (20.00, due 03-10).
      (["B1:10"], "B1 0.00 B2 20.00", "20.00", "2026-03-10"),
      ([":15"], "B1 10.00 B2 5.00", "15.00", "2026-03-10"),
      ([":20"], "B1 10.00 B2 0.00", "10.00", "2026-03-20"),
      (["B1:12.50"], "B1 0.00 B2 17.50", "17.50", "2026-03-10"),
      (["B2:20", ":10.01"], "B1 0.00 B2 0.00", "-0.01", nil),
      ([], "B1 10.00 B2 20.00", "30.00", "2026-03-10"),
    ] as [([String], String, String, String?)])
  func order(_ payments: [String], _ open: String, _ balance: String, _ due: String?) throws {
    let office = try Office.smallCity(on: "2026-03-01")
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "amount": "10", "due": "2026-03-20"])
    try office.run(
      AddBill.self, ["bill": "B2", "account": "500", "amount": "20", "due": "2026-03-10"])
    for payment in payments {
      let parts = payment.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      try office.run(
        PostPayment.self, ["account": "500", "bill": parts[0], "amount": parts[1]])
    }
    let ledger = Ledger(asOf: office.store.today, dialect: office.store.connection.dialect)
    var bills: [String] = []
    try office.store.each(
      sql: "SELECT bill, open FROM \(ledger.bills.sql) b ORDER BY bill", ledger.bills.arguments
    ) { row in
      bills += [row.datum(0).description, Money(row.datum(1)).description]
      return true
    }
    #expect(bills.joined(separator: " ") == open)
    let sums = try office.sums(of: "500")
    #expect(sums.balance.description == balance)
    #expect(sums.dueOn?.description == due)
  }

  @Test("as of a day before, later bills, payments and reversals do not count")
  func asOf() throws {
    let office = try Office.smallCity(on: "2026-03-10")
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "amount": "30", "on": "2026-02-01"])
    try office.run(
      PostPayment.self, ["account": "500", "amount": "30", "on": "2026-02-10"])
    try office.run(
      ReversePayment.self, ["payment": "1", "on": "2026-02-20", "reason": "bounced"])
    let balances = try ["2026-01-31", "2026-02-01", "2026-02-10", "2026-02-19", "2026-02-20"].map {
      try office.sums(of: "500", on: CivilDate($0)).balance.description
    }
    #expect(balances == ["0.00", "30.00", "0.00", "0.00", "30.00"])
  }
}

/// What the ledger says of one account.
struct AccountSums {
  var balance = Money.zero
  var amountDue = Money.zero
  var credit = Money.zero
  var dueOn: CivilDate?
}

extension Office {
  func sums(of account: String, on day: CivilDate? = nil) throws -> AccountSums {
    let ledger = Ledger(
      asOf: day ?? store.today, of: try AccountNumber(account), dialect: store.connection.dialect
    ).accounts
    var sums = AccountSums()
    try store.each(
      sql: "SELECT balance, amount_due, credit, due_on FROM \(ledger.sql) b", ledger.arguments
    ) { row in
      sums = AccountSums(
        balance: Money(row.datum(0)), amountDue: Money(row.datum(1)), credit: Money(row.datum(2)),
        dueOn: CivilDate?(row.datum(3)))
      return false
    }
    return sums
  }
}
