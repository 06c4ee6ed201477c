import Engines
package import Ledger
package import Values

/// Cancels a pending start or stop.
package struct CancelService: Operation {
  package static let name = OperationName("service", "cancel")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].services
  package static let fields = ServiceWords.fields + [stop.info, ServiceFields.reason.info]

  static let stop = Field<YesNo>.option("stop", "cancel the stop instead of the start")

  let service: ServiceWords
  let isStop: Bool
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    isStop = try input[Self.stop]?.isYes ?? false
    reason = try input[ServiceFields.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    return isStop ? try cancelStop(services, books) : try cancelStart(services, books)
  }

  private func cancelStart(_ services: AccountServices, _ books: Books) throws(RuleError) -> Effect
  {
    let near = services.notCancelled.last
    if let near, near[Service.startOn] > books.today {
      try books.cancel(near, reason: reason)
      return Effect(
        "\(services.phrase), which was to start on \(near[Service.startOn]), canceled")
    }
    if let gone = services.all.last, let day = gone[Service.cancelledOn] {
      return Effect("\(services.phrase) is unchanged: canceled on \(day)")
    }
    guard let near else { throw services.missing() }
    let remedy =
      switch near[Service.stopOn] {
      case nil: "stop it with \(run: services.command("service stop")), or "
      case let stop? where stop > books.today:
        "cancel its stop with \(run: services.command("service cancel", options: ["stop": "yes"])), or "
      case .some: ""
      }
    throw .refuse(
      .notActive, field: "service", found: "\(services.phrase), \(near.days)",
      expected: "a pending start", remedy: remedy + "undo a mistake with `change undo`")
  }

  private func cancelStop(_ services: AccountServices, _ books: Books) throws(RuleError) -> Effect {
    guard let last = services.notCancelled.last else { throw services.missing() }
    let pending = services.notCancelled.first {
      $0[Service.stopOn].map { $0 > books.today } ?? false
    }
    let service = pending ?? last
    guard let stop = service[Service.stopOn] else {
      return Effect("\(services.phrase) is unchanged: no stop is set")
    }
    try check(service, stop, services, today: books.today)
    try books.checkReads(of: service, until: nil)
    var after = service
    after[Service.stopOn] = nil
    after[Service.stopReason] = nil
    books.update(service, to: after)
    try books.returnMeters(to: after, from: stop)
    return Effect("stop of \(services.phrase) on \(stop) canceled")
  }

  private func check(
    _ service: Row<Service>, _ stop: CivilDate, _ services: AccountServices, today: CivilDate
  ) throws(RuleError) {
    guard stop > today else {
      throw .refuse(
        .notActive, field: "stop", found: "\(services.phrase), \(service.days)",
        expected: "a pending stop",
        remedy: "start it again with \(run: services.command("service start")), "
          + "or undo a mistake with `change undo`")
    }
    if let closed = services.account[Account.closedOn] {
      throw .refuse(
        .closed, field: "account",
        found: "account \(services.account[Account.account]), which closes on \(closed)",
        expected: "an open account",
        remedy: "undo the closing with `change undo`, or change its date with `account close`")
    }
    if let next = services.notCancelled.first(where: { $0[Service.startOn] >= stop }) {
      throw .refuse(
        .periodOverlaps, field: "stop",
        found: "\(services.phrase), which starts again on \(next[Service.startOn])",
        expected: "no later start", remedy: "cancel that start first")
    }
  }
}

extension Books {
  /// Cancels a pending start.
  func cancel(_ pending: Row<Service>, reason: Remark?) throws(RuleError) {
    let start = pending[Service.startOn]
    try checkReads(of: pending, until: start.adding(days: -1))
    var after = pending
    after[Service.cancelledOn] = today
    if let reason { after[Service.stopReason] = reason }
    update(pending, to: after)
    try removeMeters(of: pending, on: start)
  }
}
