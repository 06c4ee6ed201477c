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

  /// - Parameter row: as it is now, which tells more than a number that is the store's own.
  static func phrase(_ name: String, _ key: String, _ row: [Datum]?) -> String {
    let record = words(name) + " " + key
    guard let row else { return record }
    switch name {
    case Service.table.name:
      let service = Row<Service>(values: row)
      return "service \(service[Service.code]) of account \(service[Service.account])"
    case AccountCustomer.table.name:
      let holder = Row<AccountCustomer>(values: row)
      return "the responsibility of customer \(holder[AccountCustomer.cid]) for account "
        + "\(holder[AccountCustomer.account])"
    case EFTEnrollment.table.name:
      return "\(record) of account \(Row<EFTEnrollment>(values: row)[EFTEnrollment.account])"
    case DeliveryPreference.table.name:
      let account = Row<DeliveryPreference>(values: row)[DeliveryPreference.account]
      return "the bill delivery of account \(account)"
    case Link.table.name:
      return "a portal link to account \(Row<Link>(values: row)[Link.account])"
    case MeterInstall.table.name:
      return "the installation of meter \(Row<MeterInstall>(values: row)[MeterInstall.meter])"
    case Consumption.table.name:
      let period = Row<Consumption>(values: row)
      return "the consumption of meter \(period[Consumption.meter]) until "
        + "\(period[Consumption.toOn])"
    default: return record
    }
  }
}

extension JournalLine {
  var record: String { place(nil) }

  /// - Parameter row: as it is now.
  func place(_ row: [Datum]?) -> String { Table.phrase(tableName, key, row) }
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
