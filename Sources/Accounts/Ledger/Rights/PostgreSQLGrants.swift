import Engines
import Values

/// What may be done with the tables on a server, compared with what the operations declare.
enum PostgreSQLGrants {
  /// One right of a role at a table.
  struct Grant: Hashable {
    let role: String
    let right: String
    let table: String
    /// Empty if it is a right to the whole table.
    var column = ""
  }

  /// Rights that only read; logins other than the roles may have them, e.g. for a city's own reports.
  private static let reading: Set<String> = ["SELECT", "REFERENCES"]

  static func faults(_ found: Set<Grant>, _ declared: Set<Grant>) -> [SchemaCheck.Fault] {
    let roles = Set(PostgreSQLRights.roles)
    let extra = found.subtracting(declared).filter {
      roles.contains($0.role) || $0.role == everybody || !reading.contains($0.right)
    }
    // Who uses a store alone may have none of the roles.
    let missing =
      found.contains { roles.contains($0.role) } ? declared.subtracting(found) : []
    let lacking = grouped(missing).map { place, rights in
      SchemaCheck.Fault(
        record: "table \(place.table)", what: "\(place.role) lacks \(rights)",
        remedy: "the schema's owner grants it again with `store migrate`")
    }
    let beyond = grouped(extra).map { place, rights in
      SchemaCheck.Fault(
        record: "table \(place.table)",
        what: "\(place.role) has \(rights), which ubadmin does not grant",
        remedy: "the schema's owner revokes it with REVOKE \(rights) ON ubadmin.\(place.table) "
          + "FROM \(place.role == everybody ? everybody : Role.quoted(place.role));")
    }
    return lacking + beyond
  }

  private static let everybody = "PUBLIC"

  /// By table and role, the rights as they are written in a statement.
  private static func grouped(
    _ grants: Set<Grant>
  ) -> [(place: (table: String, role: String), rights: String)] {
    Dictionary(grouping: grants) { [$0.table, $0.role] }.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
    }.map { key, grants in
      let rights = Dictionary(grouping: grants) { $0.right }.sorted { $0.key < $1.key }.map {
        right, grants in
        let columns = grants.map(\.column).filter { !$0.isEmpty }.sorted()
        return columns.count < grants.count || columns.isEmpty
          ? right : "\(right) (\(columns.joined(separator: ", ")))"
      }
      return ((table: key[0], role: key[1]), rights.joined(separator: ", "))
    }
  }

  /// What the statements of `PostgreSQLRights.grants` leave.
  static func declared(on tables: [String], _ rights: Rights) -> Set<Grant> {
    var grants: Set<Grant> = []
    for line in PostgreSQLRights.grants(on: tables, rights).split(separator: "\n") {
      guard
        let words = line.wholeMatch(
          of:
            #/(GRANT|REVOKE) (.+) ON (ALL TABLES IN SCHEMA ubadmin|ubadmin\.\w+) (TO|FROM) (\w+);/#)
      else { continue }
      let named = words.3.split(separator: ".").dropFirst().map(String.init)
      for table in named.isEmpty ? tables : named {
        for right in words.2.matches(of: #/([A-Z]+)(?: \(([^)]*)\))?/#) {
          let columns = right.2?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? [""]
          for column in columns {
            let grant = Grant(
              role: String(words.5), right: String(right.1), table: table, column: column)
            if words.1 == "GRANT" { grants.insert(grant) } else { grants.remove(grant) }
          }
        }
      }
    }
    return grants
  }

  /// What others than the owner may do with the tables.
  static func found(on connection: PostgreSQLConnection) throws -> Set<Grant> {
    var grants: Set<Grant> = []
    try connection.each(once: given, []) { row in
      grants.insert(
        Grant(role: row.word(0), right: row.word(1), table: row.word(2), column: row.word(3)))
      return true
    }
    return grants
  }

  private static let given = """
    SELECT coalesce(r.rolname::text, 'PUBLIC'), g.privilege_type, g.relname, g.attname FROM ( \
    SELECT (a).grantee, (a).privilege_type, relname, attname FROM ( \
    SELECT aclexplode(c.relacl) AS a, c.relname::text AS relname, '' AS attname, c.relowner \
    FROM pg_class c WHERE c.relnamespace = to_regnamespace('ubadmin') AND c.relkind = 'r' \
    UNION ALL SELECT aclexplode(t.attacl), c.relname::text, t.attname::text, c.relowner \
    FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid \
    WHERE c.relnamespace = to_regnamespace('ubadmin') AND c.relkind = 'r' AND t.attnum > 0 \
    AND NOT t.attisdropped) x WHERE (a).grantee <> relowner) g \
    LEFT JOIN pg_roles r ON r.oid = g.grantee ORDER BY 1, 2, 3, 4
    """
}
