/// The rows as one operation sees them: what the store holds, with the operation's own changes on
/// top. A rule reads and changes books; nothing is written until the rule has ended well.
public final class Books {
  public let connection: any Connection
  public let settings: Settings
  /// The city's day on which the operation is carried out.
  public let today: CivilDate
  private(set) var pending: [RowChange] = []

  init(connection: any Connection, settings: Settings, today: CivilDate) {
    self.connection = connection
    self.settings = settings
    self.today = today
  }

  public func find<E: Entity>(_ entity: E.Type, _ key: any DatumValue...) throws(Stop) -> Row<E>? {
    let key = key.map(\.datum)
    for change in pending.reversed() where change.table === E.table && change.key.elementsEqual(key)
    {
      return change.after.map { Row(values: $0) }
    }
    return try select(E.self, E.table.find, key).first
  }

  public func rows<E: Entity>(_ lookup: Lookup<E>, _ arguments: any DatumValue...) throws(Stop)
    -> [Row<E>]
  {
    let arguments = arguments.map(\.datum)
    let changes = pending.filter { $0.table === E.table }
    var bound = arguments
    // A change of this operation can take the place of at most one row that is found.
    if let limit = lookup.limit { bound.append(.integer(Int64(limit + changes.count))) }
    var found = try select(E.self, lookup.statement, bound)
    guard !changes.isEmpty else { return found }
    for change in changes {
      found.removeAll { $0.values[0..<E.table.keyCount] == change.key }
      if let after = change.after, lookup.matches(after, arguments) {
        found.append(Row(values: after))
      }
    }
    found.sort { lookup.precedes($0.values, $1.values) }
    if let limit = lookup.limit, found.count > limit { found.removeLast(found.count - limit) }
    return found
  }

  private func select<E: Entity>(_ entity: E.Type, _ statement: Statement, _ arguments: [Datum])
    throws(Stop) -> [Row<E>]
  {
    var found: [Row<E>] = []
    let count = E.table.columns.count
    do {
      try connection.each(statement, arguments) { row in
        found.append(Row(values: row.values(count)))
        return true
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .store(StoreError(.defect, "\(error)"))
    }
    return found
  }

  public func insert<E: Entity>(_ row: Row<E>) {
    record(RowChange(table: E.table, before: nil, after: row.values))
  }

  /// Answers whether anything differs.
  @discardableResult
  public func update<E: Entity>(_ before: Row<E>, to after: Row<E>) -> Bool {
    guard before != after else { return false }
    record(RowChange(table: E.table, before: before.values, after: after.values))
    return true
  }

  public func delete<E: Entity>(_ row: Row<E>) {
    record(RowChange(table: E.table, before: row.values, after: nil))
  }

  /// Keeps one net change a row.
  func record(_ change: RowChange) {
    guard
      let index = pending.firstIndex(where: { $0.table === change.table && $0.key == change.key })
    else {
      pending.append(change)
      return
    }
    let earlier = pending[index]
    if earlier.before == nil, change.after == nil {
      pending.remove(at: index)
    } else {
      pending[index] = RowChange(table: change.table, before: earlier.before, after: change.after)
      if earlier.before == change.after { pending.remove(at: index) }
    }
  }

  /// Whether the operation at hand has changed anything so far.
  var hasChanges: Bool { !pending.isEmpty }

  func takePending() -> [RowChange] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  func discard() { pending.removeAll(keepingCapacity: true) }

  /// One more than the greatest integer key.
  public func nextID<E: Entity>(_ entity: E.Type) throws(Stop) -> Int64 {
    var greatest: Int64 = 0
    for change in pending where change.table === E.table {
      greatest = max(greatest, change.after?[0].integer ?? 0)
    }
    do {
      try connection.each(E.table.greatestKey, []) { row in
        greatest = max(greatest, row.integer(0))
        return false
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .store(StoreError(.defect, "\(error)"))
    }
    return greatest + 1
  }
}

/// Why a rule ended without changes.
public enum Stop: Error {
  case rejected(Rejection)
  case store(StoreError)

  public static func refuse(
    _ code: RejectionCode, field: String? = nil, found: String, expected: String, mend: String
  ) -> Stop {
    .rejected(Rejection(code, field: field, found: found, expected: expected, mend: mend))
  }
}
