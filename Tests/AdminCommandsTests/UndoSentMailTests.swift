import Accounts
import Testing

@testable import AdminCommands

@Suite("Undo of what was told by mail", .onBothEngines)
struct UndoSentMailTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("setting set mail.sender utilities@testville.example")
    try bench.expect("setting set portal.address https://portal.testville.example")
    bench.environment["UBADMIN_MAIL_PROGRAM"] = "/bin/sh -c 'cat > /dev/null'"
    try bench.expect("user register ana@example.com --first Ana --last Ortiz")
    #expect(try bench.expect("mail send").words == "1 sent\n")
  }

  private func lastChange() throws -> Int {
    let output = try bench.expect("change list --limit 1 --fields change --csv --no-header").output
    return try #require(Int(output.dropLast()))
  }

  @Test("report changes names no undo for the sending")
  func reported() throws {
    let rows = try bench.expect("report changes --fields command,undo --csv --no-header").output
      .split(separator: "\n").suffix(3)
    let last = try lastChange()
    #expect(rows.first?.hasSuffix(",ubadmin change undo \(last - 2)") == true, "\(rows)")
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",") }, "\(rows)")
  }

  @Test("undo steps past the sending, to the change that the mail is about, and asks")
  func stepsPast() throws {
    let asked = bench.run("change undo")
    #expect(asked.status == .refused)
    #expect(asked.words.contains("user register ana@example.com"), "\(asked)")
    let undone = try bench.expect("change undo --yes")
    #expect(undone.words.contains("1 mail of that change was sent and cannot be recalled"))
    #expect(try bench.expect("user list --csv --no-header").output == "")
    #expect(try bench.expect("mail list --csv --no-header --fields status").output == "sent\n")
    try bench.expect("change redo --yes")
    #expect(
      try bench.expect("user list --csv --no-header --fields status").output == "provisioned\n")
  }

  @Test("the sending itself is not undone, and the change that the mail is about is named")
  func sending() throws {
    let last = try lastChange()
    for change in [last, last - 1] {
      let refused = bench.run("change undo \(change) --yes")
      #expect(refused.status == .refused)
      #expect(
        refused.words.contains("which sent mail 1, which cannot be recalled"), "\(refused)")
      #expect(refused.words.contains("`ubadmin change undo \(last - 2)`"), "\(refused)")
    }
    try bench.expect("change undo \(last - 2) --yes")
    let after = bench.run("change undo \(last) --yes")
    #expect(
      after.words.contains(
        "change \(last - 2), which caused the mail, is already undone by change \(last + 1)"),
      "\(after)")
  }
}
