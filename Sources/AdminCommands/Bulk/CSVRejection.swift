import Accounts
import Reports

extension Rejection {
  /// A row that cannot be read is rejected like one that breaks a rule.
  init(_ error: CSVError) {
    self.init(
      .malformed, field: nil, found: "\(error)", expected: "a row of CSV", mend: "")
  }
}
