/// What happens to a request.
enum RequestEvent: String, CaseIterable, Sendable {
  case assign, reply, close
}

/// The life of a request, as a table: status × event → status. What is not in it cannot happen.
enum RequestLifeCycle {
  static let table: [RequestStatus: [RequestEvent: RequestStatus]] = [
    .open: [.assign: .assigned, .reply: .answered, .close: .closed],
    .assigned: [.assign: .assigned, .reply: .answered, .close: .closed],
    // Whoever is to look at an answered request again has it to do.
    .answered: [.assign: .assigned, .reply: .answered, .close: .closed],
    .closed: [:],
  ]

  /// The request after the event, or the refusal that says what can be done.
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
        mend: "take the closing back with `change undo`, or add a new one with `request add`")
    }
    var after = row
    after[Request.status] = next
    if next != status { after[Request.statusOn] = day }
    return after
  }
}
