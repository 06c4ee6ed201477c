/// The services of one type on one account.
struct AccountServices {
  let account: Row<Account>
  let type: Row<ServiceType>
  /// In the order of their starts.
  let all: [Row<Service>]

  var standing: [Row<Service>] { all.filter { $0[Service.cancelledOn] == nil } }

  /// `WATER on account 2000001`.
  var words: String { "\(type[ServiceType.name]) on account \(account[Account.account])" }

  /// `2000001 WATER`, as a command names it.
  var commandWords: String { "\(account[Account.account]) \(type[ServiceType.code])" }

  /// The service that began last before a day, whether it still runs or not.
  func begun(before day: CivilDate) throws(Stop) -> Row<Service> {
    if let service = standing.last(where: { $0[Service.startOn] < day }) { return service }
    guard let next = standing.first else { throw missing() }
    let start = next[Service.startOn]
    throw .refuse(
      .dateOrder, field: "on", found: "\(day); \(words) starts on \(start)",
      expected: "a day after \(start)",
      mend: "name a later day; a start that has not come is taken back with "
        + "`service cancel \(commandWords)`, one that has with `change undo`")
  }

  /// The service that runs on a day.
  func running(on day: CivilDate) throws(Stop) -> Row<Service> {
    if let service = standing.first(where: { $0.days.contains(day) }) { return service }
    guard let near = standing.last(where: { $0[Service.startOn] <= day }) ?? standing.first
    else { throw missing() }
    throw .refuse(
      .notActive, field: "on", found: "\(words), \(near.days)",
      expected: "a day on which it runs", mend: "name another day, or see `service list`")
  }

  func missing() -> Stop {
    .refuse(
      .notActive, field: "service", found: "no \(words)",
      expected: "a service that the account has",
      mend: "see `service list`, or start it with `service start \(commandWords)`")
  }
}

extension Books {
  func services(of type: Row<ServiceType>, on account: Row<Account>) throws(Stop) -> AccountServices
  {
    let code = type[ServiceType.code]
    let rows = try rows(Service.ofAccount, account[Account.account])
    return AccountServices(
      account: account, type: type, all: rows.filter { $0[Service.code] == code })
  }
}
