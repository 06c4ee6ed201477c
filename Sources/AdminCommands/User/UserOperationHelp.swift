import Accounts

extension RegisterUser: ShownOperation {
  static let summary = "Register a user of the portal"
  static let discussion = """
    The user gets an activation mail and chooses a password with its link. With --mail no, the user \
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
    Links in earlier activation mails no longer work, so those registrations do \
    not take effect: the user chooses a password with the new link. A deactivated user is invited again.
    """
  static let examples = [
    "user resend helen.barros14@example.net"
  ]
}

extension ActivateUser: ShownOperation {
  static let summary = "Activate a user without the link in the activation mail"
  static let discussion =
    """
    For a user whose identity you have verified in another way. Because this does not verify the address, no \
    password from a registration takes effect: the user sets one with the portal's “forgot \
    password”. Earlier sessions, links and sign-in methods end.
    """
  static let examples = ["user activate helen.barros14@example.net"]
}

extension SetUser: ShownOperation {
  static let summary = "Change a user's name or e-mail address"
  static let discussion = """
    A new address takes effect when the user follows the link in the mail sent to it; until then the \
    user signs in with the old one, which is notified of the change. A later new address replaces it, and \
    giving the old address cancels it. If the user is not activated yet, nobody has \
    verified the old address: the new one takes effect immediately and gets the activation mail.
    """
  static let examples = [
    "user set fern.locke11@example.org --last Lockwood",
    "user set fern.locke11@example.org --new-email fern@example.com",
  ]
}

extension LockUser: ShownOperation {
  static let summary = "Lock a user out of the portal"
  static let discussion = """
    The password is kept; open sessions end. `user unlock` lets the user in again; the lockout policy's \
    automatic unlocking does not apply to a user locked by staff.
    """
  static let examples = ["user lock fern.locke11@example.org --reason \"requested by phone\""]
}

extension UnlockUser: ShownOperation {
  static let summary = "Let locked-out users sign in again"
  static let discussion = """
    The password does not change: a user who has forgotten it needs `user reset-password`. The attempts, \
    the last sign-in and the lockout policy are shown first. Several addresses \
    are one change, as are all users locked out since a given time (--locked-since, with --yes).
    """
  static let choosesRecords = true
  static let examples = [
    "user unlock damon.kirby13@example.net --reason \"knows the password\""
  ]
}

extension SuspendUser: ShownOperation {
  static let summary = "Suspend a user"
  static let discussion =
    """
    Open sessions end, and links that were mailed no longer work. A suspended user can only be unsuspended or \
    deactivated.
    """
  static let examples = ["user suspend fern.locke11@example.org --reason \"fraud inquiry\""]
}

extension UnsuspendUser: ShownOperation {
  static let summary = "Lift a user's suspension"
  static let discussion = """
    The user has the status from before the suspension again. A user who had to choose a new password still has \
    to, with the link of a new `user reset-password`; one who was locked out stays locked out until `user unlock`.
    """
  static let examples = [
    "user unsuspend ariel.dietz27@example.com"
  ]
}

extension ResetPassword: ShownOperation {
  static let summary = "Make a user choose a new password"
  static let discussion = """
    The user gets a recovery mail and cannot sign in until a new password is chosen with its link; \
    open sessions end. Nobody else sees or sets a password. For a user who is locked out and \
    knows the password, `user unlock` is enough.
    """
  static let examples = ["user reset-password fern.locke11@example.org"]
}

extension DeactivateUser: ShownOperation {
  static let summary = "Deactivate a user's login"
  static let discussion = """
    Sessions and tokens end; links to accounts stay on record. `user resend` sends a new \
    activation mail to reactivate the user.
    """
  static let examples = ["user deactivate fern.locke11@example.org"]
}

extension RevokeSessions: ShownOperation {
  static let summary = "End a user's open sessions in the portal"
  static let discussion =
    "Anyone signed in as the user must sign in again. `user sessions` lists the open sessions."
  static let examples = ["user revoke fern.locke11@example.org"]
}

extension RemoveUserIdentity: ShownOperation {
  static let summary = "Remove one of a user's sign-in methods"
  static let discussion = """
    Removes a provider or the password; sessions opened with it end. `user show` lists the methods, and \
    `change undo` restores one. A user left without any can set a password with the portal's \
    “forgot password”.
    """
  static let examples = [
    "user remove-identity helen.barros14@example.net password --reason \"requested by phone\""
  ]
}
