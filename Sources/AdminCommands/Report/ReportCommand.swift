import Accounts
import ArgumentParser
import Reports

/// `report …`
struct ReportCommand: NounCommand {
  static let name = "report"
  static let abstract = "Reports for analysts"
  static let verbs: [Verb] = catalogue + [Verb(ReportList.self)]

  /// Every report; `report list`, help and completion follow it.
  static let catalogue: [Verb] = [
    Verb(ConsumptionCommand.self), Verb(ConsumptionHistoryCommand.self),
    Verb(DeliveryReportCommand.self), Verb(AgedBalancesCommand.self),
  ]
}

/// `report list`
struct ReportList: AdminCommand {
  static let help = CommandHelp(
    "list", abstract: "List the reports",
    discussion: HelpText.discussion("", examples: ["report list"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.answer(list: "reports", [.text("report"), .text("about")]) { add in
      for report in ReportCommand.catalogue {
        try add([.text(report.name), .text(report.command.help.abstract)])
      }
    }
    return .done
  }
}
