extension ColumnType {
  /// The text shown in place of a secret.
  package static let mask = "•••"

  /// A cell as text for people.
  package func display(_ datum: Datum) -> String {
    switch (self, datum) {
    case (.secret, .text): Self.mask
    case (.money, .integer(let value)): Money(units: value).description
    case (.quantity, .integer(let value)): Quantity(units: value).description
    case (.boolean, .integer(let value)): value == 0 ? "no" : "yes"
    default: datum.isNull ? "" : datum.description
    }
  }

  /// Whether a cell of this type is stored as text.
  package var isText: Bool {
    switch self {
    case .text, .date, .timestamp, .secret: true
    case .integer, .money, .quantity, .boolean: false
    }
  }
}
