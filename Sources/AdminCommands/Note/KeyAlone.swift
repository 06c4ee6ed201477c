import Accounts

extension Store {
  /// The only record with this key, whatever its kind. Payments and requests are not searched: their small
  /// numbers are often keys of other records, too.
  func record<Kind>(
    withKey key: String, among kinds: [Kind], _ note: (Kind) -> NoteKind
  ) throws -> (kind: Kind, record: NoteRecord) {
    let line: Line = try TypedValue.value(key, "kind")
    var found: [(kind: Kind, record: NoteRecord)] = []
    for kind in kinds where ![.payment, .request].contains(note(kind)) {
      do {
        found.append((kind: kind, record: try noteRecord(note(kind), line)))
      } catch is Rejection {
        continue
      }
    }
    guard let only = found.first, found.count == 1 else {
      let names = (found.isEmpty ? kinds : found.map(\.kind)).map { note($0).rawValue }
      throw Rejection(
        found.isEmpty ? .notFound : .ambiguous, field: "kind", found: key,
        expected: "the key of one record, with its kind before it",
        remedy: "add the kind: \(names.joined(separator: ", "))")
    }
    return only
  }
}
