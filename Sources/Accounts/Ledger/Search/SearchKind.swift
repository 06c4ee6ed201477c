import Engines
import Values

/// What a search finds.
package enum SearchKind: String, Choice {
  package static let valueName = "kind"
  case customer, location, account, meter, bill, user, payment, note

  /// FROM and JOINs.
  var source: String {
    let own = "\(table.name) \(alias)"
    return self == .account ? own + " JOIN location l ON l.location = a.location" : own
  }

  /// What its table is called in SQL.
  fileprivate var alias: String { String(rawValue.prefix(1)) }

  /// Columns of the location by which an account is found, though they are not its name.
  fileprivate var borrowed: [ColumnInfo] {
    self == .account ? [Location.address.info, Location.unit.info, Location.city.info] : []
  }

  /// The table whose key is the record's, and that key as SQL.
  var table: Table {
    switch self {
    case .customer: Customer.table
    case .location: Location.table
    case .account: Account.table
    case .meter: Meter.table
    case .bill: Bill.table
    case .user: User.table
    case .payment: Payment.table
    case .note: Note.table
    }
  }

  var key: String { "\(alias).\(table.columns[0].name)" }

  /// A key as the index has it, for the engine.
  func datum(_ key: String) -> Datum {
    switch self {
    case .user, .payment, .note: Int64(key).datum
    case .customer, .location, .account, .meter, .bill: .text(key)
    }
  }

  /// Bills and payments are so numerous, and their numbers so even, that their own indexes find them.
  var isIndexed: Bool { self != .bill && self != .payment }

  /// Its place in the numbers of the index's records.
  package var number: Int64 {
    switch self {
    case .customer: 0
    case .location: 1
    case .account: 2
    case .meter: 3
    case .bill: 4
    case .user: 5
    case .payment: 6
    case .note: 7
    }
  }

  /// Its kind where `use` takes it; nil for others.
  package var record: RecordKind? {
    switch self {
    case .customer: .customer
    case .location: .location
    case .account: .account
    case .meter: .meter
    case .bill: .bill
    case .user: .user
    case .payment, .note: nil
    }
  }

  /// The kinds of records that a table's row adds words to, and their keys where they differ from
  /// the row's.
  static func following(_ table: String) -> [(kind: SearchKind, keys: Statement?)] {
    switch table {
    case "customer": [(.customer, nil)]
    case "location": [(.location, nil), (.account, accountsAt)]
    case "account": [(.account, nil)]
    case "meter": [(.meter, nil)]
    case "portal_user": [(.user, nil)]
    case "note": [(.note, nil)]
    default: []
    }
  }

  /// The same for a row of which some columns were written; nil stands for all.
  static func following(
    _ table: String, written: [String]?
  ) -> [(kind: SearchKind, keys: Statement?)] {
    let kinds = following(table)
    guard let written else { return kinds }
    return kinds.filter {
      SearchedColumn.sources[$0.kind]?[table]?.isDisjoint(with: written) == false
    }
  }

  private static let accountsAt = Statement("SELECT account FROM account WHERE location = ?")
}

/// A column that is searched.
package struct SearchedColumn: Sendable {
  package let kind: SearchKind
  /// For people.
  package let name: String
  let sql: String
  let form: ColumnSearch.Form
  /// The greater, the better a match there.
  let weight: Int

  /// A column of at least this weight is the record's name.
  static let title = 8

  /// - Parameter limit: the most that the column weighs in a search for records of this kind.
  private init?(_ kind: SearchKind, _ column: ColumnInfo, of source: String, limit: Int = .max) {
    guard let search = column.search else { return nil }
    self.kind = kind
    name = column.searchName
    sql = "\(source).\(column.name)"
    form = search.form
    weight = min(search.weight, limit)
  }

  /// All that is looked through, as the entities declare it, the best first; the index, the order
  /// and the help follow from it.
  package static let all: [SearchedColumn] = SearchKind.allCases.flatMap { kind in
    let own = kind.table.columns.compactMap { SearchedColumn(kind, $0, of: kind.alias) }
    let borrowed = kind.borrowed.compactMap { SearchedColumn(kind, $0, of: "l", limit: title - 1) }
    return (own + borrowed).enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
  }

  static let byKind: [SearchKind: [SearchedColumn]] = Dictionary(grouping: all) { $0.kind }

  /// Of each kind the columns of tables that its words come from.
  static let sources: [SearchKind: [String: Set<String>]] = {
    var sources: [SearchKind: [String: Set<String>]] = [:]
    for kind in SearchKind.allCases {
      let own = kind.table.columns.filter { $0.search != nil }
      sources[kind, default: [:]][kind.table.name] = Set(own.map(\.name))
      if !kind.borrowed.isEmpty {
        sources[kind]?[Location.table.name] = Set(kind.borrowed.map(\.name))
        sources[kind]?[kind.table.name]?.insert(Account.location.name)
      }
    }
    return sources
  }()

  func words(_ text: String) -> [String] {
    switch form {
    case .text, .email: return SearchWords.words(of: text)
    case .number:
      // K-330 is k330, and 330 too.
      let words = SearchWords.words(of: text)
      return words.count > 1 ? [SearchWords.joined(text)] + words : words
    case .phone: return [SearchWords.phone(text)].filter { !$0.isEmpty }
    }
  }
}

extension ColumnInfo {
  /// Its title within a sentence: `CID`, but `postal code`.
  fileprivate var searchName: String {
    title == title.uppercased() ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
