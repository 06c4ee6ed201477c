/// What is masked is shown whole: who asked is put into the journal, as a change without rows.
extension Store {
  /// Personal data; the command line tells whose.
  public func recordRevelation(_ author: Author) throws {
    let change = try beginChange(author)
    do {
      try change.openJournal()
      try change.commit()
    } catch {
      change.rollback()
      throw error
    }
  }

  public func revealBankAccount(of account: AccountNumber, author: Author) throws -> String {
    let change = try beginChange(author)
    do {
      let row = try change.books.enrollment(of: account)
      let number = try change.books.openBankAccount(
        row[EFTEnrollment.bankAccount], of: account)
      try change.openJournal()
      try change.commit()
      return number
    } catch {
      change.rollback()
      throw error
    }
  }
}
