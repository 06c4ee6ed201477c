package import Engines
package import Values

/// A member of staff who may work on the store.
package enum Operator: Entity {
  package static let name = Column<Operator, StaffName>(
    0, "operator", help: "account name on the operating system, as shown by `id -un`")
  package static let role = Column<Operator, Role>(1, "role", help: "role of the operator")
  package static let fullName = Column<Operator, Line?>(
    2, "full_name", help: "full name")
  package static let addedOn = Column<Operator, CivilDate>(3, "added_on")

  package static let table = Table("operator", [name.info, role.info, fullName.info, addedOn.info])

  package static let ofRole = Lookup<Operator>([.equal(role)], order: [.ascending(name)])
}
