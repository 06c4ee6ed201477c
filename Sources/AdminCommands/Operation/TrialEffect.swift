import Accounts

extension Effect {
  /// Its message where nothing is done: it says what would be reported.
  /// - Parameter run: what the command did instead.
  func trialMessage(_ run: String = "dry run") -> String {
    "\(run), nothing was changed; it would report: \(message)"
  }
}
