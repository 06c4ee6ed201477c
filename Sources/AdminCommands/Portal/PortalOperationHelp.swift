import Accounts

extension PortalRegister: ShownOperation {
  static let summary = "Register in the portal, as a citizen does"
  static let discussion = """
    The link in the activation mail proves the address, and only then does what was typed count: \
    the password of the registration whose mail was followed. Several people may register one \
    address; the first mail that is followed ends the other registrations. Whether an address has \
    a login already is told to its owner alone, by mail: the answer is always the same, and \
    nothing about that login changes. A provider must vouch for the address (--email-verified yes).
    """
  static let examples = [
    "portal register pat.lee@example.com --first Pat --last Lee --password-file password.txt",
    "portal register pat.lee@example.com --first Pat --last Lee --provider google --subject 1168 "
      + "--email-verified yes",
  ]
}

extension PortalActivate: ShownOperation {
  static let summary = "Follow the link of an activation mail, or one to a new address"
  static let discussion = """
    What was typed in the registration of that mail counts from now on; every other registration, \
    session, link and way to sign in that was there before ends. A user whom staff registered has \
    no password yet and chooses one now. Standard input holds the token and the password, a line \
    each, where no files are named.
    """
  static let examples = ["portal activate --token-file token.txt"]
}

extension SignIn: ShownOperation {
  static let summary = "Sign in as a user of the portal"
  static let discussion = """
    Prints the session token, which other portal commands need. A wrong password and an unknown \
    address get the same answer after the same work; wrong passwords count towards the lockout \
    policy, and once it is reached the right password is not looked at. With --provider and \
    --subject the external provider has made sure of the user; only a login to which that identity \
    was added is entered so (`portal register`, `portal add-identity`), whatever its address is.
    """
  static let examples = [
    "portal sign-in fern.locke11@example.org --password-file password.txt --remember yes"
  ]
}

extension PortalSignOut: ShownOperation {
  static let summary = "End a session, as a citizen does"
  static let discussion =
    "With --everywhere yes the user's other sessions end as well. An undo opens them again."
  static let examples = [
    "portal sign-out --session-file session.txt",
    "portal sign-out --everywhere yes --session-file session.txt",
  ]
}

extension ForgotPassword: ShownOperation {
  static let summary = "Ask for a recovery mail, as a citizen does"
  static let discussion = """
    The status does not change, and the old password holds until a new one is chosen. Whether the \
    address is known is not told: the answer is always the same. Who was never activated gets a \
    new activation mail instead, by which to choose a password; who is suspended gets none.
    """
  static let examples = ["portal forgot-password fern.locke11@example.org"]
}

extension PortalResetPassword: ShownOperation {
  static let summary = "Choose a new password by the link of a recovery mail"
  static let discussion = """
    Standard input holds the recovery token and the new password, a line each, where no files are \
    named. Open sessions, other links that were mailed and a new address that waits end; a login \
    that is locked stays locked.
    """
  static let examples = [
    "portal reset-password --token-file token.txt --password-file password.txt"
  ]
}

extension ChangePassword: ShownOperation {
  static let summary = "Change a password, knowing the old one"
  static let discussion = """
    Also for a user whose password has expired. A wrong old password counts as one in signing in \
    does. Other sessions end, and so do links that were mailed and a new address that waits; the \
    session whose token is given stays open. Standard input holds the old and the new password and \
    the session token, a line each, where no files are named; the last may be left out.
    """
  static let examples = [
    "portal change-password rosa.mohr3@example.org --password-file old.txt "
      + "--new-password-file new.txt"
  ]
}

extension PortalUnlock: ShownOperation {
  static let summary = "Unlock a login by mail, as a citizen does"
  static let discussion = """
    With --email an unlocking mail is sent, if the policy locked that login; the token of its link \
    unlocks. The answer to --email is always the same. The password stays as it is. Whom staff locked, staff unlock.
    """
  static let examples = [
    "portal unlock --email damon.kirby13@example.net", "portal unlock --token-file token.txt",
  ]
}

extension PortalProfile: ShownOperation {
  static let summary = "Change one's name or e-mail address, as a citizen does"
  static let discussion = """
    A new address counts when the link in the mail to it was followed; until then the user signs in \
    with the old one, which is told of the change. A later new address, a new password or a reset \
    ends one that waits; so does the old address given as the new one. Whether an address is taken \
    is told to its owner alone, by mail.
    """
  static let examples = [
    "portal profile --last Lockwood --session-file session.txt",
    "portal profile --new-email fern@example.com --session-file session.txt",
  ]
}

extension AddIdentity: ShownOperation {
  static let summary = "Add a provider as a way to sign in, as a citizen does"
  static let discussion = """
    Only somebody who is signed in adds to a login, and only an account for whose address the \
    provider vouches, where that is the address of the login. Signing in never adds one by itself.
    """
  static let examples = [
    "portal add-identity google --subject 1168 --email fern.locke11@example.org "
      + "--email-verified yes --session-file session.txt"
  ]
}

extension RemoveIdentity: ShownOperation {
  static let summary = "Remove one way to sign in, as a citizen does"
  static let discussion = """
    A provider or the password; sessions that were opened by it end, but for the one at hand. The \
    last way to sign in cannot be removed. `portal show` lists them.
    """
  static let examples = ["portal remove-identity google --session-file session.txt"]
}
