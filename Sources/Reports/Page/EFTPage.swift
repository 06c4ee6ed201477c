package import Accounts

extension Page {
  /// An account's automatic payments, and the outcome of them.
  /// - Parameter revealed: the whole number, where somebody who may asked for it.
  package static func eft(
    _ account: AccountNumber, revealed: String?, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    _ = try store.books().known(Account.self, account)
    let dialect = store.dialect
    let list = Report.enrollments(accounts: [account.text], asOf: day, dialect: dialect)
    let table = try store.table("enrollments", title: "Enrollments", list, limit: 10)
    guard let row = table.rows.first else { throw Rejection.notEnrolled(account) }
    var fields = zip(table.columns, row).map { column, value in
      PageField(column.name.replacing("-", with: "_"), label: column.title, value)
    }
    if let revealed {
      fields = fields.map { field in
        field.name == "bank_account"
          ? PageField(field.name, label: field.label, .text(revealed)) : field
      }
    }
    return Page(
      title: "Automatic payments of account \(account)",
      sections: [
        .fields(fields),
        .table(
          try store.table("entries", title: "Sent to the bank", .bankEntries(of: account))),
      ])
  }
}
