import Accounts
import Testing

@testable import Rules
@testable import Values

@Suite("Announcements", .onBothEngines)
struct AnnouncementTests {
  let office: Office
  private static let cells = ["title": "Closed", "text": "We are closed.\nSorry."]

  init() throws { office = try Office(on: "2026-03-10") }

  @Test("the same words again change nothing, whatever the day, until they are retired")
  func again() throws {
    #expect(try office.run(AddAnnouncement.self, Self.cells).effect.newKey == "1")
    try office.turn(to: "2026-03-12")
    #expect(try office.run(AddAnnouncement.self, Self.cells).isUnchanged)
    try office.run(RetireAnnouncement.self, ["announcement": "1"])
    #expect(try office.run(AddAnnouncement.self, Self.cells).effect.newKey == "2")
  }

  @Test("the last day is not before the first")
  func order() {
    let cells = Self.cells.merging(["to": "2026-03-09"]) { $1 }
    #expect(office.refusal(AddAnnouncement.self, cells)?.code == .dateOrder)
  }

  @Test("retired once, it is unchanged; what has ended cannot end later")
  func retire() throws {
    try office.run(AddAnnouncement.self, Self.cells.merging(["to": "2026-03-20"]) { $1 })
    let cells = ["announcement": "1"]
    #expect(try !office.run(RetireAnnouncement.self, cells).isUnchanged)
    #expect(try office.run(RetireAnnouncement.self, cells).isUnchanged)
    let later = ["announcement": "1", "on": "2026-03-15"]
    #expect(office.refusal(RetireAnnouncement.self, later)?.code == .closed)
    #expect(office.refusal(RetireAnnouncement.self, ["announcement": "9"])?.code == .notFound)
  }
}

@Suite("Texts of several lines")
struct ProseTests {
  @Test(
    "line ends become one kind, tabs blanks, and blank lines at the end go",
    arguments: [("a\r\nb\n\n", "a\nb"), ("a\tb", "a b"), ("a\n\nb", "a\n\nb")])
  func lines(_ text: String, _ kept: String) throws {
    #expect(try Prose(text).text == kept)
  }

  @Test("other control characters, nothing at all and too much are refused")
  func refused() {
    func code(_ text: String) -> RejectionCode? {
      do throws(ValueFault) {
        _ = try Prose(text)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code("a\nb\u{1B}[31m") == .controlCharacter)
    #expect(code("\n\n") == .malformed)
    #expect(code(String(repeating: "ab\n", count: 4000)) == .tooLong)
  }
}
