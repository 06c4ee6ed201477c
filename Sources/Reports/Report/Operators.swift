package import Accounts

extension Report {
  /// Members of staff who may work on the store.
  package static func operators(role: Role? = nil) -> Report {
    Report(
      "operator list",
      columns: [
        Column("operator", "o.operator"), Column("role", "o.role"),
        Column("full-name", "o.full_name"), Column("added", "o.added_on", .date),
      ], from: "operator o",
      where: role.map { [Condition("o.role = ?", [$0.datum])] } ?? [], orderBy: ["o.operator"])
  }
}
