import Accounts
import ArgumentParser
import Reports

/// `user unlock`: one user, several, the rows of a file, or all who were locked out since a moment.
struct UserUnlock: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: UnlockUser.name.verb, abstract: UnlockUser.summary,
    discussion: HelpText.discussion(
      UnlockUser.discussion,
      examples: UnlockUser.examples + ["user unlock --locked-since \"2026-10-30 07:00\" --yes"],
      statuses: .ofWriting))

  @OptionGroup var one: OperationCommand<UnlockUser>
  @Argument(help: ArgumentHelp("further users", valueName: "email")) var others: [String] = []
  @Option(
    help: ArgumentHelp(
      "all whom the policy has locked out since then; with --yes", valueName: "time"),
    transform: Words.option)
  var lockedSince: TypedTime?

  private var fields: FieldArguments<UnlockUser> { one.fields }
  var global: GlobalOptions { one.global }
  var files: CommandFiles { one.files }

  func run(in session: Session) throws -> ExitStatus {
    let first = fields.words[0].map { String(decoding: $0, as: UTF8.self) }
    guard lockedSince != nil || first != nil, !one.bulk.csvTemplate, one.bulk.from.isEmpty
    else {
      return try one.run(in: session)
    }
    if one.bulk.planOut != nil {
      guard lockedSince == nil, others.isEmpty else {
        throw ValidationError("--plan-out takes one user, or the rows of a file")
      }
      return try one.run(in: session)
    }
    let store = try session.store(global, .write)
    var emails = (first.map { [$0] } ?? []) + others
    if let moment = try Words.moment(lockedSince, "--locked-since", on: store) {
      guard emails.isEmpty else {
        throw ValidationError("--locked-since names the users; give no address beside it")
      }
      emails = try store.usersLocked(since: moment)
      guard try global.dryRun || agrees(to: emails, session) else { return .refused }
    }
    if !global.quiet {
      for email in emails { try say(Words.value(email, "email"), of: store, session) }
    }
    return try SeveralRun<UnlockUser>(
      session: session, rows: emails.map { [Array($0.utf8)] }, words: fields.words, global: global
    ).run(on: store, author: session.author(reason: try fields.journalReason()))
  }

  /// What locked the user out is seen before the user is let in again.
  private func say(_ email: EmailAddress, of store: Store, _ session: Session) throws {
    if let lockout = try store.lockout(of: email) { session.say("\(email): \(lockout)") }
  }

  private func agrees(to emails: [String], _ session: Session) throws -> Bool {
    if global.yes { return true }
    try session.answer(global, lines: emails)
    let words = "\(emails.count) user\(emails.count == 1 ? " is" : "s are") locked out since then"
    if try !emails.isEmpty && session.confirms("\(words). Unlock them?", global) { return true }
    session.say("\(words); nothing was changed. Give --yes to unlock them")
    return false
  }
}
