import Accounts
import Testing

@testable import Portal
@testable import Rules
@testable import Values

@Suite("Links between users and accounts", .onBothEngines)
struct LinkTests {
  let office: Office

  init() throws {
    office = try Office.smallCity()
    try office.run(
      RegisterUser.self,
      ["email": "ana@example.com", "first": "Ana", "last": "Ortiz", "mail": "no"])
  }

  private func refusal(_ cid: String) -> Rejection? {
    office.refusal(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": cid])
  }

  @Test("account number and customer ID must belong together")
  func together() throws {
    #expect(refusal("2")?.code == .notFound)
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    let again = try office.run(
      AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    #expect(again.isUnchanged)
  }

  @Test("a link goes, and removing it again changes nothing")
  func remove() throws {
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    let cells = ["email": "ana@example.com", "account": "500"]
    #expect(try !office.run(RemoveLink.self, cells).isUnchanged)
    #expect(try office.run(RemoveLink.self, cells).isUnchanged)
  }

  @Test("a merge of customers carries links along")
  func merge() throws {
    try office.run(AddLink.self, ["email": "ana@example.com", "account": "500", "cid": "1"])
    try office.run(MergeCustomer.self, ["cid": "1", "into": "2"])
    var cids: [String] = []
    try office.store.each(sql: "SELECT cid FROM link") { row in
      cids.append("\(row.datum(0))")
      return true
    }
    #expect(cids == ["2"])
  }
}
