package import Accounts

extension Report {
  /// Members of staff who may work on the store.
  package static func operators(role: Role? = nil) -> Report {
    Report(
      "operator list",
      columns: [
        Column("operator", of: Operator.name, "o"), Column("role", of: Operator.role, "o"),
        Column("full-name", of: Operator.fullName, "o"), Column("added", of: Operator.addedOn, "o"),
      ], from: "operator o",
      where: role.map { [Condition("o.role = ?", [$0.datum])] } ?? [], orderBy: ["o.operator"])
  }
}
