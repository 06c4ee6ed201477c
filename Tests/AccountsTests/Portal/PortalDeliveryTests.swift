import Accounts
import Testing

@testable import Portal
@testable import Rules

@Suite("A citizen decides how bills are delivered", .onBothEngines)
struct PortalDeliveryTests {
  let ana: Citizen
  private let session: String

  init() throws {
    ana = try Citizen(at: Office.smallCity())
    session = try #require(
      try ana.run(SignIn.self, ["email": Citizen.email, "password": Citizen.password])
        .effect.newKey)
  }

  private func cells(_ method: String) -> [String: String] {
    ["account": "500", "method": method, "session": session]
  }

  @Test("only for an account that is linked and that the customer answers for today")
  func linked() throws {
    #expect(ana.refusal(PortalDelivery.self, cells("email"))?.code == .notFound)
    try ana.run(PortalLink.self, ["account": "500", "cid": "1", "session": session])
    let done = try ana.run(PortalDelivery.self, cells("email")).effect
    #expect(
      done.message.hasPrefix("account 500: bill delivery by e-mail to a•••@example.com starting"))
    try ana.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-03-10"])
    #expect(ana.refusal(PortalDelivery.self, cells("both"))?.code == .notFound)
  }

  @Test("not for days after the customer has moved out")
  func movingOut() throws {
    try ana.run(PortalLink.self, ["account": "500", "cid": "1", "session": session])
    try ana.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-04-01"])
    let refused = ana.refusal(
      PortalDelivery.self, cells("email").merging(["on": "2026-04-05"]) { $1 })
    #expect(refused?.code == .dateOrder && refused?.field == "on")
    try ana.run(PortalDelivery.self, cells("email").merging(["on": "2026-03-20"]) { $1 })
  }

  @Test("not without an open session")
  func session_() throws {
    try ana.run(PortalLink.self, ["account": "500", "cid": "1", "session": session])
    try ana.run(RevokeSessions.self, ["email": Citizen.email])
    #expect(ana.refusal(PortalDelivery.self, cells("mail"))?.code == .notPermitted)
  }
}
