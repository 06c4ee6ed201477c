import Accounts

extension AddNote: ShownOperation {
  static let summary = "Add a note to a record"
  static let discussion = """
    The key identifies the record, as in other commands: customer ID, account number, location, \
    meter, ACCOUNT/SERVICE, a user's e-mail address, or the number of a bill, payment or \
    request. Adding the same text again as the same operator on the same day changes nothing; in a \
    file, a note with the same text counts as a repeat, no matter who wrote it or when. To remove a note, use \
    `change undo`.
    """
  static let examples = [
    "note add account 2000001 \"Dog in the yard: read from the gate.\"",
    "note add customer 100001 \"Wants to be called after six.\"",
    "note add service 2000001/WATER \"Valve is stiff.\"", "note add --from notes.csv",
  ]
}
