package import Accounts

extension Page {
  /// A bill's face, its lines and its payments, as of a day.
  package static func bill(_ number: BillNumber, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let bill = try books.known(Bill.self, number)
    let cid = try customers(of: bill, on: store, asOf: day)
    return Page(
      title: "Bill \(number)",
      sections: [
        .fields(
          try face(of: bill, cid, books) + transfer(bill, books)
            + balance(owed(of: bill, .all, on: store, asOf: day))),
        .table(try store.table("lines", title: "Lines", lines(of: number), limit: 1000)),
        .table(
          try store.table(
            "owed_by", title: "Owed by", shares(of: number, asOf: day, store.dialect), limit: 100)),
        .table(
          try store.table(
            "payments", title: "Payments on this bill", .applications(bill: number), limit: 1000)),
      ] + contact("To pay", store.settings))
  }

  /// A bill as a citizen sees it: only the shares for days on which the customer of one of the user's links was
  /// responsible, and the payments on them.
  package static func portalBill(
    _ number: BillNumber, of user: Row<User>, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    let books = store.books()
    let bill = try books.find(Bill.self, number)
    let sight = bill.map { PortalVisibility(user: user[User.id], account: $0[Bill.account]) }
    guard let bill, let sight,
      let cid = try sight.debtor(of: number, on: day, store)
    else {
      throw Rejection(
        .notFound, field: "bill",
        found: "no bill \(number) of an account that the user is linked to",
        expected: "a bill listed by `portal show`", remedy: "see `portal show ACCOUNT`")
    }
    // A bill with a future date is shown as it will be then.
    let owed = try owed(
      of: bill, .linked(user: sight.user, account: sight.account), on: store,
      asOf: max(day, bill[Bill.billedOn]))
    let lines = try sight.lines(of: bill, asOf: day, on: store)
    return Page(
      title: "Bill \(number)",
      sections: [
        .fields(
          try face(of: bill, PageValue(cid, .text), books, total: owed?.total ?? .null)
            + balance(owed)),
        .table(try store.table("lines", title: "Lines", lines, limit: 1000)),
        .table(
          try store.table(
            "payments", title: "Payments on this bill",
            .applications(bill: number).narrowed(sight.applications)
              .narrowed(PortalVisibility.current(on: day))
              .only(["posted", "amount", "method", "reference"]), limit: 1000)),
      ] + contact("To pay", store.settings))
  }

  /// - Parameter total: the part of the bill's total that is shown; nil for all of it.
  private static func face(
    of bill: Row<Bill>, _ cid: PageValue, _ books: Books, total: Datum? = nil
  ) throws -> [PageField] {
    let account = try books.known(Account.self, bill[Bill.account])
    let location = try books.find(Location.self, account[Account.location])
    return [
      PageField("service_address", label: "Service location", .text(location?.address ?? "")),
      account.field(Account.location, "Location"),
      PageField(
        "route", label: "Route", PageValue(location?[Location.route].datum ?? .null, .text)),
      bill.field(Bill.bill, "Bill number"),
      PageField("cid", label: "Customer #", cid),
      bill.field(Bill.account, "Account #"), bill.field(Bill.billedOn, "Date"),
      bill.field(Bill.dueOn, "Due date"),
      PageField("total", label: "Total due", PageValue(total ?? bill[Bill.total].datum, .money)),
      bill.field(Bill.voidedOn, "Voided"), bill.field(Bill.voidReason, "Reason for voiding"),
    ]
  }

  /// The transferred balance that the bill is part of.
  private static func transfer(_ bill: Row<Bill>, _ books: Books) throws -> [PageField] {
    let transfer = try TransferredBalance(of: bill, in: books)
    return [
      PageField(
        "transfer", label: "Transferred balance", transfer.map { .text($0.phrase) } ?? .null)
    ]
  }

  /// The customers who owe it.
  private static func customers(
    of bill: Row<Bill>, on store: Store, asOf day: CivilDate
  ) throws -> PageValue {
    var cids: [String] = []
    try store.each(
      sql: """
        SELECT cid FROM bill_share s WHERE bill = ? AND cid IS NOT NULL \
        AND \(isOwed(store.dialect)) ORDER BY number
        """,
      [bill[Bill.bill].datum, day.datum]
    ) { row in
      cids.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return .list(cids)
  }

  /// What debtors owe of a bill; nil if they have no share of it.
  private static func owed(
    of bill: Row<Bill>, _ debtors: Ledger.Debtors, on store: Store, asOf day: CivilDate
  ) throws -> OwedOfBill? {
    let ledger = Ledger(
      asOf: day, of: bill[Bill.account], debtors, dialect: store.dialect
    ).bills
    return try store.first(
      "SELECT b.total, b.paid, b.open, b.last_posted FROM \(ledger.sql) b WHERE b.bill = ?",
      ledger.arguments + [bill[Bill.bill].datum]
    ).map { OwedOfBill(total: $0[0], paid: $0[1], open: $0[2], lastPosted: $0[3]) }
  }

  private static func balance(_ owed: OwedOfBill?) -> [PageField] {
    [
      PageField("paid", label: "Sum of payments", PageValue(owed?.paid ?? .null, .money)),
      PageField("open", label: "Open", PageValue(owed?.open ?? .null, .money)),
      PageField("last_posted", label: "Last posted", PageValue(owed?.lastPosted ?? .null, .date)),
    ]
  }

  /// SQL: share `s` is valid on a day. A bill that was void on the day has no such shares.
  private static func isOwed(_ dialect: any Dialect) -> String {
    DayInterval.sql(isOpenOn: dialect.dateMark, of: "s")
  }

  private static func shares(
    of bill: BillNumber, asOf day: CivilDate, _ dialect: any Dialect
  ) -> Report {
    Report(
      "owed by",
      columns: [
        Report.Column("cid", of: BillShare.cid, "s", title: "CID"),
        Report.Column("name", of: Customer.name, "c"),
        Report.Column("from", of: BillShare.fromOn, "s"),
        Report.Column("amount", of: BillShare.amount, "s"),
        Report.Column("open", Ledger.open(of: "s", on: "'\(day)'"), .money),
      ], from: "bill_share s LEFT JOIN customer c ON c.cid = s.cid",
      where: [
        Report.Condition("s.bill = ?", [bill.datum]),
        Report.Condition(isOwed(dialect), [day.datum]),
      ], orderBy: ["s.number"])
  }

  /// - Parameter amount: SQL for the amount of a line `l` that is shown.
  static func lines(of bill: BillNumber, amount: String = "l.amount") -> Report {
    Report(
      "lines",
      columns: [
        Report.Column("number", of: BillLine.number, "l"),
        Report.Column("code", of: BillLine.code, "l"),
        Report.Column("service", of: ServiceType.name, "t"),
        Report.Column("from", of: BillLine.fromOn, "l"),
        Report.Column("to", of: BillLine.toOn, "l"),
        Report.Column("amount", amount, .money),
      ], from: "bill_line l LEFT JOIN service_type t ON t.code = l.code",
      where: [Report.Condition("l.bill = ?", [bill.datum])], orderBy: ["l.number"])
  }
}

/// What debtors owe of a bill, and what was paid of it.
private struct OwedOfBill {
  let total: Datum
  let paid: Datum
  let open: Datum
  let lastPosted: Datum
}
