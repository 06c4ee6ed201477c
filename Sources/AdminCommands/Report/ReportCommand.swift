import Accounts
import ArgumentParser
import Reports

/// `report …`
struct ReportCommand: NounCommand {
  static let name = "report"
  static let abstract = "Reports for analysts"
  static let verbs: [Verb] =
    catalogue + [
      Verb(ReportList.self), Verb(ReportScheduleCommand.self), Verb(ReportVerify.self),
    ]

  /// A report for each question; `report list`, help and completion follow from it.
  static let catalogue: [Verb] = Questions.all.map { verb($0) }

  private static func verb<Q: Question>(_ question: Q.Type) -> Verb {
    Verb(QuestionCommand<Q>.self)
  }
}

/// `report list`
struct ReportList: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = []
  static let help = CommandHelp(
    "list", abstract: "List the reports",
    discussion: HelpText.discussion(
      "The help of a report, e.g. `ubadmin report high-low --help`, explains how its figures are calculated.",
      examples: ["report list"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.answer(list: "reports", [.text("report"), .text("group"), .text("about")]) { add in
      for report in Questions.all {
        try add([.text(report.name), .text(report.group.rawValue), .text(report.about)])
      }
    }
    return .done
  }
}
