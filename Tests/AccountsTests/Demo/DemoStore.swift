import Accounts
@testable import Engines
@testable import Ledger
@testable import SampleCity
@testable import Values

/// A sample city in memory, with questions to ask of it.
struct DemoStore {
  let store: Store
  let city: DemoCity

  init(accounts: Int = 200, years: Int = 3, seed: UInt64 = 1) throws {
    let city = try DemoCity(accounts: accounts, years: years, seed: seed)
    self.city = city
    store = try Store.inMemory("\(accounts) \(years) \(seed)", clock: .fixed(city.lastDay)) {
      try $0.load(city)
    }
  }

  /// Every row of a table, in the order of its key.
  func rows<E: Entity>(_ entity: E.Type) throws -> [Row<E>] {
    let columns = E.table.columns.map(\.name)
    let key = columns[0..<E.table.keyCount].joined(separator: ", ")
    var found: [Row<E>] = []
    try store.each(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(E.table.name) ORDER BY \(key)"
    ) { row in
      found.append(Row(values: row.values(columns.count)))
      return true
    }
    return found
  }

  /// The number that a query answers.
  func count(_ sql: String, _ arguments: [Datum] = []) throws -> Int64 {
    var answer: Int64 = -1
    try store.each(sql: sql, arguments) { row in
      answer = row.integer(0)
      return false
    }
    return answer
  }

  /// The first column of a query, as text.
  func texts(_ sql: String, _ arguments: [Datum] = []) throws -> [String] {
    var answer: [String] = []
    try store.each(sql: sql, arguments) { row in
      answer.append(row.datum(0).description)
      return true
    }
    return answer
  }
}

extension Sequence {
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [Key: [Element]] {
    Dictionary(grouping: self, by: key)
  }
}
