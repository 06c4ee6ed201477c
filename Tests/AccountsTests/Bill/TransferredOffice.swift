import Accounts

@testable import Rules

extension Office {
  /// Customer 1 has left account 500 on 2026-03-05, and 30.00 of bill B1 that was still owed went along to
  /// account 600: the last three changes.
  static func withTransferredBalance() throws -> Office {
    let office = try Office.smallCity()
    try office.run(
      AddBill.self, ["bill": "B1", "account": "500", "amount": "30", "on": "2026-03-01"])
    try office.run(
      OpenAccount.self, ["account": "600", "cid": "1", "location": "B", "on": "2026-03-01"])
    try office.run(
      MoveAccount.self,
      ["account": "500", "cid": "2", "on": "2026-03-05", "transfer-balance": "600"])
    return office
  }
}
