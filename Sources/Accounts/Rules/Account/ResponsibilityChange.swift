import Engines
import Ledger
import Values

/// The start or end of a customer's responsibility for an account.
struct ResponsibilityChange {
  let cid: CustomerID
  let role: ResponsibilityRole?
  /// Nil if an existing responsibility is to end.
  let from: CivilDate?
  let until: CivilDate?

  /// The first day on which others may be responsible.
  var firstDay: CivilDate { from ?? until ?? .endOfTime }

  /// Returns what was done, or nil if nothing had to change.
  package func apply(
    to account: Row<Account>, in books: Books
  ) throws(RuleError) -> (message: String?, notices: [String]) {
    _ = try books.customer(cid)
    if let from, let role {
      return (try begin(role, from: from, account, books), [])
    }
    guard let until else { return (nil, []) }
    let rows = try books.responsibilities(of: account, onOrAfter: until.adding(days: -1))
    guard let row = try current(rows, account, until: until, books) else { return (nil, []) }
    books.end(row, on: until)
    let others = rows.contains { $0 != row && $0.days.isOpen(on: until) }
    return (
      "customer \(cid) is responsible as \(row[AccountCustomer.role]) until \(until)",
      others || !account.days.isOpen(on: until)
        ? [] : ["\(account.phrase) has no responsible customer from \(until) on"]
    )
  }

  private func begin(
    _ role: ResponsibilityRole, from: CivilDate, _ account: Row<Account>, _ books: Books
  ) throws(RuleError) -> String? {
    let days = DayInterval(from: from, to: until ?? account[Account.closedOn])
    try check(days, within: account)
    let number = account[Account.account]
    let same = try books.rows(AccountCustomer.beginning, number, cid, from).first {
      $0[AccountCustomer.role] == role && !$0.days.isEmpty
    }
    if let same { return try setEnd(of: same, books) }
    if let other = try last(role, before: days.to, of: number, books), other.days.overlaps(days) {
      throw .refuse(
        .alreadyActive, field: "on", found: "\(other.phrase)",
        expected: "a period in which the customer is not already \(role)",
        remedy: "keep it, or end it first with "
          + String.run(
            "account set", account[Account.account],
            options: ["cid": cid, "role": role.rawValue, "until": "DATE"]))
    }
    try books.addResponsibility(cid, for: account, as: role, days)
    return "customer \(cid) is responsible as \(role) \(days)"
  }

  /// The responsibility exists; its end may change.
  private func setEnd(
    of same: Row<AccountCustomer>, _ books: Books
  ) throws(RuleError) -> String? {
    guard let until, same[AccountCustomer.toOn] != until else { return nil }
    let days = DayInterval(from: same[AccountCustomer.fromOn], to: until)
    let (role, account) = (same[AccountCustomer.role], same[AccountCustomer.account])
    if let other = try last(role, before: until, of: account, books), other != same,
      other.days.overlaps(days)
    {
      throw .refuse(
        .periodOverlaps, field: "until", found: "\(until); \(other.phrase)",
        expected: "\(other[AccountCustomer.fromOn]) or earlier", remedy: "")
    }
    books.end(same, on: until)
    return "customer \(cid) is responsible as \(same[AccountCustomer.role]) \(days)"
  }

  /// The customer's last responsibility in a role that begins before a day. Those before it ended
  /// when it began at the latest.
  private func last(
    _ role: ResponsibilityRole, before day: CivilDate?, of account: AccountNumber, _ books: Books
  ) throws(RuleError) -> Row<AccountCustomer>? {
    for lookup in AccountCustomer.newestOf {
      let rows = try books.rows(lookup, account, cid, day ?? CivilDate.endOfTime)
      let found = rows.first { $0[AccountCustomer.role] == role && !$0.days.isEmpty }
      if found != nil || rows.count < lookup.limit ?? .max { return found }
    }
    return nil
  }

  private func check(_ days: DayInterval, within account: Row<Account>) throws(RuleError) {
    let opened = account[Account.openedOn]
    guard opened <= days.from else {
      throw .refuse(
        .dateOrder, field: "on", found: "\(days.from); \(account.phrase) opens on \(opened)",
        expected: "\(opened) or later", remedy: "")
    }
    guard let closed = account[Account.closedOn] else { return }
    guard days.from < closed else {
      throw .refuse(
        .closed, field: "account", found: "\(account.phrase), closed on \(closed)",
        expected: "an account that is open on \(days.from)",
        remedy: "\(help: "account open") explains how to reopen it; or use an earlier date")
    }
    guard let to = days.to, to <= closed else {
      throw .refuse(
        .dateOrder, field: "until",
        found: "\(days.to ?? closed); \(account.phrase) closes on \(closed)",
        expected: "\(closed) or earlier", remedy: "")
    }
  }

  /// The responsibility that is to end; nil if it already ends on that day.
  private func current(
    _ rows: [Row<AccountCustomer>], _ account: Row<Account>, until: CivilDate, _ books: Books
  ) throws(RuleError) -> Row<AccountCustomer>? {
    let isOwn = { (row: Row<AccountCustomer>) in
      row[AccountCustomer.cid] == cid && (role == nil || row[AccountCustomer.role] == role)
    }
    let own = rows.filter(isOwn)
    let open = own.filter { $0[AccountCustomer.fromOn] < until && $0.days.isOpen(on: until) }
    guard open.count < 2 else {
      throw .refuse(
        .ambiguous, field: "role",
        found: open.map(\.phrase).joined(separator: "; "), expected: "one of these",
        remedy: "add the role")
    }
    if let row = open.first { return row }
    if own.contains(where: { $0[AccountCustomer.toOn] == until }) { return nil }
    throw .refuse(
      .notActive, field: "cid",
      found: try books.responsibilities(of: account).last(where: isOwn).map(\.phrase)
        ?? "customer \(cid), who is not responsible for \(account.phrase)",
      expected: "a customer who is responsible for it on the day before \(until)",
      remedy: "use another customer, role or date; see "
        + "\(run: "account list", options: ["cid": cid])")
  }
}
