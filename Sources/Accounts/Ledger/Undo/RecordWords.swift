import Engines
import Values

/// Records as people call them: `enrollment 1`.
extension Table {
  /// `responsible customer`, for a table that has another name.
  static func words(_ name: String) -> String {
    named[name] ?? name.replacing("_", with: " ")
  }

  /// What the store says of a row that it refuses, with the names that people know.
  /// - Parameter name: the row's table.
  static func words(in message: String, of name: String?) -> String {
    message.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let start = word.drop { "(".contains($0) }
      let end = start.reversed().prefix { "),".contains($0) }.count
      let core = start.dropLast(end)
      guard core.contains(where: { "_.".contains($0) }) else { return String(word) }
      return word.prefix(word.count - start.count) + known(core, in: name) + start.suffix(end)
    }.joined(separator: " ")
  }

  /// `service_type.name`, or a name of the table's own.
  private static func known(_ words: Substring, in name: String?) -> String {
    let parts = words.split(separator: ".").map(String.init)
    let place = parts.count == 2 ? parts[0] : name
    let column = place.flatMap { Table.named($0) }?.columns.first {
      $0.name == parts.last
    }
    guard let column else { return String(words).replacing("_", with: " ") }
    return column.words + (parts.count == 2 ? " of \(Self.words(parts[0]))" : "")
  }

  private static let named = [
    AccountCustomer.table.name: "responsible customer", EFTEnrollment.table.name: "enrollment",
    EFTFile.table.name: "bank file", EFTEntry.table.name: "bank file entry",
    EFTBankAccount.table.name: "bank account", User.table.name: "user",
    OutboxMessage.table.name: "mail", PortalIdentity.table.name: "sign-in method",
    Token.table.name: "mail link",
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
  /// Whether its numbers are internal, and shown nowhere.
  var isInternalNumber: Bool {
    references.map { !$0().columns[0].type.isText && $0().columns.contains { $0.type == .secret } }
      ?? false
  }

  /// Its label within a sentence: `customer ID`, but `MXU`, and `“To”` of days that have no noun.
  var words: String {
    if type == .date, !label.hasSuffix("date") {
      return "“\(label.hasSuffix(" on") ? label.dropLast(3) : label[...])”"
    }
    let rest = label.dropFirst()
    return rest.first?.isUppercase == true ? label : label.prefix(1).lowercased() + rest
  }
}
