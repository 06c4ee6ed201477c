import Accounts

extension PortalLink: ShownOperation {
  static let summary = "Link an account by its number and customer ID, as a citizen does"
  static let discussion = """
    The two must match; the answer does not say which one was wrong, and wrong attempts are counted: \
    after too many within 24 hours (setting link.max-attempts), further attempts are refused.
    """
  static let examples = ["portal link 2000007 --cid 100011 --session-file session.txt"]
}

extension PortalUnlink: ShownOperation {
  static let summary = "End the link to an account, as a citizen does"
  static let discussion = """
    The user no longer sees the account. How its bills are delivered and paid does not change. \
    Staff: `link remove`, and `link add` to link it again.
    """
  static let examples = ["portal unlink 2000007 --session-file session.txt"]
}

extension PortalEFT: ShownOperation {
  static let summary = "Sign an account up for automatic payments, as a citizen does"
  static let discussion = """
    For an account that the user is linked to, while the linked customer is responsible for \
    it. The rules \
    are those of `eft enroll`: a prenote goes to the bank first, and if two persons are \
    required (setting eft.two-persons), an operator confirms it. Without files, standard input holds \
    the bank account number and the session token, one per line.
    """
  static let examples = [
    "portal eft 2000007 --routing 021000021 --bank-account-file number.txt "
      + "--session-file session.txt"
  ]
}

extension PortalEndEFT: ShownOperation {
  static let summary = "End an account's automatic payments, as a citizen does"
  static let discussion = "A draft that has already been sent to the bank is not recalled."
  static let examples = ["portal end-eft 2000007 --session-file session.txt"]
}

extension PortalDelivery: ShownOperation {
  static let summary = "Set how bills are delivered, as a citizen"
  static let discussion = """
    For an account that the user is linked to, while the linked customer is responsible for \
    it, also on the first day of the preference. Without \
    an address, the last one is used, or else the user's sign-in address.
    """
  static let examples = ["portal delivery 2000007 email --session-file session.txt"]
}

extension PortalContact: ShownOperation {
  static let summary = "Send a request to the city, as a citizen"
  static let discussion =
    "The reply is sent by e-mail. If an account is given, it must be linked to the user."
  static let examples = [
    "portal contact --subject Leak --text \"The meter box is wet.\" --session-file session.txt"
  ]
}

extension PortalReply: ShownOperation {
  static let summary = "Reply in the thread of one's own request, as a citizen does"
  static let discussion = """
    An answered request becomes open again for staff. A closed request stays closed: write a \
    new one with `portal contact`. Staff record an answer with `request answer`.
    """
  static let examples = ["portal reply 2 \"It is dry again.\" --session-file session.txt"]
}
