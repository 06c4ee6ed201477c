import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger

/// Many processes of the built program at work on one store at once.
@Suite("A crowd of clerks", .onBothEngines, .serialized)
struct CrowdTests {
  private static let clerks = 16
  /// Commands of each; `make crowd` asks for many, of a program that was built for speed.
  private static let commands =
    getenv("UBADMIN_CROWD").flatMap { Int(String(cString: $0)) } ?? 5

  private let bench: CommandBench

  init() throws {
    bench = try CommandBench(on: "2026-11-10")
    for number in 1...4 {
      try bench.expect(["customer", "add", "\(number)", "--name", "Customer \(number)"])
      try bench.expect(["location", "add", "L\(number)", "--address", "\(number) Main St"])
      try bench.expect(
        "account open A\(number) --cid \(number) --location L\(number) --on 2025-01-01")
      try bench.expect("meter add M\(number) --service WATER --dials 6")
      try bench.expect(
        "service start A\(number) WATER --on 2025-01-01 --meter M\(number) --reading 100")
    }
  }

  @Test("loses no update, breaks no rule, explains every refusal, and leaves the chain whole")
  func crowd() throws {
    let before = try changes()
    var posted = 0
    for clerk in 0..<Self.clerks {
      var words = CrowdWords(clerk: clerk)
      let lines = (0..<Self.commands).map { _ in words.next() }
      posted += words.posted
      _ = try bench.file("clerk\(clerk)", lines.joined(separator: "\n") + "\n")
    }
    let ran = try ChildProcess.run(["/bin/sh", "-c", shell])
    let said = (0..<Self.clerks).map { bench.text(of: "said\($0)") ?? "" }
    #expect(ran.output == "", "\(said)")
    let lines = said.flatMap { $0.split(separator: "\n") }

    // Every change that was told is in the journal, each under a number of its own.
    let told = lines.compactMap(Self.change)
    #expect(told.sorted() == Array(before + 1..<before + 1 + told.count))
    #expect(try changes() == before + told.count)
    let strange = lines.filter { line in
      line.contains("failed (exit")
        && !["(exit 1)", "(exit 4)", "(exit 5)"].contains { line.contains($0) }
    }
    #expect(strange.isEmpty)

    // What each adds up to is what all did together.
    #expect(told.count > Self.clerks * Self.commands / 2)
    let customers = lines.count { $0.hasPrefix("customer ") && $0.contains(" added (") }
    #expect(try count("customer") == 4 + customers)
    #expect(try count("payment") == posted)
    #expect(try brokenSteps() == [])
    let checked = bench.run("store check --csv")
    #expect(checked.status == .done, "\(checked)")
    let verified = bench.run("change verify --rows")
    #expect(verified.status == .done, "\(verified)")
  }

  /// All clerks begin at the same moment; what they say is kept.
  private var shell: String {
    let begin = (0..<Self.clerks).map { clerk in
      "'\(BuiltBinary.path)' --wait 120 run '\(bench.folder)/clerk\(clerk)' --keep-going "
        + "> /dev/null 2> '\(bench.folder)/said\(clerk)' &"
    }
    return "export UBADMIN_STORE='\(bench.store)' HOME='\(bench.folder)'\n"
      + begin.joined(separator: "\n") + "\nwait"
  }

  private func changes() throws -> Int { try count("change") }

  private func count(_ table: String) throws -> Int {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var count = 0
    try store.each(sql: "SELECT count(*) FROM \(table)") { row in
      count = Int(row.integer(0))
      return false
    }
    return count
  }

  /// Updates of the customers that all clerks change, whose cells before are not the cells that
  /// the update before them left: an update between was lost.
  private func brokenSteps() throws -> [String] {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    var last: [String: String] = [:]
    var broken: [String] = []
    let sql = """
      SELECT change, row_key, before, after FROM change_row \
      WHERE table_name = 'customer' AND action = 'update' ORDER BY change, number
      """
    try store.each(sql: sql) { row in
      let key = String(decoding: row.text(1), as: UTF8.self)
      let before = String(decoding: row.text(2), as: UTF8.self)
      if let left = last[key], left != before { broken.append("change \(row.integer(0)): \(key)") }
      last[key] = String(decoding: row.text(3), as: UTF8.self)
      return true
    }
    #expect(last.count == 4)
    return broken
  }

  /// The number in `… (change 17)`.
  private static func change(_ line: Substring) -> Int? {
    guard line.last == ")", let place = line.firstRange(of: "(change ") else { return nil }
    return Int(line[place.upperBound...].dropLast())
  }
}

/// The commands of one clerk, by chance, the same in every run.
private struct CrowdWords {
  let clerk: Int
  private var numbers: CrowdNumbers
  private var step = 0
  /// Payments among them: those are always taken.
  private(set) var posted = 0

  init(clerk: Int) {
    self.clerk = clerk
    numbers = CrowdNumbers(state: UInt64(clerk) &* 0x9E37_79B9 &+ 7)
  }

  mutating func next() -> String {
    step += 1
    let number = Int.random(in: 1...4, using: &numbers)
    let month = Int.random(in: 1...10, using: &numbers)
    let day = "2026-\(month < 10 ? "0" : "")\(month)-1\(Int.random(in: 0...9, using: &numbers))"
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0, 1, 2: return "customer set \(number) --phone 512-555-\(1000 + clerk * 500 + step)"
    case 3: return "customer add --name 'Walk-in \(clerk)-\(step)'"
    case 4, 5:
      posted += 1
      return "payment post A\(number) --amount 1.25 --reference \(clerk)-\(step)"
    case 6: return "location set L\(number) --route R\(clerk)-\(step)"
    case 7: return "read add M\(number) --on \(day) --reading \(month * 50 + clerk)"
    case 8: return "service suspend A\(number) WATER --on \(day)"
    case 9: return "service resume A\(number) WATER --on \(day)"
    case 10: return "account set A\(number) --cid \(month % 4 + 1) --role payer --on \(day)"
    default: return "read void M\(number) --on \(day)"
    }
  }
}

/// Numbers that look random. Source: S. Vigna, splitmix64.
private struct CrowdNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
