import Engines
package import Ledger
package import Values

/// Adds a note to a record.
package struct AddNote: Operation {
  package static let name = OperationName("note", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes: [TableWrite] = [.insert(Note.table)]
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

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let record = try books.noteRecord(kind, key)
    let phrase = "\(kind.rawValue) \(record.name)"
    let staff = StaffName(trusted: books.operatorName)
    let place = "note \(kind.rawValue) \(record.key)"
    let known = try notes(at: place, record.key, by: staff, in: books)
    if known.first([text.text]) != nil {
      return Effect("\(phrase) is unchanged: noted today")
    }
    var row = Row<Note>()
    row[Note.id] = try books.nextID(Note.self)
    row[Note.kind] = kind
    row[Note.key] = record.key
    row[Note.text] = text
    row[Note.staff] = staff
    row[Note.at] = books.now
    row[Note.on] = books.today
    books.insert(row)
    known.add(row[Note.id], words: text.text)
    return Effect("note added to \(phrase)", newKey: "\(row[Note.id])")
  }

  /// What was noted today.
  private func notes<Key: DatumValue>(
    at place: String, _ key: Key, by staff: StaffName, in books: Books
  ) throws(RuleError) -> KnownRows {
    try books.known(at: place) { () throws(RuleError) in
      KnownRows(
        try books.rows(Note.ofRecord, kind, key)
          .filter { $0[Note.staff] == staff && $0[Note.on] == books.today }
          .map { ("\($0[Note.id])", [$0[Note.text].text]) })
    }
  }
}
