import Engines
import Values

/// Why a row that had a secret is not restored: the journal does not keep secrets.
extension Undo {
  func secretGone(_ line: JournalLine, from table: Table) throws -> Rejection {
    let secret: String
    let remedy: String
    if table === EFTBankAccount.table {
      let account = try account(of: try line.key(in: table)[0])
      secret = "bank account number" + (account.map { " of account \($0)" } ?? "")
      remedy = "enroll again with `eft enroll \(account.map { "\(word: $0)" } ?? "ACCOUNT")`"
    } else if table === PortalIdentity.table {
      let email = try email(of: line)
      secret = "password of " + (email.map { "user \($0)" } ?? "a user")
      remedy = "the user chooses another with `user reset-password \(word: email ?? "EMAIL")`"
    } else if table === PortalSession.table {
      secret = "token of a portal session"
      remedy = "the user signs in again"
    } else {
      secret = "secret of \(line.record)"
      remedy = "set it again with the command that set it"
    }
    return Rejection(
      .notUndoable, found: "the \(secret), which the journal does not keep",
      expected: "a change that removed nothing secret", remedy: remedy)
  }

  /// The account that was enrolled with a bank account.
  private func account(of bankAccount: Datum) throws -> AccountNumber? {
    let table = EFTEnrollment.table
    var last: Int64 = 0
    while true {
      let lines = try JournalLine.page(of: change, after: last, on: connection)
      guard let end = lines.last else { return nil }
      for line in lines where line.tableName == table.name {
        guard try cell(EFTEnrollment.bankAccount.info, of: line, in: table) == bankAccount,
          let account = try cell(EFTEnrollment.account.info, of: line, in: table)
        else { continue }
        return AccountNumber(account)
      }
      last = end.number
    }
  }

  private func email(of line: JournalLine) throws -> String? {
    guard let user = try cell(PortalIdentity.user.info, of: line, in: PortalIdentity.table),
      let row = try User.table.row([user], on: connection)
    else { return nil }
    return Row<User>(values: row)[User.email].text
  }

  /// A cell as it was before the line, which keeps only what it wrote.
  private func cell(_ column: ColumnInfo, of line: JournalLine, in table: Table) throws -> Datum? {
    let written = try line.cells(line.before, in: table).first { $0.0.index == column.index }
    if let written { return written.1 }
    return try table.row(try line.key(in: table), on: connection)?[column.index]
  }
}
