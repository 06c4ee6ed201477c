import Accounts
import ArgumentParser

/// The program's command line.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ubadmin",
    abstract: "The back office of a city's utility customers",
    discussion: HelpText.discussion(
      """
      Without a command, ubadmin opens a prompt on a terminal; otherwise it runs the commands on \
      standard input.
      """,
      examples: [
        "store demo city.db", "account show 2000001 --store city.db",
        "report consumption --by month --csv --store city.db",
      ], statuses: .ofWriting),
    version: Version.text,
    subcommands: [
      StoreCommand.self, SearchCommand.self, CustomerCommand.self, LocationCommand.self,
      AccountCommand.self,
      ServiceCommand.self, ServiceTypeCommand.self, MeterCommand.self, ReadCommand.self,
      BillCommand.self, PaymentCommand.self, EFTCommand.self,
      DeliveryCommand.self,
      UserCommand.self, LinkCommand.self,
      PortalCommand.self, MailCommand.self, ExplainCommand.self, OperatorCommand.self,
      AnnouncementCommand.self, RequestCommand.self, NoteCommand.self,
      ReportCommand.self, QueryCommand.self,
      ChangeCommand.self, PlanCommand.self, SettingCommand.self, ConfigCommand.self,
      RunCommand.self,
      ReplCommand.self, ManualCommand.self,
    ])
}

/// The program's version.
enum Version {
  static let number = "0.1.0"
  /// The date on the manual pages.
  static let date = "2026-11-23"
  static let text = "ubadmin \(number)"
}
