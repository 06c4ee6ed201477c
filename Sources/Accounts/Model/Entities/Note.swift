/// A staff note on a record.
public enum Note: Entity {
  public static let id = Column<Note, Int64>(0, "note")
  public static let kind = Column<Note, NoteKind>(1, "kind")
  /// The record's key; of a service, its account and code, e.g. 2000001/1000; of a user, the number.
  public static let key = Column<Note, String>(2, "record_key")
  public static let text = Column<Note, Prose>(3, "text")
  public static let staff = Column<Note, StaffName>(4, "operator")
  public static let at = Column<Note, Timestamp>(5, "at")
  /// The city's day.
  public static let on = Column<Note, CivilDate>(6, "noted_on")

  public static let table = Table(
    "note", [id.info, kind.info, key.info, text.info, staff.info, at.info, on.info])

  static let ofRecord = Lookup<Note>([.equal(kind), .equal(key)], order: [.ascending(id)])
}

/// The kinds of records that can have notes.
public enum NoteKind: String, Choice {
  public static let valueName = "kind"
  case customer, account, location, meter, service, user, bill, payment, request
}
