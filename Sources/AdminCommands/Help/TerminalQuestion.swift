import Accounts
import Glibc

extension CommandContext {
  /// Whether somebody at a terminal answers. Nobody is asked by a script, nor where --no-input says so.
  var mayAsk: Bool {
    session.terminal.inputIsTerminal && session.terminal.errorIsTerminal && !options.noInput
      && !options.messagesAreJSON && session.prompt?.isScript != true
  }
}

/// One question at a terminal, behind a list of what may be answered where that is short.
struct TerminalQuestion {
  let context: CommandContext
  let name: String
  let help: String
  /// The words of the line before the answer.
  let before: [String]

  private var completer: Completer {
    Completer(source: StoreSource(context, beforeCursor: before), offersEnded: true)
  }

  /// Nil if nothing was answered. Throws if the input ended: anyone who leaves wants nothing done.
  func answer(example: String?) throws -> String? {
    let found = completer.suggestions(after: before, typed: "")
    let isShort =
      found.others == .none && !found.namesFiles && found.list.count <= Suggestions.most
      && found.list.allSatisfy { !$0.value.hasPrefix("-") }
    return try answer(among: isShort ? found.list : [], example: example)
  }

  private func answer(
    among choices: [Suggestions.Suggestion], example: String?, enter: String = ""
  ) throws -> String? {
    // A record's number that is a place in the list, too, would be mistaken for the other.
    let isNumbered = !choices.contains {
      Self.place($0.value).map(choices.indices.contains) ?? false
    }
    for (number, choice) in choices.enumerated() {
      let meaning = choice.meaning.isEmpty ? "" : "  \(choice.meaning)"
      context.session.say((isNumbered ? "  \(number + 1)" : "") + "  \(choice.value)\(meaning)")
    }
    let hint =
      if choices.isEmpty {
        example.map { ", e.g. \($0)" } ?? ""
      } else {
        (isNumbered ? ", or a number from the list" : "") + enter
      }
    PromptLine.write("\(name) (\(help)\(hint)): ", to: STDERR_FILENO)
    guard let typed = try PromptLine.answer(STDIN_FILENO, unless: { SignalInbox.asksToStop }) else {
      PromptLine.write("\n", to: STDERR_FILENO)
      throw CommandError(
        .usage, "\(name): the input ended without an answer; nothing was changed")
    }
    let answer = String(typed.trimmed)
    guard !answer.isEmpty else { return nil }
    if choices.contains(where: { $0.value == answer }) { return answer }
    if isNumbered, let place = Self.place(answer), choices.indices.contains(place) {
      return choices[place].value
    }
    return try meant(answer)
  }

  /// The place that a bare number has in a list from 1: `+3` is a day.
  private static func place(_ answer: String) -> Int? {
    guard answer.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(answer).map { $0 - 1 }
  }

  /// `sew` is SEWER, and a name is the one record of today that has it, letter for letter. Of others, also of
  /// the one that was perhaps meant, one is picked; nil if none is.
  private func meant(_ answer: String) throws -> String? {
    let found = completer.suggestions(after: before, typed: answer)
    guard !found.namesFiles, let first = found.list.first,
      !found.list.contains(where: { $0.value == answer })
    else { return answer }
    if takesShortForms {
      return found.others == .none && found.list.count == 1 ? first.value : answer
    }
    guard namesRecords, answer.contains(where: \.isLetter) else { return answer }
    let today = found.list.filter { !$0.isEnded }
    guard let only = today.first else {
      for ended in found.list { context.session.say("  \(ended.value)  \(ended.meaning)") }
      context.session.say(
        "\(answer) is a past record: to use it anyway, type its number")
      return answer
    }
    if today.count == 1, found.others == .none, only.isExact {
      context.session.say("  \(only.value)  \(only.meaning)")
      return only.value
    }
    context.session.say("Did you mean \(today.count == 1 ? "this" : "one of these")?")
    if found.others != .none { context.session.say("  … \(found.others.phrase), not shown") }
    return try self.answer(among: today, example: nil, enter: "; Enter changes nothing")
  }

  private var subject: WordSubject {
    let line = CompletionLine(before, typed: "")
    return switch line.place {
    case .argument(let slot, let index): WordSubject(slot, index: index, in: line)
    case .value(let slot, _): WordSubject(slot, index: nil, in: line)
    default: .nothing
    }
  }

  private var takesShortForms: Bool {
    switch subject {
    case .choice, .setting, .record(.service), .record(.serviceType): true
    default: false
    }
  }

  private var namesRecords: Bool {
    if case .record = subject { true } else { false }
  }
}
