import Accounts
import Glibc
import Testing

@testable import AdminCommands

@Suite("Scheduled reports that cannot be made", .onBothEngines)
struct ReportScheduleFailureTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench(on: "2026-03-10") }

  private func add(_ name: String, _ line: String, _ more: String) throws {
    try bench.expect(
      ["report", "schedule", "add", name, line] + more.split(separator: " ").map(String.init))
  }

  @Test("who has left, or has another role now, gets no report, and the doctor says so")
  func left() throws {
    try bench.expect("operator add pat admin")
    try bench.expect("operator add sue supervisor")
    bench.operatorName = "sue"
    try add("list", "report aged-balances", "--at-time 00:00 --folder \(bench.folder)")
    bench.operatorName = "pat"
    bench.day = try CivilDate("2026-03-11")
    try bench.expect("operator set sue --role viewer")
    let refused = bench.run("report schedule run --csv --no-header")
    #expect(refused.status == .someRowsFailed)
    #expect(refused.output.contains("sue, who scheduled it, is a viewer now"))
    #expect(bench.text(of: "list-2026-03-11.csv") == nil)
    let doctor = "store doctor --csv --no-header --fields problem,hint"
    #expect(bench.run(doctor).output.contains("report schedule run list"))
    try bench.expect("operator remove sue")
    #expect(bench.run(doctor).output.contains("report schedule remove list"))
    try bench.expect("report schedule remove list")
    #expect(!bench.run(doctor).output.contains("report_failed"))
  }

  @Test("a report that another run has taken in hand is not taken again")
  func once() throws {
    try add("use", "report consumption", "--folder \(bench.folder)")
    let store = try Store.open(StoreLocation(bench.store), clock: .fixed(bench.day))
    let author = Author(operatorName: "pat", host: "desk", command: "report schedule run")
    let day = try CivilDate("2026-03-11")
    let claim = RunReportSchedule.claim(
      try ScheduleName("use"), ScheduleClaim(day, failedFrom: day, now: store.now))
    for isUnchanged in [false, true] {
      let made = try store.change(by: author) { .commit(try $0.perform(claim)) }
      #expect(made.value.isUnchanged == isUnchanged)
    }
  }

  @Test("days of a run that was interrupted are made up for at once, and not by both of two runs")
  func takenOver() throws {
    try add("use", "report consumption", "--at-time 00:00 --mail pat@example.com")
    bench.day = try CivilDate("2026-03-14")
    let store = try Store.open(StoreLocation(bench.store), clock: .fixed(bench.day))
    let author = Author(operatorName: "pat", host: "desk", command: "report schedule run")
    let (name, day) = (try ScheduleName("use"), try CivilDate("2026-03-11"))
    func isMade(_ step: RunReportSchedule) throws -> Bool {
      try !store.change(by: author) { .commit(try $0.perform(step)) }.value.isUnchanged
    }
    let lost = ScheduleClaim(day, failedFrom: day, now: store.now)
    #expect(try isMade(.claim(name, lost)))
    // A second later or not: the clock of the bench stands still.
    let made = try bench.expect("report schedule run --csv --no-header").output
    #expect(
      made.split(separator: "\n").map { $0.split(separator: ",")[1] }
        == ["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14"], "\(made)")
    // The first run goes on after all.
    #expect(try !isMade(.mailed(name, "text", lost)))
    #expect(try !isMade(.failed(name, "why", lost)))
    let next = ScheduleClaim(
      day.adding(days: 1), failedFrom: day.adding(days: 1), lastRun: lost.ranAt, now: store.now)
    #expect(try !isMade(.claim(name, next)))
    #expect(try bench.expect("report schedule run --csv --no-header").output.isEmpty)
    let mails = try bench.expect("mail list --kind report --csv --no-header --fields to").output
    #expect(mails.split(separator: "\n").count == 4, "\(mails)")
  }

  @Test("a report that cannot be written fails, and the next run of its day does not hide it")
  func failed() throws {
    try add("use", "report consumption", "--at-time 00:00 --folder \(bench.folder)/none")
    bench.day = try CivilDate("2026-03-11")
    #expect(bench.run("report schedule run").status == .someRowsFailed)
    let list = try bench.expect("report schedule list --csv --no-header --fields failure").output
    #expect(list.contains("the folder does not exist"))
  }

  @Test("a folder that is not there gets a note when the report is scheduled")
  func noFolder() throws {
    let line = ["report", "schedule", "add", "x", "report consumption", "--folder"]
    let noted = try bench.expect(line + ["\(bench.folder)/none"])
    #expect(noted.words.contains("\(bench.folder)/none does not exist on this machine"), "\(noted)")
    try bench.expect("report schedule remove x")
    #expect(try !bench.expect(line + [bench.folder]).words.contains("note: "))
  }

  @Test("days for which a report failed are made up for when it is due next, and not before")
  func madeUpFor() throws {
    try add("use", "report consumption", "--at-time 00:00 --folder \(bench.folder)/reports")
    let run = "report schedule run --csv --no-header"
    for day in ["2026-03-11", "2026-03-12"] {
      bench.day = try CivilDate(day)
      #expect(bench.run(run).status == .someRowsFailed)
      #expect(try bench.expect(run).output.isEmpty)
    }
    #expect(bench.run(run + " use").output.split(separator: "\n").count == 2)
    mkdir(bench.folder + "/reports", 0o700)
    bench.day = try CivilDate("2026-03-13")
    let made = try bench.expect(run).output.split(separator: "\n").map {
      $0.split(separator: ",")[1]
    }
    #expect(made == ["2026-03-11", "2026-03-12", "2026-03-13"])
    #expect(try bench.expect(run).output.isEmpty)
    #expect(try bench.expect("report schedule list --json").output.contains("\"failure\":null"))
  }
}
