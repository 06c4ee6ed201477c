package import Engines
package import Values

/// What a person may do on a store.
package enum StaffAccess: Sendable, Equatable {
  /// The store names no operators: whoever can open it may do all that the file's permissions or
  /// the server let them.
  case unguarded
  case role(Role)
  /// Operators are named, and this is none; the admins can help.
  case stranger(admins: [String])
}

/// Who is at a store, and what they may do there.
package struct Admission: Sendable, Equatable {
  /// The operator: the login that the server has authenticated, or the account given.
  package let name: String
  package let access: StaffAccess
  /// On a server; nil if the store is a file.
  package let login: ServerLogin?
}

extension Store {
  /// - Parameter account: who it is where the store is a file.
  package func admission(of account: String) throws -> Admission {
    try Self.admission(of: account, on: connection)
  }

  /// What somebody may do who is not the current one, by the store's own table of operators and, on a
  /// server, by the rights of their login.
  package func access(ofOperator name: String) throws -> StaffAccess {
    let access = try Self.access(of: name, nil, connection)
    guard case .role(let role) = access, let state = try connection.state(ofLogin: name) else {
      return access
    }
    // The server may have taken rights away that the table still has.
    guard case .login(let rights?) = state else { return .stranger(admins: []) }
    return .role(min(role, rights))
  }

  /// At a store that may be older than this program; nil if it cannot be opened.
  package static func admission(
    of account: String, at location: StoreLocation
  ) throws -> Admission? {
    guard let connection = try? connect(location, access: .read, wait: .standardWait) else {
      return nil
    }
    return try admission(of: account, on: connection)
  }

  private static func admission(
    of account: String, on connection: any Connection
  ) throws -> Admission {
    let login = connection.login
    let name = login?.name ?? account
    return Admission(name: name, access: try access(of: name, login, connection), login: login)
  }

  private static func access(
    of name: String, _ login: ServerLogin?, _ connection: any Connection
  ) throws -> StaffAccess {
    // They can write past this program; what they do here is in the journal.
    if login?.isSuperuser ?? (name == "root") { return .unguarded }
    guard try connection.hasTable(Operator.table.name) else { return .unguarded }
    var hasRows = false
    var found: Role?
    var admins: [String] = []
    try connection.each(Self.operators, []) { row in
      hasRows = true
      let who = String(decoding: row.text(0), as: UTF8.self)
      let role = Role(rawValue: String(decoding: row.text(1), as: UTF8.self)) ?? .viewer
      if who == name { found = role }
      if role == .admin { admins.append(who) }
      return true
    }
    guard hasRows else { return .unguarded }
    return found.map { .role($0) } ?? .stranger(admins: admins)
  }

  private static let operators = Statement(
    "SELECT operator, role FROM operator ORDER BY operator", isShort: true)
}
