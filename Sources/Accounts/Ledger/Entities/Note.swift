package import Engines
package import Values

/// A staff note on a record.
package enum Note: Entity {
  package static let id = Column<Note, Int64>(0, "note")
  package static let kind = Column<Note, NoteKind>(1, "kind")
  /// The record's key; of a service, its account and code, e.g. 2000001/1000; of a user, the number.
  package static let key = Column<Note, String>(2, "record_key")
  package static let text = Column<Note, Prose>(3, "text", search: .init(.text, weight: 2))
  package static let staff = Column<Note, StaffName>(4, "operator")
  package static let at = Column<Note, Timestamp>(5, "at")
  /// The city's day.
  package static let on = Column<Note, CivilDate>(6, "noted_on")

  package static let table = Table(
    "note", [id.info, kind.info, key.info, text.info, staff.info, at.info, on.info])

  package static let ofRecord = Lookup<Note>([.equal(kind), .equal(key)], order: [.ascending(id)])
}

/// The kinds of records that can have notes.
package enum NoteKind: String, Choice {
  package static let valueName = "kind"
  case customer, account, location, meter, service, user, bill, payment, request
}
