package import Ledger
package import Values

/// Records a meter read.
package struct AddRead: Operation {
  package static let name = OperationName("read", "add")
  package static let leastRole = Role.clerk
  package static let comparesRows = true
  package static let writes = [TableWrite].reads
  package static let fields = [
    ReadFields.meter.info, ReadFields.on.info, ReadFields.reading.info, consumption.info,
    from.info, kind.info, reason.info, source.info,
  ]

  static let consumption = Field<Quantity>.option(
    "consumption", "consumption stated by the source, in the meter's unit")
  static let from = Field<CivilDate>.option(
    "from", "first day of the consumption; default: the day of the previous read")
  static let kind = Field<ReadKind>.option("kind", "kind of read; default: actual")
  static let reason = Field<ReadReason>.option("reason", "reason for the read; default: periodic")
  static let source = Field<Line>.option("source", "source of the read")

  let meter: MeterSerial
  let on: CivilDate
  let reading: Quantity?
  let consumption: Quantity?
  let from: CivilDate?
  let kind: ReadKind
  let reason: ReadReason
  let source: Line?
  private let mayBeGrouped: Bool

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    on = try input.require(ReadFields.on)
    reading = try input[ReadFields.reading]
    consumption = try input[Self.consumption]
    from = try input[Self.from]
    kind = try input[Self.kind] ?? .actual
    reason = try input[Self.reason] ?? .periodic
    source = try input[Self.source]
    mayBeGrouped = input.mayGroup(reading == nil ? Self.consumption : ReadFields.reading)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let read = NewRead(
      meter: try books.meter(meter), on: on, reading: reading, consumption: consumption,
      from: from, kind: kind, reason: reason, source: source, mayBeGrouped: mayBeGrouped)
    let voided = try books.voided(like: read)
    if let voided, books.repeats.isOfFile {
      return try books.leaveEnded(
        "read \(voided.number) of meter \(meter) on \(on), which has the same values and is void",
        field: read.usageField, expected: "a read that was not voided")
    }
    switch try books.record(read) {
    case .alreadySo: return Effect("the read of meter \(meter) on \(on) is unchanged")
    case .recorded(let notices):
      return Effect(
        "read of meter \(meter) on \(on) recorded",
        notices: notices
          + (voided.map { ["read \($0.number) of that day has the same values and is void"] } ?? [])
      )
    }
  }
}
