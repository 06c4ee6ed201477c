/// What is masked is shown whole: who asked is put into the journal, as a change without rows.
extension Store {
  /// Personal data; the command line tells whose. Answers the number of the change.
  @discardableResult
  public func recordRevelation(_ author: Author) throws -> Int64? {
    try change(by: author) { change in
      try change.openJournal()
      return .commit(())
    }.number
  }

  public func revealBankAccount(of account: AccountNumber, author: Author) throws -> String {
    try change(by: author) { change in
      let row = try change.books.enrollment(of: account)
      let number = try change.books.openBankAccount(
        row[EFTEnrollment.bankAccount], of: account)
      try change.openJournal()
      return .commit(number)
    }.value
  }
}
