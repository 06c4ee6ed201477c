@testable import Accounts
@testable import Engines
@testable import Ledger
@testable import Rules

/// Rows that each bill another service of an account for the last time.
extension LinearRunTests {
  static let finalBills = [
    Run(type: AddBill.self, before: stoppedServices, row: finalBill),
    Run(type: VoidBill.self, before: billedServices) {
      ["bill": "B\($0)", "reason": "wrong"]
    },
  ]

  /// Of one type, each for one day; started and stopped one by one they would take long.
  private static func stoppedServices(_ office: Office, _ count: Int) throws {
    let rows = (0..<count).map { number in
      "(\(1000 + number), 'A1', '9000', '\(day(2 * number))', '\(day(2 * number + 1))')"
    }
    try office.store.connection.script(
      "INSERT INTO service (service, account, code, start_on, stop_on) VALUES "
        + rows.joined(separator: ", ") + ";")
  }

  private static func finalBill(_ number: Int) -> [String: String] {
    [
      "bill": "B\(number)", "account": "A1", "service": "TRASH", "amount": "1.00",
      "on": day(2 * number + 1), "from": day(2 * number), "to": day(2 * number),
    ]
  }

  private static func billedServices(_ office: Office, _ count: Int) throws {
    try stoppedServices(office, count)
    try perform(AddBill.self, count, on: office, finalBill)
  }
}
