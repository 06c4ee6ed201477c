import Accounts
import AdminCommands
import Testing

@Suite("A scheduled report that is late", .onBothEngines)
struct ScheduledDaysTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
    ] { try bench.expect(line) }
  }

  private func add(_ line: String, _ more: String) throws {
    try bench.expect(
      ["report", "schedule", "add", "pay", line, "--folder", bench.folder, "--at-time", "00:00"]
        + more.split(separator: " ").map(String.init))
  }

  private func run() throws -> [String] {
    try bench.rows("report schedule run --fields schedule,day")
  }

  @Test("is made as of each day on which it was due, so that no payment is in none of them")
  func asOfDueDay() throws {
    try add("report payments --from -1m --fields on,amount", "--every month --on 1")
    for day in ["2026-03-20", "2026-04-03", "2026-05-02"] {
      bench.day = try CivilDate(day)
      try bench.expect("payment post A1 --amount 77 --on \(day) --method cash")
    }
    bench.day = try CivilDate("2026-05-05")
    #expect(try run() == ["pay,2026-04-01", "pay,2026-05-01"])
    #expect(bench.text(of: "pay-2026-04-01.csv") == "on,amount\n2026-03-20,77.00\n")
    #expect(bench.text(of: "pay-2026-05-01.csv") == "on,amount\n2026-04-03,77.00\n")
    #expect(bench.text(of: "pay-2026-05-05.csv") == nil)
    #expect(try run() == [])
  }

  @Test("is made for the last 31 days without a run, and the others are told")
  func most() throws {
    try add("report payments", "")
    bench.day = try CivilDate("2026-05-05")
    let made = try bench.expect("report schedule run --csv --no-header --fields day")
    #expect(made.output.hasPrefix("2026-04-05\n"), "\(made)")
    #expect(made.output.split(separator: "\n").count == 31)
    #expect(made.words.contains("25 days from 2026-03-11 to 2026-04-04"), "\(made)")
  }

  @Test("each month has no day in two files and misses none", arguments: [28, 29, 30, 31])
  func months(on: Int) throws {
    bench.day = try CivilDate("2026-01-01")
    try add("report payments --fields on,amount", "--every month --on \(on)")
    bench.day = try CivilDate("2026-06-01")
    let first = bench.day.adding(days: -151)
    let days = (0..<151).map { "\(first.adding(days: $0))" }
    let posts = days.enumerated().map { "A1,\($1),\($0 + 1),cash\n" }.joined()
    let file = try bench.file("posts.csv", "account,on,amount,method\n" + posts)
    try bench.expect("payment post --from \(file) --accept unusual")
    let made = try run()
    #expect(made.count == 5)
    let rows = made.flatMap { line in
      (bench.text(of: "pay-\(line.dropFirst(4)).csv") ?? "").split(separator: "\n").dropFirst()
        .map { String($0.prefix(10)) }
    }
    let last = String(made.last?.dropFirst(4) ?? "")
    #expect(rows == days.filter { $0 < last })
  }

  @Test("that runs on time leaves its due day to the next report, as that day is not over")
  func inTime() throws {
    try add("report payments --fields on,amount", "--every month --on 1")
    bench.day = try CivilDate("2026-04-01")
    try bench.expect("payment post A1 --amount 4 --on 2026-03-31 --method cash")
    #expect(try run() == ["pay,2026-04-01"])
    try bench.expect("payment post A1 --amount 5 --on 2026-04-01 --method cash")
    bench.day = try CivilDate("2026-05-01")
    #expect(try run() == ["pay,2026-05-01"])
    #expect(bench.text(of: "pay-2026-04-01.csv") == "on,amount\n2026-03-31,4.00\n")
    #expect(bench.text(of: "pay-2026-05-01.csv") == "on,amount\n2026-04-01,5.00\n")
  }

  @Test(
    "of the changes has all days since the previous due day",
    arguments: ["--every week --on 2", "--every month --on 17"])
  func changes(every: String) throws {
    try add("report changes --fields change", every)
    bench.day = try CivilDate("2026-03-12")
    try bench.expect("payment post A1 --amount 4 --on 2026-03-12 --method cash")
    bench.day = try CivilDate("2026-03-17")
    #expect(try run() == ["pay,2026-03-17"])
    let expected = try bench.expect(
      "report changes --fields change --from 2026-03-10 --to 2026-03-16 --csv"
    ).output
    #expect(expected.split(separator: "\n").count > 4, "\(expected)")
    #expect(bench.text(of: "pay-2026-03-17.csv") == expected)
  }

  @Test("of changes misses none when it runs early each day, and has each change in one file only")
  func changesOfDays() throws {
    try bench.expect([
      "report", "schedule", "add", "pay", "report changes --fields change", "--folder",
      bench.folder,
    ])
    var changes: [String] = []
    for day in ["2026-03-11", "2026-03-12", "2026-03-14"] {
      bench.day = try CivilDate(day)
      _ = try run()
      try bench.expect("payment post A1 --amount 4 --method cash --reference R\(day)")
      changes.append(try bench.rows("change list --limit 1 --fields change").joined())
    }
    bench.day = try CivilDate("2026-03-15")
    #expect(try run() == ["pay,2026-03-15"])
    func rows(_ day: String) -> [Substring] {
      (bench.text(of: "pay-\(day).csv") ?? "").split(separator: "\n").dropFirst().map { $0 }
    }
    for (day, change) in zip(["2026-03-12", "2026-03-13", "2026-03-15"], changes) {
      #expect(rows(day).contains { $0 == change }, "\(day)")
    }
    let all = (11...15).flatMap { rows("2026-03-\($0)") }
    #expect(Set(all).count == all.count, "\(all)")
  }

  @Test("of meters that are not read is of its due day")
  func checkedDay() throws {
    for line in [
      "meter add M1 --service WATER --dials 6",
      "service start A1 WATER --on 2026-03-01 --meter M1 --reading 0",
    ] { try bench.expect(line) }
    try add("report missing-reads --fields meter", "--every month --on 16")
    bench.day = try CivilDate("2026-04-16")
    #expect(try run().last == "pay,2026-04-16")
    #expect(bench.text(of: "pay-2026-04-16.csv") == "meter\nM1\n")
  }

  @Test("of what holds now goes by the due day where its options mean a day")
  func now() throws {
    try add("report eft-enrollments --from -1w", "")
    bench.day = try CivilDate("2026-03-12")
    #expect(try run() == ["pay,2026-03-11", "pay,2026-03-12"])
  }

  @Test(
    "and that fails at every run is refused when it is scheduled",
    arguments: [
      ("report water-balance", .usage), ("report payments --account 77", .notFound),
      ("report payments --fields nothing", .usage),
      ("report payments --from 2026-03-01 --to 2026-02-01", .usage),
      ("report winter-average --year 2027", .usage),
    ] as [(String, AdminCommands.ExitStatus)])
  func refused(line: String, status: AdminCommands.ExitStatus) throws {
    let words = ["report", "schedule", "add", "x", line, "--folder", bench.folder]
    #expect(bench.run(words).status == status)
    #expect(try bench.expect("report schedule list --csv --no-header").output.isEmpty)
  }
}
