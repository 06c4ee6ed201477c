import Glibc
import Testing

@Suite("Files that go to the bank, and those that do not")
struct EFTExportTests {
  @Test("where nothing is to go nothing changes, and it says of each enrollment why")
  func nothing() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("account open A3 --cid 1 --location L1 --on 2025-01-01")
    bench.run("eft enroll A3 --routing 021000021", input: "111222333\n")
    try bench.expect("eft hold A3 --reason disputed")
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-20")
    let before = try bench.expect("change list --limit 1 --csv").output
    let path = bench.folder + "/none.ach"
    let done = try bench.expect("eft export --on 2026-03-11 -o \(path)")
    #expect(done.words.contains("nothing to send to the bank for 2026-03-11; nothing was changed"))
    #expect(
      done.words.contains(
        "account A1 sends nothing: its draft of 44.56 on 2026-03-11 is in file 2")
    )
    #expect(done.words.contains("account A2 sends nothing: its next draft is 7.00 on 2026-03-20"))
    #expect(done.words.contains("account A3 sends nothing: it is on hold (disputed)"))
    #expect(bench.text(of: "none.ach") == nil)
    #expect(try bench.expect("change list --limit 1 --csv").output == before)
    let json = try bench.expect("eft export --on 2026-03-11 -o \(path) --json").output
    #expect(json.contains("\"left_out\"") && json.contains("\"outcome\":\"unchanged\""), "\(json)")
  }

  @Test("a file that was cut short before it had its name is named by the same command")
  func cutShort() throws {
    let bench = try EFTReturnsTests.drafted()
    let made =
      try bench.expect("change list --limit 1 --csv --no-header").output
      .split(separator: ",").first ?? "none"
    let path = bench.folder + "/drafts.ach"
    let sent = try #require(bench.text(of: "drafts.ach"))
    unlink(path)
    let told = try bench.expect("eft export --on 2026-03-11 -o \(path)").words
    let again = "eft export --again 2 -o \(path)"
    #expect(
      told.contains(
        "note: file 2 for the same day, with 2 entries of 94.56 together, was made by change \(made). "
          + "If the file is missing, write it again with `ubadmin \(again)`"), "\(told)")
    try bench.expect(again)
    #expect(bench.text(of: "drafts.ach") == sent)
    let other = try bench.expect("eft export --on 2026-03-12 -o \(bench.folder)/other.ach")
    #expect(!other.words.contains("for the same day"), "\(other)")
  }

  @Test("where nothing is to go and another file is at the path, the exit status is 1")
  func anotherFile() throws {
    let bench = try EFTReturnsTests.drafted()
    let path = bench.folder + "/drafts.ach"
    let sent = try #require(bench.text(of: "drafts.ach"))
    // As if the command had been killed before the file was in its place.
    try bench.file("drafts.ach", #require(bench.bytes(of: "prenotes.ach")))
    let refused = bench.run("eft export --on 2026-03-11 -o \(path)")
    #expect(refused.status == .refused, "\(refused)")
    #expect(
      refused.words.contains("drafts.ach was not written: it is still another file"), "\(refused)")
    let again = "eft export --again 2 -o \(path)"
    #expect(refused.words.contains("write file 2 with `ubadmin \(again)`"), "\(refused)")
    try bench.expect(again)
    #expect(bench.text(of: "drafts.ach") == sent)
    let done = try bench.expect("eft export --on 2026-03-11 -o \(path)")
    #expect(
      done.words.contains(
        "drafts.ach is file 2 for the same day, with 2 entries of 94.56 together"), "\(done)")
    #expect(!done.words.contains("is missing"), "\(done)")
    let next = bench.run("eft export --on 2026-03-12 -o \(path)")
    #expect(next.status == .refused, "\(next)")
    #expect(next.words.contains("it is still file 2 for 2026-03-11"), "\(next)")
    #expect(bench.text(of: "drafts.ach") == sent)
  }

  @Test("the file before is named if it was not the one that is replaced")
  func notReplaced() throws {
    let bench = try EFTReturnsTests.drafted()
    let path = bench.folder + "/drafts.ach"
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let usual = try bench.expect("eft export --on 2026-03-12 -o \(path)")
    #expect(usual.words.contains("drafts.ach, which was another file"), "\(usual)")
    #expect(!usual.words.contains("it was not file"), "\(usual)")
    try bench.file("drafts.ach", #require(bench.bytes(of: "prenotes.ach")))
    try bench.expect("bill add B4 A2 --amount 8.00 --on 2026-03-09 --due 2026-03-09")
    let late = try bench.expect("eft export --on 2026-03-13 -o \(path)")
    #expect(
      late.words.contains(
        "it was not file 3 for 2026-03-12, the last one before this one, with 1 entry of 7.00 together"
      ), "\(late)")
    #expect(late.words.contains("`ubadmin eft export --again 3 -o FILE`"), "\(late)")
  }

  @Test("temporary files of a killed command are removed and told, except rejected rows")
  func leftFiles() throws {
    let bench = try EFTReturnsTests.drafted()
    let kept = ".ubadmin-kept-3odnhvmlgohge"
    try bench.file(".ubadmin-3odnhvmlgohge", "622")
    try bench.file(kept, "account\n")
    let done = try bench.expect("eft export --on 2026-03-12 -o \(bench.folder)/more.ach")
    #expect(
      done.words.contains(
        "note: 1 temporary file of an interrupted command was removed from \(bench.folder)"),
      "\(done)")
    #expect(done.words.contains("/\(kept) has the rejected rows of an interrupted run"), "\(done)")
    #expect(bench.text(of: ".ubadmin-3odnhvmlgohge") == nil && bench.text(of: kept) != nil)
    let list = try bench.expect("account list -o \(bench.folder)/list.csv")
    #expect(!list.words.contains("temporary file"), "\(list)")
  }

  @Test("the change's number is printed, and in the JSON")
  func number() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let path = bench.folder + "/more.ach"
    let done = try bench.expect("eft export --on 2026-03-11 -o \(path) --json")
    let number =
      try bench.expect("change list --limit 1 --csv --no-header").output
      .split(separator: ",").first ?? "none"
    #expect(done.output.contains("\"change\":\(number)"), "\(done)")
    #expect(done.output.contains("\"file\":3") && done.output.contains("\"drafts\":1"))
    #expect(done.words.contains("(change \(number))"))
  }

  @Test("a bill whose draft is under way is not past due, and the page says so")
  func underWay() throws {
    let bench = try EFTReturnsTests.drafted()
    let page = try bench.expect("account show A1").output
    #expect(page.contains("draft of 44.56 on 2026-03-11 under way"), "\(page)")
    let json = try bench.expect("account show A1 --json").output
    #expect(
      json.contains("\"past_due\":\"0.00\"") && json.contains("\"amount_due\":\"44.56\""), "\(json)"
    )
    try bench.expect("bill add B4 A1 --amount 10.00 --on 2026-03-01 --due 2026-03-05")
    let more = try bench.expect("account show A1 --json").output
    #expect(more.contains("\"past_due\":\"10.00\""), "\(more)")
    // Before the file was made, and when it has settled.
    let early = try bench.expect("account show A1 --json --as-of 2026-03-09").output
    #expect(early.contains("\"past_due\":\"54.56\"") && !early.contains("under way"), "\(early)")
    let late = try bench.expect("account show A1 --json --as-of 2026-03-11").output
    #expect(late.contains("\"past_due\":\"10.00\"") && !late.contains("under way"), "\(late)")
  }

  @Test("a day far ahead is refused by both commands that write for the bank, unless it is meant")
  func farAhead() throws {
    let bench = try EFTReturnsTests.drafted()
    try bench.expect("bill add B3 A2 --amount 7.00 --on 2026-03-09 --due 2026-03-09")
    let path = bench.folder + "/far.ach"
    for day in ["2062-03-01", "2027-03-01"] {
      let refused = bench.run("eft export --on \(day) -o \(path)")
      #expect(refused.status == .refused, "\(refused)")
      #expect(refused.words.contains("days after today"))
    }
    #expect(bench.text(of: "far.ach") == nil)
    let sent = try #require(bench.text(of: "drafts.ach"))
    let returns = try bench.file("back.ach", EFTReturnsTests.returned(sent))
    let before = try bench.expect("payment list --all --csv").output
    let left = bench.run("eft returns --from \(returns) --on 2062-01-03")
    #expect(left.status == .someRowsFailed, "\(left)")
    #expect(try bench.expect("payment list --all --csv").output == before)
    try bench.expect("eft returns --from \(returns) --on 2062-01-03 --accept unusual")
  }
}
