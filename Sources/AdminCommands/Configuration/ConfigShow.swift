import Accounts
import ArgumentParser
import Reports

/// `config show`
struct ConfigShow: AdminCommand {
  static let uses: OptionUse = [.data, .fields, .rows]
  static let reach: CommandReach = []
  static let help = CommandHelp(
    "show", abstract: "Show the option values that commands use",
    discussion: HelpText.discussion(
      "From lowest to highest precedence: default, system file, user file, profile, environment, "
        + "option. --show-origin shows where each value comes from, with file and line.",
      examples: [
        "config show --show-origin", "config show store --profile test",
      ]))

  @Argument(help: "only this key") var key: String?
  @Flag(help: "show where each value comes from") var showOrigin = false

  func run(in context: CommandContext) throws -> ExitStatus {
    let asked = try key.map { word throws(CommandError) in try ConfigurationKey(typed: word) }
    if let asked, !showOrigin, try context.format == .table {
      try context.answer(lines: [try context.effective(asked).shown])
      return .done
    }
    let columns = (["key", "value"] + (showOrigin ? ["origin", "place"] : []))
      .map { ReportColumn.text($0) }
    try context.answer(list: "options", columns) { add in
      for key in asked.map({ [$0] }) ?? ConfigurationKey.allCases {
        let entry = try context.effective(key)
        let origin: [Datum] =
          showOrigin
          ? [.text(entry.layer.phrase), entry.origin.isEmpty ? .null : .text(entry.origin)] : []
        try add([.text(key.rawValue), .text(entry.shown)] + origin)
      }
    }
    return .done
  }
}

extension CommandContext {
  /// The value of a key for this command, or its default.
  func effective(_ key: ConfigurationKey) throws -> Configuration.Entry {
    if let option = try optionEntry(key) { return option }
    if let configured = try configuration[key] { return configured }
    if key == .pager, let pager = session.environment["PAGER"] {
      return Configuration.Entry(value: pager, origin: "PAGER", layer: .environment)
    }
    return Configuration.Entry(value: try standard(key), origin: "", layer: .standard)
  }

  private func optionEntry(_ key: ConfigurationKey) throws -> Configuration.Entry? {
    let given: (value: String, option: String)? =
      switch key {
      case .store:
        options.store.map { ($0, "--store") }
          ?? session.prompt.map { ("\($0.location)", "the prompt") }
      case .format: try formatOption.map { (try format.rawValue, $0) }
      case .color: options.color.map { ($0.rawValue, "--color") }
      case .wait: options.wait.map { ("\($0.duration.milliseconds / 1000)", "--wait") }
      case .csvBOM: options.bom ? ("yes", "--bom") : nil
      case .pager: options.noPager ? ("", "--no-pager") : nil
      case .eftKey, .mailProgram, .shell, .plans: nil
      }
    return given.map {
      Configuration.Entry(value: $0.value, origin: $0.option, layer: .option)
    }
  }

  private var formatOption: String? {
    if options.json { return "--json" }
    if options.csv { return "--csv" }
    if options.plot { return "--plot" }
    if options.format != nil { return "--format" }
    return options.output.flatMap { OutputFormat(path: $0) } == nil ? nil : "--output"
  }

  private func standard(_ key: ConfigurationKey) throws -> String {
    switch key {
    case .store: "\(try storeLocation)"
    case .format: OutputFormat.table.rawValue
    case .color: ColorChoice.auto.rawValue
    case .wait: "\(Duration.standardWait.milliseconds / 1000)"
    case .pager: "less"
    case .eftKey: try keyPath ?? ""
    case .mailProgram: MailProgram.standard
    case .csvBOM: YesNo.no.rawValue
    case .shell: YesNo.yes.rawValue
    case .plans: ""
    }
  }
}
