import Accounts
import Testing

@testable import AdminCommands
@testable import Ledger
@testable import Values

@Suite("The report on consumption", .onBothEngines)
struct ConsumptionReportTests {
  /// Sums by account and month are made from the rows.
  @Test("what the totals say is what the rows add up to")
  func totals() throws {
    let bench = try CommandBench(withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 25 --years 1")
    for (groups, keys) in [
      ("route", 1), ("cycle", 1), ("service", 2), ("kind", 1), ("month", 1), ("quarter", 1),
      ("year", 1), ("route,month", 2), ("route,year", 2), ("kind,service,quarter", 4),
      ("account", 1), ("customer", 2), ("meter", 1), ("location", 2), ("size", 1), ("class", 1),
      ("customer,year", 3), ("location,route,kind,service", 6), ("month,route", 2),
      ("class,month", 2), ("kind,class,year", 3), ("route,class", 2), ("cycle,fiscal-year", 2),
    ] {
      for narrow in [
        "", " --service WATER", " --from 2026-03-10 --to 2026-08-20", " --to 2025-12-31",
        " --from 2026-01-01 --to 2026-12-31 --route 001", " --from 2026-03-01 --to 2026-08-31",
        " --to 2026-05-31 --route 001", " --class residential", " --cycle 1",
      ] {
        #expect(try !ConsumptionBySums.equalThoseOfRows(bench, groups, keys: keys, narrow).isEmpty)
      }
    }
  }

  /// M1 in gallons with a leap year, M2 in hundreds of cubic feet, M3 in kilowatt-hours.
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    for line in [
      "service-type add 5000 --name POWER --metered yes --unit kWh",
      "customer add 1 --name Ana", "location add L1 --address Main --route R1",
      "account open A1 --cid 1 --location L1 --on 2024-01-01",
      "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6 --unit CCF",
      "meter add M3 --service POWER --dials 6 --unit kWh",
      "service start A1 WATER --on 2024-01-01 --meter M1 --reading 0",
      "read add M1 --on 2024-02-28 --reading 100", "read add M1 --on 2024-02-29 --reading 150",
      "read add M1 --on 2025-02-28 --reading 450",
      "read add M1 --on 2025-07-15 --reading 1198 --accept unusual",
      "read add M1 --on 2026-02-10 --reading 1438",
      "meter exchange M1 --new M2 --on 2026-02-10 --reading 1438 --new-reading 0 --accept unusual",
      "read add M2 --on 2026-02-28 --reading 2",
      "service start A1 POWER --on 2026-01-01 --meter M3 --reading 0",
      "read add M3 --on 2026-02-01 --reading 293",
    ] { try bench.expect(line) }
    return bench
  }

  private func lines(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report consumption \(words)")
  }

  @Test("last-year is the same days of the year before, with the leap day of a whole month")
  func lastYear() throws {
    let bench = try office()
    let fields = "--service WATER --fields month,quantity,unit,last-year,percent --by month"
    for groups in ["", ",account"] {
      #expect(
        try lines(
          bench, "\(fields)\(groups) --compare last-year --from 2025-02-01 --to 2025-02-28")
          == ["2025-02,300,GAL,150,200"])
      #expect(
        try lines(
          bench, "\(fields)\(groups) --compare last-year --from 2025-02-01 --to 2025-02-27")
          == [])
      #expect(
        try lines(bench, "\(fields)\(groups) --compare last-year --from 2026-01-01") == [
          "2026-02,2,CCF,0,", "2026-02,240,GAL,300,80",
        ])
    }
    #expect(
      try lines(
        bench,
        "--service WATER --fields year,quantity,last-year,reads --by year --compare last-year")
        == ["2024,150,0,2", "2025,1048,150,2", "2026,2,0,1", "2026,240,300,1"])
  }

  @Test("groups may have blanks after their commas, and there is at least one")
  func groups() throws {
    let bench = try office()
    let words = ["report", "consumption", "--csv", "--fields", "route,month,quantity", "--by"]
    #expect(bench.run(words + ["route, month"]).status == .done)
    let refused = bench.run(words + [","])
    #expect(refused.status == .usage)
    #expect(refused.words.contains("expected one or more of account"), "\(refused.words)")
  }

  @Test("a fiscal year starts with the month in the setting, and is called by the year it ends in")
  func fiscalYear() throws {
    let bench = try office()
    let words = "--service WATER --by fiscal-year --fields fiscal-year,quantity,unit"
    #expect(
      try lines(bench, words) == ["2024,150,GAL", "2025,300,GAL", "2026,2,CCF", "2026,988,GAL"])
    try bench.expect("setting set fiscal-year.start 1")
    #expect(
      try lines(bench, words) == ["2024,150,GAL", "2025,1048,GAL", "2026,2,CCF", "2026,240,GAL"])
    #expect(bench.run("setting set fiscal-year.start 13").status == .badData)
  }

  @Test("units are converted by exact ratios, and what was recorded in another keeps its row")
  func units() throws {
    let bench = try office()
    let fields = "--by year --from 2026-01-01 --fields quantity,unit,recorded-unit --unit "
    #expect(
      try lines(bench, fields + "gal") == [
        "1496.104,gal,CCF", "240,gal,GAL", "293,kWh,kWh",
      ])
    #expect(
      try lines(bench, fields + "ccf") == [
        "2,CCF,CCF", "0.321,CCF,GAL", "293,kWh,kWh",
      ])
    #expect(
      try lines(bench, fields + "m3") == [
        "5.663,m3,CCF", "0.908,m3,GAL", "293,kWh,kWh",
      ])
    #expect(
      try lines(bench, fields + "therm") == [
        "2,CCF,CCF", "240,GAL,GAL", "10,therm,kWh",
      ])
    #expect(bench.run("report consumption --unit acre").status == .usage)
  }

  @Test("a conversion is right to the last thousandth for sums of any size, above and below zero")
  func exactness() throws {
    let bench = try office()
    let store = try Store.open(StoreLocation(bench.store))
    let inch = Int128(16_387_064)
    let sizes: [(String, Int128)] = [
      ("gal", 231 * inch), ("kgal", 231_000 * inch), ("CCF", 172_800 * inch),
      ("m3", 1_000_000_000_000),
    ]
    for sum: Int64 in [1, 500, 999_999, 123_456_789_012_345, 999_999_999_999_999] {
      for quantity in [sum, -sum] {
        try store.connection.script(
          "UPDATE consumption SET quantity = \(quantity), unit = 'GAL' WHERE to_on = '2025-02-28'")
        for (unit, size) in sizes {
          let twice = 2 * Int128(quantity) * 231 * inch + size
          var thousandths = twice / (2 * size)
          if twice % (2 * size) < 0 { thousandths -= 1 }
          let shown = try lines(
            bench, "--by account --from 2025-02-01 --to 2025-02-28 --fields quantity --unit \(unit)"
          )
          #expect(
            try shown.map { try Quantity($0).units } == [Int64(thousandths)], "\(quantity) \(unit)")
        }
      }
    }
  }

  @Test("class is a column of the service that commands set, undo takes back, and sums go by")
  func serviceClass() throws {
    let bench = try office()
    let words = "--by class,year --from 2026-01-01 --fields class,quantity,unit"
    try bench.expect("service set A1 WATER --class residential")
    #expect(
      try lines(bench, words).sorted()
        == [",293,kWh", "residential,2,CCF", "residential,240,GAL"])
    try bench.expect("change undo --yes")
    #expect(try lines(bench, words).sorted() == [",2,CCF", ",240,GAL", ",293,kWh"])
    try bench.expect("service set A1 POWER --class public")
    try bench.expect("service stop A1 POWER --on 2026-03-01 --reading 300")
    try bench.expect("service start A1 POWER --on 2026-03-05")
    let list = "service list A1 --service POWER --csv --no-header --fields start-date,class"
    #expect(try bench.expect(list).output == "2026-03-05,public\n2026-01-01,public\n")
    try bench.expect("service start A1 POWER --on 2026-03-05 --class industrial")
    #expect(try bench.expect(list).output == "2026-03-05,industrial\n2026-01-01,public\n")
    try bench.expect("service set A1 POWER --clear class")
    #expect(try bench.expect(list).output == "2026-03-05,\n2026-01-01,public\n")
  }
}
