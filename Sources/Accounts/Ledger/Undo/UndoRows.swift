import Engines
import Values

/// Where an undo finds the rows that it changes, and those that these belong to. On a server the
/// rows of many lines are loaded together, under what the lines before them have restored.
struct UndoRows {
  private let connection: any Connection
  /// Nil if each row is asked for by itself.
  let together: PrefetchedRows?

  init(_ connection: any Connection, together: PrefetchedRows?) {
    self.connection = connection
    self.together = together
  }

  func row(of table: Table, _ key: [Datum]) throws -> [Datum]? {
    guard let together else { return try table.row(key, on: connection) }
    return try Self.unstopped { () throws(RuleError) in try together.row(of: table, key) }
  }

  /// The key of a row that belongs to another; nil if there is none.
  func child(_ reference: Reference, of key: Datum) throws -> [Datum]? {
    let count = reference.child.keyCount
    guard let together else {
      return try connection.first(reference.firstChild, [key], { $0.values(count) })
    }
    let rows = try Self.unstopped { () throws(RuleError) in
      try together.rows(reference.children, [key], limit: reference.children.limit)
    }
    return rows.first.map { Array($0[0..<count]) }
  }

  /// Asks for what the lines will need, in two round trips.
  func load(_ lines: [JournalLine]) throws {
    guard let together else { return }
    var keyed: [(line: JournalLine, table: Table, key: [Datum])] = []
    for line in lines {
      let table = try line.table()
      keyed.append((line, table, try line.key(in: table)))
    }
    for (_, table, key) in keyed { _ = try? row(of: table, key) }
    try together.load()
    for (line, table, key) in keyed {
      if line.action == .insert {
        for reference in EntityCatalogue.references(to: table) {
          _ = try? child(reference, of: key[0])
        }
      } else {
        for (column, value) in try line.cells(line.before, in: table) where !value.isNull {
          if let parent = column.references?() { _ = try? row(of: parent, [value]) }
        }
      }
    }
    try together.load()
  }

  private static func unstopped<T>(_ body: () throws(RuleError) -> T) throws -> T {
    do throws(RuleError) {
      return try body()
    } catch {
      switch error {
      case .store(let error): throw error
      case .rejected(let rejection): throw rejection
      }
    }
  }
}

extension Table {
  /// Whether rows of it, and those that they belong to, can be loaded by everybody who may undo.
  var loadsTogether: Bool {
    let near =
      [self] + EntityCatalogue.references(of: self).map(\.parent)
      + EntityCatalogue.references(to: self).map(\.child)
    return near.allSatisfy { table in !table.columns.contains { $0.type == .secret } }
  }
}
