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
  /// Accounts with changes other than additions. There are never more than the city has.
  private var whole: Set<AccountNumber> = []
  private var added: [AccountNumber: AccountNews] = [:]
  private var noted = 0

  /// Enough news to settle them before the change goes on: what is held does not grow with a file.
  var isFull: Bool { noted >= 10_000 }
  var isEmpty: Bool { whole.isEmpty && added.isEmpty }

  /// What can be settled now. An account that is settled from its beginning waits for the end, so that
  /// this is done once.
  mutating func takeNews() -> TouchedAccounts {
    var news = TouchedAccounts()
    swap(&news.added, &added)
    noted = 0
    return news
  }

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
    guard !whole.contains(account) else { return }
    noted += 1
    add(&added[account, default: AccountNews(account: account)], after)
  }

  private mutating func noteWhole<E: Entity>(
    _ change: RowChange, _ column: Column<E, AccountNumber>
  ) {
    for row in [change.before, change.after] {
      guard let row else { continue }
      let account = Row<E>(values: row)[column]
      whole.insert(account)
      added[account] = nil
    }
  }

  func pages(of count: Int) -> [[AccountNumber]] {
    let all = (Array(whole) + Array(added.keys)).sorted { $0.text < $1.text }
    return all.chunks(of: count).map { Array($0) }
  }

  /// Nil if the account is to be settled from its beginning.
  func news(of account: AccountNumber) -> AccountNews? { added[account] }
}
