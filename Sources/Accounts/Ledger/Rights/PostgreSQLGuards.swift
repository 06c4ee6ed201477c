import Engines

/// Triggers, functions and views by which a server guards the store, held against what is there.
enum PostgreSQLGuards {
  static func faults(_ parts: [SchemaPart]) -> [SchemaCheck.Fault] {
    faults(of: .trigger, triggers, parts) { _, _ in true }
      + faults(of: .function, functions, parts) { $0.text == $1.text }
      + faults(of: .view, views, parts) { expected, stored in
        expected.text.split(separator: " ").allSatisfy { column in
          // Servers differ in whether they write the table before a column.
          stored.text.contains("masked(\(column))")
            || stored.text.contains("masked(\(expected.table).\(column))")
        }
      }
  }

  private struct Expected {
    let name: String
    let place: String
    var table = ""
    /// A function's body; the columns that a view masks.
    var text = ""
  }

  private static let triggers =
    [
      ("guard", "change_row"), ("guard_end", "change_row"), ("guard", "change_reason"),
      ("guard", "change"),
    ].map { Expected(name: $0.0, place: $0.1) }
    + PostgreSQLRowRules.triggers.map { Expected(name: $0.name, place: $0.table) }

  private static let functions: [Expected] =
    (PostgreSQLJournalGuard.sql + PostgreSQLRowRules.functions + PostgreSQLMaskedTables.functions)
    .matches(of: #/CREATE OR REPLACE FUNCTION ubadmin\.(\w+)\([^$]*\$\$((?s:.*?))\$\$/#)
    .map { Expected(name: String($0.1), place: "ubadmin", text: String($0.2)) }

  private static let views: [Expected] =
    ViewedTable.all.flatMap { table in
      let personal = table.columns.filter { $0.sight == .personal }.map(\.name)
      return [
        Expected(
          name: table.name, place: PostgreSQLServer.masked, table: table.name,
          text: personal.joined(separator: " "))
      ] + PostgreSQLQueryViews.both.map { Expected(name: table.name, place: $0.name) }
    }
    + PostgreSQLQueryViews.both.flatMap { schema in
      QueryView.all.map { Expected(name: $0.name, place: schema.name) }
    }

  private static func faults(
    of kind: SchemaPart.Kind, _ expected: [Expected], _ parts: [SchemaPart],
    isSame: (Expected, SchemaPart) -> Bool
  ) -> [SchemaCheck.Fault] {
    let found = parts.filter { $0.kind == kind }
    return expected.compactMap { part in
      let record = "\(kind) \(part.place).\(part.name)"
      guard let stored = found.first(where: { $0.name == part.name && $0.place == part.place })
      else { return SchemaCheck.Fault(record: record, what: "it is missing") }
      return isSame(part, stored)
        ? nil : SchemaCheck.Fault(record: record, what: "it differs from what this ubadmin creates")
    }
  }
}
