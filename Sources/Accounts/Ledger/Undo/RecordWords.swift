import Engines
import Values

/// Records as people call them: `enrollment 1`.
extension Table {
  /// `responsible customer`, for a table that has another name.
  static func words(_ name: String) -> String {
    named[name] ?? name.replacing("_", with: " ")
  }

  private static let named = [
    AccountCustomer.table.name: "responsible customer", EFTEnrollment.table.name: "enrollment",
    EFTFile.table.name: "bank file", EFTEntry.table.name: "bank file entry",
    EFTBankAccount.table.name: "bank account", User.table.name: "user",
    OutboxMessage.table.name: "mail",
  ]
}

extension JournalLine {
  var record: String { Table.words(tableName) + " " + key }

  /// - Parameter row: as it is now, which tells more than its number.
  func place(_ row: [Datum]?) -> String {
    guard tableName == EFTEnrollment.table.name, let row else { return record }
    return "\(record) of account \(Row<EFTEnrollment>(values: row)[EFTEnrollment.account])"
  }
}

extension ColumnInfo {
  /// Whether its numbers are the store's own, which nobody has seen.
  var isInternalNumber: Bool {
    references.map { !$0().columns[0].type.isText && $0().columns.contains { $0.type == .secret } }
      ?? false
  }

  /// `last four`
  var words: String { name.replacing("_", with: " ") }
}
