import Testing

@testable import Accounts
@testable import AdminCommands

@Suite("The table of commands")
struct CommandTableTests {
  @Test("has every command of the rights, each by one noun and verb")
  func complete() {
    var names: [String] = []
    for entry in Commands.all {
      switch entry {
      case .command(let command): names.append(command.help.name)
      case .noun(let noun): names += noun.verbs.map { "\(noun.name) \($0.name)" }
      }
    }
    #expect(names.count == Set(names).count)
    #expect(Set(names) == Set(LeastRole.byCommand.keys))
  }

  @Test("an option of the same name is no command's own, which would never see it")
  func apart() {
    let global = Set(GlobalOption.all.map { "--" + $0.name })
    for entry in Commands.all {
      let commands: [any AdminCommand.Type] =
        switch entry {
        case .command(let command): [command]
        case .noun(let noun): noun.verbs.map(\.command)
        }
      for command in commands {
        let own = Set(CommandTree.options(in: command.helpMessage(columns: 1000)))
        #expect(own.isDisjoint(with: global), "\(entry.name) \(command.help.name)")
      }
    }
  }

  @Test("--reason may stand before the noun, and the journal keeps noun and verb first")
  func reason() throws {
    let bench = try CommandBench()
    try bench.expect("--reason moved -q customer --yes add 7 --name Ana")
    let last = try bench.expect("change list --limit 1 --fields command,reason --csv --no-header")
    #expect(last.output == "ubadmin customer add --reason moved -q --yes 7 --name Ana,moved\n")
  }

  @Test("an option between a personal option and its value does not unmask the value")
  func between() {
    let line = CommandLineRecord.text(
      [
        "customer", "set", "1", "--phone", "-n", "512-555-0142", "--email", "--limit", "3",
        "a@b.org",
      ])
    #expect(line == "ubadmin customer set 1 --phone -n •••0142 --email --limit 3 a•••@b.org")
  }
}
