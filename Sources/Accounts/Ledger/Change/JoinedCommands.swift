extension Author {
  /// Adds a command to an open change.
  /// - Parameter isFirst: nothing was changed before it, so that it stands alone.
  mutating func goOn(with next: Author, isFirst: Bool) {
    command = isFirst ? next.command : Self.joined(command, next.command)
    if let next = next.reason {
      if isFirst { reason = nil }
      add(reason: next)
    }
  }

  /// One more reason, of another command.
  mutating func add(reason next: String) { reason = reason.map { "\($0); \(next)" } ?? next }

  private static func joined(_ commands: String, _ next: String) -> String {
    guard commands.utf8.count < mostJoined else {
      return commands.hasSuffix("…") ? commands : commands + "; …"
    }
    return commands + "; " + next
  }

  /// A script of a thousand commands does not fill the journal with them.
  private static let mostJoined = 4000
}

extension ChangeTransaction {
  /// Another command goes on with the change: the journal names both, and nothing that the one before
  /// it accepted holds for it.
  func goOn(with next: Author) {
    author.goOn(with: next, isFirst: writtenRows == 0)
    journal?.author = author
    reasons.goOn(with: next)
    books.acceptsUnusual = false
    books.rowWasRejected = false
    books.earlierRuns = []
    books.repeats = .note
    books.isPlan = false
    books.forget()
  }

  /// Why the whole change is made, where that shows only at the end.
  func add(reason: String) {
    author.add(reason: reason)
    journal?.author = author
  }
}
