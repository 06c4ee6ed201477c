import Accounts
import Testing

@testable import AdminCommands

@Suite("A command that changes the fields that are given")
struct GivenFieldsTests {
  private static let operations = OperationCatalogue.all.filter { $0.needsAField }

  @Test("needs one of them, names them all, and changes nothing")
  func none() throws {
    let bench = try CommandBench()
    #expect(Self.operations.count == 8)
    for operation in Self.operations {
      let keys = operation.fields.filter(\.isRequired).map { _ in "pat@example.com" }
      let result = bench.run([operation.name.noun, operation.name.verb] + keys)
      #expect(result.status == .usage, "\(operation): \(result)")
      #expect(result.words.hasPrefix("ubadmin: there is nothing to change\n"), "\(result)")
      for field in operation.fields where !field.isRequired && field.name != "reason" {
        #expect(result.words.contains("--\(field.name)"), "\(result)")
      }
    }
  }

  @Test("names what identifies the record as well, where that is missing")
  func nothing() throws {
    let bench = try CommandBench()
    for operation in Self.operations {
      let result = bench.run([operation.name.noun, operation.name.verb])
      #expect(result.status == .usage, "\(result)")
      for field in operation.fields where field.isRequired {
        #expect(result.words.contains("<\(field.name)>, "), "\(result)")
      }
      #expect(result.words.contains("and at least one of --"), "\(result)")
    }
  }

  @Test("refuses a file or a list without a column that changes something")
  func noColumn() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let file = try bench.file("c.csv", "cid\n1\n")
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .badData, "\(result)")
    #expect(result.words.contains("c.csv: there is nothing to change"), "\(result)")
    #expect(result.words.contains("at least one of the columns name, first"), "\(result)")
    let query = "query \"SELECT cid, 'Ames' AS city FROM customer\"\n"
    let listed = bench.run([], input: query + "customer set --from _\n")
    #expect(listed.status == .usage, "\(listed)")
    #expect(listed.words.contains("takes only cid from the last list"), "\(listed)")
    let given = bench.run([], input: query + "customer set --from _ --city Ames\n")
    #expect(given.words.contains("1 applied"), "\(given)")
  }

  @Test("takes a row of a file that gives none as unchanged")
  func row() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let file = try bench.file("c.csv", "cid,phone\n1,\n")
    let result = try bench.expect("customer set --from \(file)")
    #expect(result.words.contains("1 unchanged"), "\(result)")
  }

  @Test("a field is given or emptied, not both; blank cells of a file are what --clear empties")
  func givenAndCleared() throws {
    let bench = try CommandBench()
    for cid in [7, 8] {
      try bench.expect("customer add \(cid) --name Ana --phone 512-555-0142 --city Waco")
    }
    let phones = "customer list --reveal --fields phone,city --csv --no-header"
    let both = bench.run("customer set 7 --clear phone,city --phone 512-555-0100")
    #expect(both.status == .badData, "\(both)")
    #expect(
      both.words == """
        ubadmin: --clear: found phone, which is also given a value, expected fields to empty
          leave out --phone, or take phone out of --clear

        """)
    let rows = try bench.file("in.csv", "cid,phone,clear\n7,512-555-0100,phone\n8,,phone\n")
    let refused = bench.run("customer set --from \(rows)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("in.csv:2: clear: found phone, which"), "\(refused)")
    let file = try bench.file("in.csv", "cid,phone\n7,512-555-0100\n8,\n")
    let forAll = bench.run("customer set --from \(file) --clear city --city Ames")
    #expect(forAll.status == .badData, "\(forAll)")
    #expect(forAll.words.contains("--clear: found city, which"), "\(forAll)")
    #expect(try bench.expect(phones).output == "512-555-0142,Waco\n512-555-0142,Waco\n")
    try bench.expect("customer set --from \(file) --clear phone")
    #expect(try bench.expect(phones).output == "512-555-0100,Waco\n,Waco\n")
  }
}
