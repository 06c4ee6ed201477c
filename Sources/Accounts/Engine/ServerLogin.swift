/// Whom the server has authenticated.
public struct ServerLogin: Sendable, Equatable {
  /// The server's `session_user`.
  public let name: String
  /// The role that the login has taken on instead (`SET ROLE`); nil where it acts as itself.
  public let actingAs: String?
  /// The highest of the store's roles whose rights the login has; the store's owner has all.
  public let role: Role?
  /// Whom the server refuses nothing.
  public let isSuperuser: Bool

  init(name: String, actingAs: String?, role: Role?, isSuperuser: Bool) {
    self.name = name
    self.actingAs = actingAs
    self.role = role
    self.isSuperuser = isSuperuser
  }
}

/// What a server knows of a name.
public enum LoginStanding: Sendable, Equatable {
  case missing
  /// There is such a login, with the rights of that role of the store's.
  case login(Role?)
}
