import Accounts

extension AddOperator: ShownOperation {
  static let summary = "Let a member of staff work on the store"
  static let discussion = """
    Until the first operator is added, everybody whom the file's permissions or the server's grants \
    let in may do everything. The first must be an admin, and you yourself, so that nobody locks \
    all out. What each role may do: `operator roles`. On a server, the login needs the role there too: the command says what is missing.
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
  static let summary = "Let a member of staff no longer work on the store"
  static let discussion = "What they have done stays in the journal under their name."
  static let examples = ["operator remove bea --reason \"has left the city\""]
}
