import Engines
package import Ledger
package import Values

/// Adds a note to a record.
package struct AddNote: Operation {
  package static let name = OperationName("note", "add")
  package static let leastRole = Role.clerk
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
    if try isKnown(at: place, record.key, by: staff, in: books) {
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
    books.claim(line: Self.claim(place, text))
    return Effect("note added to \(phrase)", newKey: "\(row[Note.id])")
  }

  /// Whether the same was noted today. The notes of a record are read once in a change, however many
  /// rows are about it.
  private func isKnown<Key: DatumValue>(
    at place: String, _ key: Key, by staff: StaffName, in books: Books
  ) throws(RuleError) -> Bool {
    if !books.hasClaimed(line: place) {
      for note in try books.rows(Note.ofRecord, kind, key)
      where note[Note.staff] == staff && note[Note.on] == books.today {
        books.claim(line: Self.claim(place, note[Note.text]))
      }
      books.claim(line: place)
    }
    return books.hasClaimed(line: Self.claim(place, text))
  }

  private static func claim(_ place: String, _ text: Prose) -> String { "\(place)\n\(text.text)" }
}
