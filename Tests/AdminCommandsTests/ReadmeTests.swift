import Reports
import Testing

@testable import AdminCommands

@Suite("README.md")
struct ReadmeTests {
  private static func text() throws -> String { try #require(ProjectFile.text("README.md")) }

  /// Words of the second column of the table of commands, by the names in the first.
  private static func commands() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for line in try text().split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingBlanks }
      guard cells.count > 1 else { continue }
      let words = cells[1...].joined(separator: " ").split { " ,:;`".contains($0) }.map(String.init)
      for name in cells[0].split(separator: ",") { found[name.trimmingBlanks] = Set(words) }
    }
    return found
  }

  @Test("the table of commands has every noun and command, and every verb")
  func commandTable() throws {
    let commands = try Self.commands()
    for entry in Commands.all where entry.isShown {
      let words = try #require(commands[entry.name], "\(entry.name) has no row")
      // Reports are listed by `report list`.
      let verbs = entry.name == "report" ? ["list", "verify", "schedule"] : entry.verbs
      for verb in verbs { #expect(words.contains(verb), "\(entry.name) \(verb)") }
    }
  }

  @Test("the number of reports that it tells is right")
  func reports() throws {
    #expect(try Self.text().contains("# \(Questions.all.count) reports;"))
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
