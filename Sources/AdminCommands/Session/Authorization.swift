import Accounts

extension Role {
  /// Who may see personal data.
  static let ofReveal = Role.supervisor
  /// Who may see a bank account's number.
  static let ofBankAccountReveal = Role.supervisor
}

/// Who is at a store, and whether they may do what the command line asks for.
extension CommandContext {
  /// Lets only those on who may do what the command line asks for.
  func authorize(on store: Store) throws {
    let known = try store.identity ?? session.caller.identity(at: store.location, isOpen: true)
    store.identity = known
    identity = known
    try require(leastRole, for: name, on: store) { undoToAskFor(on: store) }
  }

  /// - Parameter remedy: what helps who may not; nil for the usual.
  func require(
    _ least: Role, for what: String, on store: Store, remedy: () -> String?
  ) throws {
    do {
      try require(least, for: what, on: store)
    } catch let error as CommandError {
      guard let remedy = remedy() else { throw error }
      throw CommandError(error.status, error.message, remedy: remedy)
    }
  }

  /// The same where the store is not opened in the ordinary way.
  func authorize(at location: StoreLocation) throws {
    identity = try session.caller.identity(at: location, isOpen: false)
    guard let admission = try Store.admission(of: identity.operatorName, at: location) else {
      return
    }
    try require(leastRole, for: name, admission)
  }

  func require(_ least: Role, for what: String, on store: Store) throws {
    try require(least, for: what, try store.admission(of: identity.operatorName))
  }

  private func require(_ least: Role, for what: String, _ admission: Admission) throws {
    let name = admission.name
    if let login = admission.login, login.role ?? .viewer < least {
      throw CommandError(
        .notPermitted,
        "\(what) needs \(least.phrase); the server gives \(name) the rights of "
          + (login.role ?? .viewer).phrase,
        remedy: "ask an administrator of the server to run: \(least.grant(to: name))")
    }
    switch admission.access {
    case .unguarded: return
    case .role(let role):
      guard role < least else { return }
      throw CommandError(
        .notPermitted, "\(name) is \(role.phrase); \(what) needs \(least.phrase)",
        remedy: "ask \(least.phrase); `operator roles` lists who may do what")
    case .stranger(let admins):
      throw CommandError(
        .notPermitted, "\(name) is not an operator of this store",
        remedy: "ask "
          + (admins.isEmpty ? "an administrator of the machine" : admins.joined(separator: " or "))
          + " to run `operator add \(word: name) ROLE`")
    }
  }
}
