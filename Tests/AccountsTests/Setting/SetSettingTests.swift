import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

@Suite("setting set", .onBothEngines)
struct SetSettingTests {
  @Test("a setting is stored, counts at once, and can be undone")
  func stored() throws {
    let office = try Office(on: "2025-11-28")
    let done = try office.run(SetSetting.self, ["name": "city", "value": "Cedar Falls"])
    #expect(done.effect.message == "setting city changed from Your City to Cedar Falls")
    #expect(office.store.settings[.city] == "Cedar Falls")
    try office.store.undo(change: 1, author: author)
    #expect(office.store.settings[.city] == "Your City")
    #expect(try office.store.verifyJournal().fault == nil)
  }

  @Test("what is so already is not changed, be it stored or the standard")
  func already() throws {
    let office = try Office(on: "2025-11-28")
    #expect(try office.run(SetSetting.self, ["name": "time-zone", "value": "UTC"]).isUnchanged)
    let cells = ["name": "time-zone", "value": "America/Chicago"]
    try office.run(SetSetting.self, cells)
    let again = try office.run(SetSetting.self, cells)
    #expect(again.isUnchanged)
    #expect(again.effect.message == "setting time-zone is already America/Chicago")
  }

  @Test("a setting goes back to its standard")
  func standard() throws {
    let office = try Office(on: "2025-11-28")
    try office.run(SetSetting.self, ["name": "time-zone", "value": "America/Chicago"])
    try office.run(SetSetting.self, ["name": "time-zone", "value": "UTC"])
    #expect(office.store.settings[.timeZone] == "UTC")
  }

  @Test("an unknown setting is refused with those there are")
  func unknown() throws {
    let office = try Office(on: "2025-11-28")
    let rejection = office.refusal(SetSetting.self, ["name": "weather", "value": "fine"])
    #expect(rejection?.code == .notFound)
    #expect(rejection?.field == "name")
    #expect(rejection?.expected.contains("time-zone") == true)
  }

  @Test(
    "a value that crosses that of a setting beside it is refused, from either side",
    arguments: [
      ("dates.latest-days-ahead=731", ""), ("dates.latest-years-ahead=0", ""),
      ("bill.due-days=93", ""),
      ("bill.max-due-days=31", "bill.due-days=32"), ("high-low.warn-low=9", ""),
      ("high-low.force-low=51", ""), ("high-low.force-high=199", ""),
      ("high-low.warn-high=501", ""), ("session.hours=25", "session.remember-days=1"),
      ("dates.earliest=2025-11-29", ""), ("dates.earliest=2062-01-01", ""),
      ("high-low.warn-high=99", ""), ("high-low.warn-low=101", ""),
    ])
  func bounds(_ crossing: String, _ first: String) throws {
    func cells(_ line: String) -> [String: String] {
      let parts = line.split(separator: "=").map(String.init)
      return ["name": parts[0], "value": parts[1]]
    }
    let office = try Office(on: "2025-11-28")
    if !first.isEmpty { try office.run(SetSetting.self, cells(first)) }
    let refusal = try #require(office.refusal(SetSetting.self, cells(crossing)))
    #expect(refusal.field == "value")
    #expect(refusal.code == .outOfRange)
  }

  @Test(
    "a value that the setting cannot have is refused",
    arguments: [
      ("time-zone", "Texas"), ("time-zone", "../../etc/passwd"), ("customer.first-cid", "A100"),
      ("account.first-number", "1234567890123456789"), ("city", "Cedar\u{7}Falls"),
    ])
  func badValue(_ name: String, _ value: String) throws {
    let office = try Office(on: "2025-11-28")
    #expect(office.refusal(SetSetting.self, ["name": name, "value": value])?.field == "value")
    #expect(try office.store.number("SELECT count(*) FROM setting") == 0)
  }

  @Test("every setting's standard is a value that it can have", arguments: Setting.allCases)
  func standards(_ setting: Setting) throws {
    #expect(try setting.value(setting.standard) == setting.standard)
  }

  @Test("a setting that another process changed counts for the next change")
  func otherProcess() throws {
    let folder = try ScratchFolder()
    let first = try settledFile(folder)
    let second = try Store.open(first.location, clock: .fixed(today))
    try first.edit { books in
      var row = Row<StoredSetting>()
      row[StoredSetting.name] = "customer.first-cid"
      row[StoredSetting.value] = "500001"
      books.insert(row)
    }
    var seen: String?
    let change = try second.beginChange(author)
    seen = change.books.settings[.firstCustomerID]
    change.rollback()
    #expect(seen == "500001")
  }
}
