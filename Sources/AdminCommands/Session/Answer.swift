import Accounts
import Reports

/// Where a command's data goes and how it is written.
extension Session {
  func format(_ options: GlobalOptions) throws -> OutputFormat {
    if options.json { return .json }
    if options.csv { return .csv }
    if let format = options.format { return format }
    if let path = options.output {
      if let format = OutputFormat(path: path) { return format }
      if let ending = OutputFormat.foreignExtension(of: path) {
        throw CommandError(
          .usage, "--output: there is no way to write .\(ending) files",
          mend: "end the name with .csv, .tsv, .json, .ndjson, .md or .txt, or say --format")
      }
    }
    guard let configured = try configuration(options)[.format] else { return .table }
    guard let format = OutputFormat(rawValue: configured.value) else {
      throw CommandError(
        .configuration,
        "\(configured.origin): found format = \(configured.value), expected one of "
          + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return format
  }

  /// Finds out that what comes of a change can be told, before the change is made.
  func prepareAnswer(_ options: GlobalOptions) throws {
    _ = try format(options)
    guard let path = options.output, path != "-" else { return }
    readyFile = (path, try newFile(path))
  }

  /// What fails after the commit does not undo it, and must not look so.
  func telling<Value>(of change: Int64?, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      if let change {
        say("change \(change) was made all the same; undo it with `ubadmin change undo \(change)`")
      }
      throw error
    }
  }

  func openAnswer(_ options: GlobalOptions) throws -> OpenAnswer {
    let format = try format(options)
    let destination = try Destination(options, session: self)
    let words = { [self] (text: String) in if !options.quiet { say(text) } }
    return OpenAnswer(
      writer: makeRowWriter(
        format, options: rendering(options, destination), output: destination.output,
        words: words),
      // A table says its note itself.
      note: format == .table ? { _ in } : words, destination: destination)
  }

  /// Calls `body` with a writer of rows, and brings the rows out whole.
  func answer(_ options: GlobalOptions, _ body: (any RowWriter) throws -> String?) throws {
    // What is half written goes away with a signal; what is printed simply ends.
    guard options.output != nil else { return try answerUnwatched(options, body) }
    try interruptible { try answerUnwatched(options, body) }
  }

  private func answerUnwatched(
    _ options: GlobalOptions, _ body: (any RowWriter) throws -> String?
  ) throws {
    let answer = try openAnswer(options)
    do {
      try answer.finish(note: try body(answer.writer))
    } catch {
      answer.discard()
      throw error
    }
  }

  /// A few lines that are the whole answer, e.g. the number of a new record.
  func answer(_ options: GlobalOptions, lines: [String]) throws {
    let destination = try Destination(options, session: self, isShort: true)
    for line in lines { destination.output.append(TerminalText.sanitized(line) + "\n") }
    do {
      try destination.commit()
    } catch {
      destination.discard()
      throw error
    }
  }

  func answer(_ options: GlobalOptions, page: Page) throws {
    let format = try format(options)
    let destination = try Destination(options, session: self)
    // A citizen's own pages hold what is the citizen's own.
    let isOwn = commandName.hasPrefix("portal ")
    let page = (options.reveal || isOwn ? page : page.masked).times(format.timeStyle, in: zone)
    do {
      try write(page, as: format, options: rendering(options, destination), to: destination.output)
      try destination.commit()
    } catch {
      destination.discard()
      throw error
    }
  }

  /// Runs a report as the options ask: fields, order, limit.
  /// - Parameter counted: is told the number of rows.
  func answer(
    _ options: GlobalOptions, _ report: Report, on store: Store,
    counted: (Int) -> Void = { _ in }
  ) throws {
    if try tellFields(options, report.columns) { return }
    let selection = try Selection(
      fields: options.fields, sort: options.sort, limit: options.limit?.count,
      reveals: options.reveal, times: try format(options).timeStyle, of: report.columns,
      named: report.name)
    try answer(options) { writer in
      try report.run(selection, on: store, to: writer) { count in
        counted(count)
        try SignalInbox.check()
      }
    }
  }

  private func rendering(_ options: GlobalOptions, _ destination: Destination) -> RenderingOptions {
    let isTerminal = terminal.outputIsTerminal && !destination.isFile
    return RenderingOptions(
      header: !options.noHeader, escapeFormulas: !options.noEscapeFormulas,
      width: isTerminal ? terminal.columns : nil,
      color: Terminal.usesColor(
        options.color ?? .auto, isTerminal: isTerminal, environment: environment))
  }
}

/// A list or report while its rows are written.
struct OpenAnswer {
  let writer: any RowWriter
  fileprivate let note: (String) -> Void
  fileprivate let destination: Destination

  func finish(note: String?) throws {
    try writer.finish(note: note)
    try destination.commit()
    if let note { self.note(note) }
  }

  func discard() { destination.discard() }
}

/// The file of `--output`, the pager on a terminal, or standard output.
private struct Destination {
  let output: OutputBuffer
  private let file: AtomicFile?
  private let pager: Pager?
  var isFile: Bool { file != nil }

  init(_ options: GlobalOptions, session: Session, isShort: Bool = false) throws {
    if let path = options.output, path != "-" {
      let file = try session.takeReadyFile(path) ?? session.newFile(path)
      self.file = file
      pager = nil
      output = file.output
      return
    }
    file = nil
    pager = isShort ? nil : Pager(session, options)
    output = pager?.output ?? session.output
  }

  func commit() throws {
    if let file { return try file.commit() }
    defer { pager?.finish() }
    do {
      try output.flush()
    } catch {
      if pager == nil || !error.isBrokenPipe { throw error }
    }
  }

  func discard() {
    file?.discard()
    pager?.finish()
  }
}
