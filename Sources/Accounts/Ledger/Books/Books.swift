package import Engines
package import Values

/// The rows as one operation sees them: what the store holds, with the operation's own changes on
/// top. A rule reads and changes books; nothing is written until the rule has ended well.
package final class Books {
  let connection: any Connection
  package let settings: Settings
  /// The city's day on which the operation is carried out.
  package let today: CivilDate
  /// Who makes the change; empty where nothing is changed.
  package let operatorName: String
  /// Seals and opens bank accounts; asked when the first one is needed.
  let bankKey: BankKey
  /// What bank accounts are sealed with, once it is known to be the store's key.
  var sealing: Vault?
  package let now: Timestamp
  private var pending = PendingChanges()
  let direct: DirectRows
  var source: any RowSource
  /// What to do with rows that look done already.
  package var repeats = RepeatPolicy.note
  /// Whether the rows are those of a plan, whose options are given when it is made.
  package var isPlan = false
  var repeated = RepeatedRows()
  var gaps = KnownGaps()
  /// By the account that they were moved away from, and by day; nil until they are looked up.
  var movedPayments: [Datum: [CivilDate: [Row<Payment>]]]?
  /// Answers that hold until something is written.
  var numbers: [NumberQuestion: Int64?] = [:]
  /// By table, whether a number on record may begin with a zero.
  var zeroLed: [String: Bool] = [:]
  /// Whether values that look wrong are accepted.
  package var acceptsUnusual = false
  /// The current row was rejected in an earlier run, so an equal one on record may be another.
  package var rowWasRejected = false
  /// The changes of the runs that left out the rows of the current file.
  package var earlierRuns: Set<Int64> = []

  /// - Parameter isAlone: whether nobody else can write while these books are open.
  init(
    connection: any Connection, settings: Settings, today: CivilDate, now: Timestamp, isAlone: Bool,
    operatorName: String = "", bankKey: BankKey = BankKey()
  ) {
    self.operatorName = operatorName
    self.bankKey = bankKey
    self.connection = connection
    self.settings = settings
    self.today = today
    self.now = now
    direct = DirectRows(connection, keepsAnswers: isAlone)
    source = direct
  }

  package func find<E: Entity>(_ entity: E.Type, _ key: any DatumValue...) throws(RuleError) -> Row<
    E
  >? {
    let key = key.map(\.datum)
    if let change = pending.of(E.table, key[...]) { return change.after.map { Row(values: $0) } }
    return try source.row(of: E.table, key).map { Row(values: $0) }
  }

  package func rows<E: Entity>(_ lookup: Lookup<E>, _ arguments: any DatumValue...)
    throws(RuleError)
    -> [Row<E>]
  {
    let arguments = arguments.map(\.datum)
    let changes = pending.of(E.table)
    // A change of this operation can take the place of at most one row that is found.
    let limit = lookup.shape.limit.map { $0 + changes.count }
    var found = try source.rows(lookup.shape, arguments, limit: limit)
    if !changes.isEmpty {
      found.removeAll { pending.of(E.table, $0[0..<E.table.keyCount]) != nil }
      found += changes.compactMap(\.after).filter { lookup.shape.matches($0, arguments) }
      found.sort { lookup.shape.precedes($0, $1) }
    }
    if let limit = lookup.shape.limit, found.count > limit {
      found.removeLast(found.count - limit)
    }
    return found.map { Row(values: $0) }
  }

  package func insert<E: Entity>(_ row: Row<E>) {
    record(RowChange(table: E.table, before: nil, after: row.values))
  }

  /// Answers whether anything differs.
  @discardableResult
  package func update<E: Entity>(_ before: Row<E>, to after: Row<E>) -> Bool {
    guard before != after else { return false }
    record(RowChange(table: E.table, before: before.values, after: after.values))
    return true
  }

  package func delete<E: Entity>(_ row: Row<E>) {
    record(RowChange(table: E.table, before: row.values, after: nil))
  }

  func record(_ change: RowChange) {
    gaps.note(change)
    pending.record(change)
  }

  /// Whether the current operation has changed anything so far.
  package var hasChanges: Bool { !pending.isEmpty }

  func takePending() -> [RowChange] {
    defer { pending.removeAll() }
    return pending.all
  }

  func discard() {
    pending.removeAll()
    refuse()
  }

  /// The current operation is refused.
  func refuse() {
    repeated.refuse()
    gaps.drop()
  }

  /// The current operation has ended well.
  func keep() {
    repeated.keep()
    gaps.keep()
  }

  /// It is tried again, as not all was loaded.
  func drop() {
    repeated.drop()
    gaps.drop()
  }

  /// Another command goes on with the change: what the one before it added is on record for it.
  func forget() {
    repeated = RepeatedRows()
    movedPayments = nil
    gaps = KnownGaps()
  }

  /// One more than the greatest integer key.
  package func nextID<E: Entity>(_ entity: E.Type) throws(RuleError) -> Int64 {
    var greatest: Int64 = 0
    for change in pending.of(E.table) {
      greatest = max(greatest, change.after?[0].integer ?? 0)
    }
    greatest = max(greatest, try source.greatestKey(of: E.table))
    return greatest + 1
  }
}

/// Why a rule ended without changes.
package enum RuleError: Error {
  case rejected(Rejection)
  case store(StoreError)

  package static func refuse(
    _ code: RejectionCode, field: String? = nil, found: String, expected: String, remedy: String
  ) -> RuleError {
    .rejected(Rejection(code, field: field, found: found, expected: expected, remedy: remedy))
  }
}
