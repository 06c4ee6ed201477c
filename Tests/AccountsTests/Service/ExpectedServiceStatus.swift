import Accounts

@testable import Ledger
@testable import Values

extension ServiceStatus {
  /// A service's status on a day, written without SQL. `suspensions` are the service's own. Bills are not
  /// looked at.
  static func of(
    _ service: Row<Service>, suspensions: [Row<Suspension>], on day: CivilDate
  ) -> ServiceStatus {
    func hasCome(_ date: CivilDate?) -> Bool { date.map { $0 <= day } ?? false }
    if hasCome(service[Service.cancelledOn]) { return .cancelled }
    if hasCome(service[Service.stopOn]) {
      return hasCome(service[Service.finalBilledOn]) ? .finalBilled : .stopped
    }
    if !hasCome(service[Service.startOn]) { return .pendingStart }
    if suspensions.contains(where: { $0.days.contains(day) }) { return .suspended }
    return service[Service.stopOn] == nil ? .active : .pendingStop
  }
}
