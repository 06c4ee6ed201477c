import Engines
package import Ledger
package import Values
import Rules

/// Replies to a request by e-mail.
package struct ReplyRequest: Operation {
  package static let name = OperationName("request", "reply")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].requests
  package static let fields = [RequestFields.request.info, RequestFields.answer.info]

  let request: Int64
  let text: Prose

  package init(_ input: Input) throws(Rejection) {
    request = try input.require(RequestFields.request).value
    text = try input.require(RequestFields.answer)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.request(request)
    let after = try RequestLifeCycle.after(.reply, of: before, on: books.today)
    if let effect = try books.writesAgain(text, to: before, by: .staff) { return effect }
    let readers = try books.readers(of: before)
    guard !readers.isEmpty else {
      throw .refuse(
        .notFound, field: "request",
        found: "\(before.phrase), without an address; no user is linked to account "
          + (before[Request.account]?.text ?? "") + " by a customer of that time",
        expected: "a request that can be answered by e-mail",
        remedy: "answer it another way, and close it with `request close \(request)`")
    }
    try books.write(text, to: before, by: .staff)
    books.update(before, to: after)
    for reader in readers {
      try books.post(
        .reply(text, to: before, books.settings), to: reader.email, user: reader.user,
        account: before[Request.account])
    }
    return Effect("\(before.phrase) is answered, by e-mail")
  }
}

extension Letter {
  fileprivate static func reply(
    _ text: Prose, to request: Row<Request>, _ settings: Settings
  ) -> Letter {
    Letter(
      .reply, settings,
      [
        .topic: "\(request[Request.subject]) (request \(request[Request.id]))", .text: text.text,
        .name: "",
      ])
  }
}
