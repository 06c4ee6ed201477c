import Engines
package import Ledger
package import Values

/// Records what a citizen answered to a reply by phone, at the counter or by letter.
package struct AnswerRequest: Operation {
  package static let name = OperationName("request", "answer")
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
    try books.answer(text, to: books.request(request))
  }
}

/// A citizen answers in the thread of a request.
package struct PortalReply: Operation {
  package static let name = OperationName("portal", "reply")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].requests
  package static let fields = AnswerRequest.fields + [PortalLink.session.info]

  let request: Int64
  let text: Prose
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    request = try input.require(RequestFields.request).value
    text = try input.require(RequestFields.answer)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    guard let row = try books.find(Request.self, request), row[Request.user] == user[User.id]
    else {
      throw .refuse(
        .notFound, field: "request", found: "no request \(request) of this user",
        expected: "a request listed by `portal show`", remedy: "see `portal show`")
    }
    return try books.answer(text, to: row, closed: "write a new one with `portal contact`")
  }
}

extension Books {
  /// Adds a citizen's answer. The same text again changes nothing until somebody else has written.
  /// - Parameter closed: what to do where the request is closed.
  fileprivate func answer(
    _ text: Prose, to before: Row<Request>, closed: String = RequestLifeCycle.reopening
  ) throws(RuleError) -> Effect {
    let after = try RequestLifeCycle.after(.answer, of: before, on: today, remedy: closed)
    if let effect = try writesAgain(text, to: before, by: .citizen) { return effect }
    try write(text, to: before, by: .citizen)
    update(before, to: after)
    return Effect("reply added to \(before.phrase)")
  }
}
