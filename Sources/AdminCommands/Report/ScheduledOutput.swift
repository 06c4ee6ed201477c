import Accounts
import Reports

/// One scheduled report as it goes into its folder, or into a mail.
extension ReportScheduleRun {
  /// Bytes of a report that a mail can have.
  private static let mostMailed = 500_000

  /// The outcome of one.
  enum Made {
    case written(String)
    case mailed(String)
    case failed(String)

    var words: String {
      switch self {
      case .written(let path): path
      case .mailed: "in the outbox"
      case .failed(let why): "failed: " + why
      }
    }
  }

  /// The report as of the day on which it was due: a late one holds the same days as one in time.
  func write(
    _ row: Row<ReportSchedule>, _ day: CivilDate, on store: Store
  ) throws -> Made {
    let format = OutputFormat(rawValue: row[ReportSchedule.format].text) ?? .csv
    let path = row[ReportSchedule.folder].map {
      "\($0)/\(row[ReportSchedule.name])-\(day).\(format.fileExtension)"
    }
    let (output, errorOutput) = (OutputBuffer.memory(), OutputBuffer.memory())
    let session = context.session
    let inner = unsafe Session(
      environment: session.environment, output: output, errorOutput: errorOutput,
      terminal: TerminalFacts(), clock: session.clock,
      connections: session.connections, caller: session.caller,
      readInput: { _ in 0 })
    let report = try ScheduledLine(row[ReportSchedule.line].text)
    let place = TypedLine(context.typed).words(only: ["profile", "no-config", "wait"])
    var form = GlobalOptions()
    form.onlyReads = true
    // The configuration is for a terminal; a mark of the encoding, for spreadsheets that open files.
    form.ignoresConfiguredForm = true
    let isMarked =
      try path != nil && format == .csv && context.marksCSV
      && !report.words.contains("--bom")
    form.isForOthers = true
    form.replacesLink = true
    form.dueDay = day < store.today ? day : nil
    form.duePeriod = row.duePeriod(dueOn: day)
    let status = Dispatch.run(
      place + [
        "--store", "\(store.location)", "--quiet", "--no-input", "--format", format.rawValue,
      ]
        + (path.map { ["--output", $0] } ?? []) + (isMarked ? ["--bom"] : [])
        + report.words, in: inner, within: RunningScripts().telling(form))
    guard status == .done else {
      let said = errorOutput.string.split(separator: "\n").first ?? "exit status \(status.rawValue)"
      return .failed(String(said.trimmingPrefix("ubadmin: ").prefix(300)))
    }
    if let path { return .written(path) }
    guard output.bytes.count <= Self.mostMailed else {
      return .failed(
        "\(output.bytes.count) bytes are too many for a mail; use --folder")
    }
    return .mailed(output.string)
  }
}
