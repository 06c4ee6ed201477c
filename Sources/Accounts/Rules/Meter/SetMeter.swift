package import Ledger
package import Values

/// Changes a meter's size or radio. What it measures never changes, because its reads depend on it.
package struct SetMeter: Operation {
  package static let name = OperationName("meter", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes: [TableWrite] = [.update(Meter.table)]
  package static let fields =
    [ReadFields.meter.info] + MeterFields.columns.fields + [ClearList.field.info]

  let meter: MeterSerial
  let values: EditedValues<Meter>
  let clear: ClearList

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    values = try MeterFields.columns.values(in: input)
    clear = try ClearList(input, from: MeterFields.columns.clearable)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.meter(meter)
    var after = before
    clear.write(to: &after)
    values.write(to: &after)
    guard books.update(before, to: after) else { return Effect("meter \(meter) is unchanged") }
    return Effect("meter \(meter) changed")
  }
}
