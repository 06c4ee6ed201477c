import Accounts
import Reports

/// Where a command's data goes and how it is written.
extension CommandContext {
  /// Finds out that the result of a change can be told, before the change is made.
  func prepareAnswer() throws {
    _ = try format
    guard let path = options.output, path != "-" else { return }
    try makeReady(path)
  }

  /// What fails after the commit does not undo it, and must not look so.
  func telling<Value>(of change: Int64?, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      if let change {
        say("change \(change) was made anyway; undo it with `ubadmin change undo \(change)`")
      }
      throw error
    }
  }

  func openAnswer() throws -> OpenAnswer {
    releaseNotes()
    let format = try format
    let destination = try AnswerDestination(self)
    session.waiting = WaitingLine.start(in: session, isShown: !options.quiet)
    destination.output.beforeSending = { [session] in session.stopWaiting() }
    let notes = Notes()
    let words = { [self] (text: String) in if !options.quiet { notes.lines.append(text) } }
    let writer = CompletedCommands.completing(
      makeRowWriter(
        format, options: try rendering(destination, format), output: destination.output,
        words: words), printed(to: destination))
    // The rows of a change are not a list.
    let recorder = session.prompt.flatMap { $0.changes ? nil : KeyRecorder(writer) }
    if let recorder { session.prompt?.listed = recorder.keys }
    return OpenAnswer(
      writer: recorder ?? writer,
      // A table says its note itself.
      note: format == .table ? { _ in } : words,
      say: { [self] in notes.lines.forEach { say($0) } },
      end: { [session] in session.stopWaiting() }, destination: destination)
  }

  /// Calls `body` with a writer of rows, and brings the rows out whole.
  func answer(_ body: (any RowWriter) throws -> String?) throws {
    // What is half written goes away with a signal; what is printed simply ends.
    guard options.output != nil else { return try answerUnwatched(body) }
    try session.interruptible { try answerUnwatched(body) }
  }

  private func answerUnwatched(
    _ body: (any RowWriter) throws -> String?
  ) throws {
    let answer = try openAnswer()
    do {
      try answer.finish(note: try body(answer.writer))
    } catch {
      answer.discard()
      throw error
    }
  }

  /// A few lines that are the whole answer, e.g. the number of a new record.
  /// - Parameter marked: whether they begin with a byte order mark.
  func answer(lines: [String], marked: Bool = false) throws {
    let destination = try AnswerDestination(self, isShort: true)
    if marked { destination.output.append("\u{FEFF}") }
    for line in lines { destination.output.append(TerminalText.sanitized(line) + "\n") }
    do {
      try destination.commit()
    } catch {
      destination.discard()
      throw error
    }
  }

  /// Lines that come one after the other, and are the whole answer.
  func openLines() throws -> OpenLines { OpenLines(destination: try AnswerDestination(self)) }

  /// A page about a record, or as much of it as `--fields` names.
  func answer(page: Page) throws {
    for (option, isGiven) in [("--sort", options.sort != nil), ("--limit", options.limit != nil)]
    where isGiven {
      throw CommandError(
        .usage, "\(option) is only for lists; \(name) shows one page", remedy: "leave \(option) out"
      )
    }
    for (option, isGiven) in [
      ("--plot", options.plot), ("--no-header", try options.noHeader && format == .table),
    ] where isGiven {
      throw CommandError(
        .usage, "\(option) has no effect on \(name), which shows one page",
        remedy: "leave \(option) out")
    }
    if options.fields == "help" { return try answer(lines: page.names) }
    var page = try options.fields.map(page.only) ?? page
    if let moment = past?.past { page.title += " (as of change \(moment.change))" }
    try answer(outcome: page)
  }

  /// What a command did, as an object for programs.
  func answer(outcome page: Page) throws {
    let format = try format
    releaseNotes()
    let destination = try AnswerDestination(self)
    let page = (options.reveal || showsOwnData ? page : page.masked).times(
      format.timeStyle, in: zone)
    do {
      try write(
        page.completed(printed(to: destination)), as: format,
        options: try rendering(destination, format), to: destination.output)
      try destination.commit()
    } catch {
      destination.discard()
      throw error
    }
  }

  /// Runs a report as the options ask: fields, order, limit.
  /// - Parameter counted: receives the number of rows.
  func answer(
    _ report: Report, on store: Store,
    counted: (Int) -> Void = { _ in }
  ) throws {
    if try tellFields(report.columns) { return }
    let selection = try Selection(
      fields: options.fields, sort: options.sort, limit: options.limit?.count,
      reveals: options.reveal, times: try format.timeStyle, of: report.columns,
      named: report.name)
    // Rows that are not seen coming.
    var progress = ProgressLine(
      session: session, total: nil,
      isShown: !options.quiet && (options.output != nil || !session.terminal.outputIsTerminal))
    defer { progress.clear() }
    try answer { writer in
      try report.run(selection, on: store, to: writer) { count in
        counted(count)
        progress.update(count, "rows")
        try SignalInbox.check()
      }
    }
  }

  private func rendering(
    _ destination: AnswerDestination, _ format: OutputFormat
  ) throws -> RenderingOptions {
    let isTerminal = session.terminal.outputIsTerminal && !destination.isFile
    var rendering = RenderingOptions(
      header: !options.noHeader, escapeFormulas: !options.noEscapeFormulas,
      width: isTerminal ? session.terminal.columns : nil,
      color: Terminal.usesColor(
        try color, isTerminal: isTerminal, environment: session.environment))
    rendering.byteOrderMark = try format == .csv ? marksCSV : options.bom
    rendering.delimiter = options.delimiter ?? .comma
    rendering.title = name
    if format == .html || format == .xlsx { (rendering.command, rendering.asOf) = origin }
    rendering.layout = options.layout ?? .auto
    rendering.isUnicode = drawsUnicode
    return rendering
  }

  /// Whether bars and lines are drawn with more than ASCII.
  var drawsUnicode: Bool { options.drawsUnicode ?? Terminal.isUnicode(session.environment) }

  /// `--color`, or `color` of the configuration.
  var color: ColorChoice {
    get throws {
      if let color = options.color { return color }
      guard !options.ignoresConfiguredForm, let entry = try configuration[.color] else {
        return .auto
      }
      guard let color = ColorChoice(rawValue: entry.value) else {
        throw ConfigurationKey.color.fault(of: entry.value, at: entry.origin)
      }
      return color
    }
  }

  /// Whether CSV begins with a byte order mark: `--bom`, or `csv-bom` of the configuration.
  var marksCSV: Bool {
    get throws {
      if options.bom { return true }
      guard !options.ignoresConfiguredForm, let entry = try configuration[.csvBOM] else {
        return false
      }
      guard let choice = YesNo(rawValue: entry.value.lowercased()) else {
        throw ConfigurationKey.csvBOM.fault(of: entry.value, at: entry.origin)
      }
      return choice.isYes
    }
  }
}
