import Accounts

/// The words of a saved import: a command that takes rows from a file, with what is the same for every
/// file.
struct SavedImport {
  let words: [String]

  /// Global options that say what a file is like.
  static let formOptions: Set<String> = ["delimiter", "no-escape-formulas"]

  /// Global options that hold for every file.
  static let savedOptions = formOptions.union(["accept"])

  /// Whether a global option is about the output of one run.
  static func isOfOutput(_ name: String) -> Bool {
    GlobalOption.namesOfData.subtracting(formOptions.union(["json", "format"])).contains(name)
  }

  /// Options of the command's own that are for one run.
  private static let ofRun = ["--rejects", "--plan-out", "--csv-template", "--again", "--from"]

  /// - Parameter words: as they are to be kept.
  init(checking words: [String]) throws {
    self.words = LineRequest.own(words)
    let line = TypedLine(self.words)
    if let option = line.givenOptions.first(where: { !Self.savedOptions.contains($0.name) }) {
      throw Self.ofOneRun("--\(option.name)")
    }
    let own = line.own
    if let option = Self.ofRun.first(where: { Self.has($0, in: own) }) {
      throw Self.ofOneRun(option)
    }
    guard case .command(let type) = try NamedCommand(own[...]).kind,
      type is any FieldsCommand.Type
    else {
      throw CommandError(
        .usage,
        "found \(WordQuoting.line(Array(own.prefix(2)))), expected a command that takes rows from a file",
        remedy: "e.g. payment post, read add or customer set")
    }
    let run = self.words + ["--from", "-"]
    _ = try Invocation(run)
    guard HistoryRetention(run, isSplit: true) != .never else {
      throw CommandError(
        .usage, "the command may hold a secret, which is not saved",
        remedy: "give it when you import a file, in a column of the file")
    }
  }

  /// - Parameter path: of the file that has the text.
  init(_ text: String, at path: String) throws {
    do {
      try self.init(checking: Self.words(of: text))
    } catch {
      throw CommandError(
        .configuration, "\(path) is not a saved import: \(ExitStatus.explaining(error).message)",
        remedy: "correct it, or save it again with `import save`")
    }
  }

  private static func ofOneRun(_ option: String) -> CommandError {
    CommandError(
      .usage, "\(option) is for one run, and is not saved", remedy: "give it when you import a file"
    )
  }

  /// A day after `--from` is no file, and may be the same for every file.
  private static func has(_ option: String, in words: [String]) -> Bool {
    OptionInWords(option, in: words) { option != "--from" || !OperationFields.isDay($0 ?? "") }
      != nil
  }

  /// One command, which may go on in a next line behind a backslash.
  private static func words(of text: String) throws -> [String] {
    var splitter = LineSplitter()
    var lines = text.trimmed.split(separator: "\n")[...]
    var goesOn: Bool? = true
    while goesOn == true, let line = lines.popFirst() { goesOn = try? splitter.take(String(line)) }
    guard goesOn == false, lines.isEmpty, !splitter.words.isEmpty else {
      throw CommandError(.usage, "expected one command, found another text", remedy: "")
    }
    return splitter.words
  }
}
