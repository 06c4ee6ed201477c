import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Files to the bank", .onBothEngines)
struct NACHATests {
  @Test(
    "the fields of every record fill its 94 places without gap", arguments: NACHALayout.allCases)
  func layout(_ layout: NACHALayout) {
    var next = 1
    for field in layout.fields {
      #expect(field.start == next, "\(field.name)")
      next = field.end + 1
    }
    #expect(next == 95)
  }

  @Test("organizations go in a batch of their own, as CCD")
  func organizations() throws {
    let office = try Office.drafting()
    try office.openSecond()
    try office.run(SetCustomer.self, ["cid": "2", "kind": "organization"])
    try office.run(
      EnrollEFT.self,
      ["account": "600", "routing": "021000021", "bank-account": "555444333", "type": "checking"])
    let file = Lines(try office.export(on: "2026-03-03"))
    let heads = file.lines.filter { $0.hasPrefix("5") }
    #expect(heads.map { String($0.dropFirst(50).prefix(3)) } == ["PPD", "CCD"])
    #expect(file.entries.map { $0[40...42] } == ["500", "600"])
    #expect(file.entries.map { $0[2...3] } == ["38", "28"])
    let control = file.lines.first { $0.hasPrefix("9000002") } ?? ""
    #expect(control.dropFirst(13).prefix(8) == "00000002")
    #expect(file.lines.count % 10 == 0)
  }

  @Test(
    "the way of the authorization is the class of its entries, WEB and TEL say that they recur",
    arguments: [
      ("web", "person", "WEB", "R "), ("phone", "person", "TEL", "R "),
      ("paper", "person", "PPD", "  "), ("", "person", "PPD", "  "),
      ("web", "organization", "CCD", "  "),
    ])
  func classes(_ channel: String, _ kind: String, _ entryClass: String, _ type: String) throws {
    let office = try Office.sending()
    try office.run(SetCustomer.self, ["cid": "1", "kind": kind])
    try office.enroll(channel.isEmpty ? [:] : ["channel": channel])
    let first = try #require(try office.export(on: "2026-03-03"))
    let file = Lines(first)
    #expect(file[1][51...53] == entryClass)
    #expect(file.entries.map { $0[77...78] } == [type])
    try office.run(SetEFT.self, ["account": "500", "channel": "paper"])
    #expect(try office.again(1) == first)
  }

  @Test("an enrollment without a channel counts as on paper, and stays as it is if a list says so")
  func unknownChannel() throws {
    let office = try Office.sending()
    try office.enroll([:])
    let row = try office.enrollment("500")
    try office.store.edit { books in
      var old = row
      old[EFTEnrollment.channel] = nil
      books.update(row, to: old)
    }
    try office.run(SetEFT.self, ["account": "500", "channel": "paper"])
    #expect(try office.enrollment("500")[EFTEnrollment.channel] == nil)
    try office.run(SetEFT.self, ["account": "500", "channel": "web"])
    #expect(try office.enrollment("500")[EFTEnrollment.channel] == .web)
  }

  @Test("each class has a batch of its own")
  func batches() throws {
    let office = try Office.drafting()
    try office.openSecond()
    try office.run(
      EnrollEFT.self,
      ["account": "600", "routing": "021000021", "bank-account": "555444333", "channel": "web"])
    let file = Lines(try office.export(on: "2026-03-03"))
    #expect(
      file.lines.filter { $0.hasPrefix("5") }.map { Places(line: $0)[51...53] } == ["PPD", "WEB"])
    // Other details without a word of the way are on paper.
    try office.run(
      EnrollEFT.self, ["account": "600", "routing": "021000021", "bank-account": "111222333"])
    #expect(try office.enrollment("600")[EFTEnrollment.channel] == .paper)
  }

  @Test("each field stands where the published layouts have it")
  func positions() throws {
    let office = try Office.drafting()
    try office.export(on: "2026-03-02")
    try office.turn(to: "2026-03-12")
    let file = Lines(try office.export(on: "2026-03-12"))
    #expect(file.lines.count == 10)
    #expect(file.lines.allSatisfy { $0.utf8.count == 94 })
    #expect(file.lines[5...].allSatisfy { $0 == String(repeating: "9", count: 94) })
    let (header, batch, entry) = (file[0], file[1], file[2])
    #expect(header[1...3] == "101")
    #expect(header[4...13] == " 011000015")
    #expect(header[14...23] == "1987654321")
    #expect(header[24...29] == "260312")
    #expect(header[34...40] == "A094101")
    #expect(header[41...63] == "FIRST BANK             ")
    #expect(batch[1...4] == "5225")
    #expect(batch[5...20] == "TESTVILLE       ")
    #expect(batch[41...53] == "1987654321PPD")
    #expect(batch[70...79] == "260312   1")
    #expect(batch[80...94] == "011000010000001")
    #expect(entry[1...12] == "637021000021")
    #expect(entry[13...29] == "123456789        ")
    #expect(entry[30...39] == "0000004180")
    #expect(entry[40...54] == "500            ")
    #expect(entry[55...76] == "CUSTOMER 1            ")
    #expect(entry[79...94] == "0011000010000002")
    #expect(file[3][1...20] == "82250000010002100002")
    #expect(file[3][21...44] == "000000004180000000000000")
    #expect(file[4][1...31] == "9000001000001000000010002100002")
    #expect(file[4][32...55] == "000000004180000000000000")
  }

  @Test("an amount that the bank's file has no room for is refused, not cut")
  func greatest() throws {
    let office = try Office.drafting()
    try office.run(
      AddBill.self,
      [
        "bill": "B2", "account": "500", "on": "2026-02-20", "due": "2026-03-12",
        "amount": "150000000",
      ])
    try office.export(on: "2026-03-03")
    for day in ["2026-03-06", "2026-03-12"] { try office.turn(to: day) }
    let error = #expect(throws: Rejection.self) { try office.export(on: "2026-03-12") }
    #expect(error?.found.contains("150000041.80") == true)
  }
}
