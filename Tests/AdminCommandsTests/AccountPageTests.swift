import Testing

@Suite("The page of an account", .onBothEngines)
struct AccountPageTests {
  @Test("has the route, the last reading, and running services and customers before former ones")
  func page() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for words in [
      ["customer", "add", "1", "--name", "Ana"], ["customer", "add", "2", "--name", "Bo"],
      ["location", "add", "L1", "--address", "12 Main St", "--route", "R07"],
      ["meter", "add", "M1", "--dials", "6"],
      ["account", "open", "A1", "--cid", "1", "--location", "L1", "--on", "2025-01-01"],
      ["account", "set", "A1", "--cid", "2", "--role", "payer", "--on", "2025-05-01"],
      ["account", "set", "A1", "--cid", "2", "--role", "payer", "--until", "2025-06-01"],
      ["service", "start", "A1", "SEWER", "--on", "2025-01-01"],
      ["service", "stop", "A1", "SEWER", "--on", "2025-09-01"],
      [
        "service", "start", "A1", "WATER", "--on", "2025-02-01", "--meter", "M1", "--reading", "5",
      ],
      ["read", "add", "M1", "--on", "2026-02-27", "--reading", "812"],
    ] { try bench.expect(words) }
    let page = try bench.expect("account show A1").output
    #expect(page.contains("Route            R07"), "\(page)")
    #expect(page.contains("M1     WATER    2026-02-27      812"), "\(page)")
    let customers = try #require(page.ranges(of: "Responsible customers").first)
    let rest = page[customers.upperBound...]
    let (ana, bo) = (rest.ranges(of: "Ana").first, rest.ranges(of: "Bo").first)
    #expect(try #require(ana).lowerBound < #require(bo).lowerBound)
    for list in ["service list A1 --fields service,status", "service list --fields service,status"]
    {
      #expect(
        try bench.expect("\(list) --csv --no-header").output == "WATER,active\nSEWER,stopped\n")
    }
  }

  @Test("says what former customers owe, apart from what others who are responsible owe")
  func othersOwe() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "customer add 3 --name Cy",
      "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01 --role owner",
      "bill add B1 A1 --amount 50 --on 2025-10-10 --due 2025-11-01",
      "account set A1 --cid 2 --role tenant --on 2026-01-01",
    ] { try bench.expect(line) }
    func owed() throws -> [String] {
      try bench.expect("account show A1").output.split(separator: "\n")
        .filter { $0.contains("customers owe") }.map { String($0.split(separator: " ").last ?? "") }
    }
    #expect(try owed() == ["0.00", "50.00"])
    for line in [
      "bill add B2 A1 --amount 30 --on 2026-02-01 --due 2026-02-20",
      "payment post A1 --amount 100 --on 2026-02-02 --cid 2",
      "account move A1 --cid 3 --on 2026-03-01 --role tenant",
    ] { try bench.expect(line) }
    // Customer 2 has a credit of 70.00.
    #expect(try owed() == ["0.00", "50.00"])
    try bench.expect("account set A1 --cid 1 --until 2026-03-02")
    #expect(try owed() == ["50.00", "0.00"])
    #expect(
      try bench.expect(
        "report aged-balances --account A1 --former --csv --no-header --fields cid,owed"
      ).output
        == "1,50.00\n")
    #expect(
      try bench.expect("account show A1 --as-of 2026-03-01 --json").output.contains(
        "\"other_customers_owe\":\"50.00\""))
  }
}
