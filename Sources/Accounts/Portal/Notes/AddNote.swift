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
  /// A bill's number may well look like a date.
  static let key = Field<Remark>.argument("key", "the record's ID or number")
  static let text = Field<Prose>.argument("text", "text of the note")

  let kind: NoteKind
  let key: Line
  let text: Prose

  package init(_ input: Input) throws(Rejection) {
    kind = try input.require(Self.kind)
    key = try Line(trusted: input.require(Self.key).text)
    text = try input.require(Self.text)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let record = try books.noteRecord(kind, key)
    let phrase = "\(kind.rawValue) \(record.name)"
    let staff = StaffName(trusted: books.operatorName)
    if let effect = try comesAgain(to: record, phrase, by: staff, in: books) { return effect }
    var row = Row<Note>()
    row[Note.id] = try books.nextID(Note.self)
    row[Note.kind] = kind
    row[Note.key] = record.key
    row[Note.text] = text
    row[Note.staff] = staff
    row[Note.at] = books.now
    row[Note.on] = books.today
    books.insert(row)
    return Effect("note added to \(phrase)", newKey: "\(row[Note.id])")
  }

  /// A row of a file is known whenever it was noted, what somebody types for the day.
  private func comesAgain(
    to record: NoteRecord, _ phrase: String, by staff: StaffName, in books: Books
  ) throws(RuleError) -> Effect? {
    guard books.repeats.compares else { return nil }
    guard books.repeats.isOfFile else {
      let isKnown = try books.rows(Note.ofRecord, kind, record.key).contains {
        $0[Note.text] == text && $0[Note.staff] == staff && $0[Note.on] == books.today
      }
      return isKnown ? Effect("\(phrase) is unchanged: noted today") : nil
    }
    return try books.comesAgain(
      text.text, of: Note.self, at: "note \(kind.rawValue) \(record.key)", field: "text",
      phrase: { "note \($0) on \(phrase)" }
    ) { () throws(RuleError) in
      var notes = try books.rows(Note.ofRecord, kind, record.key)
      for key in try keys(after: record, in: books) {
        notes += try books.rows(Note.ofRecord, kind, key)
      }
      return notes.map { ($0[Note.id], $0[Note.text].text) }
    }
  }

  /// The records to which merges have moved the notes of a customer.
  private func keys(
    after record: NoteRecord, in books: Books
  ) throws(RuleError) -> [String] {
    guard kind == .customer else { return [] }
    var keys: [String] = []
    var cid = CustomerID(trusted: record.key)
    while let next = try books.find(Customer.self, cid)?[Customer.mergedInto],
      !keys.contains(next.text)
    {
      keys.append(next.text)
      cid = next
    }
    return keys
  }
}
