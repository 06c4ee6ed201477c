/// Records a meter read.
public struct AddRead: Operation {
  public static let name = OperationName("read", "add")
  public static let summary = "Record a meter read, by its register reading or its consumption"
  public static let discussion = """
    The consumption since the read before is the difference of the readings times the meter's \
    multiplier; where the source states a consumption it is taken as it is, from --from or from \
    the read before. A read may come late: the periods around it are divided anew. Where an \
    actual read is lower than estimates before it, these are re-estimated. A control read only \
    checks. The same read again changes nothing; another for the same day and reason is refused.
    """
  public static let examples = [
    "read add 60000011 --on 2026-11-04 --reading 381250",
    "read add 60000021 --on 2026-11-04 --consumption 4200 --kind customer",
    "read add --from reads.csv --dry-run",
  ]
  public static let fields = [
    ReadFields.meter.info, ReadFields.on.info, ReadFields.reading.info, consumption.info,
    from.info, kind.info, reason.info, source.info,
  ]

  static let consumption = Field<Quantity>.option(
    "consumption", "consumption as the source states it, in the meter's unit")
  static let from = Field<CivilDate>.option(
    "from", "first day of the consumption; the day of the read before where absent")
  static let kind = Field<ReadKind>.option("kind", "how the read came about; actual where absent")
  static let reason = Field<ReadReason>.option("reason", "why it was read; periodic where absent")
  static let source = Field<Line>.option("source", "where the read comes from")

  let meter: MeterSerial
  let on: CivilDate
  let reading: Quantity?
  let consumption: Quantity?
  let from: CivilDate?
  let kind: ReadKind
  let reason: ReadReason
  let source: Line?

  public init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    on = try input.require(ReadFields.on)
    reading = try input[ReadFields.reading]
    consumption = try input[Self.consumption]
    from = try input[Self.from]
    kind = try input[Self.kind] ?? .actual
    reason = try input[Self.reason] ?? .periodic
    source = try input[Self.source]
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let read = NewRead(
      meter: try books.meter(meter), on: on, reading: reading, consumption: consumption,
      from: from, kind: kind, reason: reason, source: source)
    switch try books.record(read) {
    case .alreadySo: return Effect("the read of meter \(meter) on \(on) is already so")
    case .recorded(let notices):
      return Effect(
        "read of meter \(meter) on \(on) recorded", notices: notices + books.futureNotice(on))
    }
  }
}
