/// What somebody may do on a store.
public enum Standing: Sendable, Equatable {
  /// The store names no operators: whoever can open it may do all.
  case unguarded
  case role(Role)
  /// Operators are named, and this is none; the admins can help.
  case stranger(admins: [String])
}

extension Store {
  /// - Parameter name: the account name of a member of staff.
  public func standing(of name: String) throws -> Standing {
    try Self.standing(of: name, on: connection)
  }

  /// Of a store that may be older than this program; nil where it cannot be opened.
  public static func standing(of name: String, at location: StoreLocation) throws -> Standing? {
    guard let connection = try? connect(location, access: .read, wait: standardWait) else {
      return nil
    }
    guard try connection.hasTable(Operator.table.name) else { return .unguarded }
    return try standing(of: name, on: connection)
  }

  private static func standing(of name: String, on connection: any Connection) throws -> Standing {
    // Whoever is root can write past this program; what root does here is in the journal.
    guard name != "root" else { return .unguarded }
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
