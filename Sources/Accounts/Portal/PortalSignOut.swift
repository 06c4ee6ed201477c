package import Ledger
package import Values

/// A citizen signs out.
package struct PortalSignOut: Operation {
  package static let name = OperationName("portal", "sign-out")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].users
  package static let fields = [everywhere.info, PortalLink.session.info]
  static let everywhere = Field<YesNo>.option(
    "everywhere", "whether to end all sessions; default: no")
  let isEverywhere: Bool
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    isEverywhere = try input[Self.everywhere]?.isYes ?? false
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    guard let (row, user) = try books.openSession(session) else {
      return Effect("the session has already ended")
    }
    let count = try books.endSessions(of: user) { isEverywhere || $0 == row }
    return Effect(count == 1 ? "signed out" : "signed out of \(count) sessions")
  }
}
