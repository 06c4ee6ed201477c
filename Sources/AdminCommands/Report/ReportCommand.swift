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

  /// Every report; `report list`, help and completion follow it.
  static let catalogue: [Verb] = own.map(\.verb) + Questions.all.map { verb($0) }

  /// The reports with options that no question has, and what they are about.
  static let own: [(group: QuestionGroup, verb: Verb)] = [
    (.consumption, Verb(ConsumptionCommand.self)),
    (.consumption, Verb(ConsumptionHistoryCommand.self)),
    (.money, Verb(AgedBalancesCommand.self)), (.portal, Verb(DeliveryReportCommand.self)),
  ]

  private static func verb<Q: Question>(_ question: Q.Type) -> Verb {
    Verb(QuestionCommand<Q>.self)
  }

  /// With their groups, in the order of the groups.
  static var grouped: [(group: QuestionGroup, verb: Verb)] {
    let questions = zip(Questions.all, catalogue.dropFirst(own.count)).map {
      (group: $0.group, verb: $1)
    }
    return QuestionGroup.allCases.flatMap { group in
      (own + questions).filter { $0.group == group }
    }
  }
}

/// `report list`
struct ReportList: AdminCommand {
  static let help = CommandHelp(
    "list", abstract: "List the reports",
    discussion: HelpText.discussion(
      "The help of a report, e.g. `ubadmin report high-low --help`, says how its figures are made.",
      examples: ["report list"]))

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.answer(list: "reports", [.text("report"), .text("group"), .text("about")]) { add in
      for (group, report) in ReportCommand.grouped {
        try add(
          [
            .text(report.name), .text(group.rawValue), .text(report.command.help.abstract),
          ])
      }
    }
    return .done
  }
}
