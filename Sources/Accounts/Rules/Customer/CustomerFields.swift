import Engines
import Ledger
import Values

/// A customer's fields: those that the columns of `Customer` declare, and the customer ID.
package struct CustomerFields: Sendable {
  static let cid = Field<CustomerID>.argument("cid", Customer.cid.info.help)
  static let newCid = Field<CustomerID>.argument(
    "cid", required: false, "customer ID; default: the next free one")
  static let columns = EditedColumns(Customer.self)

  let values: EditedValues<Customer>

  init(_ input: Input) throws(Rejection) {
    values = try Self.columns.values(in: input)
  }

  /// Overwrites the fields that are given and keeps the others. First and last name make the full
  /// name, unless that is given.
  func write(to row: inout Row<Customer>) throws(RuleError) {
    values.write(to: &row)
    if values[Customer.name] == nil,
      values[Customer.firstName] != nil || values[Customer.lastName] != nil
    {
      row[Customer.name] = try Self.fullName(of: row)
    }
  }

  private static func fullName(of row: Row<Customer>) throws(RuleError) -> Line {
    let (first, last) = (row[Customer.firstName], row[Customer.lastName])
    guard let first, let last else {
      throw .refuse(
        .contradictory, field: first == nil ? "last" : "first",
        found: first == nil ? "only a last name" : "only a first name",
        expected: "both \(field: "first") and \(field: "last")",
        remedy: "add the other, or use \(field: "name")")
    }
    do {
      return try Line("\(first) \(last)")
    } catch {
      throw .rejected(Rejection(error, field: "last"))
    }
  }
}
