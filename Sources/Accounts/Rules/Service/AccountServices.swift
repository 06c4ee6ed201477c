import Engines
import Ledger
import Values

/// The services of one type on one account.
struct AccountServices {
  package let account: Row<Account>
  let type: Row<ServiceType>
  /// In order of their start dates.
  let all: [Row<Service>]

  /// - Parameter services: of the account, of any type.
  init(of type: Row<ServiceType>, on account: Row<Account>, among services: [Row<Service>]) {
    self.account = account
    self.type = type
    all = services.filter { $0[Service.code] == type[ServiceType.code] }
  }

  var notCancelled: [Row<Service>] { all.filter { $0[Service.cancelledOn] == nil } }

  /// `WATER on account 2000001`.
  var phrase: String { "\(type[ServiceType.name]) on account \(account[Account.account])" }

  /// `service stop 2000001 WATER`
  func command(
    _ name: String, options: KeyValuePairs<String, (any CustomStringConvertible)?> = [:]
  ) -> SuggestedCommand {
    SuggestedCommand(name, [account[Account.account], type[ServiceType.code]], options: options)
  }

  /// The last service that started before a day, running or stopped.
  func begun(before day: CivilDate) throws(RuleError) -> Row<Service> {
    if let service = notCancelled.last(where: { $0[Service.startOn] < day }) { return service }
    guard let next = notCancelled.first else { throw missing() }
    let start = next[Service.startOn]
    throw .refuse(
      .dateOrder, field: "on", found: "\(day); \(phrase) starts on \(start)",
      expected: "a day after \(start)",
      remedy: "use a later date; cancel a pending start with "
        + "\(run: command("service cancel")), undo a past one with `change undo`")
  }

  /// The service that runs on a day.
  func running(on day: CivilDate) throws(RuleError) -> Row<Service> {
    if let service = notCancelled.first(where: { $0.days.contains(day) }) { return service }
    guard let near = notCancelled.last(where: { $0[Service.startOn] <= day }) ?? notCancelled.first
    else { throw missing() }
    throw .refuse(
      .notActive, field: "on", found: "\(phrase), \(near.days)",
      expected: "a day on which it is active", remedy: "use another date, or see `service list`")
  }

  func missing() -> RuleError {
    .refuse(
      .notActive, field: "service", found: "no \(phrase)",
      expected: "a service on the account",
      remedy: "see `service list`, or start it with \(run: command("service start"))")
  }
}

extension Books {
  /// Those in force on a day or later.
  func services(
    of type: Row<ServiceType>, on account: Row<Account>, onOrAfter day: CivilDate
  ) throws(RuleError) -> AccountServices {
    let rows = try rows(Service.inForce, account[Account.account], onOrAfter: day)
    return AccountServices(of: type, on: account, among: rows)
  }

  func services(of type: Row<ServiceType>, on account: Row<Account>) throws(RuleError)
    -> AccountServices
  {
    let rows = try rows(Service.ofAccount, account[Account.account])
    return AccountServices(of: type, on: account, among: rows)
  }
}
