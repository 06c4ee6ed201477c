import Accounts

extension EnrollEFT: ShownOperation {
  static let summary = "Enroll an account for automatic payments from a bank account"
  static let discussion = """
    The bank account's number comes from --bank-account-file, from standard input, or is asked for \
    without echo; in a bulk file it is the column bank-account (keep such a file at mode 0600). It \
    is sealed with the key file of this machine, and shown by its last four digits. The bank is \
    asked with a prenote first; drafts begin when its waiting days are over. Enrolling again with \
    other details replaces them. --channel is how the customer authorized it, and decides the class of \
    the entries: web is WEB, phone TEL, paper PPD; an organization's are CCD.
    """
  static let examples = [
    "eft enroll 2000001 --routing 021000021 --type savings --draft-day 5",
    "eft enroll 2000002 --routing 021000021 --bank-account-file number.txt --channel phone",
  ]
}

extension SetEFT: ShownOperation {
  static let summary = "Change an enrollment's draft day, or the bank account's type"
  static let discussion = """
    Another routing number or type is asked of the bank anew, with a prenote. Another bank account \
    is entered with `eft enroll`.
    """
  static let examples = [
    "eft enroll 2000001 --routing 021000021", "eft set 2000001 --draft-day 5",
    "eft set 2000001 --type savings",
  ]
}

extension ConfirmEFT: ShownOperation {
  static let summary = "Confirm an enrollment, so that it goes on to the bank"
  static let discussion = """
    Where the setting eft.two-persons is yes, an operator confirms what another has entered. An \
    enrollment whose prenote has waited its days becomes active; `eft export` sees to that by itself.
    """
  static let examples = ["eft confirm --from entered-today.csv"]
}

extension HoldEFT: ShownOperation {
  static let summary = "Hold an account's automatic payments for a while"
  static let examples = [
    "eft enroll 2000001 --routing 021000021",
    "eft hold 2000001 --reason \"bill is disputed\"",
  ]
}

extension ReleaseEFT: ShownOperation {
  static let summary = "Let automatic payments that are on hold go on"
  static let discussion =
    "A prenote that was good before need not be sent again; otherwise its waiting goes on."
  static let examples = HoldEFT.examples + ["eft release 2000001"]
}

extension CancelEFT: ShownOperation {
  static let summary = "End an account's automatic payments"
  static let discussion = "A draft that went to the bank already is not called back."
  static let examples = [
    "eft enroll 2000001 --routing 021000021",
    "eft cancel 2000001 --reason \"customer's wish\"",
  ]
}
