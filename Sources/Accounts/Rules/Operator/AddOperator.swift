package import Engines
package import Ledger
package import Values

/// Fields of the commands on operators.
enum OperatorFields {
  static let name = Field<StaffName>.argument(of: Operator.name)
  static let role = Field<Role>.argument(of: Operator.role)
  static let fullName = Field<Line>.option(of: Operator.fullName)
}

extension Books {
  package func staff(_ name: StaffName, field: String = "operator") throws(RuleError) -> Row<
    Operator
  > {
    guard let row = try find(Operator.self, name) else {
      throw .refuse(
        .notFound, field: field, found: "no operator \(name)", expected: "an operator",
        remedy: "see `operator list`")
    }
    return row
  }

  /// One operator must remain who can add others.
  func requireAnotherAdmin(than name: StaffName) throws(RuleError) {
    let admins = try rows(Operator.ofRole, Role.admin)
    guard admins.contains(where: { $0[Operator.name] != name }) else {
      throw .refuse(
        .wrongStatus, field: "operator", found: "\(name), who is the only admin",
        expected: "another remaining admin", remedy: "add one first: `operator add NAME admin`")
    }
  }
}

/// Lets a member of staff work on the store.
package struct AddOperator: Operation {
  package static let name = OperationName("operator", "add")
  package static let leastRole = Role.admin
  package static let writes: [TableWrite] = [.insert(Operator.table)]
  package static let fields = [
    OperatorFields.name.info, OperatorFields.role.info, OperatorFields.fullName.info,
  ]
  let operatorName: StaffName
  let role: Role
  let fullName: Line?

  package init(_ input: Input) throws(Rejection) {
    operatorName = try input.require(OperatorFields.name)
    role = try input.require(OperatorFields.role)
    fullName = try input[OperatorFields.fullName]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    if let row = try books.find(Operator.self, operatorName) {
      guard row[Operator.role] == role, fullName == nil || row[Operator.fullName] == fullName else {
        throw .refuse(
          .duplicate, field: "operator",
          found: "\(operatorName), who is already \(row[Operator.role].phrase)",
          expected: "somebody who is not an operator yet",
          remedy: "use \(run: "operator set", operatorName, options: ["role": role.rawValue])")
      }
      return Effect("\(operatorName) is unchanged: \(role.rawValue)")
    }
    if try books.rows(Operator.ofRole, Role.admin).isEmpty { try requireOwnAdmin(books) }
    var row = Row<Operator>()
    row[Operator.name] = operatorName
    row[Operator.role] = role
    row[Operator.fullName] = fullName
    row[Operator.addedOn] = books.today
    books.insert(row)
    return Effect(
      "\(operatorName) is \(role.phrase)", newKey: operatorName.text,
      notices: try books.loginNotices(of: operatorName, as: role))
  }

  private func requireOwnAdmin(_ books: Books) throws(RuleError) {
    let isOwn = operatorName.text == books.operatorName || books.operatorName == "root"
    guard role == .admin, isOwn else {
      throw .refuse(
        .wrongStatus, field: role == .admin ? "operator" : "role",
        found: "\(operatorName) as the first operator, \(role.phrase)",
        expected: "yourself, as an admin: the first operator adds the others",
        remedy: "run `operator add \(word: books.operatorName) admin` first")
    }
  }
}
