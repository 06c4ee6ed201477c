import Accounts
import Reports
import Testing

@testable import AdminCommands

/// A list that is narrowed to what does not exist is no empty list.
@Suite("Filters of lists", .onBothEngines)
struct ListFilterTests {
  @Test("a route, cycle, account, customer or service type that is not there ends with 4")
  func unknown() throws {
    let bench = try CommandBench()
    try bench.expect("location add L1 --address Main --route R01 --cycle C1")
    for line in [
      "location list --route", "delivery list --route", "bill list --route",
      "report consumption --route",
    ] {
      let refused = bench.run(line + " R99")
      #expect(refused.status == .notFound, "\(line): \(refused)")
      #expect(refused.words.contains("no location with route R99, expected one of R01"))
      #expect(bench.run(line + " R01").status == .done)
    }
    for line in ["location list --cycle", "delivery list --cycle"] {
      #expect(bench.run(line + " C9").status == .notFound)
      #expect(bench.run(line + " C1").status == .done)
    }
    for line in [
      "report aged-balances --account 77", "report aged-balances --cid 77",
      "report consumption --service GAS", "service list --service GAS", "meter list --account 77",
      "request list --account 77", "eft list --account 77", "link list --account 77",
    ] {
      #expect(bench.run(line).status == .notFound, "\(line): \(bench.run(line))")
    }
  }

  /// Options of lists that name a record or a person, with what must end with 4; by the list.
  private static let naming: [String: [String]] = [
    "account list": ["cid", "location"], "bill list": ["account", "route"],
    "change list": ["operator", "table", "key"], "customer list": ["city"],
    "delivery list": ["account", "email", "route", "cycle"], "eft list": ["account"],
    "history": ["key"], "job list": ["operator", "table", "key"],
    "link list": ["email", "account"], "location list": ["route", "cycle"],
    "mail list": ["to"], "meter list": ["account"], "note list": ["key", "by"],
    "payment list": ["account", "bill"], "read list": ["meter"],
    "request list": ["assignee", "email", "account"],
    "service list": ["account", "service", "class"], "user sessions": ["email"],
  ]

  /// Options that choose by a value, a day or a word, of which there may be none.
  private static let others: Set = [
    "address", "all", "accounts-without-user", "bank", "bounced", "corrections", "due-before",
    "ended", "event",
    "from", "history", "installed", "kind", "locked", "method", "never-signed-in", "older-than",
    "prenote", "provider", "role", "since", "state", "status", "to", "unassigned", "unlinked",
    "unpaid", "until",
    "users-without-account",
  ]

  /// What nobody and nothing is called; a word that goes before it.
  private static func words(_ list: String, _ option: String) -> [String] {
    let unknown = ["email", "to"].contains(option) ? "nobody@example.net" : "X99"
    let words = list.split(separator: " ").map(String.init)
    switch (list, option) {
    case ("history", "key"): return words + ["account", unknown]
    case ("note list", "key"): return words + ["account", unknown]
    case ("user sessions", "email"): return words + [unknown]
    case ("change list", "key"), ("job list", "key"):
      return words + ["--table", "customer", "--key", unknown]
    default: return words + ["--" + option, unknown]
    }
  }

  @Test("accounts and meters of which one is missing beside a comma are not all of the city")
  func commas() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("location add L1 --address Main")
    try bench.expect("account open A1 --cid 1 --location L1 --on 2026-01-01")
    for line in [
      "bill list ,", "payment list ,,", "read list ,", "meter list --account ,",
      "delivery list A1,", "service list ,A1", "eft list A1,,A1", "link list --account ,",
      "request list --account ,",
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .badData, "\(line): \(refused)")
      #expect(refused.words.contains(" with nothing next to a comma, expected "), "\(refused)")
      #expect(refused.output == "")
    }
    try bench.expect("bill list A1,A1")
  }

  @Test("every option of every list is known to name a record or a person, or not to")
  func decided() {
    for (name, command) in Commands.leaves where command is any ListCommand.Type {
      guard !name.hasPrefix("report ") else { continue }
      let options = OptionMembers.flat(command.init()).compactMap(\.label).map {
        kebab($0.trimmingPrefix("_")).replacing("named-account", with: "account")
          .replacing("named-meter", with: "meter")
          .replacing("service-class", with: "class")
      }
      for option in Set(options).subtracting(Self.naming[name] ?? []) {
        #expect(Self.others.contains(option), "\(name) --\(option)")
      }
    }
  }

  private func kebab(_ name: some StringProtocol) -> String {
    name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
      .replacing("`", with: "")
  }

  @Test("whoever or whatever is not there ends a list with 4 and words, with operators or without")
  func nobody() throws {
    let bench = try CommandBench()
    for isLate in [false, true] {
      if isLate { try bench.expect("operator add pat admin") }
      for (list, options) in Self.naming {
        for option in options {
          let result = bench.run(Self.words(list, option))
          #expect(result.status == .notFound, "\(list) --\(option): \(result)")
          #expect(result.output == "")
          #expect(result.words.contains("found no"), "\(result)")
        }
      }
    }
  }

  @Test("who or what is there may have nothing to list")
  func somebody() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --email Ana@example.com --city Waco")
    for line in [
      "mail list --to ana@example.com", "request list --email ANA@example.com",
      "delivery list --email ana@example.com", "customer list --city waco",
      "request list --assignee pat", "note list --by pat", "change list --operator pat",
      "change list --table customer --key 1",
    ] { try bench.expect(line) }
  }

  @Test("a report that is narrowed to what is not there ends with 4")
  func reports() throws {
    let bench = try CommandBench()
    for question in Questions.all {
      for parameter in question.parameters {
        switch parameter.kind {
        case .account, .customer, .meter, .serviceType, .route, .cycle, .serviceClass:
          let line = "report \(question.name) --\(parameter.name) X99"
          #expect(bench.run(line).status == .notFound, "\(line): \(bench.run(line))")
        default: continue
        }
      }
    }
  }
}
