import Accounts
import ArgumentParser
import Reports

/// `mail send`
struct MailSend: AdminCommand {
  static let uses: OptionUse = [.list, .trial]
  static let reach: CommandReach = [.store, .changes, .parts]
  static let help = CommandHelp(
    "send", abstract: "Send waiting mails through the mail program",
    discussion: HelpText.discussion(
      """
      Each mail is marked as being sent, in a separate change, before the program is called, so it \
      never goes out twice. A mail that the program defers is tried again after 5 minutes, then after \
      increasingly longer times; a mail that it rejects has failed. Mails that were being sent when a \
      run was interrupted are sent again only with --again. The program is the mail-program of the \
      configuration (default: \(MailProgram.standard)); the sender is the setting mail.sender, and \
      nothing is sent while portal.address is not set. To send a failed mail again, use `mail retry`. \
      A test store (setting store.is-test) sends mail only to the address named with --only.
      """,
      examples: ["mail send", "mail send --only pat@example.com", "mail send --dry-run"]))
  static let leastRole = OperationCatalogue.rights.leastRole(of: "mail send")
  static let standsAlone = true

  @Option(
    help: ArgumentHelp("send mail to this address only", valueName: "email"),
    transform: TypedValue.option)
  var only: EmailAddress?
  @Flag(
    help: "include mails that were being sent when a run was interrupted; they may go out twice")
  var again = false
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    var choice = MailChoice()
    choice.only = only
    choice.includesUnanswered = again
    let store = try context.store(context.options.dryRun ? .read : .write)
    try store.allowMail(choice)
    if context.options.dryRun {
      try context.answer(.mails(status: .waiting, to: only, dueAt: store.now), on: store)
      return .done
    }
    try store.requirePortalAddress()
    let sender = try store.mailSender()
    let program = try MailProgram(
      context.configuration[.mailProgram]?.value ?? MailProgram.standard,
      environment: context.session.environment)
    let run = MailRun(
      context: context, store: store, program: program, choice: choice, sender: sender,
      author: context.author(
        reason: try reason.map { try TypedValue.value($0, "reason") as Remark }?.text),
      limit: context.options.limit?.count ?? 0)
    let tally = try run.run { if !context.options.quiet { context.say($0) } }
    let status = try report(tally, left: try store.unansweredMails(), context)
    if again || !context.options.quiet { try context.noteMailsInHand(of: store) }
    return status
  }

  private func report(_ tally: MailTally, left: Int64, _ context: CommandContext) throws
    -> ExitStatus
  {
    if try context.format == .table {
      if !context.options.quiet { context.say(tally.words) }
    } else {
      try context.answer(outcome: tally.page(unanswered: left))
    }
    if left > 0, !again {
      context.say(
        "note: \(left) mail\(left == 1 ? " was" : "s were") being sent when a run was interrupted; whether "
          + "\(left == 1 ? "it" : "they") went out is not known: see `mail list --status sending`, "
          + "and `mail send --again`")
    }
    return tally.failed + tally.postponed + tally.unknown > 0 ? .someRowsFailed : .done
  }
}

/// Mail after mail, each change holding the outcome of one and that the next is being sent.
struct MailRun {
  let context: CommandContext
  let store: Store
  let program: MailProgram
  let choice: MailChoice
  let sender: EmailAddress
  let author: Author
  /// 0 is all.
  let limit: Int

  func run(_ say: (String) -> Void) throws -> MailTally {
    var tally = MailTally()
    var before: Handed?
    while true {
      let goesOn = !SignalInbox.asksToStop && (limit == 0 || tally.count < limit)
      let next: (mail: ClaimedMail, change: Int64)?
      do {
        next = try step(before, goesOn)
      } catch {
        if let before { tellUnrecorded(before) }
        throw error
      }
      guard let next else { break }
      let mail = next.mail
      let outcome = program.send(mail, from: sender)
      tally.count(outcome)
      if outcome != .accepted {
        say("mail \(mail.id) to \(mail.recipient.masked): \(outcome.words)")
      }
      before = Handed(mail: mail, outcome: outcome, change: next.change)
    }
    try SignalInbox.check()
    return tally
  }

  /// A mail that the program has answered for, and the change that marked it as being sent.
  private struct Handed {
    let mail: ClaimedMail
    let outcome: MailOutcome
    let change: Int64
  }

  private func step(
    _ before: Handed?, _ goesOn: Bool
  ) throws -> (mail: ClaimedMail, change: Int64)? {
    guard before != nil || goesOn else { return nil }
    let made = try store.change(by: author) { change in
      if let before { try change.record(before.outcome, of: before.mail) }
      return .commit(goesOn ? try change.claimMail(choice, from: sender) : nil)
    }
    guard let mail = made.value, let number = made.number else { return nil }
    return (mail, number)
  }

  /// The mail program has answered, and the store could not be told.
  private func tellUnrecorded(_ handed: Handed) {
    let (mail, outcome, change) = (handed.mail, handed.outcome, handed.change)
    context.say(
      "mail \(mail.id) to \(mail.recipient.masked), marked as being sent by change \(change), was passed "
        + "to the mail program (\(outcome.words)), but that is not recorded; it is listed by `ubadmin mail list --status sending`, and "
        + "`ubadmin mail send --again` sends it again")
  }
}

/// The outcome of the mails of a run.
struct MailTally {
  var sent = 0
  var postponed = 0
  var failed = 0
  var unknown = 0
  var count: Int { sent + postponed + failed + unknown }

  mutating func count(_ outcome: MailOutcome) {
    switch outcome {
    case .accepted: sent += 1
    case .postponed: postponed += 1
    case .refused: failed += 1
    case .unknown: unknown += 1
    }
  }

  var words: String {
    guard count > 0 else { return "no mail is due" }
    return [(sent, "sent"), (postponed, "put off"), (failed, "failed"), (unknown, "unknown")]
      .filter { $0.0 > 0 || $0.1 == "sent" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  func page(unanswered: Int64) -> Page {
    Page(
      title: words,
      sections: [
        .fields([
          PageField("sent", label: "Sent", .count(Int64(sent))),
          PageField("put_off", label: "Deferred", .count(Int64(postponed))),
          PageField("failed", label: "Failed", .count(Int64(failed))),
          PageField("unknown", label: "Unknown", .count(Int64(unknown))),
          PageField("in_hand", label: "Sending, not confirmed", .count(unanswered)),
        ])
      ])
  }
}

extension MailOutcome {
  var words: String {
    switch self {
    case .accepted: "sent"
    case .postponed(let why): "deferred: \(why)"
    case .refused(let why): "failed: \(why)"
    case .unknown(let why): "it is not known whether it was sent: \(why)"
    }
  }
}
