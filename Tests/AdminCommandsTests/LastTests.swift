import Testing

@testable import AdminCommands

@Suite("The last answer and the last list at the prompt", .onBothEngines)
struct LastTests {
  private func script(_ lines: String..., in bench: CommandBench) -> CommandBench.Result {
    bench.run([], input: lines.joined(separator: "\n") + "\n")
  }

  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana --phone 555-0100", "customer add 2 --name Bo",
      "customer add 3 --name Cy",
      "user register ana@example.com --first Ana --last Ortiz",
      "user register bo@example.com --first Bo --last Poe", "user activate ana@example.com",
      "user activate bo@example.com", "user lock ana@example.com", "user lock bo@example.com",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("it comes again in another form, with other fields, or to a file")
  func last() throws {
    let bench = try bench()
    let result = script(
      "customer list --fields cid --sort -cid", "customer set 3 --name Di",
      "last --csv --no-header",
      "last --json --fields name --limit 1", "last -o \(bench.folder)/list.csv", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("3\n2\n1\n"), "\(result)")
    #expect(result.output.contains("{\"name\":\"Cy\"}"), "\(result)")
    #expect(bench.text(of: "list.csv") == "name\nCy\n")
    #expect(script("last", in: bench).status == .notFound)
    #expect(bench.run("last").status == .usage)
  }

  @Test("it shows the records that were shown, although they have changed since")
  func unchanged() throws {
    let bench = try bench()
    let locked = "user list --locked --limit 1 --fields email --sort email --csv --no-header"
    let first = try bench.expect(locked).output
    let result = script(
      locked, "user unlock --from _", "last -o \(bench.folder)/done.csv",
      "last -o \(bench.folder)/again.csv", in: bench)
    #expect(result.words.contains("note: as of change "), "\(result)")
    #expect(bench.text(of: "done.csv") == first)
    #expect(bench.text(of: "again.csv") == first)
    let query = script(
      "query \"SELECT cid FROM customer\"", "last --json", "customer set 3 --name Di",
      "last --csv", in: bench)
    #expect(query.status == .done, "\(query)")
    #expect(
      query.words.ranges(of: "note: as of now; the records may have changed").count == 1,
      "\(query)")
  }

  @Test("its options stay options, whatever the line had behind --")
  func behindDashes() throws {
    let bench = try bench()
    let result = script("search -- Ana", "last --json --fields id", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("{\"id\":\"1\"}"), "\(result)")
  }

  @Test("--from _ acts on what was shown, and may do so again")
  func listed() throws {
    let bench = try bench()
    for _ in 1...2 {
      let result = script(
        "user list --status locked_out", "user unlock --from _", "user lock bo@example.com",
        in: bench)
      #expect(result.status == .done, "\(result)")
      #expect(result.words.contains("the last list: "), "\(result)")
    }
    let set = script(
      "customer list --limit 2", "customer set --from _ --city Salem",
      "customer list --csv --fields cid,city --no-header", in: bench)
    #expect(set.status == .done, "\(set)")
    #expect(set.output.hasSuffix("1,Salem\n2,Salem\n3,\n"), "\(set)")
  }

  @Test("a query's answer is the last list, too, and a list of something else takes its place")
  func lastOfAll() throws {
    let bench = try bench()
    let set = script(
      "customer list", "query \"SELECT cid FROM customer WHERE name = 'Cy'\"",
      "customer set --from _ --city Salem",
      "customer list --csv --fields cid,city --no-header", in: bench)
    #expect(set.status == .done, "\(set)")
    #expect(set.output.hasSuffix("1,\n2,\n3,Salem\n"), "\(set)")
    let other = script("customer list", "setting list", "customer set --from _ --city X", in: bench)
    #expect(other.status == .usage)
    #expect(other.words.contains("the last list has no column cid"), "\(other)")
  }

  private func city() throws -> CommandBench {
    let bench = try bench()
    for line in [
      "location add L1 --address Main", "location add L2 --address Oak",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
      "account open A2 --cid 2 --location L2 --on 2026-01-01",
      "meter add M1 --service WATER --dials 6",
    ] { try bench.expect(line) }
    return bench
  }

  @Test("words on the line are for all records of the list")
  func words() throws {
    let bench = try city()
    let result = script(
      "account list", "service start WATER --on 2026-03-01 --from _",
      "account list", "service start --service SEWER --on 2026-03-01 --from _",
      "service list", "service stop WATER --on 2026-03-05 --from _",
      "account list", "note add account \"Call back\" --from _",
      "customer list --limit 1", "note add customer Moved --from _", in: bench)
    #expect(result.status == .done, "\(result)")
    let stops = try bench.expect(
      "service list --service WATER --fields stop-date --csv --no-header"
    ).output
    #expect(stops == "2026-03-05\n2026-03-05\n", "\(result)")
    let notes = try bench.expect("note list account --fields text --csv --no-header").output
    #expect(notes == "Call back\nCall back\n")
    let moved = try bench.expect("note list customer --fields text --csv --no-header").output
    #expect(moved == "Moved\n")
  }

  @Test("a read is known by its meter and day")
  func reads() throws {
    let bench = try city()
    for line in [
      "service start A1 WATER --on 2026-01-01 --meter M1 --reading 100",
      "read add M1 --on 2026-03-09 --reading 120",
    ] { try bench.expect(line) }
    let result = script("read list M1 --from 2026-03-09", "read void --from _", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(
      try !bench.expect("read list M1 --fields on --csv --no-header").output.contains("2026-03-09"))
  }

  @Test("what identifies no record is not taken from the list, and is not said to be missing there")
  func notTaken() throws {
    let bench = try city()
    let list = "account list --fields account,cid,role"
    let lines: [(String, String, AdminCommands.ExitStatus)] = [
      ("account set --from _ --role owner", "cid", .badData),
      ("account move --from _ --on 2026-03-01", "cid", .usage),
      ("payment post --from _ --on 2026-03-01", "amount", .usage),
    ]
    for (line, field, status) in lines {
      let result = script(list, line, in: bench)
      #expect(result.status == status, "\(result)")
      #expect(
        result.words.contains("--from _ does not take \(field) from the last list"), "\(result)")
      #expect(!result.words.contains("empty"), "\(result)")
    }
    let both = script(list, "payment post --from _ --on 2026-03-01 --amount 5", in: bench)
    #expect(both.status == .done, "\(both)")
    let file = try bench.file("in.csv", "account\nA1\n")
    let other = bench.run("account set --from \(file) --role owner")
    #expect(other.words.contains("in.csv:2: there is no column cid; needed: "), "\(other)")
  }

  @Test("a list that does not show the records, or none, is refused")
  func refused() throws {
    let bench = try bench()
    let other = script("customer list", "user unlock --from _", in: bench)
    #expect(other.status == .usage)
    #expect(
      other.words.contains("does not take email from the last list, where it is personal data"),
      "\(other)")
    let text = script("payment list", "note add Moved --from _", in: bench)
    #expect(text.words.contains("<kind>: found Moved, expected one of customer"), "\(text)")
    let without = script("customer list --fields cid", "user unlock --from _", in: bench)
    #expect(without.words.contains("the last list has no column email"), "\(without)")
    #expect(script("user unlock --from _", in: bench).status == .usage)
    #expect(bench.run("user unlock --from _").status == .cannotOpenInput)
  }
}
