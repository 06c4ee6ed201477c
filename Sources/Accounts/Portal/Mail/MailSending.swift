import Engines
package import Ledger
package import Values

/// Outcome of a message that was handed to the mail program.
package enum MailOutcome: Sendable, Equatable {
  case accepted
  /// It will never be taken, no matter who tries.
  case refused(String)
  /// It may be taken later.
  case postponed(String)
  /// The program did not say; the message may have gone out.
  case unknown(String)
}

/// One step of sending: the outcome of the message before, and the next one marked as being sent. Both are
/// one change, committed before the program is called, so that a crash can never send twice.
package struct SendMail: Mutation {
  package static let name = OperationName("mail", "send")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [.update(OutboxMessage.table)]

  enum Step {
    case claim(Row<OutboxMessage>)
    case record(Int64, MailOutcome)
  }

  let step: Step

  init(_ step: Step) { self.step = step }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    switch step {
    case .claim(let row):
      var after = row
      after[OutboxMessage.status] = .sending
      after[OutboxMessage.attempts] += 1
      after[OutboxMessage.nextAttemptAt] = books.now
      books.update(row, to: after)
      return Effect("mail \(row[OutboxMessage.id]) is being sent")
    case .record(let id, let outcome):
      guard let row = try books.find(OutboxMessage.self, id),
        row[OutboxMessage.status] == .sending
      else { return Effect("mail \(id) is no longer being sent") }
      books.update(row, to: Self.row(row, after: outcome, at: books.now))
      return Effect("mail \(id): \(outcome)")
    }
  }

  private static func row(
    _ row: Row<OutboxMessage>, after outcome: MailOutcome, at now: Timestamp
  ) -> Row<OutboxMessage> {
    var after = row
    switch outcome {
    case .accepted:
      after[OutboxMessage.status] = .sent
      after[OutboxMessage.sentAt] = now
      after[OutboxMessage.failure] = nil
      after[OutboxMessage.body] = nil
    case .refused(let why): fail(&after, why)
    case .postponed(let why):
      guard row[OutboxMessage.attempts] <= MailRetryPolicy.minutes.count else {
        fail(&after, "given up after \(row[OutboxMessage.attempts]) attempts: \(why)")
        break
      }
      after[OutboxMessage.status] = .waiting
      after[OutboxMessage.nextAttemptAt] = now.adding(
        minutes: MailRetryPolicy.minutes[max(row[OutboxMessage.attempts], 1) - 1])
      after[OutboxMessage.failure] = remark(why)
    case .unknown(let why): after[OutboxMessage.failure] = remark(why)
    }
    return after
  }

  private static func fail(_ row: inout Row<OutboxMessage>, _ why: String) {
    row[OutboxMessage.status] = .failed
    row[OutboxMessage.failure] = remark(why)
    // The text with the link is removed: it will not be sent. Other mails can be retried.
    if row[OutboxMessage.kind].holdsSecret { row[OutboxMessage.body] = nil }
  }

  private static func remark(_ text: String) -> Remark {
    let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
    return Remark(trusted: String(line.joined().prefix(300)))
  }
}

/// Which mails are sent.
package struct MailChoice: Sendable {
  /// If set, only this address gets mail.
  package var only: EmailAddress?
  /// Those too that were being sent and never confirmed.
  package var includesUnanswered = false

  package init() {}
}

/// A mail being sent.
package struct ClaimedMail: Sendable {
  package let id: Int64
  package let recipient: EmailAddress
  package let text: MailText
}

extension ChangeTransaction {
  /// Puts down the outcome of a mail.
  package func record(_ outcome: MailOutcome, of mail: ClaimedMail) throws {
    try perform(SendMail(.record(mail.id, outcome)))
  }

  /// Takes the next mail; nil if none is due.
  package func claimMail(_ choice: MailChoice, from sender: EmailAddress) throws -> ClaimedMail? {
    guard let row = try books.dueMail(choice) else { return nil }
    guard let posted = row[OutboxMessage.body] else { return nil }
    // What was posted before the portal had an address.
    let body = Secret(
      trusted: posted.text.replacing(
        Setting.portalAddress.standard, with: books.settings[.portalAddress]))
    try perform(SendMail(.claim(row)))
    return ClaimedMail(
      id: row[OutboxMessage.id], recipient: row[OutboxMessage.recipient],
      text: MailText(row, body: body, from: sender, books.settings))
  }
}

extension Store {
  /// The address that mails come from.
  package func mailSender() throws(Rejection) -> EmailAddress {
    guard !settings[.mailSender].isEmpty else {
      throw Rejection(
        .wrongStatus, field: "mail.sender", found: "an empty setting",
        expected: "the sender address of mails",
        remedy: "run `setting set mail.sender utilities@example.gov`")
    }
    return EmailAddress(trusted: settings[.mailSender])
  }

  /// Links in mails begin with the portal's address.
  package func requirePortalAddress() throws(Rejection) {
    let setting = Setting.portalAddress
    guard settings[setting] == setting.standard else { return }
    throw Rejection(
      .wrongStatus, field: setting.rawValue, found: "no portal address",
      expected: "the address that links in mails begin with",
      remedy: "run `setting set \(setting.rawValue) https://portal.example.gov`")
  }

  /// A test store mails only the address that is named.
  package func allowMail(_ choice: MailChoice) throws(Rejection) {
    guard settings[.isTest] != YesNo.yes.rawValue || choice.only != nil else {
      throw Rejection(
        .wrongStatus,
        found: "a test store (setting store.is-test), which sends mail to one address only",
        expected: "that address in \(option: "only")",
        remedy: "add \(option: "only") with your own address, or run "
          + "`setting set store.is-test no`")
    }
  }

  /// How many mails were being sent and never confirmed.
  package func unansweredMails() throws -> Int64 {
    try first(
      OutboxMessage.unanswered, [now.adding(minutes: -MailRetryPolicy.minutesInHand).datum]
    ) { $0.integer(0) } ?? 0
  }

  /// How many mails a run may still be sending, and when all of them count as never confirmed.
  package func mailsInHand() throws -> (count: Int64, free: Timestamp?) {
    let minutes = MailRetryPolicy.minutesInHand
    return try first(OutboxMessage.lately, [now.adding(minutes: -minutes).datum]) { row in
      let count = row.integer(0)
      return (count, count > 0 ? Timestamp(row.datum(1)).adding(minutes: minutes) : nil)
    } ?? (0, nil)
  }
}

extension Books {
  fileprivate func dueMail(_ choice: MailChoice) throws(RuleError) -> Row<OutboxMessage>? {
    let waiting =
      choice.only == nil
      ? try rows(OutboxMessage.nextDue, now).first
      : try rows(OutboxMessage.due, now).first { isMeant($0, choice) }
    guard waiting == nil, choice.includesUnanswered else { return waiting }
    let since = now.adding(minutes: -MailRetryPolicy.minutesInHand)
    return try rows(OutboxMessage.inHand, since).first { isMeant($0, choice) }
  }

  private func isMeant(_ row: Row<OutboxMessage>, _ choice: MailChoice) -> Bool {
    choice.only.map { row[OutboxMessage.recipient].folded == $0.folded } ?? true
  }
}
