import Accounts
import Testing

@testable import AdminCommands
@testable import Reports
@testable import Values

@Suite("report consumption --basis", .onBothEngines)
struct ConsumptionBasisTests {
  private static let accounts = 1...3

  /// Three accounts with a meter each, on two routes; the first has sewer without a meter besides.
  static func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    for account in accounts {
      for line in [
        "location add L\(account) --address Main --route R\(account % 2)",
        "account open A\(account) --cid 1 --location L\(account) --on 2024-01-01",
        "meter add M\(account) --service WATER --dials 9",
        "service start A\(account) WATER --on 2024-01-10 --meter M\(account) --reading 0",
      ] { try bench.expect(line) }
    }
    return bench
  }

  private func lines(_ bench: CommandBench, _ words: String) throws -> [String] {
    try bench.rows("report consumption \(words)")
  }

  @Test("use counts on the day of the read, of the bill that took it in, or day by day")
  func months() throws {
    let bench = try Self.office()
    for line in [
      "read add M1 --on 2025-12-10 --reading 1000", "read add M1 --on 2026-01-09 --reading 1301",
      "read add M1 --on 2026-02-08 --reading 1331",
      "bill add B1 A1 --on 2026-02-03 --service WATER --from 2025-12-10 --to 2026-01-08 --amount 9",
      "bill add B2 A1 --on 2025-12-12 --service WATER --from 2025-11-10 --to 2025-12-09 --amount 9",
      "bill add B0 A1 --on 2026-01-05 --service SEWER --amount 9",
    ] { try bench.expect(line) }
    let words = "--by month --from 2025-12-11 --fields month,quantity,days,reads"
    #expect(try lines(bench, words) == ["2026-01,301,30,1", "2026-02,30,30,1"])
    // 22 of 30 days are in December: 220.7333. 23 days of the next 30 are in January: 23.
    #expect(
      try lines(bench, words.replacing("-12-11", with: "-12-10") + " --basis prorated") == [
        "2025-12,220.733,22,0", "2026-01,103.267,31,1", "2026-02,7,7,1",
      ])
    #expect(
      try lines(bench, words + ",unbilled --basis billed")
        == ["2025-12,1000,700,1,0", "2026-02,331,60,2,30"])
    #expect(
      try lines(
        bench, "--basis prorated --from 2026-01-01 --to 2026-01-31 --fields account,quantity")
        == ["A1,103.267"])
  }

  @Test(
    "a bill that was voided took nothing in, and a fee besides bills for services takes nothing in")
  func bills() throws {
    let bench = try Self.office()
    for line in [
      "read add M1 --on 2025-12-10 --reading 1000", "read add M1 --on 2026-01-09 --reading 1300",
      "bill add B1 A1 --on 2026-01-10 --service WATER --from 2025-12-10 --to 2026-01-08 --amount 9",
      "bill add B2 A1 --on 2026-02-10 --amount 9",
    ] { try bench.expect(line) }
    let words = "--by month --basis billed --fields month,quantity,unbilled"
    #expect(try lines(bench, words) == ["2025-12,1000,1000", "2026-01,300,0"])
    try bench.expect("bill void B1 --reason wrong")
    // No bill names services any more, so the other one may be for usage.
    #expect(try lines(bench, words) == ["2026-02,1300,0"])
    try bench.expect("bill void B2 --reason wrong")
    #expect(try lines(bench, words) == ["2025-12,1000,1000", "2026-01,300,300"])
  }

  @Test("reads from before the first bill in the store are not billed")
  func readsWithoutBills() throws {
    let bench = try Self.office()
    for line in [
      "read add M1 --on 2025-11-10 --reading 700", "read add M1 --on 2025-12-10 --reading 1000",
      "read add M1 --on 2026-01-09 --reading 1300",
      "bill add B1 A1 --on 2026-01-10 --service WATER --from 2025-12-10 --to 2026-01-08 --amount 9",
      "bill add B2 A2 --on 2026-01-20 --amount 9",
      "read add M2 --on 2024-03-01 --reading 40",
    ] { try bench.expect(line) }
    #expect(
      try lines(
        bench, "--by account,month --basis billed --fields account,month,quantity,unbilled") == [
          "A1,2025-11,700,700", "A1,2025-12,300,300", "A1,2026-01,300,0", "A2,2024-03,40,40",
        ])
  }

  @Test("last-year is what the year before shows by the same basis")
  func lastYear() throws {
    let bench = try Self.office()
    for line in [
      "read add M1 --on 2025-01-15 --reading 1000", "read add M1 --on 2025-02-15 --reading 1310",
      "read add M1 --on 2026-01-20 --reading 2000 --accept unusual",
      "read add M1 --on 2026-02-20 --reading 2620 --accept unusual",
    ] { try bench.expect(line) }
    let words = "--basis prorated --by month"
    let then = try lines(
      bench, words + " --from 2025-01-01 --to 2025-02-28 --fields quantity")
    let now = try lines(
      bench,
      words + " --from 2026-01-01 --to 2026-02-28 --compare last-year --fields last-year,quantity")
    let again = try lines(
      bench, words + " --from 2026-01-01 --to 2026-02-28 --fields quantity")
    #expect(now == zip(then, again).map { "\($0),\($1)" })
    #expect(then.count == 2)
  }

  /// Reads on random days, some of them estimated, some periods without use, and bills for most of them;
  /// then an exchange, a transfer and a void.
  private func fill(_ bench: CommandBench, _ random: inout Shuffled) throws {
    var reads = "meter,on,reading,kind\n"
    var bills = "bill,account,on,service,from,to,amount\n"
    var last: [Int: (on: String, reading: Int)] = [:]
    for account in Self.accounts {
      var day = try CivilDate("2024-01-10")
      var reading = 0
      for number in 1...20 {
        let begin = day
        day = day.adding(days: Int.random(in: 1...70, using: &random))
        guard try day < CivilDate("2026-02-01") else { break }
        reading += Int.random(in: 0...999, using: &random)
        let kind = Bool.random(using: &random) ? "actual" : "estimated"
        last[account] = ("\(day)", reading)
        reads += "M\(account),\(day),\(reading),\(kind)\n"
        if number % 4 != 0 {
          let on = day.adding(days: Int.random(in: 0...20, using: &random))
          bills +=
            "B\(account)-\(number),A\(account),\(on),WATER,\(begin),"
            + "\(day.adding(days: -1)),5\n"
        }
      }
    }
    try bench.expect("read add --from \(bench.file("reads.csv", reads)) --accept unusual")
    try bench.expect("bill add --from \(bench.file("bills.csv", bills)) --accept unusual")
    guard
      let (first, second, third) = last[1].flatMap({ one in
        last[2].flatMap { two in last[3].map { (one, two, $0) } }
      })
    else { return }
    for line in [
      "read void M1 --on \(first.on)", "meter add N2 --service WATER --dials 9",
      "meter exchange M2 --new N2 --on 2026-02-10 --reading \(second.reading + 7) --new-reading 0",
      "read add N2 --on 2026-03-03 --reading 500 --accept unusual",
      "location add L4 --address Oak --route R1",
      "account open A4 --cid 1 --location L4 --on 2024-01-01",
      "service transfer A3 WATER --to A4 --on 2026-02-20 --reading \(third.reading + 90)",
      "read add M3 --on 2026-03-08 --reading \(third.reading + 400) --accept unusual",
    ] { try bench.expect(line) }
  }

  @Test("over all periods the three agree to the smallest unit", arguments: 1...3)
  func agreement(_ seed: UInt64) throws {
    var random = Shuffled(state: seed)
    let bench = try Self.office()
    try fill(bench, &random)
    for groups in ["account", "service", "meter", "route", "kind", "customer,size"] {
      for window in ["", " --from 2024-01-01 --to 2026-03-10"] {
        let all = try ["read", "billed", "prorated"].map { basis in
          try lines(
            bench,
            "--by \(groups) --basis \(basis)\(window) --fields quantity,unit,days,reads,estimated-reads"
          )
        }
        #expect(all[0] == all[1] && all[0] == all[2], "\(groups)\(window)")
        #expect(!all[0].isEmpty)
      }
    }
  }

  @Test("prorated months are what splitting each period by its days gives", arguments: 1...3)
  func split(_ seed: UInt64) throws {
    var random = Shuffled(state: seed)
    let bench = try Self.office()
    try fill(bench, &random)
    var months: [String: Int64] = [:]
    let history = try bench.expect(
      "report consumption-history --fields from,days,quantity --csv --no-header")
    for line in history.output.split(separator: "\n") {
      let cells = line.split(separator: ",").map(String.init)
      let (first, days) = (try CivilDate(cells[0]), try #require(Int64(cells[1])))
      let use = try Quantity(cells[2]).units
      for day in 0..<days {
        let month = String("\(first.adding(days: Int(day)))".prefix(7))
        months[month, default: 0] += use * (day + 1) / days - use * day / days
      }
    }
    let shown = try lines(bench, "--basis prorated --by month --fields month,quantity")
    #expect(
      shown
        == months.sorted { $0.key < $1.key }.map { "\($0.key),\(Quantity(units: $0.value))" })
  }
}
