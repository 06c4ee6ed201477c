import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger

/// Every command, on a store in which each personal cell has a marker. A new command needs a line in
/// `MaskedWalk`, and a new personal column a value there.
@Suite("Without --reveal no output shows a personal cell", .onBothEngines)
struct MaskedWalkTests {
  @Test("whatever the command and the format")
  func walk() throws {
    let bench = try MaskedWalk.office()
    for (line, formats) in MaskedWalk.lines {
      for format in formats {
        let (command, typed) = try MaskedWalk.parts(line, bench)
        var words = command
        if !format.isEmpty { words += ["--format", format] }
        let result = bench.run(words, input: typed + "\n")
        #expect(result.status != .usage, "\(line) \(format): \(result)")
        Self.expectNoMarker(in: result.output + result.words, of: words)
        for name in ["plan", "out.csv", "rejects.csv"] {
          if let text = bench.text(of: name) { Self.expectNoMarker(in: text, of: words) }
          unlink(bench.folder + "/" + name)
        }
      }
    }
  }

  @Test("and the markers are in every personal column, so that the walk could find them")
  func markers() throws {
    let bench = try MaskedWalk.office()
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    for table in EntityCatalogue.tables {
      for column in table.columns where column.isPersonal && !column.namesRecord {
        var found = false
        try store.each(sql: "SELECT \(column.name) FROM \(table.name)") { row in
          if !row.isNull(0) {
            found =
              found || MaskedWalk.marker(in: String(decoding: row.text(0), as: UTF8.self)) != nil
          }
          return true
        }
        #expect(found, "\(table.name).\(column.name)")
      }
    }
    let revealed = try bench.expect("customer show 1 --reveal").output
    #expect(MaskedWalk.marker(in: revealed) != nil)
  }

  @Test("and every command is walked")
  func whole() throws {
    let walked = Set(
      try MaskedWalk.lines.map {
        try NamedCommand($0.line.split(separator: " ").map(String.init)[...]).name
      })
    let commands = Set(Commands.leaves.map(\.name))
    #expect(commands.subtracting(MaskedWalk.withoutData).subtracting(walked) == [])
    #expect(Set(MaskedWalk.withoutData).subtracting(commands) == [])
  }

  private static func expectNoMarker(in text: String, of words: [String]) {
    // What was typed may be repeated.
    let rest = words.reduce(text) { $0.replacing($1, with: "") }
    if let marker = MaskedWalk.marker(in: rest) {
      Issue.record("\(words) shows \(marker): \(text)")
    }
  }
}
