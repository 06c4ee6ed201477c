import Accounts

extension RegisterUser: ShownOperation {
  static let summary = "Register a user of the portal"
  static let discussion = """
    The user gets an activation mail, and chooses a password by its link. With --mail no the user \
    is staged: `user resend` sends the mail later.
    """
  static let examples = [
    "user register pat.lee@example.com --first Pat --last Lee",
    "user register --from users.csv --mail no --dry-run",
  ]
}

extension ResendActivation: ShownOperation {
  static let summary = "Send a user a new activation mail"
  static let discussion =
    """
    Links of earlier activation mails no longer work, so that what was typed in those registrations \
    does not count: the user chooses a password by the new link. A deactivated user is invited anew.
    """
  static let examples = [
    "user resend helen.barros14@example.net"
  ]
}

extension ActivateUser: ShownOperation {
  static let summary = "Activate a user without the link in the activation mail"
  static let discussion =
    """
    For a user whom you have made sure of by other means. As the address is not proved by it, no \
    password counts that was typed in a registration: the user sets one by the portal's “forgot \
    password”. Sessions, links and ways to sign in from before it end.
    """
  static let examples = ["user activate helen.barros14@example.net"]
}

extension SetUser: ShownOperation {
  static let summary = "Change a user's name or e-mail address"
  static let discussion = """
    A new address counts when the user has followed the link in the mail to it; until then the \
    user signs in with the old one, which is told of the change. A later one takes its place, and \
    the old address given as the new one ends it. Where the user is not activated yet, nobody has \
    proved the old address: the new one counts at once, and gets the activation mail.
    """
  static let examples = [
    "user set fern.locke11@example.org --last Lockwood",
    "user set fern.locke11@example.org --new-email fern@example.com",
  ]
}

extension LockUser: ShownOperation {
  static let summary = "Lock a user out of the portal"
  static let discussion = """
    The password is kept; open sessions end. `user unlock` lets the user in again; the policy's \
    own unlocking after some minutes does not touch a user whom staff locked.
    """
  static let examples = ["user lock fern.locke11@example.org --reason \"asked by phone\""]
}

extension UnlockUser: ShownOperation {
  static let summary = "Let locked-out users sign in again"
  static let discussion = """
    The password stays as it is: who has forgotten it needs `user reset-password`. The attempts, \
    the last sign-in and the policy that locked the user out are shown first. Several addresses \
    are one change, as are all who were locked out since a moment (--locked-since, with --yes).
    """
  static let examples = [
    "user unlock damon.kirby13@example.net --reason \"knows the password\""
  ]
}

extension SuspendUser: ShownOperation {
  static let summary = "Suspend a user"
  static let discussion =
    "A suspended user can only be unsuspended or deactivated; open sessions end."
  static let examples = ["user suspend fern.locke11@example.org --reason \"fraud inquiry\""]
}

extension UnsuspendUser: ShownOperation {
  static let summary = "Lift a user's suspension"
  static let examples = [
    "user unsuspend ariel.dietz27@example.com"
  ]
}

extension ResetPassword: ShownOperation {
  static let summary = "Make a user choose a new password"
  static let discussion = """
    The user gets a recovery mail and cannot sign in until a new password is chosen by its link; \
    open sessions end. Nobody else sees or sets a password. For a user who is locked out and \
    knows the password, `user unlock` is enough.
    """
  static let examples = ["user reset-password fern.locke11@example.org"]
}

extension DeactivateUser: ShownOperation {
  static let summary = "Take a user's login away"
  static let discussion = """
    Sessions and tokens end; links to accounts stay on record. `user resend` sends a new \
    activation mail to a user who shall have the login back.
    """
  static let examples = ["user deactivate fern.locke11@example.org"]
}

extension RevokeSessions: ShownOperation {
  static let summary = "End a user's open sessions in the portal"
  static let discussion =
    "Whoever is signed in as the user must sign in again. `user sessions` shows what is open."
  static let examples = ["user revoke fern.locke11@example.org"]
}

extension RemoveUserIdentity: ShownOperation {
  static let summary = "Remove one way in which a user signs in"
  static let discussion = """
    A provider or the password; sessions that were opened by it end. `user show` lists them, and \
    `change undo` brings it back. Who is left without one can set a password by the portal's \
    “forgot password”.
    """
  static let examples = [
    "user remove-identity helen.barros14@example.net password --reason \"asked by phone\""
  ]
}
