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

  /// Columns that hold the key of another table's row; the migrations say the same.
  static let references: [Reference] = [
    Reference(Account.location, to: Location.table),
    Reference(AccountCustomer.account, to: Account.table),
    Reference(AccountCustomer.cid, to: Customer.table),
    Reference(Service.account, to: Account.table),
    Reference(Service.code, to: ServiceType.table),
    Reference(Suspension.service, to: Service.table),
    Reference(Meter.code, to: ServiceType.table),
    Reference(MeterInstall.meter, to: Meter.table),
    Reference(MeterInstall.service, to: Service.table),
    Reference(Read.meter, to: Meter.table),
    Reference(Consumption.service, to: Service.table),
    Reference(Bill.account, to: Account.table),
    Reference(BillLine.bill, to: Bill.table),
    Reference(BillLine.code, to: ServiceType.table),
    Reference(Payment.account, to: Account.table),
    Reference(Payment.bill, to: Bill.table),
    Reference(EFTEnrollment.account, to: Account.table),
    Reference(EFTEnrollment.cid, to: Customer.table),
    Reference(EFTEnrollment.bankAccount, to: EFTBankAccount.table),
    Reference(EFTEntry.file, to: EFTFile.table),
    Reference(EFTEntry.enrollment, to: EFTEnrollment.table),
    Reference(EFTEntry.bankAccount, to: EFTBankAccount.table),
    Reference(EFTEntry.payment, to: Payment.table),
    Reference(PortalIdentity.user, to: User.table),
    Reference(Token.user, to: User.table),
    Reference(Registration.token, to: Token.table),
    Reference(PortalSession.user, to: User.table),
    Reference(SignInAttempt.user, to: User.table),
    Reference(Link.user, to: User.table),
    Reference(Link.account, to: Account.table),
    Reference(Link.cid, to: Customer.table),
    Reference(OutboxMessage.user, to: User.table),
    Reference(OutboxMessage.account, to: Account.table),
    Reference(DeliveryPreference.account, to: Account.table),
    Reference(DeliveryEvent.preference, to: DeliveryPreference.table),
    Reference(DeliveryEvent.account, to: Account.table),
    Reference(Request.user, to: User.table),
    Reference(Request.account, to: Account.table),
    Reference(RequestMessage.request, to: Request.table),
  ]

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

  init<E: Entity, Value>(_ column: Column<E, Value>, to parent: Table) {
    child = E.table
    self.column = column.info
    self.parent = parent
    let keys = child.columns[0..<child.keyCount].map(\.name).joined(separator: ", ")
    firstChild = Statement(
      "SELECT \(keys) FROM \(child.name) WHERE \(column.name) = ? LIMIT 1")
  }
}
