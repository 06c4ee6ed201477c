package import Ledger
package import Values

/// Assigns a request to a member of staff.
package struct AssignRequest: Operation {
  package static let name = OperationName("request", "assign")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].requests
  package static let fields = [RequestFields.request.info, to.info]

  static let to = Field<StaffName>.option("to", required: true, "account name of the assignee")

  let request: Int64
  let to: StaffName

  package init(_ input: Input) throws(Rejection) {
    request = try input.require(RequestFields.request).value
    to = try input.require(Self.to)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.request(request)
    var after = try RequestLifeCycle.after(.assign, of: before, on: books.today)
    after[Request.assignee] = to
    guard before != after else {
      return Effect("\(before.phrase) is unchanged: assigned to \(to)")
    }
    // If there are operators, there is always an admin.
    if try !books.rows(Operator.ofRole, Role.admin).isEmpty {
      _ = try books.staff(to, field: "to")
    }
    books.update(before, to: after)
    return Effect("\(before.phrase) is assigned to \(to)")
  }
}
