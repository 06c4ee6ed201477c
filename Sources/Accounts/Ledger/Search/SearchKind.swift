import Engines
import Values

/// What a search finds.
package enum SearchKind: String, Choice {
  package static let valueName = "kind"
  case customer, location, account, meter, bill, user

  /// FROM and JOINs.
  var source: String {
    switch self {
    case .customer: "customer c"
    case .location: "location l"
    case .account: "account a JOIN location l ON l.location = a.location"
    case .meter: "meter m"
    case .bill: "bill b"
    case .user: "portal_user u"
    }
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
    }
  }

  var key: String {
    switch self {
    case .customer: "c.cid"
    case .location: "l.location"
    case .account: "a.account"
    case .meter: "m.meter"
    case .bill: "b.bill"
    case .user: "u.portal_user"
    }
  }

  /// A key as the index has it, for the engine.
  func datum(_ key: String) -> Datum {
    self == .user ? Int64(key).datum : .text(key)
  }

  /// Bills are so many, and their numbers so even, that the primary key finds them.
  var isIndexed: Bool { self != .bill }

  /// Its place in the numbers of the index's records.
  package var number: Int64 {
    switch self {
    case .customer: 0
    case .location: 1
    case .account: 2
    case .meter: 3
    case .bill: 4
    case .user: 5
    }
  }

  /// The kinds whose words a table's row is a part of, and their keys where the row's is not theirs.
  static func following(_ table: String) -> [(kind: SearchKind, keys: Statement?)] {
    switch table {
    case "customer": [(.customer, nil)]
    case "location": [(.location, nil), (.account, accountsAt)]
    case "account": [(.account, nil)]
    case "meter": [(.meter, nil)]
    case "portal_user": [(.user, nil)]
    default: []
    }
  }

  private static let accountsAt = Statement("SELECT account FROM account WHERE location = ?")
}

/// A column that is searched.
package struct SearchedColumn: Sendable {
  /// How its text comes to words.
  enum Form {
    case text, phone, number, email
  }

  package let kind: SearchKind
  /// For people.
  package let name: String
  let sql: String
  let form: Form
  /// The more, the better a word that is found there.
  let weight: Int

  /// From here on a column is what a record is called.
  static let title = 8

  private init(_ kind: SearchKind, _ name: String, _ sql: String, _ form: Form, _ weight: Int) {
    self.kind = kind
    self.name = name
    self.sql = sql
    self.form = form
    self.weight = weight
  }

  /// All that is looked through; the index, the order and the help follow from it.
  package static let all: [SearchedColumn] = [
    SearchedColumn(.customer, "CID", "c.cid", .number, 9),
    SearchedColumn(.customer, "name", "c.name", .text, 8),
    SearchedColumn(.customer, "first name", "c.first_name", .text, 8),
    SearchedColumn(.customer, "last name", "c.last_name", .text, 8),
    SearchedColumn(.customer, "phone", "c.phone", .phone, 7),
    SearchedColumn(.customer, "e-mail", "c.email", .email, 6),
    SearchedColumn(.customer, "address", "c.address", .text, 4),
    SearchedColumn(.customer, "address2", "c.address2", .text, 3),
    SearchedColumn(.customer, "city", "c.city", .text, 1),
    SearchedColumn(.customer, "state", "c.state", .text, 1),
    SearchedColumn(.customer, "postal code", "c.postal_code", .number, 1),
    SearchedColumn(.location, "location", "l.location", .number, 9),
    SearchedColumn(.location, "address", "l.address", .text, 8),
    SearchedColumn(.location, "unit", "l.unit", .text, 3),
    SearchedColumn(.location, "city", "l.city", .text, 1),
    SearchedColumn(.location, "state", "l.state", .text, 1),
    SearchedColumn(.location, "postal code", "l.postal_code", .number, 1),
    SearchedColumn(.location, "route", "l.route", .text, 1),
    SearchedColumn(.account, "account", "a.account", .number, 9),
    SearchedColumn(.account, "address", "l.address", .text, 7),
    SearchedColumn(.account, "unit", "l.unit", .text, 3),
    SearchedColumn(.account, "city", "l.city", .text, 1),
    SearchedColumn(.meter, "meter", "m.meter", .number, 9),
    SearchedColumn(.meter, "MXU", "m.mxu", .number, 8),
    SearchedColumn(.bill, "bill", "b.bill", .number, 9),
    SearchedColumn(.bill, "account", "b.account", .number, 3),
    SearchedColumn(.user, "e-mail", "u.email", .email, 8),
    SearchedColumn(.user, "first name", "u.first_name", .text, 8),
    SearchedColumn(.user, "last name", "u.last_name", .text, 8),
  ]

  static let byKind: [SearchKind: [SearchedColumn]] = Dictionary(grouping: all) { $0.kind }

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
