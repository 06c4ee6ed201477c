import Accounts

extension EnrollEFT: ShownOperation {
  static let summary = "Enroll an account for automatic payments from a bank account"
  static let discussion = """
    The bank account number is read from --bank-account-file, from standard input, or from a prompt \
    without echo; in a bulk file, from the column bank-account (keep such a file at mode 0600). It \
    is encrypted with this operator's key file, and only its last four digits are shown. The first enrollment of \
    a store creates the key file; every other operator needs a copy of it (ubadmin-security(7)). A prenote to the \
    bank goes first; drafts begin when its waiting period is over. Enrolling again with \
    other details replaces the old ones. A file row with bank details that have since been canceled, \
    returned or replaced is refused unless --skip-known or --again is given. --channel is how the customer authorized the payments, and \
    sets the class of the entries: WEB for web, TEL for phone, PPD for paper; entries of organizations \
    are CCD.
    """
  static let examples = [
    "eft enroll 2000001 --routing 021000021 --bank-account-file number.txt --type savings "
      + "--draft-day 5",
    "eft enroll 2000002 --routing 021000021 --bank-account-file number.txt --channel phone",
  ]
}

extension SetEFT: ShownOperation {
  static let summary = "Change an enrollment's draft day, or the bank account's type"
  static let discussion = """
    A new routing number or type is verified with a new prenote. A new bank account \
    is entered with `eft enroll`.
    """
  static let examples = [
    "eft enroll 2000001 --routing 021000021 --bank-account-file number.txt",
    "eft set 2000001 --draft-day 5",
    "eft set 2000001 --type savings",
  ]
}

extension ConfirmEFT: ShownOperation {
  static let summary = "Confirm an enrollment, so that it goes on to the bank"
  static let discussion = """
    If the setting eft.two-persons is yes, one operator confirms what another has entered. An \
    enrollment whose prenote waiting period is over becomes active; `eft export` does this automatically.
    """
  static let examples = ["eft confirm --from entered-today.csv"]
}

extension HoldEFT: ShownOperation {
  static let summary = "Put an account's automatic payments on hold"
  static let examples = [
    "eft enroll 2000001 --routing 021000021 --bank-account-file number.txt",
    "eft hold 2000001 --reason \"bill is disputed\"",
  ]
}

extension ReleaseEFT: ShownOperation {
  static let summary = "Resume automatic payments that are on hold"
  static let discussion =
    "A prenote that was accepted before is not sent again; otherwise its waiting period continues."
  static let examples = HoldEFT.examples + ["eft release 2000001"]
}

extension CancelEFT: ShownOperation {
  static let summary = "End an account's automatic payments"
  static let discussion = "A draft that has already been sent to the bank is not recalled."
  static let examples = [
    "eft enroll 2000001 --routing 021000021 --bank-account-file number.txt",
    "eft cancel 2000001 --reason \"customer request\"",
  ]
}
