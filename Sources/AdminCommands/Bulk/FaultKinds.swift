import Accounts

/// How often each kind of fault was met in a file.
struct FaultKinds {
  /// A code, and the field at fault.
  private struct Kind: Hashable {
    let code: String
    let field: String
  }

  private var counts: [Kind: Int] = [:]

  mutating func add(_ rejection: Rejection) {
    counts[Kind(code: rejection.code.rawValue, field: rejection.field ?? ""), default: 0] += 1
  }

  /// The most frequent first: `31 × account: not_found`.
  var lines: [String] {
    let sorted = counts.sorted {
      ($1.value, $0.key.field, $0.key.code) < ($0.value, $1.key.field, $1.key.code)
    }
    return sorted.map { kind, count in
      "\(count) × " + (kind.field.isEmpty ? "" : kind.field + ": ") + kind.code
    }
  }
}
