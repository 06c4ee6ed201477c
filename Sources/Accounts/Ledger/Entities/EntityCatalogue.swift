package import Engines

/// Every table that operations change, parents before their children.
package enum EntityCatalogue {
  package static let tables: [Table] = [
    StoredSetting.table, Customer.table, Location.table, Account.table, AccountCustomer.table,
    ServiceType.table, Service.table, Suspension.table, Meter.table, MeterInstall.table,
    Read.table, Consumption.table,
    Bill.table, BillLine.table, Payment.table,
    EFTBankAccount.table, EFTEnrollment.table, EFTFile.table, EFTEntry.table,
    User.table, PortalIdentity.table, Token.table, Registration.table, PortalSession.table,
    SignInAttempt.table, Link.table, OutboxMessage.table,
    DeliveryPreference.table, DeliveryEvent.table,
    Operator.table,
    Announcement.table, Request.table, RequestMessage.table, Note.table,
  ]

  /// Columns that hold the key of another table's row.
  static let references: [Reference] = tables.flatMap { table in
    table.columns.compactMap { column in
      column.references.map { Reference(child: table, column: column, parent: $0()) }
    }
  }

  static let byName = Dictionary(
    uniqueKeysWithValues: tables.map { ($0.name, $0) })

  static func references(of table: Table) -> [Reference] {
    references.filter { $0.child === table }
  }

  static func references(to table: Table) -> [Reference] {
    references.filter { $0.parent === table }
  }
}

extension Table {
  /// The table of that name, as the journal has it; nil where this program knows none.
  package static func named(_ name: String) -> Table? { EntityCatalogue.byName[name] }
}

/// A column whose value is the key of a row in another table.
struct Reference: Sendable {
  let child: Table
  let column: ColumnInfo
  let parent: Table
  /// Keys of a row that refers to the argument.
  let firstChild: Statement

  init(child: Table, column: ColumnInfo, parent: Table) {
    self.child = child
    self.column = column
    self.parent = parent
    let keys = child.columns[0..<child.keyCount].map(\.name).joined(separator: ", ")
    firstChild = Statement(
      "SELECT \(keys) FROM \(child.name) WHERE \(column.name) = ? LIMIT 1")
  }
}
