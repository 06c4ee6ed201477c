import Accounts

/// Files of payments.
extension CommandBench {
  /// A desk where customer 1 has accounts A1 to A`count`, all open since 2025.
  convenience init(accounts count: Int) throws {
    try self.init()
    try expect("customer add 1 --name Ana")
    try expect("location add L1 --address Main")
    for number in 1...count {
      try expect("account open A\(number) --cid 1 --location L1 --on 2025-01-01")
    }
  }

  func post(_ text: String, _ more: String = "") throws -> Result {
    run("payment post --from \(try file("day.csv", text)) \(more)")
  }

  /// How many payments are on record.
  func payments() throws -> Int {
    try rows("payment list --fields amount --limit 0").count
  }
}
