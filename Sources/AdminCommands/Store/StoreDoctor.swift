import Accounts
import ArgumentParser
import Reports

/// `store doctor`
struct StoreDoctor: AdminCommand {
  static let uses: OptionUse = .datedList
  static let reach: CommandReach = [.store, .checks]
  static let help = CommandHelp(
    "doctor",
    abstract: "List problems in the data, each with the command that fixes it",
    discussion: HelpText.discussion(
      """
      Lists problems that no rule prevents, or that got past the rules. Review each one, then run its \
      command. `store check` verifies the storage, the journal and the rules. Ends with exit \
      status 1 if it finds something. It looks for:

      \(Problem.allCases.map { "\(HelpText.item)\($0.rawValue): \($0.meaning)" }
        .joined(separator: "\n"))
      """,
      examples: [
        "store doctor", "store doctor --quick",
        "store doctor --only orphan_link --csv --fields hint -o fixes.csv",
      ]))
  static let standsAlone = true

  static let repeatable: Set<Substring> = ["--only"]

  @Option(
    help: ArgumentHelp(
      "look only for this problem; may be repeated", valueName: "problem"))
  var only: [Problem] = []

  @Flag(help: "run only the quick checks, which `today` uses") var quick = false

  func validate() throws {
    guard only.isEmpty || !quick else { throw ValidationError("use --only or --quick, not both") }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    let columns: [ReportColumn] = [
      .text("problem"), .text("record"), .text("found"),
      .text("hint", title: "Fix").runnable(),
    ]
    var count = 0
    try context.answer(list: "problems", columns) { add in
      try store.examine(
        for: quick ? Problem.quick : only.isEmpty ? Problem.allCases : only,
        asOf: context.day(on: store),
        step: { context.session.waiting?.show(part: "check \($0) of \($1)") }
      ) { found in
        count += 1
        try add([
          .text(found.problem.rawValue), .text(found.record), .text(found.found),
          .text("ubadmin " + DashedValues.marked(found.fix)),
        ])
        try SignalInbox.check()
      }
    }
    if !context.options.quiet, context.options.fields != "help" {
      context.say("\(count) problem\(count == 1 ? "" : "s")")
    }
    return count > 0 ? .refused : .done
  }
}
