import Testing

@testable import AdminCommands

/// Help leads with what matters.
struct HelpPageTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench(withStore: false) }

  @Test("-h is usage, summary, fields, own options, one example, and where more is")
  func short() {
    let help = bench.run("service stop -h")
    #expect(help.status == .done)
    #expect(
      help.output.hasPrefix(
        """
        USAGE: ubadmin service stop <account> <service> [--on <date>] [--meter <meter>]
               [--reading <quantity>] [--reason <text>] [<options>]
        """),
      "\(help)")
    #expect(help.output.contains("\n\nStop a service\n\n"))
    #expect(help.output.contains("\n\nEXAMPLE:\n  ubadmin service stop "))
    #expect(help.output.contains("More: `ubadmin service stop --help`.\n"))
    #expect(
      help.output.contains("Global options (--csv, --bom, --delimiter, --output and others):"))
    let unset = bench.run("config set -h").output
    #expect(unset.contains("Global options: `ubadmin help options`.\n"))
    for absent in ["--no-escape-formulas", "--rejects", "first day without the service and"] {
      #expect(!help.output.contains(absent), "\(absent)")
    }
  }

  @Test(
    "--help adds the discussion and the bulk options",
    arguments: ["service stop --help", "help service stop"])
  func long(line: String) {
    let help = bench.run(line)
    #expect(help.output.hasPrefix("USAGE: ubadmin service stop <account>"))
    for present in ["--rejects", "may be in the future", "\nEXAMPLE"] {
      #expect(help.output.contains(present), "\(present)")
    }
    #expect(!help.output.contains("--no-escape-formulas"))
  }

  @Test("a page lists only the exit statuses that its command can have")
  func statuses() {
    #expect(
      bench.run("account show -h").output.contains(
        "Exit status 0 4 64 65 69 70 73 74 75 77 78 130: `ubadmin help exit-status`.\n"))
    #expect(bench.run("customer add -h").output.contains("Exit status 0 1 2 3 4 5 64 65 66 "))
    // It opens no store, and has no arguments.
    #expect(bench.run("config path -h").output.contains("Exit status 0 64 70 73 74 78 1"))
    #expect(bench.run("begin -h").output.contains("Exit status 0 64 69 70 73 74 75 77 78 1"))
    #expect(bench.run("report verify -h").output.contains("Exit status 0 1 4 64 65 66 69 "))
    #expect(bench.run("last -h").output.contains("Exit status 0 4 64 69 "))
  }

  @Test(
    "what only the prompt takes has examples of its lines", arguments: ["use", "begin", "last"])
  func atPrompt(name: String) {
    let help = bench.run("\(name) --help").output
    #expect(help.contains("\n  > \(name)"), "\(help)")
    #expect(!help.contains("  ubadmin \(name)"), "\(help)")
  }

  @Test("what ends a transaction, or repeats an output, stands with what begins it")
  func promptOrder() throws {
    let names = Commands.all.map(\.name)
    let use = try #require(names.firstIndex(of: "use"))
    #expect(
      names[use...].prefix(6) == ["use", "begin", "commit", "rollback", "last", "watch"])
  }

  @Test("only a command with a dry run lists the status of pending changes")
  func pendingChanges() {
    // What runs other commands takes their options.
    for leaf in Commands.leaves where !["run", "repl", "last", "watch"].contains(leaf.name) {
      let page = bench.run(leaf.name.split(separator: " ").map(String.init) + ["-h"]).output
      let lists = page.contains("Exit status 0 1 2 ")
      #expect(lists == leaf.command.uses.contains(.trial), "\(leaf.name)")
    }
  }

  @Test("a user to unlock is not required, as options choose several")
  func unlock() {
    let help = bench.run("user unlock --help").output
    #expect(help.hasPrefix("USAGE: ubadmin user unlock [<email> ...] [--locked-since <time>]"))
    #expect(!help.contains("(required)") && !help.contains("ARGUMENTS:"), "\(help)")
  }

  @Test("a list in a discussion has a line for each item, with its further lines under its text")
  func list() {
    let help = bench.run("store doctor --help").output
    #expect(
      help.contains(
        "  - overlapping_occupancy: two customers are tenants of an account at the same\n    time\n"
      ), "\(help)")
  }

  @Test("an account that a command cannot do without is not in brackets")
  func neededAccount() {
    for noun in ["account", "delivery", "eft"] {
      let page = bench.run("\(noun) show -h").output
      #expect(page.hasPrefix("USAGE: ubadmin \(noun) show [<options>] <account>\n"), "\(page)")
    }
  }

  @Test(
    "no page lists what all have, and each example is one line that runs",
    arguments: Commands.leaves.map(\.name))
  func everyCommand(name: String) throws {
    let path = name.split(separator: " ").map(String.init)
    let command = try #require(Commands.leaves.first { $0.name == name }?.command)
    let page = try #require(HelpPage(Root.helpMessage(for: command.page, columns: 60)))
    let (short, long) = (
      page.text(path: path, uses: command.uses, isLong: false, HelpLines(width: 60)),
      page.text(path: path, uses: command.uses, isLong: true, HelpLines(width: 60))
    )
    for text in [short, long] {
      #expect(text.hasPrefix("USAGE: ubadmin "))
      #expect(words(text).starts(with: ["USAGE:", "ubadmin"] + path.map { $0[...] }))
      #expect(!text.contains(" <options>"))
      #expect(!text.contains("  --version"))
      #expect(!text.contains("  -h, --help"))
    }
    #expect(
      Set(short.split(separator: "\n")).subtracting(long.split(separator: "\n")).allSatisfy {
        $0 == "EXAMPLE:" || $0.hasPrefix("More: ")
      })
    let examples = HelpMessage(command.page, path: path).examples
    for example in examples { #expect(long.contains("\n  \(example)\n")) }
    #expect(examples.isEmpty || short.contains("EXAMPLE:\n  \(examples[0])\n\n"))
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" }
  }

  @Test("usage breaks between options, at every width", arguments: [40, 60, 80, 100, 200])
  func usage(width: Int) throws {
    for leaf in Commands.leaves {
      let page = try #require(HelpPage(Root.helpMessage(for: leaf.command.page, columns: width)))
      let path = leaf.name.split(separator: " ").map(String.init)
      func usage(_ width: Int) -> String {
        let text = page.text(
          path: path, uses: leaf.command.uses, isLong: false, HelpLines(width: width))
        return String(text[..<(text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex)])
      }
      let lines = usage(width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width }, "\(lines)")
      #expect(words(usage(width)) == words(usage(10_000)), "\(leaf.name)")
      for line in lines { #expect(line.count { $0 == "[" } == line.count { $0 == "]" }) }
    }
  }

  @Test(
    "no line of help is longer than the page, but for commands to copy",
    arguments: ["help options", "help exit-status", "help bulk", "help prompt", "help move out"])
  func fits(line: String) throws {
    for width in [60, 80, 120] {
      guard
        case .text(let text) = try Invocation(
          line.split(separator: " ").map(String.init), columns: width)
      else {
        Issue.record("\(line) is no help")
        continue
      }
      for line in text.split(separator: "\n")
      where !line.hasPrefix("      ") && !line.contains("`") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test("required options come before the others, in help and in usage")
  func requiredFirst() throws {
    let help = bench.run("account open -h").output
    let required = try #require(help.ranges(of: "\n  --on <").first)
    let optional = try #require(help.ranges(of: "\n  --role <").first)
    #expect(required.lowerBound < optional.lowerBound)
    #expect(
      help.hasPrefix(
        "USAGE: ubadmin account open [<account>] --cid <cid> --location <location>\n"))
  }

  @Test("what all commands share has a topic of its own")
  func topics() {
    let options = bench.run("help options")
    #expect(options.status == .done)
    for option in GlobalOption.all { #expect(options.output.contains("--" + option.name)) }
    let statuses = bench.run("help exit-status").output
    #expect(statuses.contains("\n  64   usage"))
    #expect(
      statuses.contains("\n  129  ended by a hangup, e.g. a closed terminal\n  130  interrupted\n"))
    #expect(statuses.contains("\n  143  ended by SIGTERM\n"))
  }
}
