import Accounts
import Reports

extension Rejection {
  /// A row that cannot be read is rejected like one that breaks a rule.
  init(_ error: CSVError) {
    let cell = error.cell.map { "cell \($0): " } ?? ""
    self.init(
      .malformed, field: nil, found: cell + error.found, expected: error.expected,
      mend: error.mend)
  }
}
