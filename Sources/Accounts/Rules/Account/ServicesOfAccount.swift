import Engines
import Ledger
import Values

/// Services of an account by their types.
struct ServicesOfAccount {
  let groups: [AccountServices]

  /// All that the account has had.
  init(_ account: Row<Account>, in books: Books) throws(RuleError) {
    let rows = try books.rows(Service.ofAccount, account[Account.account])
    try self.init(rows, of: account, in: books)
  }

  /// Those in force on a day or later.
  init(_ account: Row<Account>, onOrAfter day: CivilDate, in books: Books) throws(RuleError) {
    let rows = try books.rows(Service.inForce, account[Account.account], onOrAfter: day)
    try self.init(rows, of: account, in: books)
  }

  private init(
    _ rows: [Row<Service>], of account: Row<Account>, in books: Books
  ) throws(RuleError) {
    var groups: [AccountServices] = []
    for code in Set(rows.map { $0[Service.code] }).sorted() {
      guard let type = try books.find(ServiceType.self, code) else { continue }
      groups.append(AccountServices(of: type, on: account, among: rows))
    }
    self.groups = groups
  }

  /// Services that are not canceled, grouped by type.
  func notCancelled(
    where holds: (Row<Service>) -> Bool
  ) -> [(group: AccountServices, service: Row<Service>)] {
    groups.flatMap { group in group.notCancelled.filter(holds).map { (group, $0) } }
  }
}

/// One reading given for the whole account.
struct AccountReading {
  let reading: Quantity
  /// The metered service that it is for.
  let service: Int64

  /// Refuses where it is unclear which meter was read.
  init?(
    _ reading: Quantity?, for services: [(group: AccountServices, service: Row<Service>)],
    of account: Row<Account>, remedy: String
  ) throws(RuleError) {
    guard let reading else { return nil }
    let metered = services.filter { $0.group.type[ServiceType.isMetered] }
    guard let first = metered.first else {
      throw .refuse(
        .notMetered, field: "reading",
        found: "a reading for \(account.phrase), which has no metered service on that day",
        expected: "no reading", remedy: "leave out the reading")
    }
    guard metered.count == 1 else {
      let names = metered.map { $0.group.type[ServiceType.name].text }
      throw .refuse(
        .ambiguous, field: "reading",
        found: "one reading for \(names.joined(separator: ", ")) on \(account.phrase)",
        expected: "one metered service", remedy: remedy)
    }
    self.reading = reading
    service = first.service[Service.id]
  }
}

extension AccountReading? {
  func reading(for service: Row<Service>) -> Quantity? {
    self.flatMap { $0.service == service[Service.id] ? $0.reading : nil }
  }
}
