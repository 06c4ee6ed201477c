package import Accounts

extension Report {
  /// Notes on a record, on all of a kind, or on everything, the latest first.
  package static func notes(
    kind: NoteKind? = nil, key: String? = nil, by operatorName: String? = nil,
    since: CivilDate? = nil, until: CivilDate? = nil
  ) -> Report {
    var conditions: [Condition] = []
    if let kind { conditions.append(Condition("n.kind = ?", [kind.datum])) }
    if let key { conditions.append(Condition("n.record_key = ?", [key.datum])) }
    if let operatorName { conditions.append(Condition("n.operator = ?", [operatorName.datum])) }
    if let since { conditions.append(Condition("n.noted_on >= ?", [since.datum])) }
    if let until { conditions.append(Condition("n.noted_on <= ?", [until.datum])) }
    return Report(
      "note list",
      columns: [
        Column("note", of: Note.id, "n"), Column("kind", of: Note.kind, "n"),
        Column(
          "key", "CASE WHEN n.kind = \(NoteKind.user.sql) THEN u.email ELSE n.record_key END"),
        Column("on", of: Note.on, "n"),
        Column("operator", of: Note.staff, "n"), Column("text", of: Note.text, "n").whole(),
      ],
      from: """
        note n LEFT JOIN portal_user u ON n.kind = \(NoteKind.user.sql) \
        AND CAST(u.portal_user AS TEXT) = n.record_key
        """, where: conditions, orderBy: ["n.note DESC"])
  }
}
