import Engines
import Ledger
import Values

/// What happens to a request.
enum RequestEvent: String, CaseIterable, Sendable {
  case assign, reply, close
  /// The citizen writes again.
  case answer
}

/// The life cycle of a request: status × event → status. Other combinations are refused.
enum RequestLifeCycle {
  static let table: [RequestStatus: [RequestEvent: RequestStatus]] = [
    .open: [.assign: .assigned, .reply: .answered, .close: .closed, .answer: .open],
    .assigned: [
      .assign: .assigned, .reply: .answered, .close: .closed, .answer: .assigned,
    ],
    // Assigning an answered request makes it open work again, and so does the citizen's answer.
    .answered: [.assign: .assigned, .reply: .answered, .close: .closed, .answer: .open],
    .closed: [:],
  ]

  /// What staff do where a request is closed.
  static let reopening =
    "undo the closing with `change undo`, or add a new one with `request add`"

  /// The request after the event, or a refusal.
  static func after(
    _ event: RequestEvent, of row: Row<Request>, on day: CivilDate,
    remedy: String = reopening
  ) throws(RuleError) -> Row<Request> {
    let status = row[Request.status]
    guard let general = table[status]?[event] else {
      throw .refuse(
        .wrongStatus, field: "request",
        found: "\(row.phrase), \(status.rawValue) on \(row[Request.statusOn])",
        expected: "a request that is "
          + RequestStatus.allCases.filter { table[$0]?[event] != nil }.map(\.rawValue)
          .joined(separator: " or "),
        remedy: remedy)
    }
    var after = row
    // What was assigned stays with its assignee.
    let next = general == .open && row[Request.assignee] != nil ? .assigned : general
    after[Request.status] = next
    if next != status { after[Request.statusOn] = day }
    return after
  }
}
