import Engines
package import Ledger
package import Values

/// Adds a note to a record.
package struct AddNote: Operation {
  package static let name = OperationName("note", "add")
  package static let summary = "Add a note to a record"
  package static let discussion = """
    The key identifies the record, as in other commands: customer ID, account number, location, \
    meter, ACCOUNT/SERVICE, a user's e-mail address, or the number of a bill, payment or \
    request. The same text by the same operator on the same day changes nothing. To remove a \
    note, use `change undo`.
    """
  package static let examples = [
    "note add account 2000001 \"Dog in the yard: read from the gate.\"",
    "note add customer 100001 \"Wants to be called after six.\"",
    "note add service 2000001/WATER \"Valve is stiff.\"", "note add --from notes.csv",
  ]
  package static let fields = [kind.info, key.info, text.info]

  static let kind = Field<NoteKind>.argument("kind", "kind of record")
  static let key = Field<Line>.argument("key", "the record's ID or number")
  static let text = Field<Prose>.argument("text", "text of the note")

  let kind: NoteKind
  let key: Line
  let text: Prose

  package init(_ input: Input) throws(Rejection) {
    kind = try input.require(Self.kind)
    key = try input.require(Self.key)
    text = try input.require(Self.text)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    let record = try books.noteRecord(kind, key)
    let words = "\(kind.rawValue) \(record.name)"
    let staff = StaffName(trusted: books.operatorName)
    let isKnown = try books.rows(Note.ofRecord, kind, record.key).contains {
      $0[Note.text] == text && $0[Note.staff] == staff && $0[Note.on] == books.today
    }
    if isKnown { return Effect("\(words) is unchanged: noted today") }
    var row = Row<Note>()
    row[Note.id] = try books.nextID(Note.self)
    row[Note.kind] = kind
    row[Note.key] = record.key
    row[Note.text] = text
    row[Note.staff] = staff
    row[Note.at] = books.now
    row[Note.on] = books.today
    books.insert(row)
    return Effect("note added to \(words)", newKey: "\(row[Note.id])")
  }
}
