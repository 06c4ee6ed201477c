import Accounts
import ArgumentParser
import Reports

/// `report …`
struct ReportCommand: NounCommand {
  static let name = "report"
  static let abstract = "Reports for analysts"
  static let verbs: [any AdminCommand.Type] = catalogue + [ReportList.self]

  /// Every report; `report list`, help and completion follow it.
  static let catalogue: [any AdminCommand.Type] = [
    ConsumptionCommand.self, ConsumptionHistoryCommand.self,
    DeliveryReportCommand.self,
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
        try add([.text(report.help.name), .text(report.help.abstract)])
      }
    }
    return .done
  }
}
