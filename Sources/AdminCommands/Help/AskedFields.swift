import Accounts
import Glibc

/// Fields that a command cannot do without, asked for one by one at a terminal. An answer that is wrong
/// is told, and asked for again.
struct AskedFields {
  let context: CommandContext
  let type: any Operation.Type
  private static let attempts = 3

  /// Nobody is asked by a script, nor where --no-input says so.
  private var canAsk: Bool {
    let terminal = context.session.terminal
    return terminal.inputIsTerminal && terminal.wordsIsTerminal && !context.options.noInput
      && !context.options.messagesAreJSON && context.session.prompt?.isScript != true
  }

  /// - Parameter texts: fields whose text is in a file.
  func filled(_ words: [[UInt8]?], texts: Set<Int>) throws -> [[UInt8]?] {
    var words = words
    guard canAsk else { return words }
    var hasAsked = false
    for (index, field) in type.fields.enumerated() {
      // Whoever is asked is also asked for the day, which would otherwise be today.
      guard field.isRequired || (hasAsked && field.isTodayByDefault), field.place != .secret,
        words[index] == nil, !texts.contains(index)
      else { continue }
      hasAsked = true
      // An empty answer asks no further; what is missing is told as ever.
      if try !ask(for: index, &words), field.isRequired { return words }
    }
    if let index = try missing(from: words), !texts.contains(index) {
      _ = try ask(for: index, &words)
    }
    return words
  }

  /// The field that the operation misses where one of several is enough, as a customer's name.
  private func missing(from words: [[UInt8]?]) throws -> Int? {
    guard !type.isSlow, !type.fields.contains(where: { $0.place == .secret }),
      let operation = try? FurtherFaults(type, secrets: context.session.secrets)
        .reader(words).operation(),
      let store = try? context.store(.write),
      let rejection = try store.books().refusal(of: operation), rejection.isMissing
    else { return nil }
    return type.fields.firstIndex { $0.name == rejection.field }
  }

  /// False where nothing was answered.
  private func ask(for index: Int, _ words: inout [[UInt8]?]) throws -> Bool {
    guard let answer = try soundAnswer(at: index, &words) else { return false }
    let field = type.fields[index]
    context.add(typed: field.place == .argument ? [answer] : ["--\(field.name)", answer])
    return true
  }

  /// Nil where nothing was answered. Throws what is wrong with the last attempt.
  private func soundAnswer(at index: Int, _ words: inout [[UInt8]?]) throws -> String? {
    var attempts = 0
    while true {
      words[index] = nil
      guard let answer = try answer(type.fields[index]) else { return nil }
      words[index] = Array(answer.utf8)
      guard let fault = try fault(at: index, of: words) else { return answer }
      attempts += 1
      guard attempts < Self.attempts else { throw fault }
      context.session.say(fault.words)
      if !fault.meantRemedy.isEmpty { context.session.say("  " + fault.meantRemedy) }
    }
  }

  /// What is wrong with a word, by itself or together with those before it.
  private func fault(at index: Int, of words: [[UInt8]?]) throws -> Rejection? {
    let further = FurtherFaults(type, secrets: context.session.secrets)
    if let fault = further.faultOfWord(at: index, of: words) { return fault }
    guard let store = try? context.store(.write) else { return nil }
    return try further.faultOfRecord(at: index, of: words, in: store.books())
  }

  private func answer(_ field: FieldInfo) throws -> String? {
    let choices = choices(field)
    for (number, choice) in choices.enumerated() {
      let meaning = choice.meaning.isEmpty ? "" : "  \(choice.meaning)"
      context.session.say("  \(number + 1)  \(choice.value)\(meaning)")
    }
    let example =
      field.help.contains("e.g.") ? nil : FieldExample.answer(field).map { ", e.g. \($0)" }
    let hint = choices.isEmpty ? example ?? "" : ", or a number of the list"
    PromptLine.write("\(field.name) (\(field.help)\(hint)): ", to: STDERR_FILENO)
    let typed = try PromptLine.read(STDIN_FILENO, unless: { SignalInbox.asksToStop })
    guard let answer = typed.map({ String($0.trimmed) }), !answer.isEmpty else { return nil }
    guard let number = Int(answer), choices.indices.contains(number - 1),
      !choices.contains(where: { $0.value == answer })
    else { return answer }
    return choices[number - 1].value
  }

  /// What TAB offers there, where it is few.
  private func choices(_ field: FieldInfo) -> [Suggestions.Suggestion] {
    var before = context.typed
    if field.place == .option { before.append("--\(field.name)") }
    let found = Completer(source: StoreSource(context, beforeCursor: before))
      .suggestions(after: before, typed: "")
    guard found.more == 0, !found.namesFiles, found.list.count <= Suggestions.most,
      found.list.allSatisfy({ !$0.value.hasPrefix("-") })
    else { return [] }
    return found.list
  }
}
