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

  /// A city with money to draft: 500 owes 41.80 on 2026-03-12.
  private func office() throws -> Office {
    let office = try Office.sending()
    try office.enroll(["type": "savings"])
    try office.run(
      AddBill.self,
      ["bill": "B1", "account": "500", "on": "2026-02-20", "due": "2026-03-12", "amount": "41.80"])
    return office
  }

  @Test("a prenote goes first, then a draft of what is due, once")
  func life() throws {
    let office = try office()
    let prenote = Lines(try office.export(on: "2026-03-03"))
    #expect(prenote.entries.map { $0[2...3] } == ["38"])
    #expect(prenote.entries.map { $0[30...39] } == ["0000000000"])
    #expect(try office.export(on: "2026-03-04") == nil)
    // Three banking days after the 3rd.
    try office.turn(to: "2026-03-05")
    #expect(office.refusal(ConfirmEFT.self, ["account": "500"])?.code == .notActive)
    try office.turn(to: "2026-03-06")
    let before = try office.store.dump()
    #expect(try office.export(on: "2026-03-11") == nil)
    #expect(try office.store.dump() == before)
    try office.turn(to: "2026-03-12")
    let file = Lines(try office.export(on: "2026-03-12"))
    #expect(file.entries.count == 1)
    #expect(try office.sums(of: "500").balance == .zero)
    #expect(try office.export(on: "2026-03-12") == nil)
  }

  @Test("organizations go in a batch of their own, as CCD")
  func organizations() throws {
    let office = try office()
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

  @Test("each class has a batch of its own")
  func batches() throws {
    let office = try office()
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
    let office = try office()
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

  @Test(
    "a draft day counts from the bill's date",
    arguments: [("5", "2026-03-05"), ("25", "2026-02-25")])
  func draftDay(_ day: String, _ expected: String) throws {
    let office = try office()
    try office.run(SetEFT.self, ["account": "500", "draft-day": day])
    let row = try office.enrollment()
    #expect(
      try row.draftDay(billedOn: CivilDate("2026-02-20"), dueOn: CivilDate("2026-03-12"))
        .description == expected)
  }

  @Test("R01 is presented twice more, apart and said so, then it stops")
  func retries() throws {
    let office = try office()
    try office.export(on: "2026-03-02")
    var day = try CivilDate("2026-03-12")
    for attempt in 1...3 {
      try office.turn(to: "\(day)")
      let file = Lines(try office.export(on: "\(day)"))
      #expect(file[1][54...63] == (attempt == 1 ? "UTILITY   " : "RETRY PYMT"))
      try office.takeBack(file.entries[0][80...94], "R01", on: "\(day.addingBankingDays(1))")
      #expect(
        try office.sums(of: "500", on: day.addingBankingDays(1)).balance.description == "41.80")
      #expect(try office.eftState() == (attempt < 3 ? .active : .returned))
      day = day.addingBankingDays(2)
    }
    try office.turn(to: "\(day)")
    #expect(try office.export(on: "\(day)") == nil)
  }

  @Test("an account that is closed at the bank stops, and its prenote's return too")
  func stops() throws {
    let office = try office()
    let file = Lines(try office.export(on: "2026-03-02"))
    try office.takeBack(file.entries[0][80...94], "R03", on: "2026-03-03", cents: 0)
    #expect(try office.eftState() == .returned)
    #expect(try office.enrollment()[EFTEnrollment.reason]?.text.hasPrefix("R03") == true)
    try office.enroll()
    #expect(try office.eftState() == .prenotePending)
  }

  @Test("settings that are missing and days on which banks rest are refused")
  func refusals() throws {
    let office = try Office.bank(on: "2026-03-02")
    try office.enroll()
    #expect(throws: Rejection.self) { try office.export(on: "2026-03-03") }
    let ready = try self.office()
    #expect(throws: Rejection.self) { try ready.export(on: "2026-03-07") }
    try ready.export(on: "2026-03-05")
    #expect(throws: Rejection.self) { try ready.export(on: "2026-03-04") }
  }

  @Test("an amount that the bank's file has no room for is refused, not cut")
  func greatest() throws {
    let office = try office()
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

  @Test("an export that is undone leaves all as before but the file's record and its numbers")
  func undo() throws {
    let office = try office()
    try office.export(on: "2026-03-02")
    try office.turn(to: "2026-03-12")
    let before = try office.store.dump()
    let first = Lines(try office.export(on: "2026-03-12"))
    let last = try office.lastChange()
    #expect(throws: OutsideReach.self) { try office.store.undo(change: last, author: author) }
    let undone = try office.store.undo(change: last, author: author, leavesOutside: true)
    #expect(
      undone.outside.words == ["file 2 may have been sent to the bank; it cannot be recalled"])
    let files = try office.store.dump().filter { !before.contains($0) }
    #expect(files.count == 1 && files.allSatisfy { $0.hasPrefix("eft_file: ") })
    #expect(try before.allSatisfy(office.store.dump().contains))
    let next = Lines(try office.export(on: "2026-03-12"))
    #expect(next[0][87...94] == "3       ")
    #expect(first.entries.map { $0[1...79] } == next.entries.map { $0[1...79] })
    let traces = Set(first.entries.map { $0[80...94] })
    #expect(!traces.isEmpty && traces.isDisjoint(with: next.entries.map { $0[80...94] }))
  }

  @Test("trace numbers are not given out again after every file was undone")
  func tracesOnce() throws {
    let office = try office()
    var traces: Set<String> = []
    for _ in 1...3 {
      let file = Lines(try office.export(on: "2026-03-02"))
      for entry in file.entries { #expect(traces.insert(entry[80...94]).inserted) }
      try office.store.undo(change: office.lastChange(), author: author, leavesOutside: true)
    }
    #expect(traces.count >= 3)
  }

  @Test("a redone export is the same file, and undoing it again asks again")
  func broughtBack() throws {
    let office = try office()
    let first = try #require(try office.export(on: "2026-03-02"))
    let export = try office.lastChange()
    let before = try office.store.dump()
    try office.store.undo(change: export, author: author, leavesOutside: true)
    #expect(throws: RuleError.self) { try office.again(1) }
    let undo = try office.lastChange()
    try office.store.undo(change: undo, author: author)
    #expect(try office.store.dump() == before)
    #expect(try office.again(1) == first)
    let error = #expect(throws: OutsideReach.self) {
      try office.store.undo(change: undo + 1, author: author)
    }
    #expect(error?.files == [1])
    #expect(throws: OutsideReach.self) { try office.store.undo(change: export, author: author) }
  }

  @Test("a file is written again with the same bytes, whatever was set since, and that is recorded")
  func again() throws {
    let office = try office()
    let first = try #require(try office.export(on: "2026-03-02"))
    try office.turn(to: "2026-03-20")
    for (setting, value) in [
      ("eft.company-name", "OTHER CITY"), ("eft.company-id", "999999999"),
      ("eft.odfi", "011000015"), ("eft.odfi-name", "OTHER BANK"),
    ] {
      try office.run(SetSetting.self, ["name": setting, "value": value])
    }
    try office.run(SetCustomer.self, ["cid": "1", "kind": "organization", "name": "Other Name"])
    let (before, last) = (try office.store.dump(), try office.lastChange())
    #expect(try office.again(1) == first)
    #expect(try office.store.dump() == before)
    #expect(try office.lastChange() == last + 1)
  }
}

/// A file by records and positions from 1.
struct Lines {
  let lines: [String]

  init(_ text: String?) { lines = (text ?? "").split(separator: "\n").map(String.init) }

  subscript(_ index: Int) -> Places { Places(line: index < lines.count ? lines[index] : "") }
  var entries: [Places] { lines.filter { $0.hasPrefix("6") }.map(Places.init) }
}

/// A record whose places count from 1.
struct Places {
  let line: String

  subscript(_ range: ClosedRange<Int>) -> String {
    let bytes = Array(line.utf8)
    guard range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[(range.lowerBound - 1)...(range.upperBound - 1)], as: UTF8.self)
  }
}

extension Office {
  /// A city that sends files to its bank.
  static func sending(on day: String = "2026-03-02") throws -> Office {
    let office = try bank(on: day)
    for (name, value) in [
      ("eft.company-name", "Testville"), ("eft.company-id", "1987654321"),
      ("eft.odfi", "011000015"), ("eft.odfi-name", "First Bank"),
    ] {
      try office.run(SetSetting.self, ["name": name, "value": value])
    }
    return office
  }

  @discardableResult
  func export(on day: String) throws -> String? {
    do {
      return try store.change(by: author) { change in
        let file = try BankFile(on: CivilDate(day), in: change)
        return file.text == nil ? .discard(nil) : .commit(file.text)
      }.value
    } catch RuleError.rejected(let rejection) {
      throw rejection
    }
  }

  func lastChange() throws -> Int64 { try store.number("SELECT max(change) FROM change") }

  /// The text of a file that was written before.
  func again(_ file: Int64) throws -> String? {
    try store.change(by: author) { .commit(try BankFile(again: file, in: $0).text) }.value
  }

  /// The bank sends one entry back.
  func takeBack(
    _ trace: String, _ code: String, _ corrected: String? = nil, on day: String, cents: Int = 4180
  ) throws {
    let file = try ReturnFile(
      ReturnSample(items: [(trace, code, corrected)], cents: cents).text.utf8)
    let change = try store.beginChange(author)
    for item in file.items { try change.perform(RecordReturn(item, on: CivilDate(day))) }
    try change.commit()
  }
}
