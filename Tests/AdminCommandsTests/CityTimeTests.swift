import Accounts
import Testing

@testable import Ledger

/// A city in Iowa at noon UTC on 2026-03-10, which is 7:00 there; the clocks were set forward on the 8th.
@Suite("Times are the city's", .onBothEngines)
struct CityTimeTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "setting set time-zone America/Chicago",
      "setting set mail.sender u@example.gov", "customer add 1 --name Ana",
      "user register ana@example.com --first Ana --last Ortiz",
      "request add --email ana@example.com --subject Bill --text Why?",
    ] { try bench.expect(line) }
  }

  private func script(_ sql: String) throws {
    try Store.open(StoreLocation(bench.store)).connection.script(sql)
  }

  @Test("in a list: as the clocks show it in tables, with the offset in files")
  func lists() throws {
    let line = "change list --limit 1 --fields at"
    for format in ["table", "markdown"] {
      #expect(try bench.expect(line + " -O " + format).output.contains("2026-03-10 07:00:00"))
    }
    for format in ["csv", "tsv", "json", "ndjson"] {
      #expect(try bench.expect(line + " -O " + format).output.contains("2026-03-10T07:00:00-05:00"))
    }
  }

  @Test("in every list, page and message that shows one")
  func everywhere() throws {
    try script(
      """
      UPDATE portal_user SET status = 'locked_out', locked_by = 'staff', \
      last_sign_in_at = '2026-03-01T12:00:00Z'
      """)
    for (line, shown) in [
      ("change show 1", "07:00:00"), ("mail list", "07:00:00"), ("user list", "07:00:00"),
      ("user show ana@example.com", "07:00:00"), ("explain ana@example.com", "07:00:00"),
      ("history user ana@example.com", "07:00:00"),
      ("request show 1", "07:00:00"), ("user unlock ana@example.com --dry-run", "06:00:00"),
    ] {
      for format in ["table", "json", "csv"] {
        let result = bench.run(line + " -O " + format)
        #expect(result.status == .done, "\(line): \(result)")
        let text = result.output + result.words
        #expect(!text.contains(/[0-9]Z/), "\(line): \(text)")
        #expect(!text.contains("12:00:00"), "\(line): \(text)")
        if format == "table" { #expect(text.contains(shown), "\(line): \(text)") }
      }
    }
  }

  @Test("a history is by the whole time, and days begin as the city's clocks say")
  func order() throws {
    for line in [
      "location add L1 --address Main", "account open A1 --cid 1 --location L1 --on 2026-03-10",
      "note add customer 1 evening", "note add customer 1 night", "note add customer 1 winter",
      "note add customer 1 morning",
    ] { try bench.expect(line) }
    for (text, at) in [
      ("evening", "2026-03-10T04:59:59"), ("night", "2026-03-10T05:00:01"),
      ("winter", "2026-03-01T05:59:59"),
    ] { try script("UPDATE note SET at = '\(at)Z' WHERE text = '\(text)'") }
    // What was entered on another day counts from when its day began.
    try script("UPDATE change SET at = '2026-03-11T05:00:00Z'")
    let events = try bench.expect("history customer 1 --fields event,what --csv --no-header")
      .output.split(separator: "\n").filter { !$0.hasPrefix("change") }
    #expect(
      events == [
        "note,morning", "note,night", "move,\"account A1 in, owner\"", "note,evening",
        "note,winter",
      ])
  }

  @Test("a change of yesterday evening is not one of today, though it is by UTC")
  func since() throws {
    try script("UPDATE change SET at = '2026-03-10T04:59:59Z'")
    let list = "change list --csv --no-header --fields change --since "
    #expect(try bench.expect(list + "2026-03-10").output == "")
    #expect(try bench.expect(list + "3/10/2026").output == "")
    #expect(try bench.expect(list + "2026-03-09").output != "")
    for time in [
      "3/9/2026 11:59:59 pm", "2026-03-09 23:59:59", "2026-03-10T04:59:59Z",
      "2026-03-09T23:59:59-05:00",
    ] {
      let words = list.split(separator: " ").map(String.init) + [time]
      #expect(try bench.expect(words).output != "", "\(time)")
    }
    #expect(try bench.expect(list + "2026-03-10T05:00:00Z").output == "")
  }

  @Test("the day of a change on a page is the city's")
  func lastChanges() throws {
    try script("UPDATE change SET at = '2026-03-10T04:59:59Z'")
    let page = try bench.expect("customer show 1 --json").output
    #expect(page.contains(#""on":"2026-03-09""#), "\(page)")
  }

  @Test("those who were locked out are found by a time in any form")
  func lockedSince() throws {
    try script(
      """
      UPDATE portal_user SET status = 'locked_out', locked_by = 'policy', \
      status_since = '2026-03-09T13:00:00Z'
      """)
    for (time, isFound) in [
      ("2026-03-09T08:00:00-05:00", true), ("2026-03-09 08:00", true), ("3/9/2026 8:00 am", true),
      ("2026-03-09T13:00:00Z", true), ("3/9/2026", true), ("2026-03-09 08:01", false),
      ("2026-03-10", false),
    ] {
      let result = bench.run(["user", "unlock", "--locked-since", time, "--dry-run"])
      #expect(result.words.contains("ana@example.com") == isFound, "\(time): \(result)")
    }
  }

  @Test(
    "an option that takes a day or time says what it takes, with a field's hint",
    arguments: [
      ("payment list --from 11/2/26", "four-digit"),
      ("bill list --to 20261102", "likely 2026-11-02"),
      ("read list --from 31/10/2026", "likely 2026-10-31"),
      ("change list --since 11/2/26", "four-digit"), ("user list --since soon", "digits"),
      ("note list --since 11/2/26", "four-digit"),
      ("customer list --as-of 11/2/26", "four-digit"),
      ("report consumption --to 11/2/26", "four-digit"),
      ("user unlock --locked-since 2026-03-08T02:30:00", "write 2026-03-08T03:30:00-05:00"),
      ("change list --since 2025-11-02T01:30", "2025-11-02T01:30:00-05:00 or"),
    ])
  func refused(line: String, hint: String) {
    let result = bench.run(line)
    #expect(result.status == .usage)
    #expect(result.words.contains(hint), "\(result)")
    #expect(result.words.contains("--"), "\(result)")
  }

  @Test("a store whose zone this machine lacks is not read by other clocks")
  func lacking() throws {
    try script("UPDATE setting SET value = 'Mars/Olympus' WHERE name = 'time-zone'")
    let result = bench.run("change list")
    #expect(result.status == .storeUnavailable)
    #expect(result.words.contains("Mars/Olympus"))
    #expect(result.words.contains("tzdata"))
  }
}
