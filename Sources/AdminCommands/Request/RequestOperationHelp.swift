import Accounts

extension AddRequest: ShownOperation {
  static let summary = "Add a citizen's request"
  static let discussion = """
    The reply goes to the e-mail address, or, if only an account is given, to the users linked \
    to it. The request's number is printed. Adding the same request again changes nothing until \
    it is closed; a file that contains it again is refused unless --skip-known or --again is given.
    """
  static let examples = [
    "request add --email pat@example.com --subject \"Leak\" --text \"The meter box is wet.\"",
    "request add --account 2000001 --subject \"High bill\" --text-file letter.txt",
  ]
}

extension AssignRequest: ShownOperation {
  static let summary = "Assign a request to a member of staff"
  static let discussion = "If the store has operators, the assignee must be one of them."
  static let examples = [
    "request add --email pat@example.com --subject Leak --text \"The meter box is wet.\"",
    "request assign 1 --to bea",
  ]
}

extension ReplyRequest: ShownOperation {
  static let summary = "Reply to a request by e-mail"
  static let discussion = """
    The mail waits in the outbox for `mail send`; the text stays with the request. The same text \
    twice in a row is sent only once. A file row whose text was sent before is refused unless \
    --skip-known or --again is given.
    """
  static let examples = [
    "request add --email pat@example.com --subject Leak --text \"The meter box is wet.\"",
    "request reply 1 \"We will come on Friday.\"", "request reply 1 --text-file answer.txt",
  ]
}

extension AnswerRequest: ShownOperation {
  static let summary = "Record a citizen's reply in the thread of a request"
  static let discussion = """
    For replies by phone, at the counter or by letter. An answered request becomes open \
    again. The same text twice in a row is recorded only once.
    """
  static let examples = [
    "request add --email pat@example.com --subject Leak --text \"The meter box is wet.\"",
    "request answer 1 \"It is dry again.\"",
  ]
}

extension CloseRequest: ShownOperation {
  static let summary = "Close a request, whether answered or not"
  static let examples = [
    "request add --email pat@example.com --subject Leak --text \"The meter box is wet.\"",
    "request close 1 --reason \"repaired on the spot\"",
  ]
}
