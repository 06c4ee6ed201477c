@testable import AdminCommands
import Testing

@Suite("A record that the prompt means")
struct UseTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo",
      "location add L1 --address 1-Main", "location add L2 --address 2-Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 2 --location L2 --on 2025-01-01",
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2025-01-01 --meter M1 --reading 100",
      "service start A2 SEWER --on 2025-01-01",
      "bill add B1 A1 --on 2026-02-01 --amount 41.80", "bill add B2 A2 --on 2026-02-01 --amount 9",
      "user register ana@example.com --first Ana --last Ortiz",
    ] { try bench.expect(line) }
    return bench
  }

  private func script(_ lines: String..., in bench: CommandBench) -> CommandBench.Result {
    bench.run([], input: lines.joined(separator: "\n") + "\n")
  }

  @Test("commands that name no account mean the one that is used")
  func account() throws {
    let bench = try bench()
    let result = script(
      "use account A1", "show --json", "bill list --csv --fields bill --no-header",
      "service stop WATER --on 2025-06-01 --reading 150", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("\"account\":\"A1\""))
    #expect(result.output.hasSuffix("B1\n"))
    #expect(
      try bench.expect("service list A1 --csv --fields stop-date --no-header").output
        == "2025-06-01\n")
    let command = try bench.expect("change list --limit 1 --csv --fields command --no-header")
    #expect(command.output.contains("service stop A1 WATER --on 2025-06-01"))
  }

  @Test("what a line names goes before what is used, and use alone ends it")
  func named() throws {
    let bench = try bench()
    let result = script(
      "use A1", "bill list A2 --csv --fields bill --no-header",
      "bill list --account A2 --csv --fields bill --no-header", "use",
      "bill list --csv --fields bill --no-header", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(
      result.output.split(separator: "\n").map(String.init).sorted() == ["B1", "B2", "B2", "B2"])
  }

  @Test("a key, an e-mail address and words that find one record are enough")
  func found() throws {
    let bench = try bench()
    for (words, text) in [
      ("A1", "account A1"), ("ANA@example.com", "user ana@example.com"), ("M1", "meter M1"),
      ("meter M1", "meter M1"), ("customer 2", "customer 2"), ("bo", "customer 2"),
      ("bill B2", "bill B2"),
    ] {
      let result = script("use \(words)", in: bench)
      #expect(result.words.contains("using \(text)\n"), "\(words): \(result)")
    }
    let several = script("use ana", in: bench)
    #expect(several.status == .conflict)
    #expect(several.words.contains("name one: `use "), "\(several)")
    #expect(script("use nobody here", in: bench).status == .notFound)
    #expect(script("use account A9", in: bench).status == .notFound)
    #expect(bench.run("use account A1").status == .usage)
  }

  @Test("files of rows, reports and what a citizen does are not narrowed")
  func unbound() throws {
    let subject = PromptSubject(kind: .account, key: "A1")
    func filled(_ line: String) -> String {
      subject.filling(line.split(separator: " ").map(String.init)).joined(separator: " ")
    }
    #expect(filled("service stop --from stops.csv") == "service stop --from stops.csv")
    #expect(filled("service stop --csv-template") == "service stop --csv-template")
    #expect(filled("report aged-balances") == "report aged-balances")
    #expect(filled("portal unlink") == "portal unlink")
    #expect(filled("account open --cid 1 --location L1") == "account open --cid 1 --location L1")
    #expect(filled("customer list") == "customer list")
    #expect(filled("bill add B9 --amount 5") == "bill add B9 A1 --amount 5")
    #expect(filled("bill add --amount 5") == "bill add --amount 5")
    #expect(filled("delivery set email") == "delivery set A1 email")
    #expect(filled("history --csv") == "history account A1 --csv")
    #expect(filled("explain") == "explain account A1")
    #expect(filled("--json show") == "--json show")
    #expect(filled("-q account show") == "-q account show A1")
    #expect(filled("payment post --on today --amount 5") == "payment post A1 --on today --amount 5")
    #expect(
      PromptSubject(kind: .bill, key: "B1").filling(["history"]) == ["history", "bill", "B1"])
    #expect(
      PromptSubject(kind: .location, key: "L1").filling(["history"])
        == ["history", "location", "L1"])
    let meter = PromptSubject(kind: .meter, key: "M1")
    #expect(
      meter.filling(["read", "add", "--reading", "5"]) == ["read", "add", "M1", "--reading", "5"])
    #expect(meter.filling(["read", "list"]) == ["read", "list", "M1"])
    let customer = PromptSubject(kind: .customer, key: "1")
    #expect(customer.filling(["customer", "merge", "2"]) == ["customer", "merge", "2"])
    #expect(
      customer.filling(["customer", "set", "--phone", "5"])
        == ["customer", "set", "1", "--phone", "5"])
    #expect(
      customer.filling(["customer", "add", "--name", "Bo"]) == ["customer", "add", "--name", "Bo"])
    let user = PromptSubject(kind: .user, key: "a@b.c")
    #expect(user.filling(["user", "unlock"]) == ["user", "unlock", "a@b.c"])
  }
}
