import Accounts
import Testing

@testable import Ledger
@testable import Portal
@testable import Rules

@Suite("Many operations at once on a server", .needsPostgreSQL)
struct PostgreSQLBatchTests {
  /// The login that the server writes into its journal.
  private static let clerk = Author(operatorName: "postgres", host: "desk", command: "test")
  private let server: Office
  private let file: Office

  init() throws {
    server = try PostgreSQLCluster.shared().makeDatabaseWithStore().office()
    file = try Office(on: "2026-03-10")
  }

  /// Performs the operations on the server together and on the file one by one; both must answer
  /// the same and hold the same afterwards, journal included.
  private func compare<O: Accounts.Operation>(
    _ type: O.Type, _ rows: [[String: String]], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let operations = try rows.map { try Office.operation(type, $0) }
    var answers: [[String]] = []
    for office in [server, file] {
      let change = try office.store.beginChange(Self.clerk)
      var words: [String] = []
      var rest = operations[...]
      while !rest.isEmpty {
        for result in try change.perform(batch: Array(rest.prefix(change.batchSize))) {
          switch result {
          case .success(let performed):
            words.append("\(performed.effect.message) \(performed.effect.newKey ?? "")")
          case .failure(let rejection): words.append("\(rejection.code) \(rejection.found)")
          }
        }
        rest = rest.dropFirst(change.batchSize)
      }
      try change.commit()
      answers.append(words)
    }
    #expect(answers[0] == answers[1], sourceLocation: sourceLocation)
    #expect(try server.store.dump() == file.store.dump(), sourceLocation: sourceLocation)
    let reports = try [server, file].map { try $0.store.verifyJournal() }
    #expect(reports[0] == reports[1], sourceLocation: sourceLocation)
    #expect(reports[0].fault == nil, sourceLocation: sourceLocation)
  }

  @Test("what belongs to a number that was just given out is not asked for")
  func newNumbers() throws {
    let operations = try (1...60).map { number in
      try Office.operation(
        RegisterUser.self, ["email": "u\(number)@example.org", "first": "Ana", "last": "Ortiz"])
    }
    let change = try server.store.beginChange(Self.clerk)
    for result in try change.perform(batch: operations) { _ = try result.get() }
    #expect(change.loads < 6, "\(change.loads)")
    try change.commit()
  }

  @Test("a later row sees what an earlier one did")
  func laterSeesEarlier() throws {
    try compare(
      AddCustomer.self,
      [["cid": "1", "name": "Ana"], ["cid": "1", "name": "Bob"], ["cid": "1", "name": "Ana"]])
    try compare(
      SetCustomer.self,
      [
        ["cid": "1", "phone": "512-555-0101"], ["cid": "2", "phone": "512-555-0102"],
        ["cid": "1", "phone": "512-555-0103"], ["cid": "1", "phone": "512-555-0103"],
        ["cid": "1", "clear": "phone"],
      ])
  }

  @Test("numbers that are given out follow each other, also past the end of a batch")
  func numbers() throws {
    try compare(AddCustomer.self, (1...1200).map { ["name": "Customer \($0)"] })
    try compare(
      AddCustomer.self,
      [
        ["name": "A"], ["cid": "150000", "name": "B"], ["name": "C"],
        ["cid": "150001", "name": "D"],
      ])
  }

  @Test("two rows exchange names that must be unique")
  func exchange() throws {
    try compare(
      SetServiceType.self,
      [
        ["code": "1000", "name": "SOMETHING"], ["code": "2000", "name": "WATER"],
        ["code": "1000", "name": "SEWER"],
      ])
    // Of each row only the last state is written, so an order of updates may not fit.
    try compare(
      SetServiceType.self,
      [
        ["code": "MXU", "name": "PLACE"], ["code": "2000", "name": "MXU"],
        ["code": "MXU", "name": "WATER"],
      ])
  }

  @Test("a whole city by files: accounts, services, meters, reads")
  func city() throws {
    let count = 60
    func number(_ index: Int) -> String { String(5000 + index) }
    try compare(
      AddLocation.self, (1...count).map { ["location": "L\($0)", "address": "\($0) Elm"] })
    try compare(AddCustomer.self, (1...count).map { ["cid": number($0), "name": "Name \($0)"] })
    try compare(
      OpenAccount.self,
      (1...count + 3).map {
        // The last three are of nobody, or at a place that is taken.
        [
          "account": number($0), "cid": number($0 % count + 1), "location": "L\($0 % count + 1)",
          "on": "2026-01-01",
        ]
      })
    try compare(
      AddMeter.self,
      (1...count).map { ["meter": "M\($0)", "service": "WATER", "multiplier": "1000"] })
    try compare(
      StartService.self,
      (1...count).map {
        [
          "account": number($0), "service": $0 % 3 == 0 ? "2000" : "WATER", "on": "2026-01-01",
          "meter": $0 % 3 == 0 ? "" : "M\($0)", "reading": $0 % 3 == 0 ? "" : "0",
        ].filter { !$0.value.isEmpty }
      })
    try compare(
      AddRead.self,
      (1...count * 3).map {
        [
          "meter": "M\(($0 - 1) % count + 1)", "on": "2026-0\(($0 - 1) / count + 1)-28",
          "reading": String($0 * 10),
        ]
      })
    try compare(
      StopService.self,
      (1...count).map { ["account": number($0), "service": "WATER", "on": "2026-03-05"] })
  }

  @Test("many reads of one meter are voided together, in small groups")
  func voids() throws {
    try compare(AddLocation.self, [["location": "L1", "address": "1 Elm"]])
    try compare(AddCustomer.self, [["cid": "1", "name": "Ana"]])
    let on = "2025-01-01"
    try compare(OpenAccount.self, [["account": "A1", "cid": "1", "location": "L1", "on": on]])
    try compare(AddMeter.self, [["meter": "M1", "service": "WATER"]])
    try compare(
      StartService.self,
      [["account": "A1", "service": "WATER", "on": on, "meter": "M1", "reading": "0"]])
    let first = try CivilDate("2025-02-01")
    let days = (0..<120).map { "\(first.adding(days: $0))" }
    try compare(
      AddRead.self,
      days.enumerated().map { ["meter": "M1", "on": $1, "reading": String($0 + 1)] })
    try compare(VoidRead.self, days.map { ["meter": "M1", "on": $0] })
  }

  @Test("a trial changes nothing")
  func dryRun() throws {
    let change = try server.store.beginChange(Self.clerk, isDryRun: true)
    let operations = try (1...50).map {
      try Office.operation(AddCustomer.self, ["cid": "\($0)", "name": "Ana"])
    }
    let results = try change.perform(batch: operations)
    #expect(results.count == 50)
    #expect(try change.commit() == nil)
    #expect(try server.store.number("SELECT count(*) FROM customer") == 0)
    #expect(try server.store.number("SELECT count(*) FROM change_row") == 0)
  }

  @Test("operations by chance end the same on both engines", arguments: [1, 2, 3, 4])
  func chance(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
    try compare(
      AddCustomer.self,
      (0..<300).map { _ in
        var row = ["name": "Name \(next(50))"]
        if next(3) > 0 { row["cid"] = String(100_001 + next(200)) }
        return row
      })
    try compare(
      SetCustomer.self,
      (0..<1500).map { _ in
        var row = ["cid": String(100_001 + next(230))]
        if next(2) == 0 { row["name"] = "Name \(next(9))" }
        if next(2) == 0 { row["phone"] = "512-555-010\(next(10))" }
        if next(4) == 0 { row["clear"] = "email,phone" }
        if next(4) == 0 { row["email"] = "a\(next(5))@example.com" }
        return row
      })
  }
}
