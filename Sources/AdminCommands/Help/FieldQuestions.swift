import Accounts

/// Fields that a command cannot do without, asked for one by one at a terminal. An answer that is wrong
/// is told, and asked for again.
struct FieldQuestions {
  let context: CommandContext
  let type: any Operation.Type
  static let attempts = 3

  /// - Parameter texts: fields whose text is in a file.
  func filled(_ words: [[UInt8]?], texts: Set<Int>) throws -> [[UInt8]?] {
    var words = words
    guard context.mayAsk else { return words }
    var hasAsked = false
    for (index, field) in type.fields.enumerated() {
      // Whoever is asked is also asked for the day, which would otherwise be today.
      guard field.isRequired || (hasAsked && field.isTodayByDefault), field.place != .secret,
        words[index] == nil, !texts.contains(index)
      else { continue }
      if !hasAsked { try refuseTyped(words) }
      hasAsked = true
      // An empty answer asks no further; what is missing is told as ever.
      if try !ask(for: index, &words), field.isRequired { return words }
    }
    if let index = try missing(from: words), !texts.contains(index) {
      _ = try ask(for: index, &words)
    }
    return words
  }

  /// Throws what is wrong with what was typed: do not ask questions if the command will be refused anyway.
  private func refuseTyped(_ words: [[UInt8]?]) throws {
    for index in words.indices where words[index] != nil {
      if let fault = try fault(at: index, of: words) { throw fault }
    }
  }

  /// The field that the operation misses where one of several is enough, as a customer's name, or where
  /// another makes it needed, as the address of bills by e-mail.
  private func missing(from words: [[UInt8]?]) throws -> Int? {
    guard !type.isSlow, !type.countsGuesses,
      !type.fields.contains(where: { $0.place == .secret }),
      let store = try? context.store(.write), let refusal = try refusal(of: words, on: store),
      refusal.code == .required
    else { return nil }
    return type.fields.firstIndex { $0.name == refusal.field }
      .flatMap { words[$0] == nil ? $0 : nil }
  }

  /// Why the words are no operation, or what the rule says of it.
  private func refusal(of words: [[UInt8]?], on store: Store) throws -> Rejection? {
    let words = DayFields(type.fields, today: store.today).filled(words)
    do throws(Rejection) {
      let operation = try FurtherFaults(type, secrets: context.session.secrets)
        .reader(words).operation()
      return try? store.books().refusal(of: operation)
    } catch {
      return error
    }
  }

  /// False where nothing was answered.
  private func ask(for index: Int, _ words: inout [[UInt8]?]) throws -> Bool {
    guard let answer = try soundAnswer(at: index, &words) else { return false }
    let field = type.fields[index]
    context.add(typed: field.place == .argument ? [answer] : ["--\(field.name)", answer])
    return true
  }

  /// Nil if nothing was answered. Throws what is wrong with the last attempt.
  private func soundAnswer(at index: Int, _ words: inout [[UInt8]?]) throws -> String? {
    var attempts = 0
    while true {
      words[index] = nil
      guard let answer = try answer(type.fields[index]) else { return nil }
      words[index] = Array(answer.utf8)
      guard let fault = try fault(at: index, of: words) else { return answer }
      attempts += 1
      guard attempts < Self.attempts else { throw fault }
      context.session.say(fault)
    }
  }

  /// What is wrong with a word, by itself or together with those before it.
  private func fault(at index: Int, of words: [[UInt8]?]) throws -> Rejection? {
    let further = FurtherFaults(type, secrets: context.session.secrets)
    let store = try? context.store(.write)
    var words = words
    if let today = store?.today {
      // A day may be answered in words, as it may be typed.
      words = DayFields(type.fields, today: today).filled(words) { [words] in words[$0] == nil }
    }
    if let fault = further.faultOfWord(at: index, of: words) { return fault }
    guard let store else { return nil }
    return try further.faultOfRecord(at: index, of: words, in: store.books())
  }

  private func answer(_ field: FieldInfo) throws -> String? {
    let option = field.place == .option ? ["--\(field.name)"] : []
    return try TerminalQuestion(
      context: context, name: field.name, help: field.help, before: context.typed + option
    ).answer(example: field.help.contains("e.g.") ? nil : FieldExample.answer(field))
  }
}
