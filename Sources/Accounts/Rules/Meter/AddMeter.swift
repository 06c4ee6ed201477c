import Engines
package import Ledger
package import Values

/// Adds a meter that is not yet installed in a service.
package struct AddMeter: Operation {
  package static let name = OperationName("meter", "add")
  package static let leastRole = Role.clerk
  package static let writes: [TableWrite] = [.insert(Meter.table)]
  package static let fields = [ReadFields.meter.info] + MeterFields.all

  let meter: MeterSerial
  let details: MeterFields

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    details = try MeterFields(input)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let type = try books.serviceType(details.service)
    let row = try details.row(meter, type: type)
    guard let existing = try books.find(Meter.self, meter) else {
      try books.checkIsNew(Meter.self, meter)
      try books.checkUnit(of: row, type: type)
      books.insert(row)
      return Effect("meter \(meter) added")
    }
    if existing == row { return Effect("meter \(meter) is unchanged") }
    throw .refuse(
      .duplicate, field: "meter",
      found: "meter \(meter), which differs in \(row.differences(existing))",
      expected: "a serial number that is not in use",
      remedy: "check the serial number; see `meter show \(word: meter)`")
  }
}

extension Row {
  /// `dials (5 on record, 6 given)`: the columns in which two rows differ.
  func differences(_ earlier: Row<E>) -> String {
    E.table.columns.filter { values[$0.index] != earlier.values[$0.index] }.map { column in
      func phrase(_ datum: Datum) -> String { datum.isNull ? "none" : column.type.display(datum) }
      return "\(column.name) (\(phrase(earlier.values[column.index])) on record, "
        + "\(phrase(values[column.index])) given)"
    }.joined(separator: ", ")
  }
}
