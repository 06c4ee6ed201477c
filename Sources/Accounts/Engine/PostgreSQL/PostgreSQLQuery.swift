extension PostgreSQLConnection {
  /// Answers the names of a query's columns. What it looks at stands in the server's plan of it,
  /// where every column has its table's name or alias; the transaction keeps it from changing
  /// anything.
  func examine(query sql: String, hiding hidden: HiddenColumns) throws(StoreError) -> [String] {
    let verb = sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.lowercased()
    guard ["select", "with", "values", "table"].contains(verb) else {
      throw StoreError(
        .badQuery, "a query reads, and changes nothing",
        mend: "use SELECT; changes are made by commands, so that they can be undone")
    }
    do throws(StoreError) {
      let plan = try finish(try pipeline.send(once: "EXPLAIN (VERBOSE, COSTS OFF) " + sql))
      var seen = PlanColumns()
      for index in 0..<plan.rowCount {
        plan.row = Int32(truncatingIfNeeded: index)
        seen.read(String(decoding: plan.text(0), as: UTF8.self))
      }
      if let fault = seen.fault(hidden) { throw fault }
      let names = try finish(
        try pipeline.send(once: "SELECT * FROM (\(sql)\n) AS answer LIMIT 0"))
      return names.names
    } catch {
      throw error.asQueryFault
    }
  }
}

/// The tables and columns of a plan, as EXPLAIN (VERBOSE, COSTS OFF) prints it.
struct PlanColumns {
  /// A step of the plan, or what stands above steps of their own, as `InitPlan 1`.
  private struct Node {
    let indent: Int
    let words: [String]
    /// A scan under one of these may hand over columns that nobody asked for; those that are asked
    /// for stand in the upper step's own lines. Source: use_physical_tlist in createplan.c.
    var reckons: Bool {
      ["Aggregate", "GroupAggregate", "HashAggregate", "MixedAggregate", "WindowAgg", "Group"]
        .contains { words.contains($0) }
        || words.contains("Join") || words.starts(with: ["Nested", "Loop"])
    }
  }

  /// By alias.
  private var tables: [String: String] = [:]
  private var columns: Set<[String]> = []
  /// Where there is one table alone, its columns stand without its name.
  private var bare: Set<String> = []
  private var readsByText = false
  private var nodes: [Node] = []

  /// One line: `->  Seq Scan on ubadmin.customer c`, `Output: c.cid`, `Filter: (c.x = 1)`.
  mutating func read(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    let words = line.split { !($0.isLetter || $0.isNumber || "_.*\"".contains($0)) }
      .map { $0.filter { $0 != "\"" } }
    if words.contains(where: { $0.contains("_to_xml") }) { readsByText = true }
    guard line.contains(":") else { return begin(Node(indent: indent, words: words)) }
    if words.first == "Output", isHandedOver(indent) { return }
    for word in words {
      let parts = word.split(separator: ".").map(String.init)
      if parts.count == 2 { columns.insert(parts) }
      if parts.count == 1, word != "*" { bare.insert(word) }
    }
  }

  private mutating func begin(_ node: Node) {
    nodes.removeAll { $0.indent >= node.indent }
    nodes.append(node)
    guard let on = node.words.firstIndex(of: "on"), on + 1 < node.words.count,
      node.words[..<on].contains("Scan")
    else { return }
    let table = node.words[on + 1].split(separator: ".").last.map(String.init) ?? ""
    tables[on + 2 < node.words.count ? node.words[on + 2] : table] = table
  }

  private func isHandedOver(_ indent: Int) -> Bool {
    let above = nodes.filter { $0.indent < indent }
    guard above.count > 1, above[above.count - 1].words.contains("Scan") else { return false }
    return above[above.count - 2].reckons
  }

  func fault(_ hidden: HiddenColumns) -> StoreError? {
    if readsByText {
      return StoreError(
        .badQuery, "a query reads tables by their names, not by a text",
        mend: "leave out functions whose names end in _to_xml")
    }
    let all = columns.union(bare.flatMap { name in tables.keys.map { [$0, name] } })
    for pair in all.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let table = tables[pair[0]] else { continue }
      let fault =
        pair[1] == "*" ? hidden.fault(anyOf: table) : hidden.fault(table: table, column: pair[1])
      if let fault { return fault }
    }
    return nil
  }
}
