/// A member of staff who may work on the store.
public enum Operator: Entity {
  public static let name = Column<Operator, StaffName>(0, "operator")
  public static let role = Column<Operator, Role>(1, "role")
  public static let fullName = Column<Operator, Line?>(2, "full_name")
  public static let addedOn = Column<Operator, CivilDate>(3, "added_on")

  public static let table = Table("operator", [name.info, role.info, fullName.info, addedOn.info])

  static let all = Lookup<Operator>([.notBefore(addedOn)], order: [.ascending(name)])
  static let ofRole = Lookup<Operator>([.equal(role)], order: [.ascending(name)])
}
