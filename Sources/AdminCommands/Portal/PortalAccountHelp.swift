import Accounts

extension PortalLink: ShownOperation {
  static let summary = "Link an account by its number and customer ID, as a citizen does"
  static let discussion = """
    Both must belong together; which of them was wrong is not told, and wrong attempts are counted: \
    after so many within 24 hours (setting link.max-attempts) there are no more.
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
    are those of `eft enroll`: the bank is asked with a prenote first, and where two persons are \
    needed (setting eft.two-persons) an operator confirms it. Standard input holds the bank \
    account's number and the session token, a line each, where no files are named.
    """
  static let examples = [
    "portal eft 2000007 --routing 021000021 --bank-account-file number.txt "
      + "--session-file session.txt"
  ]
}

extension PortalEndEFT: ShownOperation {
  static let summary = "End an account's automatic payments, as a citizen does"
  static let discussion = "A draft that went to the bank already is not called back."
  static let examples = ["portal end-eft 2000007 --session-file session.txt"]
}

extension PortalDelivery: ShownOperation {
  static let summary = "Set how bills are delivered, as a citizen"
  static let discussion = """
    For an account that the user is linked to, while the linked customer is responsible for \
    it. Without \
    an address the last one holds, or else the one that the user signs in with.
    """
  static let examples = ["portal delivery 2000007 email --session-file session.txt"]
}

extension PortalContact: ShownOperation {
  static let summary = "Send a request to the city, as a citizen"
  static let discussion =
    "The reply comes by e-mail. If an account is given, it must be linked to the user."
  static let examples = [
    "portal contact --subject Leak --text \"The meter box is wet.\" --session-file session.txt"
  ]
}

extension PortalReply: ShownOperation {
  static let summary = "Answer in the thread of one's own request, as a citizen does"
  static let discussion = """
    A request that was answered is open work again for staff. What is closed stays closed: write a \
    new one with `portal contact`. Staff record an answer with `request answer`.
    """
  static let examples = ["portal reply 2 \"It is dry again.\" --session-file session.txt"]
}
