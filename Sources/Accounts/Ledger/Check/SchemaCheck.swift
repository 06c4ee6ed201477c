import Engines

/// Finds parts of a store's schema, other than tables, that are missing or differ from this
/// program's.
struct SchemaCheck {
  /// An index, a trigger, a function or a view.
  struct Fault {
    let record: String
    let what: String
    /// Not made by this program, so that only whoever made it can judge it.
    var isForeign = false
    /// Nil if the part is rebuilt.
    var remedy: String?
  }

  let connection: any Connection

  private static let missing = "it is missing"
  private static let changed = "it differs from what this ubadmin creates"

  func faults() throws(StoreError) -> [Fault] {
    let parts = try connection.schemaParts()
    return wrongIndexes(parts).map { Fault(record: "index \($0.record)", what: $0.what) }
      + (connection.login == nil ? foreignParts(parts) : PostgreSQLGuards.faults(parts))
  }

  /// Rights on a server that are missing, or that no operation declares.
  func grantFaults(_ rights: Rights) throws -> [Fault] {
    guard let server = connection as? PostgreSQLConnection else { return [] }
    return PostgreSQLGrants.faults(
      try PostgreSQLGrants.found(on: server),
      PostgreSQLGrants.declared(on: try server.tables(), rights))
  }

  /// Rebuilds what is missing or different; answers the names.
  func remakeIndexes() throws(StoreError) -> [String] {
    let wrong = wrongIndexes(try connection.schemaParts())
    for index in wrong {
      try connection.script("DROP INDEX IF EXISTS \(index.record); \(index.sql)")
    }
    return wrong.map(\.record)
  }

  private func wrongIndexes(
    _ parts: [SchemaPart]
  ) -> [(record: String, what: String, sql: String)] {
    let found = Dictionary(
      parts.filter { $0.kind == .index }.map { ($0.name, IndexDefinition($0.text)) },
      uniquingKeysWith: { first, _ in first })
    return Migration.indexes(connection.dialect).compactMap { index, sql in
      guard let stored = found[index.name] else { return (index.name, Self.missing, sql) }
      let isSame =
        connection.login == nil ? stored == index : stored.map { $0.isLike(index) } ?? false
      return isSame ? nil : (index.name, Self.changed, sql)
    }
  }

  /// In a file no trigger or view is the program's.
  private func foreignParts(_ parts: [SchemaPart]) -> [Fault] {
    parts.filter { $0.kind == .trigger || $0.kind == .view }.map {
      Fault(
        record: "\($0.kind) \($0.name)",
        what: "it is not part of ubadmin and can change stored data",
        isForeign: true)
    }
  }
}

extension Store {
  /// - Parameter rights: nil if those on a server are not compared.
  func checkSchema(_ rights: Rights?, _ tell: (Finding) throws -> Void) throws {
    let check = SchemaCheck(connection: connection)
    let grants = try rights.map { try check.grantFaults($0) } ?? []
    for fault in try check.faults() + grants {
      try tell(
        Finding(
          rule: .storage, severity: .error, record: fault.record, what: fault.what,
          remedy: fault.isForeign
            ? "ask whoever created it, and remove it with the engine's own program"
            : fault.remedy ?? "rebuild it with `store migrate`"))
    }
  }
}
