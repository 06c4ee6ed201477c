import Accounts

extension AddAnnouncement: ShownOperation {
  static let summary = "Add an announcement to the portal's welcome page"
  static let discussion = """
    It is shown from --from through --to, or until it is retired. The \
    audience "linked" means users with a linked account; "all" means everyone who visits the portal. \
    The announcement's number is printed.
    """
  static let examples = [
    "announcement add \"Office closed\" \"We are closed on Thursday.\" --from 2026-11-20 "
      + "--to 2026-11-26",
    "announcement add \"Water main work\" \"Pressure may be low.\" --audience linked",
  ]
}

extension RetireAnnouncement: ShownOperation {
  static let summary = "Remove an announcement from the portal's welcome page"
  static let examples = [
    "announcement add \"Water main work\" \"Pressure may be low.\"", "announcement retire 1",
  ]
}
