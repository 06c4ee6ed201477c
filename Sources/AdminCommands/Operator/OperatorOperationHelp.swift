import Accounts

extension AddOperator: ShownOperation {
  static let summary = "Add a staff member as an operator"
  static let discussion = """
    Until the first operator is added, everyone who has access by the file's permissions or the \
    server's grants may do everything. The first operator must be an admin, and must be yourself unless \
    you are root, so that nobody locks everyone out. `operator roles` lists what each role may do. On a server, the login \
    also needs the role there: the command says what is missing.
    """
  static let examples = [
    "operator add pat admin", "operator add bea clerk --full-name \"Bea Lane\"",
  ]
}

extension SetOperator: ShownOperation {
  static let summary = "Change an operator's role or name"
  static let examples = ["operator set bea --role supervisor"]
}

extension RemoveOperator: ShownOperation {
  static let summary = "Remove an operator"
  static let discussion = "Their changes stay in the journal under their name."
  static let examples = ["operator remove bea --reason \"no longer works here\""]
}
