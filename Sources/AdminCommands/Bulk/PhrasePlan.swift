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

/// A dry run in words: what each command or row of a file would change, in one line where it fits.
private final class PhrasePlan: ShownPlan {
  private let phrases: ChangePhrases
  private let answer: OpenLines

  init(_ phrases: ChangePhrases, _ context: CommandContext) throws {
    self.phrases = phrases
    answer = try context.openLines()
  }

  func add(_ row: PlannedRow) throws {
    let words = phrases.words(of: row.performed.changes)
    guard !words.isEmpty else { return }
    let lead = row.line.map { "line \($0): " } ?? ""
    let joined = lead + words.joined(separator: "; ")
    guard joined.count > Self.longest, words.count > 1 else { return try answer.add(joined) }
    for (index, text) in words.enumerated() {
      try answer.add((index == 0 || row.line == nil ? lead : "  ") + text)
    }
  }

  func add(change: RowChange) throws {
    for text in phrases.words(of: [change]) { try answer.add(text) }
  }

  private static let longest = 100

  func finish() throws { try answer.finish() }

  func discard() { answer.discard() }
}
