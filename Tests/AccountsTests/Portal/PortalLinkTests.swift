import Accounts
import Testing

@testable import Ledger
@testable import Portal

@Suite("Linking an account by its bill", .onBothEngines)
struct PortalLinkTests {
  let ana: Citizen
  private let session: String

  init() throws {
    ana = try Citizen(at: Office.smallCity())
    let cells = ["email": Citizen.email, "password": Citizen.password, "remember": "yes"]
    session = try #require(try ana.run(SignIn.self, cells).effect.newKey)
  }

  private func cells(_ account: String, _ cid: String) -> [String: String] {
    ["account": account, "cid": cid, "session": session]
  }

  @discardableResult
  private func link(_ account: String, _ cid: String) throws -> Effect {
    try ana.run(PortalLink.self, cells(account, cid)).effect
  }

  @Test("the answer does not tell which of the two was wrong")
  func alike() throws {
    let wrongCustomer = try #require(try link("500", "2").refusal)
    let wrongAccount = try #require(try link("999", "1").refusal)
    #expect(wrongCustomer.code == .linkFailed)
    #expect(wrongCustomer == wrongAccount)
  }

  @Test("both right link; again changes nothing")
  func right() throws {
    #expect(try link("500", "1").refusal == nil)
    #expect(try link("500", "1").message.contains("is unchanged"))
    #expect(try ana.office.column("SELECT account FROM link") == ["500"])
  }

  @Test("wrong attempts are limited, and after a day there are new ones")
  func limited() throws {
    try ana.setting("link.max-attempts", "2")
    for _ in 0..<2 { try link("500", "2") }
    let refused = try #require(ana.refusal(PortalLink.self, cells("500", "1")))
    #expect(refused.found.contains("2 wrong attempts"))
    try ana.office.turn(to: "\(ana.office.store.today.adding(days: 2))")
    #expect(try link("500", "1").refusal == nil)
  }

  @Test("nobody links without a session that is open")
  func withoutSession() throws {
    try ana.run(RevokeSessions.self, ["email": Citizen.email])
    #expect(ana.refusal(PortalLink.self, cells("500", "1"))?.code == .notPermitted)
  }
}
