import Engines
package import Ledger
package import Values

/// Adds a bill, or another line to it.
package struct AddBill: Operation {
  package static let name = OperationName("bill", "add")
  package static let leastRole = Role.supervisor
  package static let comparesRows = true
  package static let writes: [TableWrite] = [
    .insert(Bill.table), .update(Bill.table), .insert(BillLine.table), .update(BillLine.table),
    .update(Service.table, [Service.finalBilledOn.name]),
  ]
  package static let fields = [
    BillFields.bill.info, BillFields.account.info, on.info, from.info, to.info, service.info,
    amount.info, due.info,
  ]

  static let on = Field<CivilDate>.option("on", "date of the bill; default: today")
  static let from = Field<CivilDate>.option("from", "first day of the line's period")
  static let to = Field<CivilDate>.option("to", "last day of the line's period")
  static let service = Field<Line>.option("service", "service type of the line, name or code")
  static let amount = Field<Money>.option(of: BillLine.amount, required: true)
  static let due = Field<CivilDate>.option("due", "due date")

  let bill: BillNumber
  let account: AccountNumber
  let on: CivilDate?
  let from: CivilDate?
  let to: CivilDate?
  let service: Line?
  let amount: Money
  let due: CivilDate?

  package init(_ input: Input) throws(Rejection) {
    bill = try input.require(BillFields.bill)
    account = try input.require(BillFields.account)
    on = try input[Self.on]
    from = try input[Self.from]
    to = try input[Self.to]
    service = try input[Self.service]
    amount = try BillFields.amount(Self.amount, in: input)
    due = try input[Self.due]
    if let from, let to, to < from {
      throw Rejection(
        .dateOrder, field: "to", found: "\(to), before the first day \(from)",
        expected: "\(from) or later", remedy: "check whether the two dates are swapped")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let code = try service.map { (name) throws(RuleError) in
      try books.serviceType(name)[ServiceType.code]
    }
    guard let old = try books.find(Bill.self, bill) else {
      return try addFirst(code, in: books)
    }
    try checkAccount(of: old)
    if let day = old[Bill.voidedOn] { return try leaveOut(old, day, code, in: books) }
    try check(on, is: old[Bill.billedOn], of: old, field: "on", "is dated")
    try check(due, is: old[Bill.dueOn], of: old, field: "due", "is due on")
    let known = try knownLines(books)
    let new = line(known.last + 1, code)
    // Two equal lines of a file are two; a line that was there before is known once.
    let same = known.first([new.words])
    let isOfSameFile = try books.isOfSameFile(Bill.self, bill.text)
    if let same, !books.addsEqualRow, !isOfSameFile {
      known.match(same)
      let words = "line\(same.contains(" ") ? "s" : "") \(same) of \(old.phrase)"
      guard books.mayBeEqualRow else { return Effect("\(words) is unchanged") }
      throw books.refusalOfKnown(
        field: "amount", found: "\(amount), the same as \(words)",
        expected: "a line that is not on record")
    }
    try books.checkBillLine(
      new, billedOn: old[Bill.billedOn], of: try books.account(account))
    if same == nil, !isOfSameFile,
      let like = known.first(new.correctedWords(isOfFile: books.repeats.isOfFile))
    {
      try books.checkIsFurther(new, than: like, of: old)
    }
    if books.repeats.isOfFile, !isOfSameFile, known.first([new.wordsOfSum]) != nil {
      try books.checkIsNoCorrection(
        field: "amount", found: "\(amount), which is already the total of \(old.phrase)",
        correction: "leave this line out")
    }
    var after = old
    after[Bill.total] += amount
    guard after[Bill.total].units.magnitude <= Money.greatest.units.magnitude else {
      throw .refuse(
        .outOfRange, field: "amount", found: "\(amount); \(old.phrase) is \(old[Bill.total])",
        expected: "a total up to \(Money.greatest)", remedy: "check the decimal point")
    }
    let moved = try MovedBill(bill: old, line: new).possibleDuplicate(in: books)
    books.update(old, to: after)
    books.insert(new)
    known.add(new[BillLine.number])
    return Effect(
      "line \(new[BillLine.number]) added to \(old.phrase); new total \(after[Bill.total])",
      notices: Self.notices(moved), possibleDuplicate: moved,
      day: RecordDay(old[Bill.billedOn], isGiven: true))
  }

  private func addFirst(_ code: ServiceCode?, in books: Books) throws(RuleError) -> Effect {
    let holder = try books.account(account)
    var row = Row<Bill>()
    row[Bill.bill] = bill
    row[Bill.account] = account
    let date = on ?? books.today
    row[Bill.billedOn] = date
    row[Bill.dueOn] = due ?? date.adding(days: books.settings.integer(.billDueDays))
    row[Bill.total] = amount
    guard row[Bill.dueOn] >= date else {
      throw .refuse(
        .dateOrder, field: "due", found: "\(row[Bill.dueOn]), before the bill date \(date)",
        expected: "\(date) or later", remedy: "check whether the two dates are swapped")
    }
    let first = line(1, code)
    try books.checkBill(on: date, dueOn: due, of: holder)
    try books.checkBillLine(first, billedOn: date, of: holder)
    try books.checkIsNew(Bill.self, bill)
    var moved = try MovedBill(bill: row, line: first).possibleDuplicate(in: books)
    if moved == nil, on != nil {
      moved = try MisreadBill(bill: row, first: first).possibleDuplicate(in: books)
    }
    let others = try RenumberedBill(bill: row, first: first).check(in: books) + Self.notices(moved)
    books.insert(row)
    books.insert(first)
    try books.known(at: place) { KnownRows([]) }.add(1)
    return Effect(
      "\(row.phrase) added to account \(account): \(amount), due \(row[Bill.dueOn])",
      notices: on == nil
        ? ["\(row.phrase) has no date; it is dated today, \(date)"] + others
        : books.futureNotice(date) + books.longAgoNotice(date) + others, possibleDuplicate: moved,
      day: RecordDay(date, isGiven: on != nil))
  }

  private static func notices(_ moved: PossibleDuplicate?) -> [String] {
    moved.map { ["\($0.record), with the same amount, is also on record"] } ?? []
  }

  private var place: String { "bill \(bill)" }

  func knownLines(_ books: Books) throws(RuleError) -> KnownRows {
    try books.known(at: place) { () throws(RuleError) in
      let lines = try books.rows(BillLine.ofBill, bill)
      return KnownRows(
        lines.map { ("\($0[BillLine.number])", $0.knownWords) } + lines.sums,
        last: lines.last?[BillLine.number] ?? 0)
    }
  }

  private func checkAccount(of old: Row<Bill>) throws(RuleError) {
    guard old[Bill.account] == account else {
      throw .refuse(
        .conflict, field: "bill", found: "\(old.phrase) of account \(old[Bill.account])",
        expected: "a bill of account \(account): a bill number belongs to one account",
        remedy: "check the account of this row, or use another bill number")
    }
  }

  /// A date that is not given is not compared.
  private func check(
    _ date: CivilDate?, is known: CivilDate, of old: Row<Bill>, field: String, _ verb: String
  ) throws(RuleError) {
    guard let date, date != known else { return }
    throw .refuse(
      .conflict, field: field, found: "\(date); \(old.phrase) \(verb) \(known)",
      expected: "\(known): all lines of a bill share its dates",
      remedy: "leave out this date, or use another bill number for the line")
  }

  func line(_ number: Int64, _ code: ServiceCode?) -> Row<BillLine> {
    var row = Row<BillLine>()
    row[BillLine.bill] = bill
    row[BillLine.number] = number
    row[BillLine.code] = code
    row[BillLine.fromOn] = from
    row[BillLine.toOn] = to
    row[BillLine.amount] = amount
    return row
  }
}
