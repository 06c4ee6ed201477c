package import Engines
package import Values

/// Who holds an account on each day: the tenants; where there are none, the owners; else the payers.
/// Others who are responsible beside them do not owe its bills.
package struct AccountHolders {
  private let responsibilities: [Row<AccountCustomer>]

  /// - Parameter rows: of one account, in any order; a period without days does not count.
  package init(_ rows: [Row<AccountCustomer>]) {
    responsibilities = rows.filter { !$0.days.isEmpty }
  }

  /// Whether the same customer holds the account on every day.
  var isOne: Bool {
    guard let first = responsibilities.first?[AccountCustomer.cid] else { return true }
    return responsibilities.allSatisfy { $0[AccountCustomer.cid] == first }
  }

  /// All who ever were responsible.
  var customers: [CustomerID] { responsibilities.map { $0[AccountCustomer.cid] } }

  /// Those who hold it together on a day.
  package func customers(on day: CivilDate) -> Set<CustomerID> {
    Set(holding(on: day).map { $0[AccountCustomer.cid] })
  }

  /// The one of them who owes what is billed for the day: whoever stays, then stays longest, then
  /// came first.
  package func debtor(on day: CivilDate) -> CustomerID? {
    holding(on: day).min { first, second in
      let (ends, others) = (first[AccountCustomer.toOn], second[AccountCustomer.toOn])
      if ends != others {
        guard let ends else { return true }
        return others.map { $0 < ends } ?? false
      }
      let (from, otherFrom) = (first[AccountCustomer.fromOn], second[AccountCustomer.fromOn])
      return from != otherFrom
        ? from < otherFrom : first[AccountCustomer.id] < second[AccountCustomer.id]
    }?[AccountCustomer.cid]
  }

  /// The days after `first` up to `last` on which another customer begins to owe.
  func turns(after first: CivilDate, upTo last: CivilDate) -> [CivilDate] {
    var days: Set<CivilDate> = []
    for row in responsibilities {
      for day in [row[AccountCustomer.fromOn], row[AccountCustomer.toOn]] {
        if let day, first < day, day <= last { days.insert(day) }
      }
    }
    return days.sorted()
  }

  /// The day itself where somebody is responsible on it; else the nearest day before it, or the
  /// first.
  func heldDay(near day: CivilDate) -> CivilDate {
    if responsibilities.contains(where: { $0.days.contains(day) }) { return day }
    let ends = responsibilities.compactMap { $0[AccountCustomer.toOn] }.filter { $0 <= day }
    return ends.max()?.adding(days: -1)
      ?? responsibilities.map { $0[AccountCustomer.fromOn] }.min() ?? day
  }

  /// On a day on which nobody is responsible: whoever was last before it, else who came first after.
  private func holding(on day: CivilDate) -> [Row<AccountCustomer>] {
    let there = among(responsibilities.filter { $0.days.contains(day) })
    if !there.isEmpty { return there }
    if let last = responsibilities.compactMap({ $0[AccountCustomer.toOn] }).filter({ $0 <= day })
      .max()
    {
      return among(responsibilities.filter { $0[AccountCustomer.toOn] == last })
    }
    let first = responsibilities.map { $0[AccountCustomer.fromOn] }.min()
    return among(responsibilities.filter { $0[AccountCustomer.fromOn] == first })
  }

  private func among(_ rows: [Row<AccountCustomer>]) -> [Row<AccountCustomer>] {
    for role in [ResponsibilityRole.tenant, .owner] {
      let held = rows.filter { $0[AccountCustomer.role] == role }
      if !held.isEmpty { return held }
    }
    return rows
  }
}
