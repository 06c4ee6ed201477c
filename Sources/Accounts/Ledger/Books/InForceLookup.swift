package import Engines
package import Values

/// Rows of one record that are in force on a day or later. What ended before is not read, so a long
/// history costs nothing.
package struct InForceLookup<E: Entity>: Sendable {
  fileprivate let open: Lookup<E>
  fileprivate let ending: Lookup<E>
  private let from: ColumnInfo

  /// - Parameters:
  ///   - owner: the column that names the record.
  ///   - until: the first day on which a row is no longer in force.
  package init<V>(
    _ owner: Column<E, V>, from: Column<E, CivilDate>, until: Column<E, CivilDate?>
  ) {
    open = Lookup([.equal(owner), .unknown(until)])
    ending = Lookup([.equal(owner), .after(until), .lasts(from: from, until: until)])
    self.from = from.info
  }

  /// In the order of their first days, then of their keys. Sorting in SQL would keep the engine
  /// from using the short index.
  fileprivate func sorted(_ rows: [Row<E>]) -> [Row<E>] {
    if rows.count < 2 { return rows }
    let columns = [from.index] + E.table.columns[0..<E.table.keyCount].map(\.index)
    return rows.sorted { left, right in
      let different = columns.first { left.values[$0] != right.values[$0] }
      return different.map { left.values[$0] < right.values[$0] } ?? false
    }
  }
}

extension Books {
  package func rows<E: Entity>(
    _ lookup: InForceLookup<E>, _ owner: any DatumValue, onOrAfter day: CivilDate
  ) throws(RuleError) -> [Row<E>] {
    lookup.sorted(try rows(lookup.ending, owner, day) + rows(lookup.open, owner))
  }
}
