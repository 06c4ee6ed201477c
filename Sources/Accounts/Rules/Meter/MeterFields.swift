import Engines
import Ledger
import Values

/// A meter's fields in commands and files.
struct MeterFields {
  static let service = Field<Line>.option(
    "service", "name or code of the service type it measures; default: WATER")
  static let unit = Field<Unit>.option(of: Meter.unit, default: "unit of the service type")
  static let dials = Field<WholeNumber>.option(of: Meter.dials)
  static let multiplier = Field<Quantity>.option(of: Meter.multiplier, default: "1")
  /// What may change while the meter counts on.
  static let columns = EditedColumns(Meter.self)

  static let all = [service.info, unit.info, dials.info, multiplier.info] + columns.fields

  let service: Line
  package let unit: Unit?
  let dials: WholeNumber?
  let multiplier: Quantity
  let values: EditedValues<Meter>

  init(_ input: Input) throws(Rejection) {
    service = try input[Self.service] ?? Line(trusted: "WATER")
    unit = try input[Self.unit]
    dials = try input[Self.dials]
    multiplier = try input[Self.multiplier] ?? Quantity(units: Quantity.scale)
    values = try Self.columns.values(in: input)
    if let dials, !(1...12).contains(dials.value) {
      throw Rejection(
        .outOfRange, field: "dials", found: "\(dials.value)", expected: "1 to 12",
        remedy: "count the digits of the register")
    }
    guard multiplier > .zero, multiplier <= Self.greatestMultiplier else {
      throw Rejection(
        .outOfRange, field: "multiplier", found: "\(multiplier)",
        expected: "more than 0 and at most \(Self.greatestMultiplier)",
        remedy: "use the consumption per unit of the register, e.g. 10")
    }
    if let dials { try Self.checkTurn(dials, multiplier) }
  }

  /// One full turn of the register must leave room for sums.
  private static func checkTurn(_ dials: WholeNumber, _ multiplier: Quantity) throws(Rejection) {
    let turn = Dial.capacity(dials: dials).units.multipliedReportingOverflow(by: multiplier.units)
    guard turn.overflow || turn.partialValue > Dial.greatestPosition / 4 else { return }
    throw Rejection(
      .outOfRange, field: "multiplier", found: "\(multiplier) with \(dials.value) dials",
      expected: "a register that counts up to a trillion",
      remedy: "check the dials and the multiplier")
  }

  private static let greatestMultiplier = Quantity(units: 1_000_000 * Quantity.scale)

  func row(_ serial: MeterSerial, type: Row<ServiceType>) throws(RuleError) -> Row<Meter> {
    guard type[ServiceType.isMetered] else {
      throw .refuse(
        .notMetered, field: "service", found: "service type \(type.phrase), which is not metered",
        expected: "a metered service type",
        remedy: "use another type; or \(help: "service-type set") explains how to make it "
          + "metered")
    }
    guard let unit = unit ?? type[ServiceType.unit] else {
      throw .refuse(
        .required, field: "unit",
        found: "no unit; service type \(type.phrase) does not have one either",
        expected: "a unit", remedy: "add a unit, e.g. GAL")
    }
    var row = Row<Meter>()
    row[Meter.meter] = serial
    row[Meter.code] = type[ServiceType.code]
    row[Meter.unit] = unit
    row[Meter.dials] = dials
    row[Meter.multiplier] = multiplier
    values.write(to: &row)
    return row
  }
}

extension Books {
  /// In reports, a unit in other capitals than the service type's is another unit.
  func checkUnit(of meter: Row<Meter>, type: Row<ServiceType>) throws(RuleError) {
    let unit = meter[Meter.unit]
    guard let usual = type[ServiceType.unit], usual != unit,
      usual.text.lowercased() == unit.text.lowercased()
    else { return }
    try refuse(
      "unit", "\(unit), which differs from the unit \(usual) of \(type.phrase) only in capitals",
      expected: "\(usual), or a different unit", check: "the unit")
  }
}
