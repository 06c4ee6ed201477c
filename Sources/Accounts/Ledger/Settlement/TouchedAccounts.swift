import Engines
import Values

/// What was added to an account.
struct AccountNews {
  let account: AccountNumber
  var bills: [BillNumber] = []
  var payments: [Int64] = []
}

/// The accounts whose bills, payments or customers a change has touched and that are not settled yet.
struct TouchedAccounts {
  /// Nil where more was done than to add.
  private var accounts: [AccountNumber: AccountNews?] = [:]
  private var noted = 0

  /// Enough to settle them before the change goes on: what is held does not grow with a file.
  var isFull: Bool { noted >= 10_000 }
  var isEmpty: Bool { accounts.isEmpty }

  mutating func note(_ change: RowChange) {
    if change.table === Payment.table {
      note(change, Payment.account) {
        $0.payments.append(Row<Payment>(values: $1)[Payment.payment])
      }
    } else if change.table === Bill.table {
      note(change, Bill.account) { $0.bills.append(Row<Bill>(values: $1)[Bill.bill]) }
    } else if change.table === AccountCustomer.table {
      noteWhole(change, AccountCustomer.account)
    }
  }

  private mutating func note<E: Entity>(
    _ change: RowChange, _ column: Column<E, AccountNumber>,
    _ add: (inout AccountNews, [Datum]) -> Void
  ) {
    guard change.before == nil, let after = change.after else {
      return noteWhole(change, column)
    }
    let account = Row<E>(values: after)[column]
    noted += 1
    guard var news = accounts[account] ?? AccountNews(account: account) else { return }
    add(&news, after)
    accounts[account] = .some(news)
  }

  private mutating func noteWhole<E: Entity>(
    _ change: RowChange, _ column: Column<E, AccountNumber>
  ) {
    for row in [change.before, change.after] {
      if let row { accounts[Row<E>(values: row)[column]] = .some(nil) }
    }
    noted += 1
  }

  func pages(of count: Int) -> [[AccountNumber]] {
    let all = accounts.keys.sorted { $0.text < $1.text }
    return stride(from: 0, to: all.count, by: count).map {
      Array(all[$0..<min($0 + count, all.count)])
    }
  }

  /// Nil where the account is to be settled from its beginning.
  func news(of account: AccountNumber) -> AccountNews? { accounts[account] ?? nil }
}
