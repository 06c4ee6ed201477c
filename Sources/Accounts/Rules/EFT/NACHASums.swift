/// What a control record must say.
struct NACHASums {
  var count: Int64 = 0
  private var hash: Int64 = 0
  private var debit: Int64 = 0
  private var credit: Int64 = 0

  mutating func add(_ other: NACHASums) {
    count += other.count
    hash += other.hash
    debit += other.debit
    credit += other.credit
  }

  mutating func add(entry record: NACHARecord) throws(NACHAFault) {
    let code = try record.integer(.entry, "transaction code")
    let amount = try record.integer(.entry, "amount")
    count += 1
    hash += try record.integer(.entry, "receiving DFI")
    if code % 10 >= 5 { debit += amount } else { credit += amount }
  }

  func check(_ record: NACHARecord, _ layout: NACHALayout) throws(NACHAFault) {
    try Self.compare(record, layout, "entry count", count)
    try Self.compare(record, layout, "entry hash", hash % 10_000_000_000)
    try Self.compare(record, layout, "total debit", debit)
    try Self.compare(record, layout, "total credit", credit)
  }

  static func compare(
    _ record: NACHARecord, _ layout: NACHALayout, _ name: String, _ sum: Int64
  ) throws(NACHAFault) {
    let found = try record.integer(layout, name)
    guard found == sum else {
      throw NACHAFault(
        record: record.number, layout.field(name), found: "\(found)",
        expected: "\(sum), the sum of the records before")
    }
  }
}
