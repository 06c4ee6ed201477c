import Accounts

extension AddLink: ShownOperation {
  static let summary = "Link a portal user to a utility account"
  static let discussion = """
    The account number and the customer ID must belong together, as on the bill. The user sees \
    only the days on which that customer is or was responsible for the account. A file row with a \
    link that has been removed is refused unless --skip-known or --again is given.
    """
  static let examples = ["link add helen.barros14@example.net 2000010 --cid 100014"]
}

extension RemoveLink: ShownOperation {
  static let summary = "Remove a user's link to an account"
  static let examples = [
    "link remove fern.locke11@example.org 2000007"
  ]
}
