import Accounts
import Reports

extension Rejection {
  /// Rejects a row that cannot be read like one that breaks a rule.
  init(_ error: CSVError, header: [String]) {
    let column = error.cell.flatMap { header.indices.contains($0 - 1) ? header[$0 - 1] : nil }
    self.init(
      RejectionCode(rawValue: error.kind.rawValue) ?? .malformed, field: column,
      found: error.found, expected: error.expected, remedy: error.remedy)
  }
}
