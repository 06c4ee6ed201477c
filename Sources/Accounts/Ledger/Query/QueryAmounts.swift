/// Which columns of a query are calls of `money()`. SQLite has no decimals: 72.80 comes as 72.8.
enum QueryAmounts {
  private static let clauses: Set = [
    "from", "where", "group", "having", "window", "order", "limit", "offset", "union", "except",
    "intersect",
  ]

  /// None where the list of columns cannot be told from the words alone.
  /// - Parameter count: how many columns the query has.
  static func places(in sql: String, of count: Int) -> Set<Int> {
    var reader = SQLWordReader(sql)
    let words = reader.words()
    guard words.contains("money"), words.first == "select" else { return [] }
    var items: [[String]] = [[]]
    var depth = 0
    for word in words.dropFirst() {
      if depth == 0, clauses.contains(word) { break }
      if depth == 0, word == "," {
        items.append([])
        continue
      }
      depth += word == "(" ? 1 : word == ")" ? -1 : 0
      items[items.count - 1].append(word)
    }
    guard items.count == count else { return [] }
    return Set(items.indices.filter { isAmount(items[$0]) })
  }

  /// `money(…)`, and a name for it at most.
  private static func isAmount(_ words: [String]) -> Bool {
    let item = words.first == "distinct" || words.first == "all" ? words.dropFirst() : words[...]
    guard item.starts(with: ["money", "("]) else { return false }
    var depth = 0
    for (place, word) in zip(item.indices, item) {
      depth += word == "(" ? 1 : word == ")" ? -1 : 0
      guard depth == 0, word == ")" else { continue }
      let rest = item[(place + 1)...]
      return rest.isEmpty || rest.count == 1 || rest.count == 2 && rest.first == "as"
    }
    return false
  }
}
