package import Engines
import Values

/// Which records a check recalculates. Storage, journal, and every cent and quantity against sums are
/// looked at for all of them.
package enum CheckScope: Sendable, Equatable {
  case all
  /// One page of records in seven, the next ones tomorrow: a check each day works out every record
  /// in a week.
  case seventh(Int)

  package static let parts = 7

  func takes(page number: Int) -> Bool {
    switch self {
    case .all: true
    case .seventh(let part): number % Self.parts == part
    }
  }

  /// Those of a few tables or kinds of records; nil for all.
  func part<T>(of all: [T]) -> [T]? {
    self == .all ? nil : all.enumerated().filter { takes(page: $0.offset) }.map(\.element)
  }

  func referring(_ tables: [Table]) -> [String]? { part(of: tables)?.map(\.name) }
}

extension Store {
  /// The share of a large store for today; a store of a few pages is worked out whole.
  package func scopeOfToday() throws(StoreError) -> CheckScope {
    let records = max(try count(Account.table.name), try count(Meter.table.name))
    guard records > CheckScope.parts * KeyPage.count else { return .all }
    let day = Int(today.daysSince1970)
    return .seventh((day % CheckScope.parts + CheckScope.parts) % CheckScope.parts)
  }

  /// How much `check` will have looked at in the end.
  package func checkedRecords() throws(StoreError) -> Int {
    try count("change_row") + count(Meter.table.name) + count(Account.table.name)
  }

  private func count(_ table: String) throws(StoreError) -> Int {
    try connection.first(Statement("SELECT count(*) FROM \(table)")) { Int($0.integer(0)) } ?? 0
  }
}
