package import Accounts

/// Which columns of a report, in which order, how many rows.
package struct Selection: Sendable {
  struct SortKey: Sendable {
    let column: Int
    let isDescending: Bool
  }

  package let columns: [Int]
  let sort: [SortKey]
  /// Nil is all.
  package let limit: Int?
  /// Whether personal data is shown whole.
  let reveals: Bool
  /// How times are written; nil leaves them as they are stored.
  let times: TimeStyle?

  /// `fields` and `sort` as written on a command line, e.g. `account,-quantity`.
  package init(
    fields: String?, sort: String?, limit: Int?, reveals: Bool = false,
    times: TimeStyle? = nil, of columns: [ReportColumn], named list: String
  ) throws(ValueFault) {
    let known = KnownFields(list: list, names: columns.map(\.name))
    self.columns =
      try fields.map { fields throws(ValueFault) in try known.chosen(fields) }
      ?? Array(columns.indices)
    var keys: [SortKey] = []
    for word in (sort ?? "").split(separator: ",") {
      let isDescending = word.hasPrefix("-")
      let name = isDescending ? word.dropFirst() : word
      keys.append(
        SortKey(column: try known.index(of: name, option: "sort"), isDescending: isDescending))
    }
    self.sort = keys
    self.limit = limit == 0 ? nil : limit
    self.reveals = reveals
    self.times = times
  }

  package init(allOf report: Report, limit: Int? = nil, reveals: Bool = false) {
    columns = Array(report.columns.indices)
    sort = []
    self.limit = limit
    self.reveals = reveals
    times = nil
  }

  package var isSorted: Bool { !sort.isEmpty }

  /// Rows that no engine sorts; texts by their bytes, as engines do it.
  package func sorted(_ rows: [[Datum]]) -> [[Datum]] {
    isSorted ? rows.sorted(by: precedes) : rows
  }

  private func precedes(_ left: [Datum], _ right: [Datum]) -> Bool {
    for key in sort where left[key.column] != right[key.column] {
      return left[key.column].precedes(right[key.column]) != key.isDescending
    }
    return false
  }
}

/// The fields that a list or a page has.
struct KnownFields {
  let list: String
  let names: [String]

  func chosen(_ fields: String) throws(ValueFault) -> [Int] {
    var chosen: [Int] = []
    for name in fields.split(separator: ",") {
      let index = try index(of: name, option: "fields")
      guard !chosen.contains(index) else {
        throw ValueFault(
          .contradictory, found: "--fields \(name) given twice", expected: "each field once",
          remedy: "leave one out")
      }
      chosen.append(index)
    }
    guard !chosen.isEmpty else {
      throw ValueFault(
        .required, found: "--fields without a name", expected: expected,
        remedy: "name fields, or leave out --fields")
    }
    return chosen
  }

  func index(of name: Substring, option: String) throws(ValueFault) -> Int {
    let name = name.filter { $0 != " " }
    // As written in CSV, or as written in JSON.
    guard
      let index = names.firstIndex(of: name)
        ?? names.firstIndex(where: { JSONKey.of($0) == JSONKey.of(name) })
    else {
      throw ValueFault(
        .unknownChoice, found: "--\(option) \(name)", expected: expected,
        remedy: "see `--fields help`")
    }
    return index
  }

  private var expected: String { "fields of \(list): \(names.joined(separator: ", "))" }
}

extension Datum {
  /// Nothing first, then numbers, then texts.
  fileprivate func precedes(_ other: Datum) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.null, _): !other.isNull
    case (.integer, .text): true
    default: false
    }
  }
}
