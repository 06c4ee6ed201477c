import Accounts
import Glibc
import Testing

@testable import Values

@Suite("The city's clocks")
struct CityTimeZoneTests {
  private func chicago() throws -> CityTimeZone {
    try #require(CityTimeZone.named("America/Chicago"))
  }

  private func moment(_ text: String) -> Timestamp { Timestamp(.text(text)) }

  @Test(
    "show a moment with its offset, on both sides of each change of the clocks",
    arguments: [
      ("2026-01-15T18:00:00Z", "2026-01-15T12:00:00-06:00"),
      ("2026-07-15T18:00:00Z", "2026-07-15T13:00:00-05:00"),
      ("2026-03-08T07:59:59Z", "2026-03-08T01:59:59-06:00"),
      ("2026-03-08T08:00:00Z", "2026-03-08T03:00:00-05:00"),
      ("2026-11-01T06:59:59Z", "2026-11-01T01:59:59-05:00"),
      ("2026-11-01T07:00:00Z", "2026-11-01T01:00:00-06:00"),
      ("2150-07-01T05:00:00Z", "2150-07-01T00:00:00-05:00"),
      ("1969-12-31T23:59:59Z", "1969-12-31T17:59:59-06:00"),
    ])
  func iso(stored: String, shown: String) throws {
    #expect(try chicago().iso(moment(stored)) == shown)
  }

  @Test("show people the time without an offset, but where it is shown twice")
  func text() throws {
    let zone = try chicago()
    #expect(zone.text(moment("2026-07-15T18:00:09Z")) == "2026-07-15 13:00:09")
    #expect(zone.text(moment("2026-11-01T06:30:00Z")) == "2026-11-01 01:30:00-05:00")
    #expect(zone.text(moment("2026-11-01T07:30:00Z")) == "2026-11-01 01:30:00-06:00")
  }

  @Test("are UTC's where the zone is UTC")
  func utc() {
    let stored = moment("2026-07-15T18:00:09Z")
    #expect(CityTimeZone.utc.iso(stored) == "2026-07-15T18:00:09Z")
    #expect(CityTimeZone.utc.text(stored) == "2026-07-15 18:00:09")
  }

  @Test("say what day it is")
  func day() throws {
    let zone = try chicago()
    #expect(zone.day(of: moment("2026-03-10T04:59:59Z")).description == "2026-03-09")
    #expect(zone.day(of: moment("2026-03-10T05:00:00Z")).description == "2026-03-10")
  }

  @Test(
    "begin a day at its first moment, also where midnight or the whole day is left out",
    arguments: [
      ("America/Chicago", "2026-03-10", "2026-03-10T05:00:00Z"),
      ("America/Chicago", "2026-03-08", "2026-03-08T06:00:00Z"),
      ("America/Chicago", "2026-03-09", "2026-03-09T05:00:00Z"),
      ("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"),
      // The clocks went from 23:30 on the 30th to 0:30 on the 31st.
      ("America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z"),
      ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
      ("UTC", "2026-03-10", "2026-03-10T00:00:00Z"),
    ])
  func start(zone: String, day: String, first: String) throws {
    let zone = try #require(CityTimeZone.named(zone))
    #expect(zone.start(of: try CivilDate(day)).description == first)
  }

  /// The program `date` has another reader of the same files.
  @Test(
    "agree with `date` from 1950 to 2150",
    arguments: [
      "America/Chicago", "America/New_York", "America/Phoenix", "America/Anchorage",
      "America/Puerto_Rico", "America/St_Johns", "Pacific/Honolulu", "Pacific/Chatham",
      "America/Havana", "Europe/Dublin", "Africa/Casablanca", "Asia/Kathmandu",
      "Australia/Lord_Howe",
    ])
  func agreement(name: String) throws {
    let zone = try #require(CityTimeZone.named(name))
    let moments = stride(from: Int64(-631_152_000), to: 5_680_281_600, by: 1_234_567)
    let list = ScratchFile(moments.map { "@\($0)" }.joined(separator: "\n"))
    defer { list.remove() }
    let date = try ChildProcess.run([
      "/usr/bin/env", "TZ=\(name)", "/bin/date", "-f", list.path, "+%Y-%m-%dT%H:%M:%S%:z",
    ])
    let shown = moments.map { zone.iso(Timestamp(seconds: $0)) }
    #expect(date.status == 0)
    let expected = date.output.split(separator: "\n").map(String.init)
    // Not the arrays themselves: to describe how long arrays differ takes minutes.
    #expect(shown.count == expected.count)
    let wrong = zip(shown, expected).first { $0 != $1 }
    #expect(wrong == nil)
  }

  @Test("are read without a look at the environment, and leave it alone")
  func environment() throws {
    let before = getenv("TZ").map { String(cString: $0) }
    _ = try chicago().day(of: moment("2026-03-10T05:00:00Z"))
    #expect(getenv("TZ").map { String(cString: $0) } == before)
  }

  @Test(
    "are those of a file of the tz database alone",
    arguments: ["Texas", "America", "tzdata.zi", "zone.tab", "leapseconds", ""])
  func unknown(name: String) { #expect(CityTimeZone.named(name) == nil) }

  @Test("a file that was cut short is no zone")
  func cut() throws {
    let file = open(ZoneFile.folder + "America/Chicago", O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(file, &bytes, bytes.count)
    try #require(count > 100)
    #expect(ZoneFile(Array(bytes[..<count])) != nil)
    for length in stride(from: 0, to: count, by: 41) {
      #expect(ZoneFile(Array(bytes[..<length])) == nil)
    }
  }

  @Test(
    "a rule that is none is refused",
    arguments: [
      "", "CST", "C6", "CST6CDT,", "CST6CDT,M13.1.0,M11.1.0", "CST6CDT,M3.2.0",
      "CST6CDT,M3.2.7,M11.1.0",
      "CST6CDT,M3.2.0,M11.1.0,", "<-06", "CST168", "CST6CDT,J0,J365", "CST6CDT,366,1",
    ])
  func badRule(text: String) { #expect(DaylightRule(text) == nil) }

  @Test("rules by the day of the year count or leave out February 29")
  func dayOfYear() throws {
    let julian = try #require(DaylightRule("AAA0BBB,J60/0,J300/0"))
    let plain = try #require(DaylightRule("AAA0BBB,59/0,300/0"))
    let february29 = moment("2028-02-29T12:00:00Z").seconds
    #expect(julian.offset(at: february29) == 0)
    #expect(plain.offset(at: february29) == 3600)
    #expect(julian.offset(at: february29 + 86_400) == 3600)
  }
}

/// A file of a test's own.
private struct ScratchFile {
  let path: String

  init(_ text: String) {
    var template = Array("/tmp/ubadmin-times-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var text = text
    text.withUTF8 { _ = write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func remove() { unlink(path) }
}
