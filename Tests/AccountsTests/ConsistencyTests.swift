import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Whatever staff do", .onBothEngines)
struct ConsistencyTests {
  @Test(
    "the books stay as the rules say, and everything can be taken back",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func staysConsistent(seed: UInt64) throws {
    let office = try Office.smallCity()
    try office.openSecond()
    let first = try Self.lastChange(office)
    let before = try Self.dump(office)
    var random = SplitMix(state: seed)
    var done = 0
    var dumps = [first: before]
    for step in 0..<400 {
      let today = try CivilDate("2026-01-10").adding(days: step / 2)
      try office.turn(to: today.description)
      guard try Self.step(office, on: today, &random) else { continue }
      done += 1
      if done % 5 == 0 { dumps[try Self.lastChange(office)] = try Self.dump(office) }
    }
    #expect(done > 50)
    try Self.expectPast(office, dumps)
    #expect(try office.store.findings() == [])
    let author = Author(operatorName: "pat", host: "desk", command: "change undo")
    for change in stride(from: try Self.lastChange(office), to: first, by: -1) {
      _ = try office.store.undo(change: change, author: author)
    }
    #expect(try Self.dump(office) == before)
  }

  /// The store as it stood after a change is as it was then, to the last row.
  private static func expectPast(_ office: Office, _ dumps: [Int64: [String]]) throws {
    let now = try dump(office)
    for (change, rows) in dumps.sorted(by: { $0.key < $1.key }) {
      #expect(try office.store.goBack(to: .change(change)).change == change)
      #expect(try dump(office) == rows, "after change \(change)")
      #expect(try lastChange(office) == change)
      office.store.comeBack()
    }
    #expect(try dump(office) == now)
  }

  /// One operation with words by chance; answers whether it was done. A refusal is an answer, any
  /// other error is not.
  private static func step(
    _ office: Office, on today: CivilDate, _ random: inout SplitMix
  ) throws -> Bool {
    let day = today.adding(days: random.below(31) - 15).description
    let account = random.of(["500", "600"])
    let other = account == "500" ? "600" : "500"
    let code = random.of(["WATER", "SEWER", "IRRIGATION"])
    let meter = random.of(["W1", "W2", "I1", ""])
    let growing = String(today.daysSince1970 - 20_000 + Int32(random.below(9)))
    let reading = random.of(["", growing])
    let cid = random.of(["1", "2", "3"])
    let service = ["account": account, "service": code, "on": day, "reading": reading]
    let onAccount = ["account": account, "cid": cid, "on": day]
    do {
      switch random.below(14) {
      case 0, 1, 2, 3:
        try office.run(StartService.self, service.merging(["meter": meter]) { $1 })
      case 4, 5: try office.run(StopService.self, service)
      case 6: try office.run(TransferService.self, service.merging(["to": other]) { $1 })
      case 7: try office.run(SuspendService.self, service)
      case 8: try office.run(ResumeService.self, service)
      case 9:
        try office.run(
          CancelService.self,
          ["account": account, "service": code, "stop": random.of(["yes", "no"])])
      case 10:
        let role = random.of(["", "tenant", "payer"])
        try office.run(
          MoveAccount.self, onAccount.merging(["role": role, "reading": reading]) { $1 })
      case 11:
        let until = random.of(["", today.adding(days: 20).description])
        try office.run(
          SetAccount.self, onAccount.merging(["role": "payer", "until": until]) { $1 })
      case 12:
        guard random.below(3) == 0 else { return false }
        try office.run(
          CloseAccount.self, ["account": account, "on": day, "reading": reading])
      default:
        let location = account == "500" ? "A" : "B"
        try office.run(OpenAccount.self, onAccount.merging(["location": location]) { $1 })
      }
      return true
    } catch is Rejection {
      return false
    }
  }

  private static func lastChange(_ office: Office) throws -> Int64 {
    var last: Int64 = 0
    try office.store.each(sql: "SELECT max(change) FROM change") { row in
      last = row.integer(0)
      return false
    }
    return last
  }

  private static func dump(_ office: Office) throws -> [String] {
    var lines: [String] = []
    for table in EntityCatalogue.tables {
      let names = table.columns.map(\.name).joined(separator: ", ")
      try office.store.each(sql: "SELECT \(names) FROM \(table.name) ORDER BY 1, 2") { row in
        let cells = table.columns.indices.map { row.datum($0).description }
        lines.append(table.name + ": " + cells.joined(separator: " | "))
        return true
      }
    }
    return lines.sorted()
  }
}

/// A random generator whose numbers are the same every time.
/// Source: S. Vigna, splitmix64.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func of(_ words: [String]) -> String { words[below(words.count)] }
}
