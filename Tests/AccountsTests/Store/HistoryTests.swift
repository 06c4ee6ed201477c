import Accounts
import Testing

@testable import Rules
@testable import Values

/// Operations of every kind in random order: what they leave behind must pass the check, and any
/// of them can be taken back or says why not.
@Suite("A history of operations", .onBothEngines)
struct HistoryTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

  @Test("whatever operations do, the check finds no error", arguments: seeds)
  func sound(_ seed: UInt64) throws {
    var history = try RandomHistory(seed: seed)
    while history.done < 40 { try history.step() }
    #expect(try history.errors() == [])
  }

  @Test("taken back from the last to the first, each leaves the store as it was", arguments: seeds)
  func backwards(_ seed: UInt64) throws {
    var history = try RandomHistory(seed: seed)
    var states = [try history.office.store.dump()]
    let first = try history.lastChange()
    while history.done < 40 {
      let before = try history.lastChange()
      try history.step()
      if try history.lastChange() > before { states.append(try history.office.store.dump()) }
    }
    let last = try history.lastChange()
    for (offset, change) in (first + 1...last).enumerated().reversed() {
      try history.office.store.undo(change: change, author: author)
      #expect(try history.office.store.dump() == states[offset], "change \(change)")
    }
    #expect(try history.office.store.verifyJournal().fault == nil)
  }

  @Test(
    "an undo in the middle leaves a sound store, or is refused and changes nothing",
    arguments: seeds)
  func middle(_ seed: UInt64) throws {
    var history = try RandomHistory(seed: seed)
    for _ in 0..<80 { try history.step() }
    let store = history.office.store
    var outcomes: Set<Bool> = []
    for change in 1...(try history.lastChange()) {
      let before = try store.dump()
      do {
        try store.undo(change: change, author: author)
        outcomes.insert(true)
        #expect(try history.errors() == [], "after the undo of change \(change)")
      } catch let rejection as Rejection {
        outcomes.insert(false)
        #expect(rejection.code == .movedSince, "\(rejection)")
        #expect(try store.dump() == before)
      }
    }
    #expect(outcomes == [true, false])
  }
}

/// Draws operations on a town of a few accounts.
struct RandomHistory {
  let office: Office
  private var random: SeededGenerator
  private(set) var done = 0
  private var day = CivilDate(daysSince1970: 20_100)

  init(seed: UInt64) throws {
    office = try Office(on: "2025-11-28")
    random = SeededGenerator(seed: seed)
    for number in 1...3 {
      try office.run(AddCustomer.self, ["cid": "C\(number)", "name": "Customer \(number)"])
      try office.run(
        AddLocation.self, ["location": "L\(number)", "address": "\(number) Mill Lane"])
      try office.run(AddMeter.self, ["meter": "M\(number)"])
      try office.run(
        OpenAccount.self,
        ["account": "A\(number)", "cid": "C\(number)", "location": "L\(number)", "on": "\(day)"])
      try office.run(
        StartService.self,
        [
          "account": "A\(number)", "service": "WATER", "on": "\(day)", "meter": "M\(number)",
          "reading": "10",
        ])
    }
  }

  func lastChange() throws -> Int64 {
    try office.store.number("SELECT coalesce(max(change), 0) FROM change")
  }

  func errors() throws -> [String] { try office.store.findings() }

  private mutating func one(of prefix: String) -> String {
    prefix + String(Int.random(in: 1...3, using: &random))
  }

  /// One operation, done or refused.
  mutating func step() throws {
    day = day.days(Int32.random(in: 0...20, using: &random))
    let on = "\(day.days(Int32.random(in: -15...5, using: &random)))"
    let reading = String(Int.random(in: 0...400, using: &random) + done * 20)
    let account = one(of: "A")
    let meter = one(of: "M")
    do {
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        try office.run(
          StartService.self,
          ["account": account, "service": "WATER", "on": on, "meter": meter, "reading": reading])
      case 1:
        try office.run(
          StopService.self, ["account": account, "service": "WATER", "on": on, "reading": reading])
      case 2...6:
        try office.run(AddRead.self, ["meter": meter, "on": on, "reading": reading])
      case 7: try office.run(VoidRead.self, ["meter": meter, "on": on])
      case 8: try office.run(RemoveMeter.self, ["meter": meter, "on": on, "reading": reading])
      case 9:
        try office.run(
          MoveAccount.self, ["account": account, "cid": one(of: "C"), "on": on])
      case 10:
        try office.run(
          SuspendService.self, ["account": account, "service": "WATER", "on": on])
      default:
        try office.run(SetCustomer.self, ["cid": one(of: "C"), "city": "Town \(reading)"])
      }
      done += 1
    } catch is Rejection {
      // As good an answer as any: what counts is what the store looks like.
    }
  }
}
