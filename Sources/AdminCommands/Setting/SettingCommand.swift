import Accounts
import ArgumentParser
import Reports

/// `setting …`
struct SettingCommand: NounCommand {
  static let name = "setting"
  static let abstract = "Settings that apply to everyone who uses the store"
  static let verbs: [Verb] = [
    Verb(SettingList.self), Verb(SettingGet.self), Verb(SetSetting.self),
  ]
}

/// `setting list`
struct SettingList: AdminCommand {
  static let uses: OptionUse = .list
  static let help = CommandHelp(
    "list", abstract: "List the settings",
    discussion: HelpText.discussion("", examples: ["setting list"]))
  static let looksBack = true

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    let columns: [ReportColumn] = [
      .text("setting"), .text("value"), .text("standard", title: "Default"), .text("about"),
    ]
    try context.answer(list: "settings", columns) { add in
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
  static let uses: OptionUse = .page
  static let help = CommandHelp(
    "get", abstract: "Print the value of a setting",
    discussion: HelpText.discussion("", examples: ["setting get time-zone"]))
  static let looksBack = true

  @Argument(help: "name of the setting") var name: String

  func run(in context: CommandContext) throws -> ExitStatus {
    guard let setting = Setting(rawValue: name) else {
      throw Rejection(
        .notFound, field: "name", found: "no setting \(name)",
        expected: "one of " + Setting.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: "see `ubadmin setting list`")
    }
    let value = try context.store(.read).settings[setting]
    guard try context.format == .table else {
      try context.answer(
        page: Page(
          title: name, sections: [.fields([PageField(name, label: name, .text(value))])]))
      return .done
    }
    try context.answer(lines: [value])
    return .done
  }
}
