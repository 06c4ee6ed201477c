import Values

/// One line of a plan's file: a flat JSON object. The header is first; then come, row by row, the
/// words that an operation was made from and the changes that it would make; the end is last, so
/// that part of a plan is not taken for the whole.
package enum PlanLine {
  case header(PlanHeader)
  case row(PlanRow)
  case change(PlannedChange)
  case end(rows: Int, changes: Int)

  package var text: String { RowCells.object(cells) }

  private var cells: [(name: String, value: Datum)] {
    switch self {
    case .header(let header): header.cells
    case .row(let row): row.cells
    case .change(let change): change.cells
    case .end(let rows, let changes):
      [("_end", .integer(Int64(rows))), ("changes", .integer(Int64(changes)))]
    }
  }

  /// Nil for a line that is not part of a plan.
  package init?(_ text: String) {
    guard let cells = RowCells.parse(text), let first = cells.first else { return nil }
    let line: PlanLine? =
      switch first.name {
      case "_plan": PlanHeader(cells).map { .header($0) }
      case "_row": PlanRow(cells).map { .row($0) }
      case "_change": PlannedChange(cells).map { .change($0) }
      case "_end":
        if let rows = first.value.integer, let changes = cells.last?.value.integer {
          .end(rows: Int(clamping: rows), changes: Int(clamping: changes))
        } else {
          nil
        }
      default: nil
      }
    guard let line else { return nil }
    self = line
  }
}

/// What a plan is of, who made it, and when.
package struct PlanHeader: Sendable {
  /// Identifies the plan.
  package let id: String
  /// Noun and verb.
  package let command: String
  /// The whole command line.
  package let line: String
  package let reason: String?
  package let operatorName: String
  /// In the city's time, by ISO 8601.
  package let at: String
  /// The name of the city's time zone; nil in a plan of an older version.
  package let zone: String?
  /// Whether unusual values were accepted when it was made.
  package let acceptsUnusual: Bool
  /// What it does with rows that are on record already.
  package let repeats: RepeatPolicy

  static let version: Int64 = 1
  private static let unusual = "unusual"

  package init(
    command: String, author: Author, at: String, zone: String? = nil, acceptsUnusual: Bool = false,
    repeats: RepeatPolicy = .note
  ) {
    self.zone = zone
    self.acceptsUnusual = acceptsUnusual
    self.repeats = repeats
    id = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    self.command = command
    line = author.command
    reason = author.reason
    operatorName = author.operatorName
    self.at = at
  }

  fileprivate init?(_ cells: [(name: String, value: Datum)]) {
    let texts = Dictionary(cells.map { ($0.name, $0.value) }) { first, _ in first }
    guard texts["_plan"]?.integer == Self.version, let id = texts["id"]?.text, id.count == 16,
      id.allSatisfy(\.isHexDigit), let command = texts["command"]?.text,
      let line = texts["line"]?.text, let operatorName = texts["operator"]?.text,
      let at = texts["at"]?.text
    else { return nil }
    self.id = id
    self.command = command
    self.line = line
    self.operatorName = operatorName
    self.at = at
    zone = texts["zone"]?.text
    reason = texts["reason"]?.text
    acceptsUnusual = texts["accept"]?.text == Self.unusual
    repeats = texts["repeats"]?.text.flatMap { RepeatPolicy(rawValue: $0) } ?? .refuse
  }

  /// What the journal says of its application.
  package func author(_ author: Author) -> Author {
    var author = author
    author.command = String("\(author.command) (plan \(id): \(line))".prefix(2000))
    author.reason = author.reason ?? reason.flatMap { try? Remark($0).text }
    return author
  }

  package var mark: ChangeMark { ChangeMark(plan: id) }

  fileprivate var cells: [(name: String, value: Datum)] {
    [
      ("_plan", .integer(Self.version)), ("id", .text(id)), ("command", .text(command)),
      ("line", .text(line)),
      ("operator", .text(operatorName)), ("at", .text(at)),
      ("reason", reason.map { .text($0) } ?? .null), ("repeats", .text(repeats.rawValue)),
    ] + (zone.map { [("zone", .text($0))] } ?? [])
      + (acceptsUnusual ? [("accept", .text(Self.unusual))] : [])
  }
}

/// The words of one operation, by field.
package struct PlanRow: Sendable {
  /// Of the file that it came from; nil for a command line.
  package let line: Int?
  package let words: [(field: String, text: String)]
  /// The number that was given out to a new record.
  package let newKey: String?
  /// Set if the row came from the bad rows of an earlier run; plans of earlier releases do not say so.
  package let earlierMark: ChangeMark?

  private static let leftOut = "_left_out"

  package init(
    line: Int?, words: [(field: String, text: String)], newKey: String?,
    earlierMark: ChangeMark? = nil
  ) {
    self.line = line
    self.words = words
    self.newKey = newKey
    self.earlierMark = earlierMark
  }

  fileprivate init?(_ cells: [(name: String, value: Datum)]) {
    guard cells.count > 1, cells[1].name == "_new" else { return nil }
    line = cells[0].value.integer.map { Int(clamping: $0) }
    newKey = cells[1].value.text
    var words: [(field: String, text: String)] = []
    var mark: ChangeMark?
    for (name, value) in cells.dropFirst(2) {
      guard let text = value.text else { return nil }
      if name == Self.leftOut {
        mark = ChangeMark(.rejects, fingerprint: text)
      } else {
        words.append((name, text))
      }
    }
    self.words = words
    earlierMark = mark
  }

  fileprivate var cells: [(name: String, value: Datum)] {
    var cells: [(name: String, value: Datum)] = [
      ("_row", line.map { .integer(Int64($0)) } ?? .null),
      ("_new", newKey.map { .text($0) } ?? .null),
    ]
    if let earlierMark { cells.append((Self.leftOut, .text(earlierMark.fingerprint))) }
    return cells + words.map { ($0.field, .text($0.text)) }
  }
}
