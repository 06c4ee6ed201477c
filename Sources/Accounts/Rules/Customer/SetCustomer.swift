import Engines
package import Ledger
package import Values

/// Changes a customer's fields.
package struct SetCustomer: Operation {
  package static let name = OperationName("customer", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes = [TableWrite].customers
  package static let fields =
    [CustomerFields.cid.info] + CustomerFields.columns.fields + [ClearList.field.info]

  let cid: CustomerID
  let details: CustomerFields
  let clear: ClearList

  package init(_ input: Input) throws(Rejection) {
    cid = try input.require(CustomerFields.cid)
    details = try CustomerFields(input)
    clear = try ClearList(input, from: CustomerFields.columns.clearable)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.customer(cid)
    var after = before
    clear.write(to: &after)
    try details.write(to: &after)
    guard books.update(before, to: after) else {
      return Effect("customer \(cid) is unchanged")
    }
    return Effect("customer \(cid) changed")
  }
}
