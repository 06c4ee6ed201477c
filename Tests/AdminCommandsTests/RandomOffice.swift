import Accounts

@testable import Values

/// A small office through three years, in which what is read, exchanged, moved and billed comes by chance.
/// What a rule refuses is left out.
struct RandomOffice {
  private static let accounts = 1...6
  private static let lastDay = "2026-10-31"
  /// Leap days, and days on which the city's clocks are set.
  private static let oddDays = [
    "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-10", "2024-11-03", "2025-03-09",
    "2025-11-02",
    "2026-03-08",
  ]

  let bench: CommandBench
  /// How many commands of each kind were done.
  private(set) var done: [String: Int] = [:]
  private var numbers: Shuffled
  /// What each meter's dial would show if it had no end.
  private var counts: [String: Int] = [:]
  private var spares: [String] = []
  private var bills = 0
  private var lastRead: [String: CivilDate] = [:]

  init(seed: UInt64) throws {
    numbers = Shuffled(state: seed)
    bench = try CommandBench(on: Self.lastDay)
    try open()
    var day = try CivilDate("2023-12-05")
    let end = try CivilDate(Self.lastDay)
    while day < end {
      for _ in 0..<Int.random(in: 1...3, using: &numbers) { try step(on: day) }
      day = day.adding(days: Int.random(in: 1...6, using: &numbers))
    }
    for odd in Self.oddDays { for meter in meters { read(meter, on: try CivilDate(odd)) } }
  }

  private var meters: [String] { counts.keys.sorted() }

  private mutating func open() throws {
    try bench.expect("setting set time-zone America/Chicago")
    try bench.expect("service-type add 5000 --name POWER --metered yes --unit kWh")
    for cid in 1...8 {
      try bench.expect(
        "customer add \(cid) --name Name\(cid) --kind \(pick(["person", "organization"]))")
    }
    for number in Self.accounts {
      try bench.expect(
        "location add L\(number) --address Main\(number) --route R\(number % 3) --cycle C\(number % 2)"
      )
      try bench.expect(
        "account open A\(number) --cid \(number) --location L\(number) --on 2023-12-01")
      try addMeter("W\(number)", of: "WATER")
      try bench.expect(
        "service start A\(number) WATER --on 2023-12-01 --meter W\(number) --reading \(reading("W\(number)"))"
          + " --class \(pick(["residential", "commercial", "public"]))")
    }
    try addMeter("P1", of: "POWER")
    try bench.expect("service start A1 POWER --on 2023-12-01 --meter P1 --reading \(reading("P1"))")
    for number in 1...4 {
      try addMeter("S\(number)", of: "WATER")
      spares.append("S\(number)")
    }
    try addMeter("W0", of: "WATER")
    try bench.expect("meter install W0 A2 --on 2023-12-01")
  }

  private mutating func addMeter(_ meter: String, of type: String) throws {
    let unit = type == "POWER" ? "kWh" : pick(["GAL", "GAL", "CCF"])
    try bench.expect(
      "meter add \(meter) --service \(type) --dials 4 --multiplier \(pick(["1", "1", "10", "0.748"])) "
        + "--size \(pick(["5/8", "1"])) --unit \(unit)")
    counts[meter] = Int.random(in: 8_000...9_999, using: &numbers)
  }

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &numbers) ?? ""
  }

  private func reading(_ meter: String) -> Int { (counts[meter] ?? 0) % 10_000 }

  private mutating func run(_ line: String) {
    guard bench.run(line).status == .done else { return }
    done[line.split(separator: " ").prefix(2).joined(separator: " "), default: 0] += 1
  }

  private mutating func read(_ meter: String, on day: CivilDate, _ more: String = "") {
    counts[meter, default: 0] += Int.random(in: 0...90, using: &numbers)
    run("read add \(meter) --on \(day) --reading \(reading(meter)) --accept unusual\(more)")
    lastRead[meter] = day
  }

  private mutating func step(on day: CivilDate) throws {
    let account = "A\(Int.random(in: Self.accounts, using: &numbers))"
    let meter = pick(meters)
    let late = day.adding(days: -Int.random(in: 1...20, using: &numbers))
    switch Int.random(in: 0..<24, using: &numbers) {
    case 0...6: read(meter, on: day)
    case 7:
      // An estimate, too high at times, and the actual read after it.
      counts[meter, default: 0] += Int.random(in: 0...200, using: &numbers)
      run(
        "read add \(meter) --on \(day) --reading \(reading(meter)) --kind estimated --accept unusual"
      )
      counts[meter, default: 0] -= Int.random(in: 0...150, using: &numbers)
      read(meter, on: day.adding(days: 20))
    case 8: read(meter, on: late)
    case 9:
      run(
        "read add \(meter) --on \(day) --consumption \(Int.random(in: 0...99, using: &numbers)).5")
    case 10: if let on = lastRead[meter] { run("read void \(meter) --on \(on)") }
    case 11:
      guard let new = spares.last else { return }
      let before = done["meter exchange"]
      run(
        "meter exchange \(meter) --new \(new) --on \(day) --reading \(reading(meter)) "
          + "--new-reading \(reading(new)) --accept unusual")
      if done["meter exchange"] != before { spares.removeLast() }
    case 12, 13:
      run(
        "account move \(account) --cid \(Int.random(in: 1...8, using: &numbers)) --on \(day) --keep yes "
          + pick(["", "--role owner", "--role tenant"]))
    case 14:
      run("location set L\(account.dropFirst()) --route R\(Int.random(in: 0...2, using: &numbers))")
    case 15:
      run(
        "customer set \(Int.random(in: 1...8, using: &numbers)) --kind \(pick(["person", "organization"]))"
      )
    case 16...18: bill(account, on: day)
    case 19: run("bill void B\(Int.random(in: 0...max(bills, 1), using: &numbers)) --reason wrong")
    case 20: run("service suspend \(account) WATER --on \(day)")
    case 21: run("service resume \(account) WATER --on \(day)")
    case 22: run("service set \(account) WATER --class \(pick(["residential", "industrial"]))")
    default: for number in 0..<12 { read(meter, on: day.adding(days: number)) }
    }
  }

  private mutating func bill(_ account: String, on day: CivilDate) {
    bills += 1
    let first = day.adding(days: -Int.random(in: 20...70, using: &numbers))
    let last = day.adding(days: -Int.random(in: 0...5, using: &numbers))
    let period = pick(["", "--from \(first) --to \(last)"])
    run(
      "bill add B\(bills) \(account) --on \(day) --amount 9 \(pick(["", "--service WATER"])) \(period) "
        + "--accept unusual")
  }
}
