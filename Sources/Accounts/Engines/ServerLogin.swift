package import Values

/// Whom the server has authenticated.
package struct ServerLogin: Sendable, Equatable {
  /// The server's `session_user`.
  package let name: String
  /// The role that the login has taken on instead (`SET ROLE`); nil if it acts as itself.
  package let actingAs: String?
  /// The highest of the store's roles whose rights the login has; the store's owner has all.
  package let role: Role?
  /// Whether the server refuses the login nothing.
  package let isSuperuser: Bool

  init(name: String, actingAs: String?, role: Role?, isSuperuser: Bool) {
    self.name = name
    self.actingAs = actingAs
    self.role = role
    self.isSuperuser = isSuperuser
  }
}

/// What a server knows of a name.
package enum LoginState: Sendable, Equatable {
  case missing
  /// There is such a login, with the rights of that role of the store's.
  case login(Role?)
}
