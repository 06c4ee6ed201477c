import AdminCommands
import Testing

@Suite("A dry run in words", .onBothEngines)
struct DryRunTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana --phone 512-555-0142", "customer add 2 --name Bo",
      "location add L1 --address Acorn",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("it says what a clerk would say, and changes nothing")
  func words() throws {
    let bench = try bench()
    let changes = try bench.expect("change list --csv").output
    for (line, words) in [
      (
        "service stop A1 WATER --on 2026-03-09 --reading 131",
        "WATER stops on 2026-03-09; final read 131; meter M1 is available\n"
      ),
      (
        "customer set 1 --phone 512-555-0199",
        "customer 1: phone changes from •••0142 to •••0199\n"
      ),
      ("customer set 1 --clear phone", "customer 1: phone is cleared, was •••0142\n"),
      (
        "payment post A1 --amount 5 --on 2026-03-01",
        "payment 1: 5.00 to account A1 on 2026-03-01\n"
      ),
      ("read add M1 --on 2026-03-01 --reading 120", "read of meter M1 on 2026-03-01: 120\n"),
      ("service set A1 WATER --class public", "WATER becomes class public\n"),
      (
        "service suspend A1 WATER --on 2026-03-09", "WATER is suspended from 2026-03-09\n"
      ),
      (
        "read void M1 --on 2026-01-01 --accept unusual",
        "read of meter M1 on 2026-01-01, 100, is void, was current\n"
      ),
      (
        "account close A1 --on 2026-03-09 --accept unusual",
        "account A1 closes on 2026-03-09\n"
          + "customer 1 is no longer responsible for account A1 from 2026-03-09\n"
          + "WATER stops on 2026-03-09\nmeter M1 is available\n"
      ),
      ("note add customer 1 'x'", "note on customer 1: 'x'\n"),
      (
        "user register pat@example.com --first Pat --last Doe",
        "new user p•••@example.com: Pat Doe, provisioned\n"
          + "an e-mail is sent to p•••@example.com: Testville: activate your login\n"
      ),
    ] {
      let result = try bench.expect(line + " --dry-run")
      #expect(result.output == words)
      #expect(result.words.contains("dry run, nothing was changed; it would report: "))
    }
    let moved = try bench.expect("account move A1 --cid 2 --on 2026-03-09 -n").output
    #expect(moved.contains("customer 2 is responsible for account A1 from 2026-03-09, as owner\n"))
    #expect(moved.contains("meter M1 stays installed\n"), "\(moved)")
    #expect(!moved.contains("meter install") && !moved.contains("is installed"), "\(moved)")
    #expect(try bench.expect("change list --csv").output == changes)
  }

  @Test(
    "reads of two meters name them, and settings, announcements and addresses are as they are typed"
  )
  func named() throws {
    let bench = try bench()
    try bench.expect("meter add M2 --service WATER --dials 6")
    try bench.expect("announcement add Closed Friday")
    for (line, words) in [
      (
        "meter exchange M1 --new M2 --on 2026-03-09 --reading 131 --new-reading 5",
        ["exchange read of meter M1: 131\n", "exchange read of meter M2: 5\n"]
      ),
      ("setting set lockout.notify no", ["setting lockout.notify changes from yes to no\n"]),
      ("setting set city.phone 512-555-0100", ["setting city.phone becomes 512-555-0100\n"]),
      ("announcement retire 1", ["announcement 1, Closed, is not shown from 2026-03-10 on\n"]),
      (
        "delivery set A1 both --email pat@example.com",
        ["are delivered by mail and e-mail to pat@example.com from 2026-03-10\n"]
      ),
    ] {
      let result = try bench.expect(line + " --dry-run")
      for part in words { #expect(result.output.contains(part), "\(line): \(result)") }
    }
  }

  @Test("--verbose names the store once, however often it is opened")
  func verbose() throws {
    let bench = try bench()
    for line in [
      "read add M1 --on today --reading 120 -v", "account move A1 --cid 2 --on today -n -v",
    ] {
      let words = bench.run(line).words
      #expect(words.split(separator: "\n").count { $0.hasPrefix("store: ") } == 1, "\(words)")
    }
  }

  @Test("rows of a file are told by their lines; a row that changes nothing says nothing")
  func file() throws {
    let bench = try bench()
    let path = try bench.file(
      "phones.csv", "cid,phone\n1,512-555-0142\n2,512-555-0111\n1,512-555-0112\n")
    let result = try bench.expect("customer set --from \(path) --dry-run")
    #expect(
      result.output
        == "~ line 3: customer 2: phone becomes •••0111\n"
        + "~ line 4: customer 1: phone changes from •••0142 to •••0112\n"
        + "total: 0 added (+), 2 changed (~), 0 removed (-)\n")
  }

  @Test("each sentence of a file begins with the sign of what becomes of its record")
  func signs() throws {
    let bench = try bench()
    let moves = try bench.file("moves.csv", "account,cid,on\nA1,2,2026-03-10\n")
    let moved = try bench.expect("account move --from \(moves) --dry-run").output
    let lines = moved.split(separator: "\n")
    #expect(lines.first?.dropFirst().hasPrefix(" line 2: ") == true, "\(moved)")
    for line in lines.dropLast() {
      #expect(["+ ", "~ ", "- "].contains { line.hasPrefix($0) }, "\(moved)")
    }
    let ended = "customer 1 is no longer responsible for account A1 from 2026-03-10"
    let begun = "customer 2 is responsible for account A1 from 2026-03-10"
    #expect(lines.contains { $0.hasPrefix("~") && $0.contains(ended) }, "\(moved)")
    #expect(lines.contains { $0.hasPrefix("+") && $0.contains(begun) }, "\(moved)")
    for (sign, word) in [("+", "added"), ("~", "changed"), ("-", "removed")] {
      let count = lines.dropLast().count { $0.hasPrefix(sign) }
      #expect(lines.last?.contains("\(count) \(word) (\(sign))") == true, "\(moved)")
    }
    let unchanged = try bench.file("same.csv", "cid,name\n1,Ana\n")
    let single = try bench.expect("customer set 1 --phone 512-555-0111 -n").output
    #expect(!single.contains("~") && !single.contains("total"), "\(single)")
    let same = try bench.expect("customer set --from \(unchanged) -n")
    #expect(!same.output.contains("line 2"), "\(same)")
  }

  @Test("programs, and whoever asks for fields, get the table")
  func table() throws {
    let bench = try bench()
    let line = "customer set 1 --phone 512-555-0199 --dry-run"
    #expect(try bench.expect(line + " -v").output.contains("~  customer  1    phone  •••0142"))
    #expect(
      try bench.expect(line + " --fields table,field").output.contains("customer  phone"))
    #expect(
      try bench.expect(line + " --csv").output
        == "line,action,table,key,field,before,after\n,~,customer,1,phone,•••0142,•••0199\n")
  }
}
