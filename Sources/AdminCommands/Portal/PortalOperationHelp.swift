import Accounts

extension PortalRegister: ShownOperation {
  static let summary = "Register in the portal, as a citizen does"
  static let discussion = """
    Following the link in the activation mail verifies the address, and only then does the \
    registration take effect, with the password entered in that registration. Several people may \
    register the same address; the first link that is followed ends the other registrations. Only \
    the owner of an address learns, by mail, that it already has a login: the answer here is always the \
    same, and nothing about that login changes. A provider must have verified the address \
    (--email-verified yes).
    """
  static let examples = [
    "portal register pat.lee@example.com --first Pat --last Lee --password-file password.txt",
    "portal register pat.lee@example.com --first Pat --last Lee --provider google --subject 1168 "
      + "--email-verified yes",
  ]
}

extension PortalActivate: ShownOperation {
  static let summary = "Follow the link in an activation mail, or in a mail to a new address"
  static let discussion = """
    The registration of that mail takes effect; every other registration, \
    session, link and sign-in method that existed before ends. A user registered by staff has \
    no password yet and chooses one now. Without files, standard input holds the token and the password, \
    one per line.
    """
  static let examples = ["portal activate --token-file token.txt"]
}

extension SignIn: ShownOperation {
  static let summary = "Sign in to the portal"
  static let discussion = """
    Prints the session token, which other portal commands require. A wrong password and an unknown \
    address get the same answer in the same time. Wrong passwords count toward the lockout \
    policy; once the limit is reached, even the correct password is refused. With --provider and \
    --subject, the external provider has authenticated the user; this opens only a login to which that \
    identity was added (`portal register`, `portal add-identity`), whatever its address is.
    """
  static let examples = [
    "portal sign-in fern.locke11@example.org --password-file password.txt --remember yes"
  ]
}

extension PortalSignOut: ShownOperation {
  static let summary = "End a session, as a citizen does"
  static let discussion =
    "With --everywhere yes, the user's other sessions end as well. An undo reopens them."
  static let examples = [
    "portal sign-out --session-file session.txt",
    "portal sign-out --everywhere yes --session-file session.txt",
  ]
}

extension ForgotPassword: ShownOperation {
  static let summary = "Ask for a recovery mail, as a citizen does"
  static let discussion = """
    The status does not change, and the old password is valid until a new one is chosen. The answer is \
    always the same, whether or not the address is known. A user who was never activated gets a new \
    activation mail instead, to choose a password; a suspended user gets none.
    """
  static let examples = ["portal forgot-password fern.locke11@example.org"]
}

extension PortalResetPassword: ShownOperation {
  static let summary = "Choose a new password with the link in a recovery mail"
  static let discussion = """
    Without files, standard input holds the recovery token and the new password, one per line. \
    Open sessions, other mailed links and a pending new address end; a login \
    that is locked stays locked.
    """
  static let examples = [
    "portal reset-password --token-file token.txt --password-file password.txt"
  ]
}

extension ChangePassword: ShownOperation {
  static let summary = "Change a password by giving the old one"
  static let discussion = """
    Also for a user whose password has expired. A wrong old password counts as a failed sign-in. \
    Other sessions end, and so do mailed links and a pending new address; the \
    session whose token is given stays open. Without files, standard input holds the old password, the \
    new password and the session token, one per line; the last may be left out.
    """
  static let examples = [
    "portal change-password rosa.mohr3@example.org --password-file old.txt "
      + "--new-password-file new.txt"
  ]
}

extension PortalUnlock: ShownOperation {
  static let summary = "Unlock a login by mail, as a citizen does"
  static let discussion = """
    With --email, an unlocking mail is sent if the policy locked that login; the token in its link \
    unlocks it. The answer to --email is always the same. The password does not change. A user locked \
    by staff must be unlocked by staff.
    """
  static let examples = [
    "portal unlock --email damon.kirby13@example.net", "portal unlock --token-file token.txt",
  ]
}

extension PortalProfile: ShownOperation {
  static let summary = "Change one's name or e-mail address, as a citizen does"
  static let discussion = """
    A new address takes effect when the link in the mail sent to it is followed; until then the user \
    signs in with the old one, which is notified of the change. A later new address, a new password or \
    a reset ends a pending one; so does giving the old address as the new one. Only the owner of \
    an address learns, by mail, that it is taken.
    """
  static let examples = [
    "portal profile --last Lockwood --session-file session.txt",
    "portal profile --new-email fern@example.com --session-file session.txt",
  ]
}

extension AddIdentity: ShownOperation {
  static let summary = "Add a provider as a way to sign in, as a citizen does"
  static let discussion = """
    Only a signed-in user can add a provider to a login, and only an account whose address the \
    provider has verified and that matches the login's address. Signing in never adds one automatically.
    """
  static let examples = [
    "portal add-identity google --subject 1168 --email fern.locke11@example.org "
      + "--email-verified yes --session-file session.txt"
  ]
}

extension RemoveIdentity: ShownOperation {
  static let summary = "Remove a sign-in method, as a citizen does"
  static let discussion = """
    Removes a provider or the password. Sessions opened with it end, except the current one. The \
    last sign-in method cannot be removed. `portal show` lists them.
    """
  static let examples = ["portal remove-identity google --session-file session.txt"]
}
