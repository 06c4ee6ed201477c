import Accounts
import ArgumentParser
import Reports

/// What is done with saved imports, apart from importing a file.
enum ImportAction: String, CaseIterable {
  case save, list, show, remove
}

/// `import`
struct ImportCommand: AdminCommand {
  static let uses: OptionUse = .all
  static let reach: CommandReach = .commands
  static let help = CommandHelp(
    "import", abstract: "Import files with a saved command",
    usage: "ubadmin import <name> <file> [<options>]",
    discussion: HelpText.discussion(
      """
      `import save NAME COMMAND` saves a command that takes rows from a file, with what is the same for \
      every file: --map, values, --encoding, --delimiter, --keep-going. `import NAME FILE` runs that \
      command with --from FILE and further options, such as --dry-run, --rejects and --skip-known. It is \
      the same as typing the command in full: the same checks, role, exit statuses, and the same \
      command in the journal.

      `import list` lists your imports, `import show NAME` shows one, and `import remove NAME` \
      removes one. They are files in your configuration folder, which only you can read. Options of \
      one run, such as --from, --rejects, --yes and --again, and secrets are not saved.
      """,
      examples: [
        "import save bank payment post --map \"Acct No=account\" --map \"Paid=amount\" --method check",
        "import bank payments.csv --dry-run", "import bank payments.csv --rejects bad.csv",
        "import list", "import show bank", "import remove bank",
      ]))
  static let repeatable: Set<Substring> = ["--map", "--from"]

  @Argument(
    parsing: .captureForPassthrough,
    help: "name of a saved import and the file; or save, list, show or remove")
  var words: [String] = []

  func run(in context: CommandContext) throws -> ExitStatus {
    let own = TypedLine(context.typed).own
    let words = Array(own.dropFirst(TypedLine.leading(own) + 1))
    let saved = try SavedTexts(.import, context.session)
    guard let first = words.first else {
      throw ValidationError(
        "<name> is missing, e.g. `ubadmin import bank payments.csv`; `import list` lists your imports"
      )
    }
    guard let action = ImportAction(rawValue: first) else {
      _ = try saved.known(first)
      throw ValidationError("import \(first) needs a file, e.g. `ubadmin import \(first) rows.csv`")
    }
    let uses: OptionUse =
      switch action {
      case .save: [.data, .unusual]
      case .list: .list
      case .show: .page
      case .remove: .questions
      }
    try context.refuseUnused(by: uses, "import \(action.rawValue)")
    switch action {
    case .save: try save(words, saved, context)
    case .list:
      guard words.count == 1 else { throw ValidationError("import list takes no arguments") }
      try list(saved, context)
    case .show, .remove:
      let name = try saved.name(words.dropFirst().first, for: action.rawValue)
      guard words.count == 2 else {
        throw ValidationError("import \(action.rawValue) takes one name")
      }
      let text = try saved.known(name)
      if action == .remove {
        try saved.remove(name, in: context)
      } else {
        try context.answer(page: page(name, text, saved))
      }
    }
    return .done
  }

  private func save(
    _ words: [String], _ saved: SavedTexts, _ context: CommandContext
  ) throws {
    let name = try saved.name(words.dropFirst().first, for: ImportAction.save.rawValue)
    guard ImportAction(rawValue: name) == nil else {
      throw ValidationError("found \(name), which is an import command; choose another name")
    }
    guard words.count > 2 else {
      throw ValidationError(
        "import save needs a command, e.g. `ubadmin import save \(name) payment post "
          + "--map \"Acct No=account\"`")
    }
    let line = TypedLine(context.typed)
    let global = line.givenOptions.map(\.name)
    if let other = global.first(where: SavedImport.isOfOutput) {
      throw CommandError(
        .usage, "--\(other) has no effect on import save", remedy: "give it when you import a file")
    }
    let command = try SavedImport(
      checking: Array(words.dropFirst(2)) + line.words(only: SavedImport.savedOptions))
    try saved.keep(name, WordQuoting.line(command.words), in: context)
  }

  private func list(_ saved: SavedTexts, _ context: CommandContext) throws {
    let columns = ["name", "command"].map { ReportColumn.text($0) }
    try context.answer(list: "imports", columns) { add in
      for name in saved.names {
        try add([.text(name), .text(String((try saved.text(name) ?? "").trimmed))])
      }
    }
  }

  private func page(_ name: String, _ text: String, _ saved: SavedTexts) -> Page {
    Page(
      title: "Import \(name)",
      sections: [
        .fields([
          PageField("name", label: "Name", .text(name)),
          PageField("command", label: "Command", .text(String(text.trimmed))),
          PageField("file", label: "File", .text(saved.path(name))),
        ])
      ])
  }
}
