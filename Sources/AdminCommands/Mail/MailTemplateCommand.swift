import Accounts
import ArgumentParser
import Reports

/// What is done with the texts of mails.
enum MailTemplateAction: String, Choice, ExpressibleByArgument {
  static let valueName = "action"
  case list, show, set
}

/// The name of a kind of mail, as typed: one that is not there is no error of usage.
struct TypedLetter: ExpressibleByArgument {
  let word: String

  init?(argument: String) { word = argument }

  static var allValueStrings: [String] { LetterKind.allCases.map(\.rawValue) }

  var kind: LetterKind {
    get throws(Rejection) {
      if let kind = LetterKind(rawValue: word) { return kind }
      throw Rejection(
        .notFound, field: "kind", found: word,
        expected: "one of " + Self.allValueStrings.joined(separator: ", "),
        remedy: "see `mail template list`")
    }
  }
}

/// `mail template`
struct MailTemplateCommand: AdminCommand {
  static let uses: OptionUse = [.list, .trial]
  static let reach: CommandReach = [.store, .input, .changes]
  static let help = CommandHelp(
    "template", abstract: "List, show or change the texts of mails",
    discussion: HelpText.discussion(
      """
      `mail template list` lists the kinds of mail, and which ones the city has changed. `mail \
      template show` prints a text for editing; `mail template set` reads the edited text from a file. \
      Placeholders such as {name} are filled in; `mail template list` shows which ones each kind has. \
      With --reset, the built-in text is restored. Mails already waiting keep their text.
      """,
      examples: [
        "mail template list", "mail template show activation",
        "mail template show activation --at 2026-10-31",
        "mail template set activation --text-file activation.txt",
        "mail template set eft --subject \"{city}: your automatic payments\"",
        "mail template set eft --reset",
      ]))
  static let furtherRoles = [(line: "mail template set", role: SetMailTemplate.leastRole)]
  static let standsAlone = true
  static let looksBack = true
  var takesPast: Bool { action != .set }

  @Argument(help: "list, show or set") var action: MailTemplateAction = .list
  @Argument(help: "kind of mail") var kind: TypedLetter?
  @Option(help: "new subject") var subject: String?
  @Option(help: ArgumentHelp("file with the new text; - is standard input", valueName: "file"))
  var textFile: String?
  @Flag(help: "restore the built-in subject and text") var reset = false
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(textFile, "--text-file")
    return files
  }

  func validate() throws {
    let sets = subject != nil || textFile != nil
    switch action {
    case .list where kind != nil || sets || reset, .show where sets || reset:
      throw ValidationError("--subject, --text-file and --reset are for `mail template set`")
    case .show where kind == nil, .set where kind == nil:
      throw ValidationError("KIND is missing: see `mail template list`")
    case .set where sets == reset:
      throw ValidationError("needed: --subject or --text-file, or else --reset")
    default: break
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let kind = try self.kind?.kind
    guard action == .set, let kind else { return try show(kind, context) }
    let operation =
      reset
      ? SetMailTemplate(reset: kind)
      : try SetMailTemplate(
        kind, subject: try subject.map { try TypedValue.value($0, "subject") },
        text: try textFile.map { try text($0, context) })
    let reason = try reason.map { try TypedValue.value($0, "reason") as Remark }
    let store = try context.store(.write)
    try context.require(SetMailTemplate.leastRole, for: "mail template set", on: store)
    let made = try store.change(
      by: context.author(reason: reason?.text), isDryRun: context.options.dryRun
    ) { .commit(try $0.perform(operation)) }
    context.say(made.value.effect)
    return context.options.dryRun && context.options.detailedExitcode && !made.value.isUnchanged
      ? .changesPending : .done
  }

  private func show(_ kind: LetterKind?, _ context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    let shown = (kind.map { [$0] } ?? LetterKind.allCases).map { MailTemplate($0, store.settings) }
    if action == .show, try context.format == .table {
      for template in shown {
        context.say("subject: \(template.subject)")
        try context.answer(
          lines: template.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init))
      }
      return .done
    }
    let names = ["kind", "subject", "changed", "places"] + (action == .show ? ["text"] : [])
    try context.answer(list: "templates", names.map { ReportColumn.text($0) }) { add in
      for template in shown {
        let places = template.kind.places.map(\.phrase).joined(separator: " ")
        let cells = [
          template.kind.rawValue, template.subject, template.isOwn ? "yes" : "no", places,
        ]
        try add((cells + (action == .show ? [template.text] : [])).map { Datum.text($0) })
      }
    }
    return .done
  }

  private func text(_ path: String, _ context: CommandContext) throws -> Prose {
    let bytes = try BulkInput(path: path, context: context).allBytes()
    return try TypedValue.value(String(decoding: bytes, as: UTF8.self), "text-file")
  }
}
