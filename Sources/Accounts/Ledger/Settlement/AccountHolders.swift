package import Engines
package import Values

/// Who holds an account on each day: the tenants; where there are none, the owners; else the payers.
/// Others who are responsible next to them do not owe its bills.
package struct AccountHolders {
  private let rows: [Row<AccountCustomer>]
  private let all: LastingRows
  /// First days and days after the last, in order.
  private let turns: [CivilDate]
  /// Days after the last, in order.
  private let ends: [CivilDate]
  /// Nil if one customer holds the account throughout.
  private let several: SeveralHolders?
  /// Whether the same customer holds the account on every day.
  var isOne: Bool { several == nil }

  /// - Parameter rows: of one account, in any order; a period without days does not count.
  package init(_ rows: [Row<AccountCustomer>]) {
    let rows = rows.filter { !$0.days.isEmpty }
    self.rows = rows
    all = LastingRows(rows)
    ends = Set(rows.compactMap { $0[AccountCustomer.toOn] }).sorted()
    turns = Set(rows.map { $0[AccountCustomer.fromOn] } + ends).sorted()
    let first = rows.first?[AccountCustomer.cid]
    several =
      rows.allSatisfy { $0[AccountCustomer.cid] == first } ? nil : SeveralHolders(rows, all.first)
  }

  /// All who ever were responsible.
  var customers: [CustomerID] { rows.map { $0[AccountCustomer.cid] } }

  /// Whether a customer is one of those who hold it together on a day.
  package func holds(_ cid: CustomerID, on day: CivilDate) -> Bool {
    guard let several else { return cid == rows.first?[AccountCustomer.cid] }
    return several.holds(cid, on: day, lastEnd(by: day))
  }

  /// The one of them who owes what is billed for the day: whoever stays, then stays longest, then
  /// came first.
  package func debtor(on day: CivilDate) -> CustomerID? {
    guard let several else { return rows.first?[AccountCustomer.cid] }
    return several.debtor(on: day, lastEnd(by: day))
  }

  /// The days after `first` up to `last` on which another customer begins to owe.
  func turns(after first: CivilDate, upTo last: CivilDate) -> [CivilDate] {
    let begin = turns.endOfFirst { $0 <= first }
    let end = turns.endOfFirst { $0 <= last }
    return begin < end ? Array(turns[begin..<end]) : []
  }

  /// The day itself where somebody is responsible on it; else the nearest day before it, or the
  /// first.
  func heldDay(near day: CivilDate) -> CivilDate {
    if all.row(on: day) != nil { return day }
    return lastEnd(by: day)?.adding(days: -1) ?? all.first ?? day
  }

  /// The same for the days of one customer.
  func day(of cid: CustomerID, near day: CivilDate) -> CivilDate {
    AccountHolders(rows.filter { $0[AccountCustomer.cid] == cid }).heldDay(near: day)
  }

  private func lastEnd(by day: CivilDate) -> CivilDate? {
    let count = ends.endOfFirst { $0 <= day }
    return count > 0 ? ends[count - 1] : nil
  }
}

/// Customers who hold an account together or one after the other. On a day on which nobody is
/// responsible they are those who were last before it, else those who came first after.
private struct SeveralHolders {
  /// Of a role, all together and each customer's own.
  private struct Role {
    let all: LastingRows
    let own: [CustomerID: LastingRows]

    init(_ rows: [Row<AccountCustomer>]) {
      all = LastingRows(rows)
      own = Dictionary(grouping: rows) { $0[AccountCustomer.cid] }.mapValues(LastingRows.init)
    }
  }

  /// Those who hold it on days on which nobody is responsible.
  private struct Group {
    let debtor: CustomerID?
    let customers: Set<CustomerID>

    init(_ rows: [Row<AccountCustomer>]) {
      let held =
        SeveralHolders.roles.lazy
        .map { role in rows.filter { $0[AccountCustomer.role] == role } }
        .first { !$0.isEmpty } ?? []
      debtor = held.min { $0.owes(before: $1) }?[AccountCustomer.cid]
      customers = Set(held.map { $0[AccountCustomer.cid] })
    }
  }

  static let roles = [ResponsibilityRole.tenant, .owner, .payer]
  private let byRole: [Role]
  private let endedOn: [CivilDate: Group]
  private let firstComers: Group

  init(_ rows: [Row<AccountCustomer>], _ first: CivilDate?) {
    byRole = Self.roles.map { role in Role(rows.filter { $0[AccountCustomer.role] == role }) }
    endedOn = Dictionary(grouping: rows.filter { $0[AccountCustomer.toOn] != nil }) {
      $0[AccountCustomer.toOn] ?? .endOfTime
    }.mapValues(Group.init)
    firstComers = Group(rows.filter { $0[AccountCustomer.fromOn] == first })
  }

  func debtor(on day: CivilDate, _ lastEnd: CivilDate?) -> CustomerID? {
    for role in byRole {
      if let row = role.all.row(on: day) { return row[AccountCustomer.cid] }
    }
    return absent(lastEnd).debtor
  }

  func holds(_ cid: CustomerID, on day: CivilDate, _ lastEnd: CivilDate?) -> Bool {
    for role in byRole where role.all.row(on: day) != nil {
      return role.own[cid]?.row(on: day) != nil
    }
    return absent(lastEnd).customers.contains(cid)
  }

  private func absent(_ lastEnd: CivilDate?) -> Group {
    lastEnd.flatMap { endedOn[$0] } ?? firstComers
  }
}
