import Accounts
import ArgumentParser

/// `last`
struct LastCommand: AdminCommand {
  static let uses: OptionUse = .all
  static let help = CommandHelp(
    "last", abstract: "At the prompt, show the last output again in another format",
    discussion: HelpText.discussion(
      """
      Runs the last read-only command again with these options instead of its own: another \
      format, other fields, another order, or a file. It shows the records as they were when they were shown, with `--at` if \
      they may have changed since; a query runs on current data. Commands that change data are not repeated. \
      `--from _` takes the records of the last list as its rows, as in `user unlock --from _`: all \
      that the list has, even if the pager was left before the last one. It is refused if the list was stopped before \
      all its rows were read, or has more than \(KeyRecorder.most) of them; write such a list to a file with -o FILE, and use that file.
      """, examples: ["last --json", "last --fields account,status -o list.csv"], at: .prompt))

  static let looksBack = true

  func run(in context: CommandContext) throws -> ExitStatus {
    guard let prompt = context.session.prompt else {
      throw CommandError(
        .usage, "last works only at the prompt and in scripts",
        remedy: "run the command itself with other options")
    }
    guard let shown = prompt.lastShown else {
      throw CommandError(.notFound, "nothing has been shown yet", remedy: "show something first")
    }
    let own = TypedLine(context.typed).words.filter { $0.part != nil }
    var words = own.map(\.text) + Self.words(shown.words, without: own)
    if !own.contains(where: { Self.option($0) == "at" }), shown.mayDiffer(on: prompt.store) {
      if let change = shown.pin(on: prompt.store) {
        words = ["--at", "\(change)"] + words
      } else if !context.options.quiet {
        context.say("note: as of now; the records may have changed since they were shown")
      }
    }
    // Options come first: behind `--` they would be words.
    return Dispatch.run(words, in: context.session, within: context.scripts)
  }

  /// The words of a command without the options that others take the place of.
  private static func words(_ words: [String], without own: [TypedLine.Word]) -> [String] {
    let named = Set(own.compactMap(option))
    // A file that was written stays as it is, unless one is named.
    var replaced = named.union(["output"])
    if !named.isDisjoint(with: forms) {
      replaced.formUnion(forms)
      let isCSV = own.contains { word in
        word.text == "csv" || ["--csv", "=csv", ".csv"].contains { word.text.hasSuffix($0) }
      }
      replaced.formUnion(isCSV ? ["layout"] : ofForms)
    }
    return TypedLine(words).words.filter { option($0).map { !replaced.contains($0) } ?? true }
      .map(\.text)
  }

  /// Options that choose a format.
  private static let forms: Set = ["format", "json", "csv", "plot", "output"]

  /// Options that fit only some formats.
  private static let ofForms: Set = [
    "bom", "delimiter", "no-escape-formulas", "no-header", "layout",
  ]

  /// The name of a global option to which a word belongs.
  private static func option(_ word: TypedLine.Word) -> String? {
    let typed: String? =
      switch word.part {
      case .name: word.text
      case .both(let lead, _): String(lead.dropLast())
      case .value(let name): name
      case nil: nil
      }
    guard let typed else { return nil }
    if typed.hasPrefix("--") { return String(typed.dropFirst(2)) }
    return typed.last.flatMap(GlobalOption.short)?.name
  }
}

extension AdminCommand {
  /// Whether `last` may run it again.
  var mayRunAgain: Bool {
    self is any ListCommand || self is any ShowCommand || self is SearchCommand
      || (self as? QueryCommand)?.onlyShows == true || self is ExplainCommand
  }
}
