import Reports
import TestEngines
import Testing

@testable import AdminCommands

/// ubadmin-json(5) promises that a key stays as long as the schema's version does. The file of the
/// version holds a line `command,key,type` for each key; `[]` stands for the elements of a list.
@Suite("JSON keys are")
struct JSONKeysTests {
  @Test("those of the schema's version: a key that goes or changes its type needs a new version")
  func kept() throws {
    let file = "Tests/Golden/json-keys-\(JSONKey.schemaVersion).csv"
    let promised = Set(
      try #require(ProjectFile.text(file)).split(separator: "\n").map(String.init))
    let found = try Self.found()
    // A value that is null in one office may be there in another.
    let gone = promised.subtracting(found).filter {
      !$0.hasSuffix(",null") || !Self.keys(found).contains(Self.key($0))
    }
    #expect(
      gone.sorted() == [],
      "a key is gone or has another type: raise JSONKey.schemaVersion and begin a file for it")
    let new = found.filter { !Self.keys(promised).contains(Self.key($0)) }
    #expect(new.sorted() == [], "add new keys to \(file)")
  }

  private static func key(_ line: String) -> Substring {
    line[..<(line.lastIndex(of: ",") ?? line.endIndex)]
  }

  private static func keys(_ lines: Set<String>) -> Set<Substring> { Set(lines.map(key)) }

  @Test("in snake case, in lists, pages and messages")
  func snake() throws {
    for line in try Self.found() {
      let key = line.split(separator: ",")[1]
      #expect(key.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_.[]".contains($0) }, "\(line)")
    }
  }

  private static func found() throws -> Set<String> {
    let bench = try MaskedWalk.office()
    var keys = JSONKeyList()
    for (line, formats) in MaskedWalk.lines where formats.contains("json") {
      let (words, typed) = try MaskedWalk.parts(line, bench)
      guard !["query", "plan"].contains(words[0]), !line.contains("--fields") else { continue }
      let name =
        line.hasSuffix("--dry-run") ? "a dry run" : try NamedCommand(words[...]).name
      let result = bench.run(words + ["--json"], input: typed + "\n")
      if !result.output.isEmpty { keys.add(try parsed(result.output, line), as: name) }
      for message in result.words.split(separator: "\n") {
        keys.add(try parsed(String(message), line), as: "standard error")
      }
    }
    for (line, name) in outcomes {
      let (words, typed) = try MaskedWalk.parts(line, bench)
      let result = bench.run(words + ["--json"], input: typed + "\n")
      keys.add(try parsed(result.output, line), as: name)
    }
    return keys.lines
  }

  private static func parsed(_ text: String, _ line: String) throws -> TinyJSON.Value {
    try #require(try? TinyJSON.parse(text), "\(line): \(text)")
  }

  private static let outcomes = [
    ("customer set 1 --phone 900-777-1150", "a change"),
    ("customer set 1 --phone 5 --email x", "a change that is refused"),
    ("customer set --from {}/set.csv --keep-going", "a file"),
  ]
}

/// Keys with the types of their values.
private struct JSONKeyList {
  private var types: [String: Set<String>] = [:]

  /// A value that is missing here may be there elsewhere.
  var lines: Set<String> {
    Set(
      types.map { key, types in
        let known = types.subtracting(["null"])
        return key + "," + (known.isEmpty ? "null" : known.sorted().joined(separator: "|"))
      })
  }

  mutating func add(_ value: TinyJSON.Value, as command: String) { add(value, command, "") }

  private mutating func add(_ value: TinyJSON.Value, _ command: String, _ path: String) {
    switch value {
    case .object(let members):
      for (key, value) in members { add(value, command, path.isEmpty ? key : path + "." + key) }
    case .array(let elements):
      note("list", command, path)
      for element in elements { add(element, command, path + "[]") }
    case .string: note("string", command, path)
    case .number: note("number", command, path)
    case .bool: note("boolean", command, path)
    case .null: note("null", command, path)
    }
  }

  private mutating func note(_ type: String, _ command: String, _ path: String) {
    guard !path.isEmpty else { return }
    types[command + "," + path, default: []].insert(type)
  }
}
