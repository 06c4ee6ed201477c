import Testing

@testable import Accounts
@testable import AdminCommands

@Suite("The table of commands")
struct CommandTableTests {
  @Test("has every operation, and each command by one noun and verb")
  func complete() {
    let names = Commands.leaves.map(\.name)
    #expect(names.count == Set(names).count)
    let operations = OperationCatalogue.all.map { "\($0.name)" }
    #expect(Set(operations).subtracting(names) == [])
  }

  @Test("the command of an operation needs the operation's role", arguments: OperationCatalogue.all)
  func operations(_ operation: any Accounts.Operation.Type) {
    let command = Commands.leaves.first { $0.name == "\(operation.name)" }?.command
    #expect(command?.leastRole == operation.leastRole)
  }

  @Test("a command gets another role only where the reviewed list says so")
  func roles() throws {
    let printed = try CommandBench().expect("operator roles --csv").output
    #expect(printed == ProjectFile.text("Tests/Golden/operator-roles.csv"))
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

  @Test("what a command's groups hold has names of its own, so that it can be parsed as one list")
  func flat() {
    for (name, command) in Commands.leaves {
      let members = OptionMembers.flat(command.init())
      #expect(!members.contains { $0.value is any TypedGroup }, "\(name)")
      let labels = members.compactMap(\.label)
      #expect(Set(labels).count == labels.count, "\(name): \(labels)")
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
