package import Ledger
package import Values

/// Voids a wrong read.
package struct VoidRead: Operation {
  package static let name = OperationName("read", "void")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].reads
  package static let fields = [
    ReadFields.meter.info, ReadFields.on.info, number.info, ReadFields.remark.info,
  ]

  package static let number = Field<WholeNumber>.option(
    "number", "number of the read in `read list`, if the day has several")

  package let meter: MeterSerial
  package let on: CivilDate
  let number: WholeNumber?

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    on = try input.require(ReadFields.on)
    number = try input[Self.number]
    _ = try input[ReadFields.remark]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.meter(meter)
    let reads = try books.rows(Read.onDay, meter, on).map(ChainRead.init).filter { read in
      number.map { $0.value == read.number } ?? true
    }
    let current = reads.filter { $0.state == .current }
    guard let read = current.first else { return try alreadyVoid(reads) }
    guard current.count == 1 else { throw ambiguous(current) }
    let restored = try books.void(read.row, of: row)
    let notices =
      restored == 0
      ? []
      : ["\(restored) re-estimated read\(restored == 1 ? "" : "s") restored"]
    return Effect("read of meter \(meter) on \(on) voided", notices: notices)
  }

  private func alreadyVoid(_ reads: [ChainRead]) throws(RuleError) -> Effect {
    if let superseded = reads.last(where: { $0.state == .superseded }), number != nil {
      throw .refuse(
        .notActive, field: "number",
        found: "read \(superseded.number) of \(on), which was re-estimated since",
        expected: "a read that counts", remedy: "see `read list --meter \(meter)`")
    }
    guard !reads.isEmpty else {
      throw .refuse(
        .notFound, field: number == nil ? "on" : "number",
        found: "no read of meter \(meter) on \(on)"
          + (number.map { " numbered \($0.value)" } ?? ""),
        expected: "a read that is on record", remedy: "see `read list --meter \(meter)`")
    }
    return Effect("the read of meter \(meter) on \(on) is already void")
  }

  private func ambiguous(_ reads: [ChainRead]) -> RuleError {
    let list = reads.map {
      "\($0.number) (\($0.reading ?? $0.consumption ?? .zero), \($0.reason.rawValue))"
    }
    return .refuse(
      .ambiguous, field: "number",
      found: "\(reads.count) reads of meter \(meter) on \(on): \(list.joined(separator: ", "))",
      expected: "the number of one of them", remedy: "add the number of the read")
  }
}
