import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Portal
@testable import Rules
@testable import Values

@Suite("Requests of citizens", .onBothEngines)
struct RequestTests {
  let office: Office
  private static let leak = ["email": "Pat@Example.com", "subject": "Leak", "text": "Wet.\nVery."]

  init() throws { office = try Office.smallCity() }

  private func add(_ cells: [String: String] = leak) throws -> Performed {
    try office.run(AddRequest.self, cells)
  }

  private func letters() throws -> [String] {
    try office.column("SELECT recipient FROM outbox_message ORDER BY outbox_message")
  }

  @Test("the same words again are known until the request is closed")
  func again() throws {
    #expect(try add().effect.newKey == "1")
    #expect(try add().isUnchanged)
    let other = Self.leak.merging(["text": "Still wet."]) { $1 }
    #expect(try add(other).effect.newKey == "2")
    try office.run(CloseRequest.self, ["request": "1"])
    #expect(try add().effect.newKey == "3")
  }

  @Test("a request names an address or an account that is there")
  func named() {
    let nobody = ["subject": "Leak", "text": "Wet."]
    #expect(office.refusal(AddRequest.self, nobody)?.code == .required)
    let stranger = nobody.merging(["account": "999"]) { $1 }
    #expect(office.refusal(AddRequest.self, stranger)?.code == .notFound)
  }

  @Test("a reply goes out once, stays with the request, and answers it")
  func reply() throws {
    _ = try add()
    let cells = ["request": "1", "text": "We come on Friday."]
    #expect(try !office.run(ReplyRequest.self, cells).isUnchanged)
    #expect(try office.run(ReplyRequest.self, cells).isUnchanged)
    #expect(try letters() == ["pat@example.com"])
    #expect(try office.column("SELECT status FROM request") == ["answered"])
    #expect(
      try office.column("SELECT operator FROM request_message WHERE sender = 'staff'") == ["pat"])
    let body = try #require(try office.column("SELECT body FROM outbox_message").first)
    #expect(body.hasPrefix("We come on Friday.\n"))
  }

  @Test("without an address the linked users get the reply, and without them nobody can")
  func replyToAccount() throws {
    _ = try add(["account": "500", "subject": "High bill", "text": "Why?"])
    let cells = ["request": "1", "text": "A leak."]
    let refused = try #require(office.refusal(ReplyRequest.self, cells))
    #expect(refused.found.contains("no user is linked to account 500"))
    try office.run(
      RegisterUser.self,
      ["email": "ana@example.com", "first": "Ana", "last": "Ortiz", "mail": "no"])
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    try office.run(ReplyRequest.self, cells)
    #expect(try letters() == ["ana@example.com"])
  }

  @Test("a customer who moved in later does not get the reply to a request of the customer before")
  func replyAfterMove() throws {
    _ = try add(["account": "500", "subject": "High bill", "text": "Why?"])
    try office.turn(to: "2026-04-10")
    try office.run(MoveAccount.self, ["account": "500", "cid": "2", "on": "2026-04-01"])
    try office.run(
      RegisterUser.self, ["email": "bo@example.com", "first": "Bo", "last": "Lund", "mail": "no"])
    try office.run(AddLink.self, ["email": "bo@example.com", "account": "500", "cid": "2"])
    let cells = ["request": "1", "text": "A leak."]
    #expect(
      office.refusal(ReplyRequest.self, cells)?.found.contains("by a customer of that time")
        == true)
    #expect(try letters() == [])
  }

  @Test("who is assigned is an operator, where there are operators")
  func assign() throws {
    _ = try add()
    #expect(try !office.run(AssignRequest.self, ["request": "1", "to": "bea"]).isUnchanged)
    #expect(try office.run(AssignRequest.self, ["request": "1", "to": "bea"]).isUnchanged)
    try office.run(AddOperator.self, ["operator": "pat", "role": "admin"])
    let refused = office.refusal(AssignRequest.self, ["request": "1", "to": "cy"])
    #expect(refused?.field == "to")
    try office.run(AssignRequest.self, ["request": "1", "to": "pat"])
    #expect(try office.column("SELECT assignee FROM request") == ["pat"])
  }

  @Test("a reply is taken back by undo, the mail with it")
  func undone() throws {
    _ = try add()
    try office.run(ReplyRequest.self, ["request": "1", "text": "Soon."])
    try office.store.undo(change: try lastChange(), author: author)
    #expect(try letters() == [])
    #expect(try office.column("SELECT status FROM request") == ["open"])
  }

  private func lastChange() throws -> Int64 {
    let last = try #require(try office.column("SELECT max(change) FROM change").first)
    return try #require(Int64(last))
  }
}

@Suite("The life of a request")
struct RequestLifeCycleTests {
  /// Every cell; rows are statuses, columns the events in their order: - refused.
  private static let drawn: [RequestStatus: String] = [
    // assign reply close answer
    .open: "assigned answered closed open",
    .assigned: "assigned answered closed assigned",
    .answered: "assigned answered closed open",
    .closed: "- - - -",
  ]

  static let cells = RequestStatus.allCases.flatMap { status in
    RequestEvent.allCases.map { (status, $0) }
  }

  @Test("each event leads where it should", arguments: cells)
  func cell(_ status: RequestStatus, _ event: RequestEvent) throws {
    let index = try #require(RequestEvent.allCases.firstIndex(of: event))
    let words = try #require(Self.drawn[status]).split(separator: " ")
    try #require(words.count == RequestEvent.allCases.count)
    var row = Row<Request>()
    row[Request.status] = status
    row[Request.statusOn] = try CivilDate("2026-03-01")
    let day = try CivilDate("2026-03-10")
    do throws(RuleError) {
      let after = try RequestLifeCycle.after(event, of: row, on: day)
      #expect(after[Request.status].rawValue == words[index])
      #expect(
        after[Request.statusOn] == (after[Request.status] == status ? row : after)[Request.statusOn]
      )
    } catch {
      #expect(words[index] == "-")
    }
  }
}
