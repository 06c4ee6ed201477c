import Engines
import Values

/// Customers who were merged, and have something of their own anyway.
extension Store {
  func halfMerges() throws -> [Finding] {
    let own = EntityCatalogue.references(to: Customer.table).map {
      "EXISTS (SELECT 1 FROM \($0.child.name) x WHERE x.\($0.column.name) = c.cid)"
    }
    var found: [Finding] = []
    let sql = """
      SELECT c.cid, c.merged_into FROM customer c WHERE c.merged_into IS NOT NULL \
      AND (\(own.joined(separator: " OR "))) ORDER BY c.cid
      """
    try connection.each(once: sql, []) { row in
      let (cid, other) = (row.word(0), row.word(1))
      found.append(
        Finding(
          rule: .merge, severity: .error, record: "customer \(cid)",
          what: "merged into \(other), and still has accounts, bills, payments or links",
          remedy: "undo the change that merged it; find it with "
            + "\(run: "change list", options: ["table": "customer", "key": cid])"))
      return true
    }
    return found
  }
}
