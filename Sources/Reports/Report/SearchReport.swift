public import Accounts

extension Report {
  /// Records in which every word stands somewhere, whatever the case of letters: customers,
  /// locations, accounts and meters, those whose key is the first word before all others.
  public static func search(_ words: [String], kind: SearchKind? = nil, dialect: any Dialect)
    -> Report
  {
    var arguments: [Datum] = []
    let parts = SearchKind.allCases.filter { kind == nil || $0 == kind }.map { kind in
      arguments.append(words.first?.datum ?? .null)
      arguments += words.map(\.datum)
      let tests = words.map { _ in dialect.contains(kind.haystack) }.joined(separator: " AND ")
      return """
        SELECT CASE WHEN \(kind.key) = ? THEN 0 ELSE 1 END AS rank, '\(kind.rawValue)' AS kind, \
        \(kind.key) AS id, \(kind.title) AS title, \(kind.detail) AS detail \
        FROM \(kind.source) WHERE \(tests)
        """
    }
    return Report(
      "search",
      columns: [
        Column("kind", "f.kind"), Column("id", "f.id", title: "ID"),
        Column("name", "f.title", title: "Name"), Column("detail", "f.detail"),
      ], from: "(\(parts.joined(separator: " UNION ALL "))) f", sourceArguments: arguments,
      orderBy: ["f.rank", "f.kind", "f.title", "f.id"])
  }
}

/// What a search finds.
public enum SearchKind: String, Choice {
  public static let valueName = "kind"
  case customer, location, account, meter

  fileprivate var source: String {
    switch self {
    case .customer: "customer c"
    case .location: "location l"
    case .account: "account a JOIN location l ON l.location = a.location"
    case .meter: "meter m"
    }
  }

  fileprivate var key: String {
    switch self {
    case .customer: "c.cid"
    case .location: "l.location"
    case .account: "a.account"
    case .meter: "m.meter"
    }
  }

  fileprivate var title: String {
    switch self {
    case .customer: "c.name"
    case .location: "l.address"
    case .account: "l.address"
    case .meter: "m.code"
    }
  }

  fileprivate var detail: String {
    switch self {
    case .customer: Self.joined("c.phone", "c.email", "c.address", "c.city")
    case .location: Self.joined("l.unit", "l.city", "l.route")
    case .account: Self.joined("l.unit", "l.city")
    case .meter: Self.joined("m.size", "m.mxu")
    }
  }

  /// All that is looked through; a telephone number without its signs too.
  fileprivate var haystack: String {
    let own = "\(key) || ' ' || \(title) || ' ' || \(detail)"
    guard self == .customer else { return own }
    let digits = ["-", " ", "(", ")", ".", "+"].reduce("coalesce(c.phone, '')") {
      "replace(\($0), '\($1)', '')"
    }
    return own + " || ' ' || \(digits)"
  }

  private static func joined(_ columns: String...) -> String {
    columns.map { "coalesce(\($0), '')" }.joined(separator: " || ' ' || ")
  }
}
