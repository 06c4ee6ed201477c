import Accounts

extension Store {
  /// The one record that has a key, of which no kind is given. Payments and requests have small numbers, which
  /// others may have, too.
  func record<Kind>(
    withKey key: String, among kinds: [Kind], _ note: (Kind) -> NoteKind
  ) throws -> (kind: Kind, record: NoteRecord) {
    let found = kinds.filter { ![.payment, .request].contains(note($0)) }.compactMap { kind in
      (try? noteRecord(note(kind), try TypedValue.value(key, "kind")))
        .map { (kind: kind, record: $0) }
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
