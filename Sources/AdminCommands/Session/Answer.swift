import Accounts
import Reports

/// Where a command's data goes and how it is written.
extension Session {
  func format(_ options: GlobalOptions) throws -> OutputFormat {
    if options.json { return .json }
    if options.csv { return .csv }
    if let format = options.format { return format }
    if let path = options.output, let format = OutputFormat(path: path) { return format }
    guard let configured = try configuration(options)[.format] else { return .table }
    guard let format = OutputFormat(rawValue: configured.value) else {
      throw CommandError(
        .configuration,
        "\(configured.origin): found format = \(configured.value), expected one of "
          + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return format
  }

  func openAnswer(_ options: GlobalOptions) throws -> OpenAnswer {
    let format = try format(options)
    let destination = try Destination(options.output, session: self)
    return OpenAnswer(
      writer: makeRowWriter(
        format, options: rendering(options, destination), output: destination.output,
        words: { [self] in if !options.quiet { say($0) } }),
      destination: destination)
  }

  /// Calls `body` with a writer of rows, and brings the rows out whole.
  func answer(_ options: GlobalOptions, _ body: (any RowWriter) throws -> String?) throws {
    let answer = try openAnswer(options)
    do {
      try answer.finish(note: try body(answer.writer))
    } catch {
      answer.discard()
      throw error
    }
  }

  func answer(_ options: GlobalOptions, page: Page) throws {
    let format = try format(options)
    let destination = try Destination(options.output, session: self)
    do {
      try write(page, as: format, options: rendering(options, destination), to: destination.output)
      try destination.commit()
    } catch {
      destination.discard()
      throw error
    }
  }

  /// Runs a report as the options ask: fields, order, limit.
  func answer(_ options: GlobalOptions, _ report: Report, on store: Store) throws {
    if options.fields == "help" {
      for column in report.columns { output.append("\(column.name)\n") }
      try output.flush()
      return
    }
    let selection = try Selection(
      fields: options.fields, sort: options.sort, limit: options.limit, of: report)
    try answer(options) { writer in try report.run(selection, on: store, to: writer) }
  }

  private func rendering(_ options: GlobalOptions, _ destination: Destination) -> RenderingOptions {
    let isTerminal = terminal.outputIsTerminal && !destination.isFile
    return RenderingOptions(
      header: !options.noHeader, escapeFormulas: !options.noEscapeFormulas,
      width: isTerminal ? terminal.columns : nil,
      color: Terminal.usesColor(options.color, isTerminal: isTerminal, environment: environment))
  }
}

/// A list or report while its rows are written.
struct OpenAnswer {
  let writer: any RowWriter
  fileprivate let destination: Destination

  func finish(note: String?) throws {
    try writer.finish(note: note)
    try destination.commit()
  }

  func discard() { destination.discard() }
}

/// Standard output, or the file of `--output`.
private struct Destination {
  let output: OutputBuffer
  private let file: AtomicFile?
  var isFile: Bool { file != nil }

  init(_ path: String?, session: Session) throws {
    guard let path, path != "-" else {
      file = nil
      output = session.output
      return
    }
    let file = try AtomicFile(path: path)
    self.file = file
    output = file.output
  }

  func commit() throws { if let file { try file.commit() } else { try output.flush() } }
  func discard() { file?.discard() }
}
