import Engines

/// How much a store holds and where its journal stands: equal in a copy and its original.
struct StoreContents: Equatable {
  let schema: [String]
  let lastChange: Int64
  let lastDigest: String
  let rows: [String: Int64]

  init(of connection: any Connection) throws {
    schema = try Migration.applied(in: connection)
    let head = try connection.first(Journal.last, []) { row in
      (row.integer(0), String(decoding: row.text(1), as: UTF8.self))
    }
    lastChange = head?.0 ?? 0
    lastDigest = head?.1 ?? Journal.noDigest
    var rows: [String: Int64] = [:]
    for name in EntityCatalogue.tables.map(\.name) + Journal.tableNames {
      // An older store may lack a table that a later step adds.
      guard try connection.hasTable(name) else { continue }
      try connection.each(once: "SELECT count(*) FROM \(name)", []) { row in
        rows[name] = row.integer(0)
        return false
      }
    }
    self.rows = rows
  }

  /// Which tables hold another number of rows there, in words; empty where none does.
  func differences(from other: StoreContents) -> [String] {
    var words: [String] = []
    for name in Set(rows.keys).union(other.rows.keys).sorted() where rows[name] != other.rows[name]
    {
      words.append(
        "\(name): \((rows[name] ?? 0).counted("row")), expected \(other.rows[name] ?? 0)")
    }
    if (lastChange, lastDigest) != (other.lastChange, other.lastDigest) {
      words.append("last change: \(lastChange), expected \(other.lastChange)")
    }
    return words
  }
}
