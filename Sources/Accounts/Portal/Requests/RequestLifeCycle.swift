import Engines
import Ledger
import Values

/// What happens to a request.
enum RequestEvent: String, CaseIterable, Sendable {
  case assign, reply, close
}

/// The life cycle of a request: status × event → status. Other combinations are refused.
enum RequestLifeCycle {
  static let table: [RequestStatus: [RequestEvent: RequestStatus]] = [
    .open: [.assign: .assigned, .reply: .answered, .close: .closed],
    .assigned: [.assign: .assigned, .reply: .answered, .close: .closed],
    // Assigning an answered request makes it open work again.
    .answered: [.assign: .assigned, .reply: .answered, .close: .closed],
    .closed: [:],
  ]

  /// The request after the event, or a refusal.
  static func after(
    _ event: RequestEvent, of row: Row<Request>, on day: CivilDate
  ) throws(Stop) -> Row<Request> {
    let status = row[Request.status]
    guard let next = table[status]?[event] else {
      throw .refuse(
        .wrongStatus, field: "request",
        found: "\(row.words), \(status.rawValue) on \(row[Request.statusOn])",
        expected: "a request that is "
          + RequestStatus.allCases.filter { table[$0]?[event] != nil }.map(\.rawValue)
          .joined(separator: " or "),
        mend: "undo the closing with `change undo`, or add a new one with `request add`")
    }
    var after = row
    after[Request.status] = next
    if next != status { after[Request.statusOn] = day }
    return after
  }
}
