import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules

@Suite("What a change was made from", .onBothEngines)
final class ChangeMarkTests {
  private let office: Office
  private var customers = 0

  init() throws { office = try Office(on: "2026-05-04") }

  private func change(_ command: String, _ mark: ChangeMark? = nil) throws {
    let change = try office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: command))
    if let mark { change.mark(mark) }
    try change.openJournal()
    customers += 1
    try change.perform(
      Office.operation(AddCustomer.self, ["cid": "\(customers)", "name": "Ana Ruiz"]))
    try change.commit()
  }

  @Test("is found by its mark until the change is undone, and the command stays as it was typed")
  func found() throws {
    let mark = ChangeMark(file: "0123456789abcdef")
    #expect(try office.store.applied(mark) == nil)
    try change("ubadmin customer add --from a.csv", mark)
    #expect(try office.store.applied(mark)?.change == 1)
    #expect(try office.store.applied(ChangeMark(plan: "0123456789abcdef")) == nil)
    #expect(
      try office.column("SELECT command FROM change") == ["ubadmin customer add --from a.csv"])
    try office.store.undo(
      change: 1, author: Author(operatorName: "pat", host: "desk", command: "change undo"))
    #expect(try office.store.applied(mark) == nil)
  }

  @Test("a change of several commands is found by the mark of each")
  func several() throws {
    let marks = [ChangeMark(file: "0123456789abcdef"), ChangeMark(file: "123456789abcdef0")]
    office.store.openChange()
    for mark in marks {
      try office.store.change(by: author) { change in
        change.mark(mark)
        customers += 1
        try change.perform(
          Office.operation(AddCustomer.self, ["cid": "\(customers)", "name": "Ana Ruiz"]))
        return .commit(())
      }
    }
    #expect(try office.store.commitOpenChange() == 1)
    #expect(try marks.map { try office.store.applied($0)?.change } == [1, 1])
  }

  @Test("marks that older versions wrote behind the command are carried over")
  func carriedOver() throws {
    for command in [
      "ubadmin payment post --from 'a (file b).csv' (file 0123456789abcdef)",
      "ubadmin plan apply a.plan (plan 77ab-1: ubadmin note add account 1 '9:30')",
      "ubadmin note add account 1 '(file x)'", "ubadmin note add account 1 'see (plan b)'",
    ] { try change(command) }
    let sql = Migration.jobs.sql
    let copying = try #require(sql.ranges(of: "INSERT INTO").first)
    let connection = office.store.connection
    try connection.script(connection.dialect.migration(String(sql[copying.lowerBound...])))
    #expect(
      try office.column(
        "SELECT change || ' ' || source || ' ' || fingerprint FROM job ORDER BY change")
        == ["1 file 0123456789abcdef", "2 plan 77ab-1"])
  }
}
