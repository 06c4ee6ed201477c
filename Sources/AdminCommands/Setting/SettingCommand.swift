import Accounts
import ArgumentParser
import Reports

/// `setting …`
struct SettingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setting", abstract: "Settings that apply to everyone who uses the store",
    subcommands: [
      SettingList.self, SettingGet.self, OperationCommand<SetSetting>.self,
    ])
}

/// `setting list`
struct SettingList: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the settings",
    discussion: HelpText.discussion("", examples: ["setting list"]))

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    let columns = ["setting", "value", "standard", "about"].map { ReportColumn.text($0) }
    try session.answer(global, list: "settings", columns) { add in
      for setting in Setting.allCases {
        try add([
          .text(setting.rawValue), .text(store.settings[setting]), .text(setting.standard),
          .text(setting.meaning),
        ])
      }
    }
    return .done
  }
}

/// `setting get`
struct SettingGet: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Print the value of a setting",
    discussion: HelpText.discussion("", examples: ["setting get time-zone"]))

  @Argument(help: "name of the setting") var name: String
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    guard let setting = Setting(rawValue: name) else {
      throw Rejection(
        .notFound, field: "name", found: "no setting \(name)",
        expected: "one of " + Setting.allCases.map(\.rawValue).joined(separator: ", "),
        mend: "see `ubadmin setting list`")
    }
    let value = try session.store(global, .read).settings[setting]
    guard try session.format(global) == .table else {
      try session.answer(
        global,
        page: Page(
          title: name, sections: [.fields([PageField(name, label: name, .text(value))])]))
      return .done
    }
    try session.answer(global, lines: [value])
    return .done
  }
}
