import Accounts
import Glibc
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Totals of consumption, whatever staff do", .onBothEngines)
struct TotalsPropertyTests {
  @Test(
    "they are the sums of the rows after reads, voids, exchanges, moves, kinds, routes, classes and undos",
    arguments: UInt64(1)...12)
  func random(seed: UInt64) throws {
    let office = try Office.smallCity()
    try office.openSecond()
    var (numbers, done, read) = (SeededNumbers(seed: seed), 0, 0)
    for step in 0..<150 {
      let today = try CivilDate("2026-01-10").adding(days: step)
      try office.turn(to: today.description)
      guard let kind = try Self.step(office, on: today, &numbers) else { continue }
      done += 1
      if kind == .read { read += 1 }
      try #require(try office.wrongTotals() == [], "after step \(step), a \(kind)")
    }
    #expect(done > 40)
    #expect(read > 2)
    #expect(try office.errors() == [])
  }

  /// What was done.
  private enum Step { case read, service, place, people, undo }

  /// One operation by chance; nil where it was refused.
  private static func step(
    _ office: Office, on today: CivilDate, _ numbers: inout SeededNumbers
  ) throws -> Step? {
    func pick(_ words: [String]) -> String { words.randomElement(using: &numbers) ?? "" }
    let day = today.adding(days: Int.random(in: -20...0, using: &numbers)).description
    let (account, meter) = (pick(["500", "600"]), pick(["W1", "W2", "I1"]))
    let location = account == "500" ? "A" : "B"
    let reading = "\(today.daysSince1970 - 20_000 + Int32.random(in: 0...9, using: &numbers))"
    let service = ["account": account, "service": pick(["WATER", "IRRIGATION"]), "on": day]
    do {
      switch Int.random(in: 0..<18, using: &numbers) {
      case 0...4:
        let kind = pick(["actual", "actual", "estimated"])
        try office.run(
          AddRead.self, ["meter": meter, "on": day, "reading": reading, "kind": kind])
        return .read
      case 5:
        try office.run(VoidRead.self, ["meter": meter, "on": day])
        return .read
      case 6, 7, 8:
        try office.run(
          StartService.self, service.merging(["meter": meter, "reading": reading]) { $1 })
        return .service
      case 9:
        try office.run(StopService.self, service.merging(["reading": reading]) { $1 })
        return .service
      case 10:
        try office.run(
          TransferService.self,
          service.merging(["to": account == "500" ? "600" : "500", "reading": reading]) { $1 })
        return .service
      case 11:
        try office.run(
          SetLocation.self, ["location": location, "route": pick(["R1", "R2", "R3"])])
        return .place
      case 12:
        try office.run(SetLocation.self, ["location": location, "cycle": pick(["C1", "C2"])])
        return .place
      case 13:
        try office.run(
          ExchangeMeter.self,
          [
            "meter": meter, "new": pick(["W1", "W2"]), "on": day, "reading": reading,
            "new-reading": reading,
          ])
        return .service
      case 14:
        try office.run(
          SetCustomer.self, ["cid": pick(["1", "2"]), "kind": pick(["person", "organization"])])
        return .people
      case 15:
        try office.run(
          MoveAccount.self,
          ["account": account, "cid": pick(["1", "2", "3"]), "on": day, "reading": reading])
        return .people
      case 16:
        try office.run(
          SetService.self,
          [
            "account": account, "service": service["service"] ?? "",
            "class": pick(["residential", "commercial"]),
          ])
        return .service
      default:
        _ = try office.store.undo(change: try office.store.lastChange(), author: author)
        return .undo
      }
    } catch is Rejection {
      return nil
    }
  }
}

@Suite("Totals of consumption, when a writer is killed")
struct TotalsOfKilledWriterTests {
  @Test("are the sums of the rows that were committed")
  func killed() async throws {
    let folder = try ScratchFolder()
    let path = folder.file("city.db")
    let office = try Office.smallCity { try Store.create(.file(path: path), clock: $0) }
    try office.startWater(reading: "100")
    try office.run(AddRead.self, ["meter": "W1", "on": "2026-02-01", "reading": "110"])
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let office = try Office(on: "2026-12-01") { clock in
        try Store.open(.file(path: path), clock: clock)
      }
      // So small a cache spills rows to the log before the commit.
      try office.store.connection.script("PRAGMA cache_size = 5")
      try office.run(AddRead.self, ["meter": "W1", "on": "2026-03-01", "reading": "115"])
      let change = try office.store.beginChange(author)
      for number in 0..<200 {
        let day = try CivilDate("2026-03-02").adding(days: number)
        try change.perform(
          Office.operation(
            AddRead.self, ["meter": "W1", "on": "\(day)", "reading": "\(116 + number)"]))
      }
      kill(getpid(), SIGKILL)
    }
    let after = try Office(on: "2026-12-01") { clock in
      try Store.open(.file(path: path), clock: clock, wait: .zero)
    }
    #expect(try after.store.number("SELECT count(*) FROM consumption") == 2)
    #expect(try after.store.number("SELECT sum(quantity) FROM consumption_total") == 15_000)
    #expect(try after.errors() == [])
  }
}

extension Office {
  /// Totals that are not the sums of their rows.
  fileprivate func wrongTotals() throws -> [String] {
    var found: [String] = []
    for table in TotalsStatements.tables {
      try store.connection.each(once: TotalsSQL.differences(of: table), []) { row in
        let key = (0..<table.keyCount).map { row.datum($0).description }
        found.append("\(table.name): \(key.joined(separator: " "))")
        return true
      }
    }
    return found
  }

  fileprivate func errors() throws -> [String] { try store.findings() }
}
