import Accounts
import Testing

@testable import AdminCommands

/// Commands that messages and help name, found in the sources of the program.
struct RemediesTests {
  /// A command as a message prints it.
  struct Remedy: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String

    var testDescription: String { "\(text) in \(file)" }
  }

  @Test("every command that a message names is one, and with its words it can be run as printed")
  func remedies() throws {
    let all = try Self.all()
    // Otherwise they are not looked for where they are.
    #expect(all.count > 250)
    for remedy in all {
      let words = try EntryPointTests.words(remedy.text)
      let path = Self.path(of: words)
      guard let path else {
        Issue.record("no such command: \(remedy.testDescription)")
        continue
      }
      guard words.count > path else { continue }
      do {
        _ = try Invocation(words)
      } catch {
        Issue.record("\(remedy.testDescription): \(error)")
      }
    }
  }

  /// How many words name the command; nil where they name none.
  private static func path(of words: [String]) -> Int? {
    guard let named = try? NamedCommand(words[...]) else { return nil }
    // Its verb is followed by what to do with a template.
    if words.starts(with: ["mail", "template"]) { return 3 }
    return max(named.path.count, 1)
  }

  private static let nouns = Set(
    OperationCatalogue.all.map { $0.name.noun } + [
      "search", "explain", "query", "report", "change", "plan", "store", "operator", "config",
      "run", "repl",
    ])

  private static func all() throws -> [Remedy] {
    var remedies: [Remedy] = []
    for path in try ProjectFile.swiftFiles("Sources") {
      let code = (ProjectFile.text(path) ?? "").split(separator: "\n").filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }.joined(separator: "\n")
      let joined = code.replacing(try Regex("\\\\\n *"), with: "")
        .replacing(try Regex("\"\\s*\\+ \""), with: "")
      remedies += SuggestedCommandsInCode(joined).texts.map { Remedy(file: path, text: $0) }
      for line in joined.split(separator: "\n") {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        let quoted = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        // What `explain` prints is a command alone, without quotes; a usage line is no command.
        let bare = line.split(separator: "\"").filter {
          $0.hasPrefix("ubadmin ") && !$0.contains("[<")
        }
        for part in quoted + bare {
          var words = filled(String(part)).split(separator: " ")
          if words.first == "ubadmin" { words.removeFirst() }
          guard let noun = words.first, nouns.contains(String(noun)) else { continue }
          remedies.append(Remedy(file: path, text: words.joined(separator: " ")))
        }
      }
    }
    return remedies
  }

  /// With something in the place of what differs from message to message.
  private static func filled(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.ranges(of: "\\(").first {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      var depth = 1
      let value = rest.prefix { letter in
        depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
        return depth > 0
      }
      rest = rest[value.endIndex...].dropFirst()
      result += sample(of: value)
    }
    return (result + rest).replacing("DATE", with: "2026-03-01").replacing("KIND", with: "reply")
      .replacing("\\\"", with: "\"")
  }

  private static func sample(of value: Substring) -> String {
    if value.contains("mail") || value.contains("address") { return "a@example.com" }
    if value.hasPrefix("kind") { return "reply" }
    if value == "on" || value == "day" || value.hasSuffix(".on") { return "2026-03-01" }
    return "1"
  }
}
