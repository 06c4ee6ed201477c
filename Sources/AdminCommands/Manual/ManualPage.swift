import Accounts
import ArgumentParser

/// Manual pages, made from the commands' own help. Source of the macros: man(7).
enum ManualPage {
  /// The pages by name: the program's, and one a noun.
  static func all() -> [GeneratedDocument] {
    var pages = [GeneratedDocument(name: "man/ubadmin.1", text: program())]
    for noun in Root.configuration.subcommands where noun.configuration.shouldDisplay {
      let name = CommandTree.name(noun)
      pages.append(
        GeneratedDocument(name: "man/ubadmin-\(name).1", text: page(of: noun, name)))
    }
    return pages
  }

  private static func program() -> String {
    let help = HelpMessage(Root.self, path: [])
    var text = head("ubadmin", "the back office of a city's utility customers")
    text += ".SH SYNOPSIS\n.B ubadmin\n.I noun verb\n[\\fIoptions\\fR]\n"
    text += ".SH DESCRIPTION\n" + paragraphs([help.overview + "."] + help.discussion)
    text += ".SH NOUNS\n"
    for noun in Root.configuration.subcommands where noun.configuration.shouldDisplay {
      let name = CommandTree.name(noun)
      text += ".TP\n.BR ubadmin-\(escaped(name)) (1)\n\(line(noun.configuration.abstract))"
    }
    text += ".SH GLOBAL OPTIONS\nEvery command takes these.\n" + globalOptions()
    text += exitStatus() + examples(help.examples)
    text += ".SH FILES\n.TP\n.I ~/.config/ubadmin/config\n"
    text += line("KEY = VALUE lines; `ubadmin config list` tells the keys and what they decide.")
    text += ".SH SEE ALSO\n.BR ubadmin-store (5)\n"
    return text
  }

  private static func page(of noun: any ParsableCommand.Type, _ name: String) -> String {
    let abstract = noun.configuration.abstract
    var text = head("ubadmin-\(name)", abstract.prefix(1).lowercased() + abstract.dropFirst())
    let verbs = noun.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let helps =
      verbs.isEmpty
      ? [HelpMessage(noun, path: [name])]
      : verbs.map { HelpMessage($0, path: [name, CommandTree.name($0)]) }
    text += ".SH SYNOPSIS\n"
    text += helps.map { ".B \(escaped($0.usage))\n" }.joined(separator: ".br\n")
    text += ".SH COMMANDS\n"
    for help in helps { text += section(help) }
    text += ".SH GLOBAL OPTIONS\nSee\n.BR ubadmin (1).\n"
    return text + exitStatus() + ".SH SEE ALSO\n.BR ubadmin (1),\n.BR ubadmin-store (5)\n"
  }

  private static func section(_ help: HelpMessage) -> String {
    let path = help.path.joined(separator: " ")
    var text = ".SS ubadmin \(escaped(path))\n" + paragraphs([help.overview + "."])
    if !help.discussion.isEmpty { text += ".PP\n" + paragraphs(help.discussion) }
    if let role = Commands.leastRole(of: help.path) {
      text += ".PP\n" + line("Needs at least the role \(role.rawValue), where operators are named.")
    }
    for part in help.parts where !["GLOBAL OPTIONS", "OPTIONS", "SUBCOMMANDS"].contains(part.title)
    {
      text += items(part.lines)
    }
    // What stands under OPTIONS is the command's own, but for the parser's two.
    for part in help.parts where part.title == "OPTIONS" {
      text += items(part.lines.filter { !$0.contains("--version") && !$0.contains("--help") })
    }
    if !help.examples.isEmpty {
      text += ".PP\nExamples:\n.PP\n.EX\n" + help.examples.map(line).joined() + ".EE\n"
    }
    return text
  }

  private static func items(_ lines: [String]) -> String {
    lines.map { source in
      let (names, text) = HelpMessage.item(source)
      return ".TP\n.B \(escaped(names))\n" + line(text.isEmpty ? " " : text)
    }.joined()
  }

  private static func globalOptions() -> String {
    let help = HelpMessage(AccountShow.page, path: [])
    return items(help.parts.first { $0.title == "GLOBAL OPTIONS" }?.lines ?? [])
  }

  private static func exitStatus() -> String {
    ".SH EXIT STATUS\n"
      + ExitStatus.allCases.map { ".TP\n.B \($0.rawValue)\n\(line($0.meaning))" }.joined()
  }

  private static func examples(_ lines: [String]) -> String {
    ".SH EXAMPLES\n.EX\n" + lines.map(line).joined() + ".EE\n"
  }

  private static func head(_ name: String, _ abstract: String) -> String {
    ".\\\" Made by `make docs` from the commands' help.\n"
      + ".TH \(name.uppercased()) 1 \"\(Version.date)\" \"\(Version.text)\"\n"
      + ".SH NAME\n\(escaped(name)) \\- \(escaped(abstract))\n"
  }

  private static func paragraphs(_ texts: [String]) -> String {
    texts.map(line).joined(separator: ".PP\n")
  }

  private static func line(_ text: String) -> String { escaped(text) + "\n" }

  /// Nothing of a text is taken for a request.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
