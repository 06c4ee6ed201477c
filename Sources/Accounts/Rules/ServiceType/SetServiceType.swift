package import Ledger
package import Values

/// Changes a service type.
package struct SetServiceType: Operation {
  package static let name = OperationName("service-type", "set")
  package static let leastRole = Role.supervisor
  package static let needsAField = true
  package static let writes: [TableWrite] = [.update(ServiceType.table)]
  package static let fields = [
    ServiceTypeFields.known.info, ServiceTypeFields.name.info, ServiceTypeFields.metered.info,
    ServiceTypeFields.unit.info, ClearList.field.info,
  ]

  let type: Line
  let newName: Line?
  let metered: YesNo?
  let unit: Unit?
  let clear: ClearList

  package init(_ input: Input) throws(Rejection) {
    type = try input.require(ServiceTypeFields.known)
    newName = try input[ServiceTypeFields.name]
    metered = try input[ServiceTypeFields.metered]
    unit = try input[ServiceTypeFields.unit]
    clear = try ClearList(input, from: ["unit": ServiceType.unit.info])
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.serviceType(type, field: "code")
    let code = before[ServiceType.code]
    var after = before
    clear.write(to: &after)
    if let newName { after[ServiceType.name] = newName }
    if let metered { after[ServiceType.isMetered] = metered.isYes }
    if let unit { after[ServiceType.unit] = unit }
    guard before != after else { return Effect("service type \(code) is unchanged") }
    try ServiceTypeFields.checkUnit(of: after)
    try ServiceTypeFields.checkWords(of: after, in: books)
    let meter = try books.rows(Meter.ofType, code).first
    if let meter, !after[ServiceType.isMetered] {
      throw .refuse(
        .inUse, field: "metered", found: "meter \(meter[Meter.meter]) for \(code)",
        expected: "a service type that no meter measures", remedy: "keep it metered")
    }
    books.update(before, to: after)
    let isUnitNew = meter != nil && before[ServiceType.unit] != after[ServiceType.unit]
    return Effect(
      "service type \(code) changed",
      notices: isUnitNew ? ["existing meters keep their unit"] : [])
  }
}

extension Meter {
  static let ofType = Lookup<Meter>([.equal(code)], limit: 1)
}
