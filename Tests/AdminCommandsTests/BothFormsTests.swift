import Accounts
import Reports
import Testing

@testable import AdminCommands

/// Arguments by their places or as options of their names, as an account with `--account`.
struct BothFormsTests {
  /// Commands that take an account and are no operations.
  private static let reading =
    [
      "account show", "bill list", "delivery show", "eft list", "eft show", "link list",
      "meter list",
      "payment list", "request list", "service list",
    ] + Questions.all.filter { $0.parameters.contains(.account) }.map { "report \($0.name)" }

  private static let writing = OperationCatalogue.all.filter {
    $0.fields.contains { $0.name == "account" }
  }

  @Test("every command that takes an account takes it by its place and with --account")
  func everywhere() throws {
    for type in Self.writing {
      #expect(
        type.fields.contains { $0.name == "account" && $0.hasBothForms }, "\(type.name)")
    }
    for line in Self.reading {
      let words = line.split(separator: " ").map(String.init)
      for given in [["2000001"], ["--account", "2000001"], ["2000001", "--account=2000001"]] {
        #expect(Invocation.accepts(words + given), "\(line) \(given)")
      }
      #expect(!Invocation.accepts(words + ["2000001", "--account", "2000002"]), "\(line)")
    }
  }

  @Test("words without a name are those of the other arguments, in their order")
  func order() throws {
    let bench = try office()
    #expect(bench.run("service start --account A1 WATER --on 2025-02-01").status == .done)
    #expect(bench.run("service start WATER --account A2 --on 2025-02-01").status == .done)
    #expect(
      try bench.expect("service list --fields account --csv --no-header").output == "A1\nA2\n")
    let again = "service start A1 WATER --account A1 --on 2025-02-01"
    #expect(try bench.expect(again).words.contains("unchanged"))
  }

  @Test("two different accounts are refused as usage, in a message that names both as typed")
  func different() throws {
    let bench = try office()
    for line in [
      "service start A1 WATER --account A2 --on 2025-02-01", "account show A1 --account A2",
      "payment post A1 --account A2 --amount 5",
    ] {
      let result = bench.run(line)
      #expect(result.status == .usage, "\(line): \(result)")
      #expect(result.words.contains("--account: found A2, but <account> is A1"), "\(result)")
    }
    #expect(try bench.expect("payment list --csv --no-header").output == "")
  }

  @Test("a wrong account is named as it was typed")
  func typed() throws {
    let bench = try office()
    for line in ["account show", "payment post --amount 5", "bill list"] {
      let option = bench.run("\(line) --account 77")
      #expect(option.words.hasPrefix("ubadmin: --account: found no account 77"), "\(option)")
      let place = bench.run("\(line) 77")
      #expect(place.words.hasPrefix("ubadmin: <account>: found no account 77"), "\(place)")
    }
  }

  @Test("in a file the account is a column, or stands on the line in either form")
  func file() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "bill,amount\nB1,5\n")
    try bench.expect("bill add --account A1 --from \(file)")
    let bills = try bench.expect("bill list A1 --fields bill --csv --no-header")
    #expect(bills.output == "B1\n")
  }

  @Test("every argument of an operation is an option of its name, too")
  func allArguments() throws {
    let bench = try office()
    try bench.expect("delivery set A1 --method mail --on 2025-02-01")
    try bench.expect("service start A1 --service WATER --on 2025-02-01")
    let refused = bench.run("delivery set A1 mail --method both --on 2025-02-01")
    #expect(refused.words.contains("--method: found both, but <method> is mail"), "\(refused)")
  }

  @Test("with a file, words and options on the line are the arguments that it has no columns for")
  func constants() throws {
    let bench = try office()
    let file = try bench.file("accounts.csv", "account\nA1\nA2\n")
    let refused = bench.run("service start --from \(file) --on 2025-02-01")
    #expect(refused.words.contains("add --service for all rows"), "\(refused)")
    try bench.expect("service start WATER --from \(file) --on 2025-02-01")
    try bench.expect("service start --service SEWER --from \(file) --on 2025-02-01")
    let services = try bench.expect(
      "service list --fields account --sort account --csv --no-header")
    #expect(services.output == "A1\nA1\nA2\nA2\n")
    let both = try bench.file("both.csv", "account,service\nA1,WATER\n")
    #expect(
      bench.run("service start A1 --from \(both) --on 2025-02-01").words
        .contains("is given both on the command line and as a column"))
    let mapped = try bench.file("mapped.csv", "Konto\nA1\n")
    try bench.expect("service stop WATER --from \(mapped) --map Konto=account --on 2025-03-01")
  }

  @Test("a reply follows the number of its request, or stands in --text")
  func reply() throws {
    let bench = try office()
    try bench.expect("request add --email a@example.com --subject Leak --text Wet")
    try bench.expect(["request", "reply", "1", "We come on Friday."])
    #expect(
      bench.run(["request", "reply", "1", "--text", "We come on Friday."]).words
        .contains("is unchanged"))
    #expect(bench.run("request reply 1 Friday --text Monday").status == .usage)
    #expect(bench.run("request reply 1").words.contains("<text> is missing"))
  }

  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "location add L2 --address Oak",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L2 --on 2025-01-01",
    ] { try bench.expect(line) }
    return bench
  }
}
