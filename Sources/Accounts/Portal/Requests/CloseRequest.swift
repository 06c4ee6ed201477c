package import Ledger
package import Values

/// Closes a request.
package struct CloseRequest: Operation {
  package static let name = OperationName("request", "close")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].requests
  package static let fields = [RequestFields.request.info, reason.info]

  static let reason = Field<Remark>.option("reason", "reason, for the request and the journal")

  let request: Int64
  let reason: Remark?

  package init(_ input: Input) throws(Rejection) {
    request = try input.require(RequestFields.request).value
    reason = try input[Self.reason]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.request(request)
    guard before[Request.status] != .closed else {
      return Effect("\(before.phrase) is unchanged: closed on \(before[Request.statusOn])")
    }
    var after = try RequestLifeCycle.after(.close, of: before, on: books.today)
    after[Request.closeReason] = reason
    books.update(before, to: after)
    return Effect("\(before.phrase) is closed")
  }
}
