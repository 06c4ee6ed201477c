import Engines
package import Ledger
package import Values

/// Adds a service type.
package struct AddServiceType: Operation {
  package static let name = OperationName("service-type", "add")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [.insert(ServiceType.table)]
  package static let fields = [
    ServiceTypeFields.code.info, ServiceTypeFields.newName.info, ServiceTypeFields.metered.info,
    ServiceTypeFields.unit.info,
  ]

  let row: Row<ServiceType>

  package init(_ input: Input) throws(Rejection) {
    var row = Row<ServiceType>()
    row[ServiceType.code] = try input.require(ServiceTypeFields.code)
    row[ServiceType.name] = try input.require(ServiceTypeFields.newName)
    row[ServiceType.isMetered] = try input[ServiceTypeFields.metered]?.isYes ?? false
    row[ServiceType.unit] = try input[ServiceTypeFields.unit]
    self.row = row
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let code = row[ServiceType.code]
    if let existing = try books.find(ServiceType.self, code) {
      if existing == row { return Effect("service type \(code) is unchanged") }
      throw .refuse(
        .duplicate, field: "code", found: "service type \(code), \(existing[ServiceType.name])",
        expected: "a code that is not in use",
        remedy: "\(help: "service-type set") explains how to change it; or use another code")
    }
    try ServiceTypeFields.checkUnit(of: row)
    try ServiceTypeFields.checkWords(of: row, in: books)
    books.insert(row)
    return Effect("service type \(code) \(row[ServiceType.name]) added")
  }
}
