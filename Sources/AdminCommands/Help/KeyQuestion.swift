import Accounts

/// Asks for the record to show, or the plan to apply, if the line names none.
enum KeyQuestion {
  /// Nil if nobody can be asked, nothing was answered, or that is not what the line lacks.
  static func filled(
    _ words: [String], in session: Session, within scripts: RunningScripts
  ) throws -> [String]? {
    let typed = TypedLine(words)
    let line = CompletionLine(words, typed: "")
    guard typed.request == nil, let options = try? typed.options(),
      line.command?.asksForKey == true, line.argumentPlaces.isEmpty,
      let slot = line.slots?.arguments.first, (try? Invocation(words + ["1"])) != nil
    else { return nil }
    let context = CommandContext(
      session, name: line.path.joined(separator: " "), words: words, options: options,
      scripts: scripts)
    guard context.mayAsk,
      let key = try TerminalQuestion(
        context: context, name: slot.name, help: slot.help, before: words
      )
      .answer(example: nil)
    else { return nil }
    return words + [key]
  }
}
