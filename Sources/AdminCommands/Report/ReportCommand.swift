import Accounts
import ArgumentParser
import Reports

/// `report …`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports for analysts",
    subcommands: catalogue + [ReportList.self])

  /// Every report; `report list`, help and completion follow it.
  static let catalogue: [any ParsableCommand.Type] = [
    ConsumptionCommand.self, ConsumptionHistoryCommand.self,
    DeliveryReportCommand.self,
  ]
}

/// `report list`
struct ReportList: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the reports",
    discussion: HelpText.discussion("", examples: ["report list"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    try session.answer(global, list: "reports", [.text("report"), .text("about")]) { add in
      for report in ReportCommand.catalogue {
        let configuration = report.configuration
        try add([.text(configuration.commandName ?? ""), .text(configuration.abstract)])
      }
    }
    return .done
  }
}
