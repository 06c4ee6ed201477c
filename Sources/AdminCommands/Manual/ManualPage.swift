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
      + Article.all.map { article in
        GeneratedDocument(
          name: "man/ubadmin-\(article.name).\(article.section)", text: page(of: article))
      }
  }

  private static func page(of article: Article) -> String {
    var text = head("ubadmin-\(article.name)", article.abstract, section: article.section)
    var isAfterTitle = false
    for block in article.blocks {
      let gap = isAfterTitle ? "" : ".PP\n"
      isAfterTitle = false
      switch block {
      case .title(let title):
        text += ".SH \(escaped(title))\n"
        isAfterTitle = true
      case .paragraph(let lines): text += gap + lines.map { line(String($0)) }.joined()
      case .term(let term, let lines):
        text += ".TP\n.B \(escaped(term))\n" + lines.map { line(String($0)) }.joined()
      case .code(let lines):
        text += gap + ".RS 4\n.EX\n" + lines.map { line(String($0)) }.joined() + ".EE\n.RE\n"
      }
    }
    return text + seeAlso(article.seeAlso)
  }

  private static func seeAlso(_ pages: [(page: String, section: Int)]) -> String {
    ".SH SEE ALSO\n"
      + pages.map { ".BR \(escaped($0.page)) (\($0.section))" }.joined(separator: ",\n") + "\n"
  }

  private static func program() -> String {
    let help = HelpMessage(Root.self, path: [])
    var text = head("ubadmin", "back-office tool for a city's utility accounts")
    text += ".SH SYNOPSIS\n.B ubadmin\n.I noun verb\n[\\fIoptions\\fR]\n"
    text += ".SH DESCRIPTION\n" + paragraphs([help.overview + "."] + help.discussion)
    text += ".SH NOUNS\n"
    for noun in Root.configuration.subcommands where noun.configuration.shouldDisplay {
      let name = CommandTree.name(noun)
      text += ".TP\n.BR ubadmin-\(escaped(name)) (1)\n\(line(noun.configuration.abstract))"
    }
    text += ".SH GLOBAL OPTIONS\nEvery command takes these.\n" + globalOptions()
    text += exitStatus() + examples(help.examples)
    return text + surroundings()
      + seeAlso(
        ([("ubadmin-json", 5), ("ubadmin-store", 5), ("ubadmin-security", 7)]
          + Article.all.map { ("ubadmin-\($0.name)", $0.section) })
          .sorted { ($0.1, $0.0) < ($1.1, $1.0) })
  }

  /// What every page says of environment and files.
  private static func surroundings() -> String {
    ".SH ENVIRONMENT\n.TP\n.B UBADMIN_STORE\n"
      + line("the store; ubadmin-config(5) has this and the other variables.")
      + ".SH FILES\n.TP\n.I ~/.config/ubadmin/config\n"
      + line("KEY = VALUE lines; see ubadmin-config(5).")
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
    return text + exitStatus() + surroundings()
      + seeAlso([
        ("ubadmin", 1), ("ubadmin-config", 5), ("ubadmin-store", 5), ("ubadmin-bulk", 7),
        ("ubadmin-tutorial", 7),
      ])
  }

  private static func section(_ help: HelpMessage) -> String {
    let path = help.path.joined(separator: " ")
    var text = ".SS ubadmin \(escaped(path))\n" + paragraphs([help.overview + "."])
    if !help.discussion.isEmpty { text += ".PP\n" + paragraphs(help.discussion) }
    if let role = Commands.leastRole(of: help.path) {
      text +=
        ".PP\n" + line("Requires at least the role \(role.rawValue), if the store has operators.")
    }
    for part in help.parts where !["OPTIONS", "SUBCOMMANDS"].contains(part.title) {
      text += items(part.lines)
    }
    for part in help.parts where part.title == "OPTIONS" {
      text += items(part.lines.filter { !GlobalOptionsPage.isEverywhere($0) })
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

  private static func globalOptions() -> String { items(GlobalOptionsPage.lines) }

  private static func exitStatus() -> String {
    ".SH EXIT STATUS\n"
      + ExitStatus.table.map { ".TP\n.B \($0.code)\n\(line($0.meaning))" }.joined()
  }

  private static func examples(_ lines: [String]) -> String {
    ".SH EXAMPLES\n.EX\n" + lines.map(line).joined() + ".EE\n"
  }

  private static func head(_ name: String, _ abstract: String, section: Int = 1) -> String {
    ".\\\" Made by `make docs` from the commands' help.\n"
      + ".TH \(name.uppercased()) \(section) \"\(Version.date)\" \"\(Version.text)\"\n"
      + ".SH NAME\n\(escaped(name)) \\- \(escaped(abstract))\n"
  }

  /// Paragraphs and the items of lists.
  private static func paragraphs(_ texts: [String]) -> String {
    texts.enumerated().map { place, text in
      if text.hasPrefix(HelpText.item) {
        return ".IP \\(bu 2\n" + line(String(text.dropFirst(HelpText.item.count)))
      }
      return (place == 0 ? "" : ".PP\n") + line(text)
    }.joined()
  }

  private static func line(_ text: String) -> String { escaped(text) + "\n" }

  /// Nothing of a text is taken for a request.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
