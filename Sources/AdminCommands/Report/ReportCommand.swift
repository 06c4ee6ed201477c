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
    try session.answer(global) { writer in
      try writer.begin([
        ReportColumn("report", title: "Report", kind: .text),
        ReportColumn("about", title: "About", kind: .text),
      ])
      for report in ReportCommand.catalogue {
        writer.text(report.configuration.commandName ?? "")
        writer.text(report.configuration.abstract)
        try writer.endRow()
      }
      return nil
    }
    return .done
  }
}
