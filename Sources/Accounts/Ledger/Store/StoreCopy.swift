package import Engines
import Glibc
import Values

/// What a copy of a store holds, as it was verified.
package struct CopyReport: Sendable, Equatable {
  package let tables: Int
  package let rows: Int64
  /// The journal's head, the same in both stores.
  package let lastChange: Int64
  package let lastDigest: String
  /// The copy is exact: a broken journal is copied too.
  package let journalFault: JournalFault?
  /// What an administrator still has to do for the new store.
  package let advice: String?
}

/// Progress of a copy.
package struct CopyStep: Sendable {
  package let table: String
  /// Rows that were sent, of all tables.
  package let done: Int
}

extension Store {
  /// Copies the whole store to another place, whatever engine keeps it there: journal, settings and
  /// schema too. All of it is one transaction, verified before it is committed; a copy that was cut
  /// short leaves nothing that was not there. What `progress` throws stops the copy.
  @discardableResult
  package func copy(
    to location: StoreLocation, rights: Rights, access: FileAccess, wait: Duration,
    progress: (CopyStep) throws -> Void
  ) throws -> CopyReport {
    try reading { try copyAsItStands(to: location, rights, access, wait, progress) }
  }

  private func copyAsItStands(
    to location: StoreLocation, _ rights: Rights, _ access: FileAccess, _ wait: Duration,
    _ progress: (CopyStep) throws -> Void
  ) throws -> CopyReport {
    switch location {
    case .file(let path) where unsafe Glibc.access(path, F_OK) != 0:
      var report: CopyReport?
      try SQLiteFile.createWhole(path) { part in
        let target = try Self.create(
          .file(path: part), rights: rights, clock: clock, settings: [:], access: access)
        report = try fill(target, progress)
      }
      guard let report else { throw StoreError(.defect, "nothing was copied") }
      return report
    default:
      let (target, isNew) = try Self.emptyStore(
        at: location, rights: rights, clock: clock, wait: wait)
      worksWith(target.interrupt)
      do {
        return try fill(target, progress)
      } catch {
        if isNew, case .server(let conninfo) = location { try? PostgreSQLServer.remove(conninfo) }
        throw error
      }
    }
  }

  private func fill(
    _ target: Store, _ progress: (CopyStep) throws -> Void
  ) throws -> CopyReport {
    try target.engine.transaction(.write) {
      try StoreCopy.refuseUsed(target)
      let copy = try StoreCopy(from: connection, to: target.connection)
      return try copy.run(advice: target.advice, progress)
    }
  }

  private static func emptyStore(
    at location: StoreLocation, rights: Rights, clock: Clock, wait: Duration
  ) throws(StoreError) -> (Store, isNew: Bool) {
    do throws(StoreError) {
      let store = try create(
        location, rights: rights, clock: clock, settings: [:], access: .ownerOnly)
      return (store, true)
    } catch {
      guard error.kind == .exists else { throw error }
      let advice = try finish(location, rights: rights, clock: clock, wait: wait)
      let store = try open(location, access: .write, clock: clock, wait: wait)
      store.advice = advice
      return (store, false)
    }
  }
}

/// Copies table by table, parents before children, and compares what has arrived.
struct StoreCopy {
  private let source: any Connection
  private let target: any Connection
  private let tables: [CopiedTable]

  /// A table by the names that both engines have for it.
  private struct CopiedTable {
    let name: String
    let columns: [String]
    /// In the order of its key, which is the same in every engine.
    let rows: String
  }

  init(from source: any Connection, to target: any Connection) throws {
    self.source = source
    self.target = target
    tables = try Migration.tables.map { name in
      let columns = try source.columns(of: name)
      let there = try target.columns(of: name)
      guard Set(columns.map(\.name)) == Set(there.map(\.name)) else {
        throw StoreError(.defect, "the table \(name) is not the same in both stores")
      }
      let key = columns.filter { $0.keyPosition != nil }
        .sorted { ($0.keyPosition ?? 0) < ($1.keyPosition ?? 0) }
      let names = columns.map(\.name)
      return CopiedTable(
        name: name, columns: names,
        rows: "SELECT \(names.joined(separator: ", ")) FROM \(name) ORDER BY "
          + key.map(\.name).joined(separator: ", "))
    }
  }

  /// A new store has only settings and service types; anything else comes from use.
  static func refuseUsed(_ store: Store) throws {
    for table in Migration.tables
    where !["migration", "setting", "service_type"].contains(table) {
      var isUsed = false
      try store.connection.each(once: "SELECT 1 FROM \(table) LIMIT 1", []) { _ in
        isUsed = true
        return false
      }
      guard isUsed else { continue }
      throw StoreError(
        .exists,
        "\(store.location) is a store in use (it has rows in \(table)); "
          + "it was left untouched", remedy: "use another location for the copy")
    }
  }

  func run(advice: String?, _ progress: (CopyStep) throws -> Void) throws -> CopyReport {
    for table in tables.reversed() { try target.script("DELETE FROM \(table.name)") }
    var sent: [TableDigest] = []
    var done = 0
    for table in tables {
      var digest = TableDigest()
      try target.load(table.name, table.columns) { add in
        try each(of: table, in: source) { values in
          digest.add(values)
          try add(values)
          done += 1
          guard done % Self.rowsBetweenNews == 0 else { return }
          try progress(CopyStep(table: table.name, done: done))
        }
      }
      try progress(CopyStep(table: table.name, done: done))
      sent.append(digest)
    }
    try compare(&sent)
    let head = try target.first(Journal.last) { row in
      (row.integer(0), String(decoding: row.text(1), as: UTF8.self))
    }
    return CopyReport(
      tables: tables.count, rows: Int64(done), lastChange: head?.0 ?? 0,
      lastDigest: head?.1 ?? Journal.noDigest,
      journalFault: try JournalVerifier.verify(target).fault, advice: advice)
  }

  private static let rowsBetweenNews = 1000

  private func compare(_ sent: inout [TableDigest]) throws {
    for (index, table) in tables.enumerated() {
      var arrived = TableDigest()
      try each(of: table, in: target) { arrived.add($0) }
      guard arrived.rows == sent[index].rows, arrived.finish() == sent[index].finish() else {
        throw StoreError(
          .corrupt,
          "the table \(table.name) does not match after copying "
            + "(\(arrived.rows.counted("row")), expected \(sent[index].rows)); nothing was copied",
          remedy: "run `ubadmin store check` on the store, and copy again")
      }
    }
  }

  private func each(
    of table: CopiedTable, in connection: any Connection, _ body: ([Datum]) throws -> Void
  ) throws {
    let count = table.columns.count
    try connection.each(once: table.rows, []) { row in
      try body(row.values(count))
      return true
    }
  }
}
