import Accounts

/// Which columns of the last list stand for the fields of an operation.
struct ListedColumns {
  /// The place among the list's columns, by field.
  private(set) var places: [Int: Int] = [:]
  /// The records are of the kind that the command line names, as accounts of
  /// `note add account "Call back" --from _`.
  private(set) var isForOtherKind = false

  init(_ columns: [String], for type: any Operation.Type, _ constants: BulkConstants) {
    let fields = type.fields
    for (index, field) in fields.enumerated() where Self.isKey(field, of: type) {
      places[index] = columns.firstIndex(of: field.name)
    }
    guard let kind = fields.firstIndex(where: { $0.name == "kind" && $0.place == .argument }),
      let key = fields.firstIndex(where: { $0.name == "key" && $0.place == .argument }),
      let word = constants.words[kind],
      let column = Self.column(of: String(decoding: word, as: UTF8.self)),
      let place = columns.firstIndex(of: column)
    else { return }
    places[kind] = nil
    places[key] = place
    isForOtherKind = true
  }

  static func isKey(_ field: FieldInfo, of type: any Operation.Type) -> Bool {
    type.recordFields.contains { $0.name == field.name }
  }

  /// The column that lists have for the key of a record of such a kind.
  private static func column(of kind: String) -> String? {
    switch NoteKind(rawValue: kind) {
    case .customer: "cid"
    case .user: "email"
    case .service, nil: nil
    case .some: kind
    }
  }
}
