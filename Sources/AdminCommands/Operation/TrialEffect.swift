import Accounts

extension Effect {
  /// Its message where nothing is done: it says what would be reported.
  /// - Parameter run: what the command did instead.
  func trialMessage(_ run: String = "dry run") -> String {
    "\(run), nothing was changed; it would report: \(message)"
  }
}

extension CommandContext {
  /// What an operation did, or would report.
  func say(_ effect: Effect) { say(options.dryRun ? effect.trialMessage() : effect.message) }
}
