import Testing

@testable import AdminCommands

@Suite("Commands that take one word")
struct OneWordCommandTests {
  static let lines = [
    "show 500", "show 500 --json", "show --json 500", "show 500 --store city.db -O csv -q",
    "show 500 --as-of 2026-02-03 --limit 3 --wait 1.5 --fields a,b --color never",
    "show 500 --no-config --no-header --profile night -o out.csv",
  ]

  @Test("plain words mean what the parser reads in them", arguments: OneWord.types.map(\.noun))
  func sameAsParser(_ noun: String) throws {
    for line in Self.lines {
      let words = [noun] + line.split(separator: " ").map(String.init)
      let plain = try #require(OneWord.command(words), "\(line)")
      let parsed = try #require(try Root.parseAsRoot(words) as? any ShowCommand)
      #expect(plain.global == parsed.global, "\(line)")
      #expect(type(of: plain) == type(of: parsed))
      #expect(word(of: plain) == word(of: parsed), "\(line)")
    }
  }

  @Test(
    "what is not plain is left to the parser",
    arguments: [
      "account show", "account show 1 2", "account show 1 --no-such", "account show --help",
      "account show 1 --limit x", "account show 1 --as-of 2026-02-30", "account show 1 --store",
      "account show 1 --json --json", "account show 1 --store=city.db", "account show -- 1",
      "account show 1 --sort -cid", "account list 1", "account", "account show 1 -qv",
    ])
  func leftToParser(_ line: String) {
    #expect(OneWord.command(line.split(separator: " ").map(String.init)) == nil)
  }

  @Test("every command that is so named is the one in the tree of all commands")
  func inTree() throws {
    for entry in OneWord.types {
      let noun = try #require(
        Root.configuration.subcommands.first { CommandTree.name($0) == entry.noun })
      let verb = noun.configuration.subcommands.first { CommandTree.name($0) == entry.verb }
      #expect(verb == entry.type)
    }
  }

  private func word(of command: any ShowCommand) -> String? {
    Mirror(reflecting: command).children.first.map { "\($0.value)" }
  }
}
