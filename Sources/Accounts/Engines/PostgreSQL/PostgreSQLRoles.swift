package import Values

/// Logins, and which of the store's roles they have.
extension PostgreSQLConnection {
  /// Asks the server who is signed in; nil if that login may not see the schema.
  func whoSignedIn() throws(StoreError) -> ServerLogin? {
    let found = try finish(pipeline.send(once: Self.whoIsThere))
    guard found.integer(0) == 1 else { return nil }
    func text(_ column: Int) -> String { String(decoding: found.text(column), as: UTF8.self) }
    return ServerLogin(
      name: text(1), actingAs: found.isNull(2) ? nil : text(2), role: Self.role(found, 3),
      isSuperuser: found.integer(4) == 1)
  }

  package func state(ofLogin name: String) throws(StoreError) -> LoginState? {
    let found = try finish(
      pipeline.send(once: Self.roleOfLogin, PostgreSQLArguments([.text(name)])))
    return found.rowCount == 0 ? .missing : .login(Self.role(found, 0))
  }

  /// The schema's owner, if the login lacks the owner's rights; only the owner can change the
  /// schema.
  package func foreignOwner() throws(StoreError) -> String? {
    let found = try finish(pipeline.send(once: Self.owner))
    guard found.rowCount == 1, found.integer(1) == 0 else { return nil }
    return String(decoding: found.text(0), as: UTF8.self)
  }

  private static let owner = """
    SELECT pg_get_userbyid(nspowner)::text, pg_has_role(nspowner, 'USAGE') FROM pg_namespace \
    WHERE nspname = 'ubadmin'
    """

  private static func role(_ found: PostgreSQLResult, _ column: Int) -> Role? {
    found.isNull(column) ? nil : Role.allCases[Int(found.integer(column)) - 1]
  }

  /// The place of the highest role in `Role.allCases`, from 1.
  private static func highest(of user: String) -> String {
    let names = Role.allCases.map { "'\($0.serverName)'" }.joined(separator: ", ")
    return """
      CASE WHEN pg_has_role(\(user), (SELECT nspowner FROM pg_namespace WHERE nspname = 'ubadmin'), \
      'USAGE') THEN \(Role.allCases.count) \
      ELSE (SELECT max(array_position(ARRAY[\(names)], r.rolname::text)) FROM pg_roles r \
      WHERE r.rolname IN (\(names)) AND pg_has_role(\(user), r.oid, 'USAGE')) END::bigint
      """
  }

  private static let whoIsThere = """
    SELECT has_schema_privilege('ubadmin', 'USAGE'), session_user, \
    nullif(current_user, session_user), \(highest(of: "current_user")), rolsuper \
    FROM pg_roles WHERE rolname = current_user
    """

  private static let roleOfLogin =
    "SELECT \(highest(of: "u.oid")) FROM pg_roles u WHERE u.rolname = $1 AND u.rolcanlogin"
}

extension Role {
  /// The group role of the server that holds this role's rights.
  package var serverName: String { "ubadmin_" + rawValue }

  /// What an administrator of the server runs to give a login this role.
  package func grant(to login: String) -> String { "GRANT \(serverName) TO \(Self.quoted(login));" }

  package static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
