import Accounts
@testable import Ledger

extension Store {
  /// The errors that `store check` finds, with their records.
  func findings() throws -> [String] {
    var found: [String] = []
    _ = try check { finding in
      if finding.severity == .error { found.append("\(finding.record): \(finding.what)") }
    }
    return found
  }

  /// The rules that those errors break, each as often as it is broken.
  func brokenRules(_ scope: CheckScope = .all) throws -> [CheckRule] {
    var found: [CheckRule] = []
    _ = try check(scope) { finding in
      if finding.severity == .error { found.append(finding.rule) }
    }
    return found
  }
}
