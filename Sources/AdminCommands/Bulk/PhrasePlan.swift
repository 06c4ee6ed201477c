import Accounts
import Reports

extension CommandContext {
  /// A dry run as it is shown: in words to people, unless they ask for tables and fields; by fields to
  /// programs.
  func shownPlan(on store: @autoclosure () throws -> Store) throws -> any ShownPlan {
    let asksForTable =
      options.verbose || options.fields != nil || options.sort != nil || options.limit != nil
      || options.layout != nil
    guard try format == .table, !asksForTable else { return try PlanOutput(self) }
    return try PhrasePlan(ChangePhrases(self, try store()), self)
  }
}

/// A dry run in words: what each command or row of a file would change, in one line where it fits. Those of
/// a file begin with a sign, as a table's do, and end with their totals.
private final class PhrasePlan: ShownPlan {
  private let phrases: ChangePhrases
  private let answer: OpenLines
  /// Of a file; nil as long as nothing comes from one.
  private var totals: PlanTotals?

  init(_ phrases: ChangePhrases, _ context: CommandContext) throws {
    self.phrases = phrases
    answer = try context.openLines()
  }

  func add(_ row: PlannedRow) throws {
    let phrases = phrases.words(of: row.performed.changes)
    guard let line = row.line else { return try add(phrases) }
    totals = totals ?? PlanTotals()
    totals?.add(phrases)
    let lead = "line \(line): "
    let joined = lead + phrases.map(\.text).joined(separator: "; ")
    let actions = Set(phrases.map(\.action))
    if let action = actions.first, actions.count == 1, joined.count <= Self.longest {
      return try answer.add("\(action.sign) \(joined)")
    }
    for (index, phrase) in phrases.enumerated() {
      try answer.add("\(phrase.action.sign) \(index == 0 ? lead : "  ")\(phrase.text)")
    }
  }

  /// Those of one command.
  private func add(_ phrases: [ChangePhrase]) throws {
    let texts = phrases.map(\.text)
    let joined = texts.joined(separator: "; ")
    for text in joined.count > Self.longest ? texts : [joined] where !text.isEmpty {
      try answer.add(text)
    }
  }

  func add(change: RowChange) throws {
    for phrase in phrases.words(of: [change]) { try answer.add(phrase.text) }
  }

  private static let longest = 100

  func finish() throws {
    if let totals { try answer.add(totals.summary) }
    try answer.finish()
  }

  func discard() { answer.discard() }
}

/// How many records the rows of a file would add, change and remove.
private struct PlanTotals {
  private var counts: [RowChange.Action: Int] = [:]

  mutating func add(_ phrases: [ChangePhrase]) {
    for phrase in phrases { counts[phrase.action, default: 0] += 1 }
  }

  /// `total: 2 added (+), 1 changed (~), 0 removed (-)`
  var summary: String {
    let all: [(action: RowChange.Action, word: String)] = [
      (.insert, "added"), (.update, "changed"), (.delete, "removed"),
    ]
    return "total: "
      + all.map { "\(counts[$0.action] ?? 0) \($0.word) (\($0.action.sign))" }
      .joined(separator: ", ")
  }
}
