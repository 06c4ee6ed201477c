import Engines
import Values

extension Store {
  /// Goes over the whole store as of one moment: storage, journal, and every rule that
  /// the operations keep. Findings are told as they come.
  /// - Parameter rights: what the roles of a server should have; nil if that is not compared.
  /// - Parameter step: is called now and then with what was looked at, and how much.
  package func check(
    _ scope: CheckScope = .all, rights: Rights? = nil,
    step: (CheckStep) throws -> Void = { _ in },
    _ report: (Finding) throws -> Void
  ) throws -> CheckSummary {
    try withoutActuallyEscaping(report) { report in
      try reading { try checkAsItStands(scope, rights, CountedFindings(report), step) }
    }
  }

  private func checkAsItStands(
    _ scope: CheckScope, _ rights: Rights?, _ findings: CountedFindings,
    _ step: (CheckStep) throws -> Void
  ) throws -> CheckSummary {
    var summary = CheckSummary(journal: .empty)
    let tell = findings.tell
    var (journal, accounts, meters) = (JournalReport.empty, Int64(0), Int64(0))
    do {
      try check(scope, rights, &journal, &accounts, &meters, tell, step)
    } catch let error as StoreError where error.kind == .corrupt || error.kind == .incomplete {
      try tell(damage("store", error.message))
    }
    try findings.finish()
    summary.errors = findings.errors
    summary.warnings = findings.warnings
    summary.journal = journal
    summary.accounts = accounts
    summary.meters = meters
    return summary
  }

  private func check(
    _ scope: CheckScope, _ rights: Rights?, _ journal: inout JournalReport,
    _ accounts: inout Int64, _ meters: inout Int64,
    _ tell: (Finding) throws -> Void, _ step: (CheckStep) throws -> Void
  ) throws {
    guard try hasAllTables(tell) else { return }
    try checkSchema(rights, tell)
    let worker = AccountsWorker(beside: self, scope)
    defer { worker?.giveUp() }
    // The other thread's work is part of it.
    func pass(_ part: String, _ done: Int64) throws {
      try step(CheckStep(part: part, done: Int(done) + (worker?.seen ?? 0)))
    }
    journal = try verifyJournal { try pass("journal", $0) }
    let lines = journal.rows
    try pass("storage", lines)
    try connection.eachFault(inReferencesOf: scope.referring(EntityCatalogue.tables)) { fault in
      try tell(damage(fault.place, fault.what, fault.remedy))
    }
    if let fault = journal.fault {
      try tell(
        Finding(
          rule: .journal, severity: .error, record: "change \(fault.change)", what: fault.what,
          remedy: "compare with a backup; see `change verify`"))
    }
    meters = try checkMeters(scope, tell) { try pass("meters", lines + $0) }
    let others = lines + meters
    accounts =
      try worker?.tell(tell, waiting: { try pass("accounts", others) })
      ?? checkAccountsAndMoney(scope, tell) { try pass("accounts", others + $0) }
  }

  /// Answers how many accounts there are.
  /// - Parameter passing: receives how many of them were looked at.
  func checkAccountsAndMoney(
    _ scope: CheckScope, _ tell: (Finding) throws -> Void, passing: (Int64) throws -> Void
  ) throws -> Int64 {
    let scope = try SettlementSums(connection).agree() ? scope : .all
    let accounts = try checkAccounts(scope, tell, passing)
    for finding in try strays() + missingMarks() + wrongBounces() { try tell(finding) }
    try checkSearchIndex(scope, tell)
    try checkBills(tell)
    try look(for: .eftOutlived, asOf: today) { problem in
      try tell(
        Finding(
          rule: .eftOutlives, severity: .warning, record: problem.record, what: problem.found,
          remedy: "end them with `\(problem.fix)`"))
    }
    return accounts
  }

  private func damage(_ record: String, _ what: String, _ remedy: String? = nil) -> Finding {
    let backup =
      "restore a backup "
      + (connection.login == nil ? "with `store restore`" : "of the database, made with pg_dump")
    return Finding(
      rule: .storage, severity: .error, record: record, what: what, remedy: remedy ?? backup)
  }

  /// What is missing cannot be looked at.
  private func hasAllTables(_ tell: (Finding) throws -> Void) throws -> Bool {
    let missing = try Migration.tables.filter { try !connection.hasTable($0) }
    for table in missing {
      try tell(damage("store", "the table \(table) is missing"))
    }
    return try missing.isEmpty && hasAllColumns(tell)
  }

  /// A server's own catalogue keeps its columns; there a viewer may not see all of them.
  private func hasAllColumns(_ tell: (Finding) throws -> Void) throws -> Bool {
    guard connection.login == nil else { return true }
    var isWhole = true
    for table in EntityCatalogue.tables {
      let columns = table.columns.map(\.name).joined(separator: ", ")
      do {
        try connection.each(once: "SELECT \(columns) FROM \(table.name) LIMIT 0", []) { _ in true }
      } catch let error as StoreError where error.kind == .incomplete {
        isWhole = false
        try tell(damage("store", error.message))
      }
    }
    return isWhole
  }

  private func checkAccounts(
    _ scope: CheckScope, _ tell: (Finding) throws -> Void, _ passing: (Int64) throws -> Void
  ) throws -> Int64 {
    let rows = KeyedRows(connection)
    var totals = TotalsCheck(connection)
    var count: Int64 = 0
    var pages = rows.pages(of: Account.account)
    while let numbers = try pages.next() {
      try goOn()
      if scope.takes(page: pages.number) { try checkAccounts(numbers, rows, &totals, tell) }
      count += Int64(numbers.count)
      try passing(count)
    }
    try checkTotals(scope, totals, tell)
    return count
  }

  private func checkAccounts(
    _ numbers: [AccountNumber], _ rows: KeyedRows, _ totals: inout TotalsCheck,
    _ tell: (Finding) throws -> Void
  ) throws {
    let today = today
    var holders: [AccountNumber: AccountHolders] = [:]
    for history in try AccountHistory.load(numbers, rows) {
      for finding in history.errors() + history.emptyResponsibilities() { try tell(finding) }
      for finding in history.warnings(on: today) { try tell(finding) }
      holders[history.account[Account.account]] = AccountHolders(history.responsibilities)
    }
    try totals.add(holders, tell)
    try checkSettlements(of: numbers, holders, tell)
  }

  private func checkMeters(
    _ scope: CheckScope, _ tell: (Finding) throws -> Void, _ passing: (Int64) throws -> Void
  ) throws -> Int64 {
    let rows = KeyedRows(connection)
    var count: Int64 = 0
    var pages = rows.pages(of: Meter.meter)
    while let serials = try pages.next() {
      try goOn()
      count += Int64(serials.count)
      if scope.takes(page: pages.number) {
        for history in try MeterHistory.load(serials, rows) {
          for finding in history.errors() { try tell(finding) }
          for finding in history.warnings() { try tell(finding) }
        }
      }
      try passing(count)
    }
    return count
  }

  /// Rows that no foreign key holds to their record.
  private func strays() throws -> [Finding] {
    var found: [Finding] = []
    try connection.each(Self.strayMerges, []) { row in
      found.append(
        Finding(
          rule: .merge, severity: .error,
          record: "customer \(String(decoding: row.text(0), as: UTF8.self))",
          what: "merged into \(String(decoding: row.text(1), as: UTF8.self)), "
            + "which is not another customer of the store",
          remedy: "see `customer show`"))
      return true
    }
    return try found + halfMerges()
  }

  private static let strayMerges = Statement(
    """
    SELECT c.cid, c.merged_into FROM customer c \
    LEFT JOIN customer other ON other.cid = c.merged_into \
    WHERE c.merged_into IS NOT NULL AND (other.cid IS NULL OR other.cid = c.cid) \
    ORDER BY c.cid
    """)
}
