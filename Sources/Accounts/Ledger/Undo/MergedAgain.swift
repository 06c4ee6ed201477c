import Engines
import Values

/// A merge that comes again by a redo takes along what the customer had then, and nothing that came since; nor does
/// what comes again by an undo belong to the other customer.
extension TouchedRecords {
  private static let references = EntityCatalogue.references(to: Customer.table)

  /// Those who are merged by the change, or get a row by it.
  static func customers(of change: RowChange) -> [CustomerID] {
    guard let after = change.after else { return [] }
    if change.table === Customer.table {
      let row = Row<Customer>(values: after)
      let before = change.before.flatMap { Row<Customer>(values: $0)[Customer.mergedInto] }
      return row[Customer.mergedInto] == before ? [] : [row[Customer.cid]]
    }
    return references.filter { $0.child === change.table }.compactMap { reference in
      let value = after[reference.column.index]
      guard value != .null, value != change.before?[reference.column.index] else { return nil }
      return CustomerID(value)
    }
  }

  func refuseHalfMerges(_ connection: any Connection) throws {
    let rows = KeyedRows(connection)
    for cids in customers.sorted().chunks(of: KeyPage.count) {
      let found = try rows.by(Customer.cid, Array(cids))
      for cid in cids {
        guard let other = found[cid]?.first?[Customer.mergedInto] else { continue }
        for reference in Self.references {
          let has: Bool? = try connection.first(reference.firstChild, [.text(cid.text)]) { _ in true
          }
          if has != nil { throw Self.halfMerge(of: cid, into: other, reference.child) }
        }
      }
    }
  }

  private static func halfMerge(
    of cid: CustomerID, into other: CustomerID, _ table: Table
  ) -> Rejection {
    let own =
      switch table.name {
      case AccountCustomer.table.name: "an account"
      case EFTEnrollment.table.name: "an enrollment"
      default: "a \(Table.words(table.name))"
      }
    return Rejection(
      .movedSince, found: "customer \(cid), merged into \(other), with \(own) anyway",
      expected: "a merged customer who has nothing",
      remedy: "undo the later changes first, or merge them with "
        + "\(run: "customer merge", cid, options: ["into": other]); see "
        + "`history customer \(word: cid)`"
    )
  }
}
