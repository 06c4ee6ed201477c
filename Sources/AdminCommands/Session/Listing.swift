import Accounts
import Reports

/// Rows that a command makes itself, as `--fields`, `--sort` and `--limit` ask for them. They are
/// kept only where they are sorted.
final class Listing {
  private let selection: Selection
  /// Nil if the names of the fields were asked for, not the rows.
  private let answer: OpenAnswer?
  private var count = 0
  private var kept: [[Datum]] = []

  init(_ name: String, _ columns: [ReportColumn], in context: CommandContext) throws {
    selection = try context.selection(name, columns)
    let isHelp = try context.tellFields(columns)
    answer = isHelp ? nil : try context.openAnswer()
    try answer?.writer.begin(selection.columns.map { columns[$0] })
  }

  var isHelp: Bool { answer == nil }

  func add(_ row: [Datum]) throws {
    if selection.isSorted { kept.append(row) } else { try write(row) }
  }

  func finish() throws {
    for row in selection.sorted(kept) { try write(row) }
    let limit = selection.limit ?? count
    try answer?.finish(note: count > limit ? Report.cutNote(limit) : nil)
  }

  func discard() { answer?.discard() }

  private func write(_ row: [Datum]) throws {
    guard let answer else { return }
    count += 1
    if let limit = selection.limit, count > limit { return }
    for index in selection.columns {
      switch row[index] {
      case .text(let text): answer.writer.text(text)
      case .integer(let integer): answer.writer.integer(integer)
      default: answer.writer.null()
      }
    }
    try answer.writer.endRow()
  }
}

extension CommandContext {
  /// What --fields, --sort and --limit choose of a list; throws where they name what it does not have.
  @discardableResult
  func selection(_ name: String, _ columns: [ReportColumn]) throws -> Selection {
    try Selection(
      fields: options.fields == "help" ? nil : options.fields, sort: options.sort,
      limit: options.limit?.count, of: columns, named: name)
  }

  /// Writes the rows that `body` adds; answers what it answers, or nil if only the names of the
  /// fields were asked for.
  @discardableResult
  func answer<Value>(
    list name: String, _ columns: [ReportColumn],
    _ body: (_ add: ([Datum]) throws -> Void) throws -> Value
  ) throws -> Value? {
    // What is half written goes away with a signal; what is printed simply ends.
    guard options.output != nil else { return try list(name, columns, body) }
    return try session.interruptible { try list(name, columns, body) }
  }

  private func list<Value>(
    _ name: String, _ columns: [ReportColumn],
    _ body: (_ add: ([Datum]) throws -> Void) throws -> Value
  ) throws -> Value? {
    let listing = try Listing(name, columns, in: self)
    do {
      let value = listing.isHelp ? nil : try body(listing.add)
      try listing.finish()
      return value
    } catch {
      listing.discard()
      throw error
    }
  }

  /// The fields with their types and units, where `--fields help` asks for them.
  func tellFields(_ columns: [ReportColumn]) throws -> Bool {
    guard options.fields == "help" else { return false }
    try answer { writer in
      try writer.begin([.text("field"), .text("type"), .text("unit")])
      for column in columns {
        writer.text(column.name)
        writer.text(column.kind.word)
        if let unit = column.unit { writer.text(unit) } else { writer.null() }
        try writer.endRow()
      }
      return nil
    }
    return true
  }
}

extension ReportColumn {
  /// A column of text, headed by its name.
  static func text(_ name: String, title: String? = nil) -> ReportColumn {
    ReportColumn(
      name, title: title ?? name.prefix(1).uppercased() + name.dropFirst(), kind: .text)
  }
}
