import Accounts

extension Page {
  /// What an account owes as of a day, what its bank has been asked for, and its last bills, as the portal shows them.
  static func billing(
    _ account: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> [Section] {
    let dialect = store.dialect
    var filter = Report.BillFilter()
    filter.accounts = [account]
    let bills = Report.bills(filter, asOf: day, dialect: dialect)
    return [
      try balance(account, on: store, asOf: day, try holder(of: account, on: store, day)),
      .table(try store.table("bills", title: "Last bills", bills.only(billColumns), limit: 6)),
      .table(
        try store.table(
          "automatic_payments", title: "Automatic payments",
          Report.enrollments(accounts: [account.text], asOf: day, dialect: dialect)
            .only(enrollmentColumns), limit: 3)),
    ]
  }

  /// Whose balance the account's is: the customer who holds it.
  private static func holder(
    of account: AccountNumber, on store: Store, _ day: CivilDate
  ) throws -> Ledger.Debtors {
    try store.books().debtor(of: account, on: day).map { .customer($0) } ?? .all
  }

  /// What others than the holder owe: those who left, and those who are responsible next to the holder. Nobody's
  /// credit pays what another owes.
  private static func owedByOthers(
    _ account: AccountNumber, on store: Store, asOf day: CivilDate, _ holder: Ledger.Debtors
  ) throws -> [PageField] {
    let dialect = store.dialect
    let ledger = Ledger(asOf: day, of: account, dialect: dialect).customers
    var owing = """
      SELECT amount_due, \(AgedBalances.isFormer("b", dialect)) AS former FROM \(ledger.sql) b \
      WHERE amount_due > 0
      """
    var arguments = [day.datum, day.datum] + ledger.arguments
    if case .customer(let cid) = holder {
      owing += " AND (cid IS NULL OR cid <> ?)"
      arguments.append(cid.datum)
    }
    let sums = try store.first(
      """
      SELECT CAST(SUM(CASE WHEN former THEN amount_due ELSE 0 END) AS BIGINT), \
      CAST(SUM(CASE WHEN former THEN 0 ELSE amount_due END) AS BIGINT) FROM (\(owing)) o
      """, arguments)
    func field(_ index: Int, _ name: String, _ label: String) -> PageField {
      PageField(name, label: label, PageValue(.integer(sums?[index].integer ?? 0), .money))
    }
    return [
      field(0, "previous_customers_owe", "Previous customers owe"),
      field(1, "other_customers_owe", "Other customers owe"),
    ]
  }

  /// - Parameter debtors: whose; what a linked user sees tells nothing of other customers.
  static func balance(
    _ account: AccountNumber, on store: Store, asOf day: CivilDate, _ debtors: Ledger.Debtors
  ) throws -> Section {
    let dialect = store.dialect
    let ledger = Ledger(asOf: day, of: account, debtors, dialect: dialect).accounts
    let row = try store.first(
      """
      SELECT balance, amount_due, due_on, past_due, credit, last_bill, last_posted, paid \
      FROM \(ledger.sql) b
      """, ledger.arguments)
    let drafts = try store.pendingDrafts(of: account, asOf: day, debtors)
    let underWay = drafts.reduce(Money.zero) { $0 + $1.amount }
    func field(_ index: Int, _ name: String, _ label: String, _ type: ColumnType = .money)
      -> PageField
    {
      let nothing: Datum = type == .money ? .integer(0) : .null
      return PageField(name, label: label, PageValue(row?[index] ?? nothing, type))
    }
    let owed = [
      field(0, "balance", "Current balance"), field(1, "amount_due", "Amount due"),
      field(2, "due_date", "Due date", .date), pastDue(row?[3], less: underWay),
      field(4, "credit", "Credit"),
    ]
    let history = [
      field(5, "last_bill", "Last bill", .date), field(6, "last_posted", "Last posted", .date),
      field(7, "sum_of_payments", "Sum of payments"),
    ]
    let asked =
      drafts.isEmpty
      ? []
      : [
        PageField(
          "draft_under_way", label: "Automatic payment",
          .list(drafts.map(\.phrase)))
      ]
    if case .linked = debtors { return .fields(title: "Billing", owed + asked + history) }
    return .fields(
      title: "Billing",
      owed + asked + history + (try owedByOthers(account, on: store, asOf: day, debtors)))
  }

  /// What a draft under way will pay is not past due.
  private static func pastDue(_ cents: Datum?, less underWay: Money) -> PageField {
    let owed = cents.flatMap { $0.isNull ? nil : Money($0) } ?? .zero
    let rest = owed > underWay ? owed - underWay : .zero
    return PageField("past_due", label: "Past due", PageValue(rest.datum, .money))
  }

  private static let enrollmentColumns = [
    "state", "bank-account", "type", "draft-day", "entered-on", "ends-on", "reason",
  ]

  private static let billColumns = [
    "bill", "on", "due", "total", "paid", "open", "last-posted",
  ]
}
