import Testing

@testable import AdminCommands

@Suite("The class of a service", .onBothEngines)
struct ServiceClassTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "location add L2 --address Oak",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "account open A2 --cid 1 --location L2 --on 2026-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-01-01 --meter M1 --class commercial",
    ] { try bench.expect(line) }
    return bench
  }

  private func classes(_ account: String, _ bench: CommandBench) throws -> String {
    try bench.expect("service list \(account) --csv --no-header --fields start-date,class").output
  }

  @Test("a transfer carries it to the other account")
  func transfer() throws {
    let bench = try office()
    try bench.expect("service transfer A1 WATER --to A2 --on 2026-02-01")
    #expect(try classes("A2", bench) == "2026-02-01,commercial\n")
  }

  @Test("a transfer without one keeps that of the other account")
  func transferWithoutClass() throws {
    let bench = try office()
    for line in [
      "service set A1 WATER --clear class",
      "service start A2 WATER --on 2026-01-01 --class public",
      "service stop A2 WATER --on 2026-01-15", "service transfer A1 WATER --to A2 --on 2026-02-01",
    ] { try bench.expect(line) }
    #expect(try classes("A2", bench) == "2026-02-01,public\n2026-01-01,public\n")
  }

  @Test("service set without a class is a usage error that names it")
  func nothingToSet() throws {
    let bench = try office()
    let result = bench.run("service set A1 WATER")
    #expect(result.status == .usage)
    #expect(result.words.contains("at least one of --class"), "\(result.words)")
  }

  @Test("a start that changes only the class says that the service changed")
  func startAgain() throws {
    let bench = try office()
    let result = try bench.expect("service start A1 WATER --on 2026-01-01 --class public")
    #expect(
      (result.output + result.words).contains("WATER on account A1, since 2026-01-01, changed"))
    #expect(try classes("A1", bench) == "2026-01-01,public\n")
  }

  @Test("a dry run says which class the service had")
  func dryRun() throws {
    let bench = try office()
    #expect(
      try bench.expect("service set A1 WATER --class public -n").output
        == "WATER becomes class public, was commercial\n")
    #expect(
      try bench.expect("service set A1 WATER --clear class -n").output
        == "class of WATER is cleared, was commercial\n")
  }

  @Test("lists and reports are narrowed by it, and one that no service has is not found")
  func filter() throws {
    let bench = try office()
    for line in [
      "meter add M2 --service WATER --dials 6",
      "service start A2 WATER --on 2026-01-01 --meter M2 --reading 0 --class public",
      "read add M1 --on 2026-02-01 --consumption 30", "read add M2 --on 2026-02-01 --reading 7",
    ] { try bench.expect(line) }
    for (list, found) in [
      ("service list --class public --fields account", "A2\n"),
      ("service list --class public --history --fields account,quantity", "A2,7\n"),
      ("report consumption --by service --class public --fields code,quantity", "1000,7\n"),
      ("report consumption --by account --class commercial --fields account,quantity", "A1,30\n"),
      ("report consumption-history --class public --fields account", "A2\n"),
      ("report top-users --from 2026-01-01 --class public --fields account,quantity", "A2,7\n"),
      ("report active-services --class public --fields services", "1\n"),
      ("report read-sheet --class commercial --fields meter", "M1\n"),
    ] {
      #expect(try bench.expect(list + " --csv --no-header").output == found, "\(list)")
    }
    for list in ["service list", "report consumption", "report pending", "report exceptions"] {
      let result = bench.run(list + " --class industrial")
      #expect(result.status == .notFound)
      #expect(result.words.contains("expected one of commercial, public"), "\(result.words)")
    }
  }
}
