import Accounts
import Reports

/// The format that the options ask for, and options that fit only some answers.
extension CommandContext {
  var format: OutputFormat {
    get throws {
      let format = try chosenFormat
      try refuseUnfit(for: format)
      if format.isBinary, options.output ?? "-" == "-", session.terminal.outputIsTerminal {
        throw CommandError(
          .usage, "a terminal cannot show \(format.rawValue)",
          remedy: "add -o FILE.\(format.rawValue)")
      }
      try Self.refuse(options.output, "--output", as: format, remedy: ", or leave the format out")
      return format
    }
  }

  /// Refuses the options that do nothing with a format, although they do something with others.
  private func refuseUnfit(for format: OutputFormat) throws {
    let isDelimited = format == .csv || format == .tsv
    let hasHeader = ![OutputFormat.json, .ndjson, .html].contains(format)
    for (option, isFit, others) in [
      ("--bom", !options.bom || isDelimited || files.includeCSV, "CSV"),
      ("--delimiter", options.delimiter == nil || format == .csv || files.readCSV, "CSV"),
      (
        "--no-escape-formulas",
        !options.noEscapeFormulas || isDelimited || files.includeCSV || files.readCSV, "CSV"
      ),
      ("--no-header", !options.noHeader || hasHeader, "tables and CSV"),
      ("--layout", options.layout == nil || format == .table, "tables"),
    ] where !isFit {
      throw CommandError(
        .usage, "\(option) is only for \(others); the output is \(format.rawValue)",
        remedy: (others == "CSV" ? "add --csv, or " : "") + "leave \(option) out")
    }
  }

  /// Refuses the name of a file for another format: a spreadsheet opens no XLSX file named .csv, and no CSV file
  /// named .xlsx.
  static func refuse(
    _ path: String?, _ option: String, as format: OutputFormat, remedy: String = ""
  ) throws {
    guard let path, let named = OutputFormat(path: path), named.isBinary != format.isBinary else {
      return
    }
    throw CommandError(
      .usage,
      "\(option): found a name for \(named.rawValue), but the format is \(format.rawValue)",
      remedy: "end the name with .\(format.rawValue)" + remedy)
  }

  private var chosenFormat: OutputFormat {
    get throws {
      let given = Set(
        [
          options.json ? .json : nil, options.csv ? .csv : nil, options.plot ? .plot : nil,
          options.format,
        ].compactMap { $0 })
      guard given.count < 2 else {
        throw CommandError(
          .usage,
          "the output cannot be \(given.map(\.rawValue).sorted().joined(separator: " and ")) at once",
          remedy: "leave out one of --json, --csv, --plot and --format")
      }
      if options.json { return .json }
      if options.csv { return .csv }
      if options.plot { return .plot }
      if let format = options.format { return format }
      if let path = options.output {
        if let format = OutputFormat(path: path) { return format }
        if let ending = OutputFormat.foreignExtension(of: path) {
          throw CommandError(
            .usage, "--output: cannot write .\(ending) files",
            remedy: OutputFormat.remedy(ending)
              ?? "end the name with .csv, .tsv, .json, .ndjson, .html, .xlsx, .md or .txt, or use --format"
          )
        }
      }
      guard !options.ignoresConfiguredForm, let configured = try configuration[.format] else {
        return .table
      }
      guard let format = OutputFormat(rawValue: configured.value) else {
        throw ConfigurationKey.format.fault(of: configured.value, at: configured.origin)
      }
      return format
    }
  }

  /// A change that is made has no rows to choose from, to sort or to limit.
  func refuseListOptions() throws {
    guard !options.dryRun else { return }
    let given = [
      ("--fields", options.fields != nil), ("--sort", options.sort != nil),
      ("--limit", options.limit != nil),
    ]
    guard let option = given.first(where: \.1)?.0 else { return }
    throw CommandError(
      .usage,
      "\(option) is only for lists and plans; \(name) changes the store; nothing was changed",
      remedy: "leave \(option) out, or add --dry-run to see the plan")
  }
}
