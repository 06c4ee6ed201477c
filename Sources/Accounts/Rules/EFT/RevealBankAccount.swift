package import Ledger
package import Values

/// A bank account is shown whole: who asked is put into the journal.
extension Store {
  package func revealBankAccount(of account: AccountNumber, author: Author) throws -> String {
    try change(by: author) { change in
      let row = try change.books.enrollment(of: account)
      let number = try change.books.openBankAccount(
        row[EFTEnrollment.bankAccount], of: account)
      try change.openJournal()
      return .commit(number)
    }.value
  }
}
