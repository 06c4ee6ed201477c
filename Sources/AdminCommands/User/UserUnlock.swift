import Accounts
import ArgumentParser
import Reports

/// `user unlock`: one user, several, the rows of a file, or all who were locked out since a moment.
struct UserUnlock: AdminCommand {
  static let uses: OptionUse = .change
  static let reach: CommandReach = [.store, .input, .changes, .parts]
  static let help = CommandHelp(
    UnlockUser.name.verb, abstract: UnlockUser.summary,
    usage: "ubadmin user unlock [<email> ...] [--locked-since <time>] [--lockout-over] [<options>]",
    discussion: HelpText.discussion(
      UnlockUser.discussion,
      examples: UnlockUser.examples + [
        "user unlock --locked-since \"2026-10-30 07:00\" --yes", "user unlock --lockout-over --yes",
      ]))
  static let leastRole = UnlockUser.leastRole

  @OptionGroup var one: OperationCommand<UnlockUser>
  // The help of the first says the same.
  @Argument(help: ArgumentHelp("more users", valueName: "email", visibility: .hidden))
  var others: [String] = []
  @Option(
    help: ArgumentHelp(
      "all users locked out by the policy since then; requires --yes", valueName: "time"),
    transform: TypedValue.option)
  var lockedSince: TypedTime?
  @Flag(
    help: "all users whose lockout has lasted for lockout.auto-unlock-minutes; requires --yes")
  var lockoutOver = false

  private var picksUsers: Bool { lockedSince != nil || lockoutOver }
  private var fields: FieldArguments<UnlockUser> { one.fields }
  var files: CommandFiles { one.files }

  func run(in context: CommandContext) throws -> ExitStatus {
    let first = fields.words[0].map { String(decoding: $0, as: UTF8.self) }
    if lockoutOver, lockedSince != nil {
      throw ValidationError("--lockout-over and --locked-since cannot be used together")
    }
    guard picksUsers || first != nil, !one.bulk.csvTemplate, one.bulk.from.isEmpty
    else {
      return try one.run(in: context)
    }
    if one.bulk.planOut != nil {
      guard !picksUsers, others.isEmpty else {
        throw ValidationError("--plan-out works with one user or with a file")
      }
      return try one.run(in: context)
    }
    let store = try context.store(.write)
    var emails = (first.map { [$0] } ?? []) + others
    if picksUsers {
      guard emails.isEmpty else {
        let option = lockoutOver ? "--lockout-over" : "--locked-since"
        throw ValidationError("\(option) selects the users; do not give an address as well")
      }
      let moment = try TypedValue.moment(lockedSince, "--locked-since", on: store)
      emails =
        try moment.map { try store.usersLocked(since: $0) } ?? store.usersWhoseLockoutIsOver()
      guard try context.options.dryRun || agrees(to: emails, context) else { return .refused }
    }
    if !context.options.quiet {
      for email in emails { try say(TypedValue.value(email, "email"), of: store, context) }
    }
    return try SeveralRun<UnlockUser>(
      context: context, rows: emails.map { [Array($0.utf8)] }, words: fields.words
    ).run(on: store, author: context.author(reason: try fields.journalReason()))
  }

  /// What locked the user out is seen before the user is let in again.
  private func say(_ email: EmailAddress, of store: Store, _ context: CommandContext) throws {
    if let lockout = try store.lockout(of: email) { context.say("\(email): \(lockout)") }
  }

  private func agrees(to emails: [String], _ context: CommandContext) throws -> Bool {
    if context.options.yes { return true }
    try context.answer(lines: emails)
    let words =
      "\(emails.count) user\(emails.count == 1 ? " is" : "s are") locked out"
      + (lockoutOver ? " for longer than the lockout policy requires" : " since then")
    if try !emails.isEmpty && context.confirms("\(words). Unlock them?") { return true }
    context.say("\(words); nothing was changed. Use --yes to unlock them")
    return false
  }
}
