import Ledger
import Values

/// Fields that operations on services share.
enum ServiceFields {
  package static let account = Field<AccountNumber>.argument(of: Account.account)
  static let service = Field<Line>.argument(
    "service", "service type, by name or code, e.g. WATER or 1000")
  static let reason = Field<Remark>.option("reason", "reason for the change")

  static let columns = EditedColumns(Service.self)

  package static func on(_ help: String) -> Field<CivilDate> { .option("on", required: true, help) }
  static func reading(_ help: String) -> Field<Quantity> { .option("reading", help) }
}

/// The service that an operation is about.
struct ServiceWords: Sendable {
  static let fields = [ServiceFields.account.info, ServiceFields.service.info]

  package let account: AccountNumber
  let service: Line

  init(_ input: Input) throws(Rejection) {
    account = try input.require(ServiceFields.account)
    service = try input.require(ServiceFields.service)
  }

  func find(in books: Books) throws(RuleError) -> AccountServices {
    let account = try books.account(account)
    return try books.services(of: try books.serviceType(service), on: account)
  }
}
