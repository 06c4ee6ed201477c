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
}
