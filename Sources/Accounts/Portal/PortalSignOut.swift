package import Ledger
package import Values

/// A citizen signs out.
package struct PortalSignOut: Operation {
  package static let name = OperationName("portal", "sign-out")
  package static let summary = "End a session, as a citizen does"
  package static let discussion =
    "With --everywhere yes the user's other sessions end as well. An undo opens them again."
  package static let examples = [
    "portal sign-out --session-file session.txt",
    "portal sign-out --everywhere yes --session-file session.txt",
  ]
  package static let fields = [everywhere.info, PortalLink.session.info]
  static let everywhere = Field<YesNo>.option(
    "everywhere", "whether all sessions end; no if absent")
  let isEverywhere: Bool
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    isEverywhere = try input[Self.everywhere]?.isYes ?? false
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(Stop) -> Effect {
    guard let (row, user) = try books.openSession(session) else {
      return Effect("the session has already ended")
    }
    let count = try books.endSessions(of: user) { isEverywhere || $0 == row }
    return Effect(count == 1 ? "signed out" : "signed out of \(count) sessions")
  }
}
