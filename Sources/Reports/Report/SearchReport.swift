package import Accounts

extension Report {
  /// What a search found, in its order.
  /// - Parameter numbered: whether each has a number by which it can be named, from 1.
  package static func search(_ hits: [SearchHit], numbered: Bool = false) -> Report {
    let values = hits.map { _ in "(CAST(? AS BIGINT), ?, ?, ?, ?, ?, ?, ?, ?)" }
    let arguments = hits.enumerated().flatMap { place, hit -> [Datum] in
      [
        .integer(Int64(place)), .text(hit.kind.rawValue), .text(hit.id), .text(hit.name),
        .text(hit.detail), hit.phone.datum, hit.email.datum,
        .text(hit.accounts.joined(separator: " ")),
        .text(hit.former.map(\.text).joined(separator: ", ")),
      ]
    }
    // No engine takes a list of no values.
    let nothing = "SELECT " + (1...9).map { "NULL AS column\($0)" }.joined(separator: ", ")
    let source =
      hits.isEmpty ? "\(nothing) WHERE 1 = 0" : "VALUES " + values.joined(separator: ", ")
    return Report(
      "search",
      columns: (numbered
        ? [Column("number", "f.column1 + 1", title: "#", .integer).numbering()] : []) + [
          Column("kind", "f.column2"), Column("id", "f.column3", title: "ID"),
          Column("name", "f.column4"), Column("detail", "f.column5"),
          Column("phone", Customer.phone, sql: "f.column6"),
          Column("email", Customer.email, sql: "f.column7", title: "E-mail"),
          Column("accounts", "f.column8", isList: true),
          Column("former", "f.column9", title: "Former accounts"),
        ], from: "(\(source)) f", sourceArguments: arguments, orderBy: ["f.column1"])
  }
}
