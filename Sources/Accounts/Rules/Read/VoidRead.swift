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
  package static let recordFields = [ReadFields.meter.info, ReadFields.on.info]

  static let number = Field<WholeNumber>.option(
    "number", "number of the read in `read list`, if the day has several")

  let meter: MeterSerial
  let on: CivilDate
  let number: WholeNumber?

  package init(_ input: Input) throws(Rejection) {
    meter = try input.require(ReadFields.meter)
    on = try input.require(ReadFields.on)
    number = try input[Self.number]
    _ = try input[ReadFields.remark]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let row = try books.meter(meter)
    let sameDay = try books.rows(Read.onDay, meter, on).map(ChainRead.init)
    let reads = sameDay.filter { read in number.map { $0.value == read.number } ?? true }
    let current = reads.filter { $0.state == .current }
    guard let first = current.first else { return try alreadyVoid(reads) }
    // What came from a read goes with it.
    let own = current.count == 1 ? current : current.filter { !CarriedRead.isCarried($0) }
    guard own.count == 1 else { throw ambiguous(current) }
    let read = own.first ?? first
    var restored = try books.void(read.row, of: row)
    var notices: [String] = []
    if !read.reason.opens, read.reason != .control,
      let carried = sameDay.first(where: {
        CarriedRead.isCarried($0) && $0.reading == read.reading
      })
    {
      restored += try books.void(carried.row, of: row)
      notices.append(
        "the initial read of the next service, which used the same reading, is also voided")
    }
    if restored > 0 {
      notices.append("\(restored) re-estimated read\(restored == 1 ? "" : "s") restored")
    }
    return Effect("read of meter \(meter) on \(on) voided", notices: notices)
  }

  private func alreadyVoid(_ reads: [ChainRead]) throws(RuleError) -> Effect {
    if let superseded = reads.last(where: { $0.state == .superseded }), number != nil {
      throw .refuse(
        .notActive, field: "number",
        found: "read \(superseded.number) of \(on), which has since been re-estimated",
        expected: "a current read", remedy: "see \(run: "read list", options: ["meter": meter])")
    }
    guard !reads.isEmpty else {
      throw .refuse(
        .notFound, field: number == nil ? "on" : "number",
        found: "no read of meter \(meter) on \(on)"
          + (number.map { " numbered \($0.value)" } ?? ""),
        expected: "a read that is on record",
        remedy: "see \(run: "read list", options: ["meter": meter])")
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
