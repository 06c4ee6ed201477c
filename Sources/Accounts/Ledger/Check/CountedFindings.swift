/// Passes on the first findings of each kind, and the number of the others.
final class CountedFindings {
  /// The most findings of one rule that are shown.
  static let most: Int64 = 100

  private let report: (Finding) throws -> Void
  private var found: [CheckRule: Int64] = [:]
  private(set) var errors: Int64 = 0
  private(set) var warnings: Int64 = 0

  init(_ report: @escaping (Finding) throws -> Void) { self.report = report }

  func tell(_ finding: Finding) throws {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    }
    found[finding.rule, default: 0] += 1
    if found[finding.rule, default: 0] <= Self.most { try report(finding) }
  }

  /// Reports how many were left out.
  func finish() throws {
    for rule in CheckRule.allCases {
      guard let count = found[rule], count > Self.most else { continue }
      try report(
        Finding(
          rule: rule, severity: .warning, record: "store",
          what: "\(count - Self.most) more findings of this kind, \(count) in all",
          remedy: "fix the first ones, then check again"))
    }
  }
}
