import Accounts
import Reports

/// Writes a list whose commands have the options of the running line that they need.
final class CompletedCommands: RowWriter {
  private let writer: any RowWriter
  private let options: PrintedOptions
  private var columns: [ReportColumn] = []
  /// The index of the next cell in its row.
  private var place = 0

  private init(_ writer: any RowWriter, _ options: PrintedOptions) {
    self.writer = writer
    self.options = options
  }

  /// The writer itself where no command needs an option.
  static func completing(
    _ writer: any RowWriter, _ options: PrintedOptions
  ) -> any RowWriter {
    guard !options.isEmpty else { return writer }
    return CompletedCommands(writer, options)
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) {
    self.columns = columns
    try writer.begin(columns)
  }

  func text(_ bytes: CellBytes) {
    let column = columns[place]
    place += 1
    guard column.commands != .none, !bytes.isEmpty else { return writer.text(bytes) }
    writer.text(column.commands.completed(String(decoding: bytes, as: UTF8.self), options))
  }

  func integer(_ value: Int64) {
    place += 1
    writer.integer(value)
  }

  func number(_ digits: CellBytes) {
    place += 1
    writer.number(digits)
  }

  func null() {
    place += 1
    writer.null()
  }

  func endRow() throws(OutputError) {
    place = 0
    try writer.endRow()
  }

  func finish(note: String?) throws(OutputError) { try writer.finish(note: note) }
}

extension CommandContext {
  /// What commands in the output need. Output for others does not say where the store is on this machine, so
  /// that `report verify` makes the same file on any machine.
  func printed(to destination: AnswerDestination) -> PrintedOptions {
    guard destination.isFile || options.isForOthers else { return session.printed }
    return PrintedOptions(past: session.printed.past)
  }
}

extension Page {
  /// The same with the options that its commands need.
  func completed(_ options: PrintedOptions) -> Page {
    guard !options.isEmpty else { return self }
    var page = self
    page.sections = sections.map { section in
      switch section {
      case .fields(let title, let fields):
        .fields(title: title, fields.map { $0.completed(options) })
      case .table(let table): .table(table.completed(options))
      case .data(let table): .data(table.completed(options))
      case .chart: section
      }
    }
    return page
  }
}

extension PageField {
  fileprivate func completed(_ options: PrintedOptions) -> PageField {
    guard commands != .none, case .text(let text) = value else { return self }
    return showing(.text(commands.completed(text, options)))
  }
}

extension PageTable {
  fileprivate func completed(_ options: PrintedOptions) -> PageTable {
    guard columns.contains(where: { $0.commands != .none }) else { return self }
    let rows = rows.map { row in
      zip(row, columns).map { value, column in
        guard column.commands != .none, case .text(let cell) = value else { return value }
        return PageValue.text(column.commands.completed(cell, options))
      }
    }
    return PageTable(name, title: title, columns: columns, rows: rows)
  }
}

extension CommandsInText {
  fileprivate func completed(_ text: String, _ options: PrintedOptions) -> String {
    switch self {
    case .none: return text
    case .whole: return PrintedCommands.completed(text, options)
    case .numbered(let words):
      guard text.hasPrefix(words + " "), Int64(text.dropFirst(words.count + 1)) != nil else {
        return text
      }
      return PrintedCommands.completed(text, options)
    case .quoted: return PrintedCommands.on(options, text)
    }
  }
}
