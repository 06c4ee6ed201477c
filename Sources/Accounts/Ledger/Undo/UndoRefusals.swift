import Engines
import Values

/// Why a change cannot be undone, with the later change that is in the way.
extension Undo {
  /// - Parameter fields: those that were changed, where not the whole row counts.
  func moved(
    _ line: JournalLine, _ how: String, from current: [Datum]? = nil, in fields: [ColumnInfo]? = nil
  ) throws -> Rejection {
    let place = line.place(current)
    let later = try standing(line.tableName, line.keyText) { later in
      try fields.map { try later.writes($0) } ?? true
    }
    guard let later else {
      return Rejection(
        .movedSince, found: "\(place), which \(how), but not by a change in the journal",
        expected: "\(place) as change \(change) left it",
        remedy: "see \(run: "ubadmin change verify", options: ["rows": nil]), and compare with "
          + "a backup")
    }
    let field = try later.written.first { column in
      !column.isInternalNumber && fields?.contains { $0.index == column.index } ?? true
    }
    var found = "\(place), which \(how) by change \(later.change)"
    if let field, field.type != .secret, let value = current?[field.index] {
      found += " (\(field.words) is now \(field.maskedWords(value).quoted))"
    }
    return Rejection(
      .movedSince, field: field?.option, found: found,
      expected: "\(place) as change \(change) left it",
      remedy: "undo change \(later.change) first, or change the record by hand")
  }

  /// - Parameter row: that of the line, as it is now.
  func builtOn(
    _ line: JournalLine, _ row: [Datum], _ reference: Reference, _ key: [Datum]
  ) throws -> Rejection {
    let text = RowKey.text(key[...])
    let kind = Table.words(reference.child.name)
    let record = line.place(row)
    let child = Table.phrase(
      reference.child.name, text.replacing("\t", with: " "),
      try rows.row(of: reference.child, key))
    let added = try lastChange(of: reference.child.name, text, writing: reference.column)
    return Rejection(
      .movedSince,
      found: "\(child), which belongs to \(record)"
        + (added.map { " since change \($0)" } ?? ""),
      expected:
        "\(record) as change \(change) left it, with nothing that depends on it",
      remedy: added.map { "undo change \($0) first" }
        ?? "remove the \(kind) first")
  }

  /// The change that another row has a value from; nil if the journal has none.
  private func lastChange(
    of table: String, _ key: String, writing column: ColumnInfo
  ) throws -> Int64? {
    if let line = try standing(table, key, { try $0.writes([column]) }) { return line.change }
    return try connection.first(Self.lastChange, [.text(table), .text(key)]) { $0.integer(0) }
  }

  private static let lastChange = Statement(
    "SELECT change FROM change_row WHERE table_name = ? AND row_key = ? "
      + "ORDER BY change DESC LIMIT 1")

  /// The last line about a row in a later change that is still in effect. An undone change is not, and neither is
  /// the undo of a later change: to undo it would bring that change back.
  private func standing(
    _ table: String, _ key: String, _ isMeant: (JournalLine) throws -> Bool
  ) throws -> JournalLine? {
    let lines = try JournalLine.lines(about: table, key, after: change, on: connection)
      .filter(isMeant)
    let standing = try lines.first { line in
      guard let later = try store.change(line.change) else { return true }
      return later.undoneBy == nil && (later.undoes ?? 0) <= change
    }
    return standing ?? lines.first
  }

  /// The change only sent a mail about another change.
  func sentMail(_ line: JournalLine) throws -> Rejection {
    let asked = try connection.first(Self.mailAsked, [.text(line.key)]) { $0.integer(0) }
    return Rejection(
      .notUndoable, field: "change",
      found: "change \(change), which sent mail \(line.key), which cannot be recalled",
      expected: "a change to records",
      remedy: try asked.map(undoOfMail) ?? "see `change list`")
  }

  /// What takes back what a mail is about, which may have been done already.
  private func undoOfMail(asked: Int64) throws -> String {
    if let earlier = try store.change(asked)?.undoneBy {
      return "change \(asked), which caused the mail, is already undone by change \(earlier)"
    }
    return "undo the change that caused the mail with `change undo \(asked)`"
  }

  private static let mailAsked = Statement(
    "SELECT change FROM change_row WHERE table_name = 'outbox_message' AND action = 'insert' "
      + "AND row_key = ? ORDER BY change DESC LIMIT 1")

  /// The store has refused what the undo wrote, which was rolled back.
  func standsInTheWay(_ refusal: StoreError) throws -> Rejection {
    if let taken = try takenSince() { return taken }
    let place = written.map(\.record) ?? "the records of change \(change)"
    let rule = Table.words(in: refusal.message, of: written?.tableName)
    return Rejection(
      .movedSince,
      found: "\(place), which cannot be restored because of what later changes wrote: \(rule)",
      expected: "records that allow \(place) as before",
      remedy: "undo the later changes first; see `change list`")
  }

  /// Columns of which no two rows have the same value, apart from keys and secrets.
  private static let unique = [
    ServiceType.table.name: ServiceType.name.info.name, User.table.name: User.email.info.name,
  ]

  /// The row that got a value which the undo would give back to another; nil if there is none.
  private func takenSince() throws -> Rejection? {
    var last: Int64 = 0
    while true {
      let lines = try JournalLine.page(of: change, after: last, on: connection)
      guard let end = lines.last else { return nil }
      for line in lines where line.action != .insert {
        if let conflict = try valueTaken(from: line) { return conflict }
      }
      last = end.number
    }
  }

  private func valueTaken(from line: JournalLine) throws -> Rejection? {
    guard let name = Self.unique[line.tableName] else { return nil }
    let table = try line.table()
    let own = try line.key(in: table)[0]
    let key = table.columns[0].name
    for (column, value) in try line.cells(line.before, in: table) where column.name == name {
      let other = try connection.first(
        once: "SELECT \(key) FROM \(table.name) WHERE \(name) = ? AND \(key) <> ?", [value, own],
        { RowKey.text([$0.datum(0)]) })
      guard let other else { continue }
      let since = try lastChange(of: table.name, other, writing: column)
      let kind = Table.words(table.name)
      return Rejection(
        .movedSince, field: column.option,
        found: "\(kind) \(other), whose \(column.words) is now \(column.maskedWords(value).quoted)"
          + (since.map { " since change \($0)" } ?? ""),
        expected: "no other \(kind) with the \(column.words) that \(line.record) had",
        remedy: since.map { "undo change \($0) first" } ?? "change the other record first")
    }
    return nil
  }
}

extension String {
  fileprivate var quoted: String { isEmpty ? "empty" : "“\(self)”" }
}
