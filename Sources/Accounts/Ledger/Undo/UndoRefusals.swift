import Engines
import Values

/// Why a change cannot be undone, with the later change that is in the way.
extension Undo {
  /// - Parameter fields: those that were changed, where not the whole row counts.
  func moved(
    _ line: JournalLine, _ how: String, from current: [Datum]? = nil, in fields: [ColumnInfo]? = nil
  ) throws -> Rejection {
    let place = "\(line.tableName) \(line.key)"
    let later = try line.latest(on: connection) { later in
      try fields.map { try later.writes($0) } ?? true
    }
    guard let later else {
      return Rejection(
        .movedSince, found: "\(place), which \(how), but not by a change in the journal",
        expected: "\(place) as change \(change) left it",
        remedy: "see `ubadmin change verify --rows`, and compare with a backup")
    }
    let field = try later.written.first { column in
      fields?.contains { $0.index == column.index } ?? true
    }
    var found = "\(place), which \(how) by change \(later.change)"
    if let field, let value = current?[field.index] {
      found += " (\(field.name) is now \(field.maskedWords(value).quoted))"
    }
    return Rejection(
      .movedSince, field: field?.name, found: found,
      expected: "\(place) as change \(change) left it",
      remedy: "undo change \(later.change) first, or change the record by hand")
  }

  func builtOn(_ line: JournalLine, _ reference: Reference, _ key: [Datum]) throws
    -> Rejection
  {
    let text = RowKey.text(key[...])
    let child = "\(reference.child.name) \(text.replacing("\t", with: " "))"
    let added = try connection.first(
      Self.lastChange, [.text(reference.child.name), .text(text)], { $0.integer(0) })
    return Rejection(
      .movedSince, field: reference.column.name,
      found: "\(child), which belongs to \(line.tableName) \(line.key)"
        + (added.map { " since change \($0)" } ?? ""),
      expected:
        "\(line.tableName) \(line.key) as change \(change) left it, with nothing that depends on it",
      remedy: added.map { "undo change \($0) first" }
        ?? "remove the \(reference.child.name) first")
  }

  private static let lastChange = Statement(
    "SELECT change FROM change_row WHERE table_name = ? AND row_key = ? "
      + "ORDER BY change DESC LIMIT 1")

  /// The change sent a mail; what it tells of is another change.
  func sentMail(_ line: JournalLine) throws -> Rejection {
    let asked = try connection.first(Self.mailAsked, [.text(line.key)]) { $0.integer(0) }
    return Rejection(
      .notUndoable, field: "change",
      found: "change \(change), which sent mail \(line.key), which cannot be recalled",
      expected: "a change to records",
      remedy: asked.map { "undo the change that caused the mail with `change undo \($0)`" }
        ?? "see `change list`")
  }

  private static let mailAsked = Statement(
    "SELECT change FROM change_row WHERE table_name = 'outbox_message' AND action = 'insert' "
      + "AND row_key = ? ORDER BY change DESC LIMIT 1")

  func standsInTheWay(_ refusal: StoreError) -> Rejection {
    let place = written.map { "\($0.tableName) \($0.key)" } ?? "change \(change)"
    return Rejection(
      .movedSince, found: "another row in place of \(place): \(refusal.message)",
      expected: "no other row in place of \(place)",
      remedy: "undo the later changes first; see `change list`")
  }
}

extension String {
  fileprivate var quoted: String { isEmpty ? "empty" : "“\(self)”" }
}
