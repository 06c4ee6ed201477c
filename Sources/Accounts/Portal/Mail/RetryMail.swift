import Engines
package import Ledger
package import Values

/// Puts a mail that failed into the outbox again.
package struct RetryMail: Operation {
  package static let name = OperationName("mail", "retry")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [.update(OutboxMessage.table)]
  package static let fields = [mail.info]

  static let mail = Field<WholeNumber>.argument("mail", "number of the mail")

  let id: Int64

  package init(_ input: Input) throws(Rejection) { id = try input.require(Self.mail).value }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    guard let row = try books.find(OutboxMessage.self, id) else {
      throw .refuse(
        .notFound, field: "mail", found: "no mail \(id)", expected: "a mail that failed",
        remedy: "find it with \(run: "mail list", options: ["status": "failed"])")
    }
    let phrase = "mail \(id), \(row[OutboxMessage.kind].rawValue)"
    switch row[OutboxMessage.status] {
    case .waiting: return Effect("\(phrase) is unchanged: it is waiting for `mail send`")
    case .failed: break
    case .sending, .sent:
      let isSent = row[OutboxMessage.status] == .sent
      throw .refuse(
        .wrongStatus, field: "mail",
        found: "\(phrase), which \(isSent ? "was sent" : "is being sent")",
        expected: "a mail that failed",
        remedy: isSent
          ? "see \(run: "mail list", options: ["status": "failed"])"
          : "send it with \(run: "mail send", options: ["again": nil])")
    }
    guard row[OutboxMessage.body] != nil else {
      throw .refuse(
        .wrongStatus, field: "mail", found: "\(phrase), whose link was removed when it failed",
        expected: "a mail without a sign-in link",
        remedy: try anew(row, in: books))
    }
    var after = row
    after[OutboxMessage.status] = .waiting
    after[OutboxMessage.attempts] = 0
    after[OutboxMessage.nextAttemptAt] = books.now
    after[OutboxMessage.failure] = nil
    books.update(row, to: after)
    return Effect("\(phrase) is queued again", notices: ["it goes out with the next `mail send`"])
  }

  private func anew(_ row: Row<OutboxMessage>, in books: Books) throws(RuleError) -> String {
    let user = try row[OutboxMessage.user].map { id throws(RuleError) in
      try books.find(User.self, id)?[User.email].text
    }
    let address = (user ?? nil) ?? row[OutboxMessage.recipient].text
    return switch row[OutboxMessage.kind] {
    case .activation: "send a new one with `user resend \(word: address)`"
    case .recovery: "send a new one with `user reset-password \(word: address)`"
    case .unlock: "unlock the user with `user unlock \(word: address)`"
    case .email: "have the user enter the new address again"
    default: "contact the customer another way"
    }
  }
}
