import Engines
import Ledger
import Values

/// How many wrong attempts to link an account a user has had in the last 24 hours.
struct LinkLimit {
  let count: Int
  /// When the next attempt is looked at; nil if it is now.
  let end: Timestamp?

  /// - Parameter refused: the wrong attempts of the last 24 hours, the oldest first.
  init(_ refused: [Row<SignInAttempt>], _ settings: Settings) {
    let most = settings.integer(.linkAttempts)
    count = refused.count
    end =
      refused.count < most
      ? nil : refused[refused.count - most][SignInAttempt.at].adding(days: 1)
  }
}

extension Books {
  /// The user's wrong attempts to link an account in the last 24 hours, the oldest first.
  func refusedLinks(of user: Row<User>) throws(RuleError) -> [Row<SignInAttempt>] {
    try rows(SignInAttempt.sinceOfUser, user[User.id], now.adding(days: -1)).filter {
      $0[SignInAttempt.outcome] == .linkRefused
    }
  }
}
