import Engines
import Ledger
import Values

/// What to do with a file's row that repeats what was done to a service and has been undone since; nil if nothing was.
/// A stop counts only if a file wrote it; a start or a suspension, whoever entered it.
extension Books {
  /// A stop that was canceled since, or moved to another day.
  func leaveStopMoved(
    _ service: Row<Service>, _ phrase: String, from day: CivilDate
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile, service[Service.stopOn] != day,
      let done = try dayOfFile(
        changing: Service.self, service[Service.id], where: "1 = 1",
        writing: (name: Service.stopOn.name, value: day.datum))
    else { return nil }
    let fate = service[Service.stopOn].map { "is \($0) now" } ?? "was canceled since"
    return try leaveEnded(
      "\(phrase), whose stop on \(day), by a file of \(done), \(fate)", field: "on",
      expected: "a stop that was not changed since")
  }

  /// A start that was canceled since.
  func leaveCanceledStart(
    _ services: AccountServices, on day: CivilDate
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile,
      !services.notCancelled.contains(where: { $0[Service.startOn] == day }),
      let canceled = services.all.last(where: {
        $0[Service.startOn] == day && $0[Service.cancelledOn] != nil
      }), let on = canceled[Service.cancelledOn]
    else { return nil }
    return try leaveEnded(
      "\(services.phrase), whose start on \(day) was canceled on \(on)", field: "on",
      expected: "a start that was not canceled since")
  }

  /// A suspension that ended on its first day.
  func leaveResumed(
    _ service: Row<Service>, _ phrase: String, suspendedOn day: CivilDate
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile,
      try rows(Suspension.ofService, service[Service.id]).contains(where: {
        $0[Suspension.fromOn] == day && $0.days.isEmpty
      })
    else { return nil }
    return try leaveEnded(
      "\(phrase), suspended from \(day) and resumed the same day", field: "on",
      expected: "a service that was not resumed since")
  }
}
