import Accounts
import Glibc

/// `ubadmin complete SHELL …`: what the completion scripts of the shells call. It only reads, and
/// has nothing to say of anything that is wrong.
enum ShellCompletion: String {
  case bash, zsh, fish

  static let name = "complete"
  /// A server that does not answer must not hold up anyone who types.
  private static let patience: UInt32 = 400_000

  static func run(_ words: [String], in session: Session) throws -> ExitStatus {
    guard words.count > 2, let shell = Self(rawValue: words[1]) else { return .usage }
    if session.ownsProcess {
      _ = WorkThread.start {
        usleep(patience)
        _exit(0)
      }
    }
    let context = CommandContext(
      session, name: name, words: [], options: GlobalOptions(), scripts: RunningScripts())
    let lines = shell.answer(Array(words[2...])) { before, typed in
      // Zsh completes files itself; fish would quote the sign.
      Completer(
        source: StoreSource(context, beforeCursor: before),
        home: shell == .bash ? session.environment["HOME"] : nil
      ).suggestions(after: before, typed: typed)
    }
    for line in lines { session.output.append(line + "\n") }
    try session.output.flush()
    return .done
  }

  private typealias Asking = (_ before: [String], _ typed: String) -> Suggestions

  private func answer(_ words: [String], _ ask: Asking) -> [String] {
    switch self {
    case .bash: Self.bash(words, ask)
    case .zsh: Self.zsh(words, ask)
    case .fish: Self.fish(words[0], ask)
    }
  }

  /// Of the line up to the cursor, the part of it that is replaced, and COMP_TYPE: all candidates
  /// are written as they are to stand in the line. The first line is an option of `compopt`.
  private static func bash(_ words: [String], _ ask: Asking) -> [String] {
    let line = Array(words[0].utf8)
    let replaced = words.count > 1 && words[0].hasSuffix(words[1]) ? words[1].utf8.count : 0
    let completion = Completion(
      of: line, from: line.count - replaced, to: line.count, after: LineSplitter(),
      quoting: .bash
    ) { before, typed in ask(Array(before.dropFirst()), typed) }
    guard let completion else { return [""] }
    let option = completion.goesOn ? "nospace" : ""
    let isMenu = words.count > 2 && menus.contains(words[2])
    guard completion.candidates.count > 1, !isMenu else { return [option] + completion.candidates }
    // Bash replaces what is typed with all that the candidates share.
    let typed = completion.common + "  "
    let rest = completion.beginAsTyped ? [] : [typed + "\(completion.candidates.count) found"]
    return [option] + completion.shown + rest
  }

  /// COMP_TYPE where each candidate is put in the line in its turn, or all of them are.
  private static let menus = ["37", "42"]

  /// Of the words without quotes, the last one up to the cursor; zsh quotes what it inserts, and
  /// knows files better.
  private static func zsh(_ words: [String], _ ask: Asking) -> [String] {
    let typed = words.last ?? ""
    let found = ask(Array(words.dropLast()), typed)
    if found.namesFiles { return ["files"] + table(found.list.filter { !$0.meaning.isEmpty }) }
    let isKept = found.list.count < 2 || found.list.allSatisfy { $0.value.hasPrefix(typed) }
    return [isKept ? "words" : "others"] + table(found.counting(typed))
  }

  /// Of the line up to the cursor. Fish drops the rest where some begin with the typed word, and else
  /// what has that word nowhere in its description.
  private static func fish(_ line: String, _ ask: Asking) -> [String] {
    var splitter = LineSplitter()
    splitter.scan(line.utf8)
    let typed = String(decoding: splitter.word, as: UTF8.self)
    return table(
      ask(Array(splitter.words.dropFirst()), typed).counting("…").map { found in
        let isKept =
          found.value.hasPrefix(typed) || found.meaning.lowercased().contains(typed.lowercased())
        return isKept
          ? found : .init(value: found.value, meaning: "\(found.meaning) (\(typed))")
      })
  }

  private static func table(_ list: [Suggestions.Suggestion]) -> [String] {
    list.filter { !$0.value.isEmpty && ($0.value + $0.meaning).utf8.allSatisfy { $0 >= 0x20 } }
      .map { $0.meaning.isEmpty ? $0.value : "\($0.value)\t\($0.meaning)" }
  }
}
