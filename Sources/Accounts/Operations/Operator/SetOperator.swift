/// Changes an operator's role or name.
public struct SetOperator: Operation {
  public static let name = OperationName("operator", "set")
  public static let summary = "Change an operator's role or name"
  public static let examples = ["operator set bea --role supervisor"]
  public static let fields = [
    OperatorFields.name.info, role.info, OperatorFields.fullName.info,
  ]
  static let role = Field<Role>.option("role", "what they may do")
  let operatorName: StaffName
  let role: Role?
  let fullName: Line?

  public init(_ input: Input) throws(Rejection) {
    operatorName = try input.require(OperatorFields.name)
    role = try input[Self.role]
    fullName = try input[OperatorFields.fullName]
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let before = try books.staff(operatorName)
    var after = before
    if let role { after[Operator.role] = role }
    if let fullName { after[Operator.fullName] = fullName }
    if before[Operator.role] == .admin, after[Operator.role] != .admin {
      try books.requireAnotherAdmin(than: operatorName)
    }
    guard books.update(before, to: after) else {
      return Effect("\(operatorName) is already so: \(after[Operator.role].rawValue)")
    }
    return Effect(
      "\(operatorName) is \(after[Operator.role].words)",
      notices: try books.standing(of: operatorName, as: after[Operator.role]))
  }
}

/// Ends a member of staff's work on the store.
public struct RemoveOperator: Operation {
  public static let name = OperationName("operator", "remove")
  public static let summary = "Let a member of staff no longer work on the store"
  public static let discussion = "What they have done stays in the journal under their name."
  public static let examples = ["operator remove bea --reason \"has left the city\""]
  public static let fields = [OperatorFields.name.info]
  let operatorName: StaffName

  public init(_ input: Input) throws(Rejection) {
    operatorName = try input.require(OperatorFields.name)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    guard let row = try books.find(Operator.self, operatorName) else {
      return Effect("\(operatorName) is already so: no operator")
    }
    if row[Operator.role] == .admin { try books.requireAnotherAdmin(than: operatorName) }
    books.delete(row)
    return Effect(
      "\(operatorName) is no longer an operator",
      notices: try books.standing(of: operatorName, as: nil))
  }
}
