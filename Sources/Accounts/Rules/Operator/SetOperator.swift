package import Ledger
package import Values

/// Changes an operator's role or name.
package struct SetOperator: Operation {
  package static let name = OperationName("operator", "set")
  package static let leastRole = Role.admin
  package static let needsAField = true
  package static let writes: [TableWrite] = [.update(Operator.table)]
  package static let fields = [
    OperatorFields.name.info, role.info, OperatorFields.fullName.info,
  ]
  static let role = Field<Role>.option(of: Operator.role)
  let operatorName: StaffName
  let role: Role?
  let fullName: Line?

  package init(_ input: Input) throws(Rejection) {
    operatorName = try input.require(OperatorFields.name)
    role = try input[Self.role]
    fullName = try input[OperatorFields.fullName]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.staff(operatorName)
    var after = before
    if let role { after[Operator.role] = role }
    if let fullName { after[Operator.fullName] = fullName }
    if before[Operator.role] == .admin, after[Operator.role] != .admin {
      try books.requireAnotherAdmin(than: operatorName)
    }
    guard books.update(before, to: after) else {
      return Effect("\(operatorName) is unchanged: \(after[Operator.role].rawValue)")
    }
    return Effect(
      "\(operatorName) is \(after[Operator.role].phrase)",
      notices: try books.loginNotices(of: operatorName, as: after[Operator.role]))
  }
}

/// Ends a member of staff's work on the store.
package struct RemoveOperator: Operation {
  package static let name = OperationName("operator", "remove")
  package static let leastRole = Role.admin
  package static let writes: [TableWrite] = [.delete(Operator.table)]
  package static let repeated = Repetition.isRefused
  package static let fields = [OperatorFields.name.info]
  let operatorName: StaffName

  package init(_ input: Input) throws(Rejection) {
    operatorName = try input.require(OperatorFields.name)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.staff(operatorName)
    if row[Operator.role] == .admin { try books.requireAnotherAdmin(than: operatorName) }
    books.delete(row)
    return Effect(
      "\(operatorName) is no longer an operator",
      notices: try books.loginNotices(of: operatorName, as: nil))
  }
}
