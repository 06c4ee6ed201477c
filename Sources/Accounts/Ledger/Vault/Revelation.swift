import Values

/// What is masked is shown whole: who asked is put into the journal, as a change without rows.
extension Store {
  /// Personal data; the command line tells whose. Answers the number of the change.
  @discardableResult
  package func recordRevelation(_ author: Author) throws -> Int64? {
    try change(by: author) { change in
      try change.openJournal()
      return .commit(())
    }.number
  }
}
