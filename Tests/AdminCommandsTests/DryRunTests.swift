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
      #expect(result.words.contains("dry run, nothing was changed"))
    }
    let moved = try bench.expect("account move A1 --cid 2 --on 2026-03-09 -n").output
    #expect(moved.contains("customer 2 is responsible for account A1 from 2026-03-09, as owner\n"))
    #expect(moved.contains("meter M1 stays installed\n"), "\(moved)")
    #expect(try bench.expect("change list --csv").output == changes)
  }

  @Test("rows of a file are told by their lines; a row that changes nothing says nothing")
  func file() throws {
    let bench = try bench()
    let path = try bench.file(
      "phones.csv", "cid,phone\n1,512-555-0142\n2,512-555-0111\n1,512-555-0112\n")
    let result = try bench.expect("customer set --from \(path) --dry-run")
    #expect(
      result.output
        == "line 3: customer 2: phone becomes •••0111\n"
        + "line 4: customer 1: phone changes from •••0142 to •••0112\n")
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
