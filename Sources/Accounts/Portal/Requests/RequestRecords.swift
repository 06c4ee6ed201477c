package import Engines
package import Ledger
package import Values

/// Fields of the commands on requests.
enum RequestFields {
  static let request = Field<WholeNumber>.argument("request", "request number")
  static let subject = Field<Line>.option("subject", required: true, "subject")
  static let text = Field<Prose>.option("text", required: true, "text of the message")
  /// Where nothing else is said, it follows the number.
  static let answer = Field<Prose>.argument("text", "text of the message")
  static let account = Field<AccountNumber>.argument(
    "account", required: false, "account the request is about")
}

/// Requests as rules reach them.
extension Books {
  func request(_ number: Int64) throws(RuleError) -> Row<Request> {
    if let row = try find(Request.self, number) { return row }
    throw .refuse(
      .notFound, field: "request", found: "no request \(number)",
      expected: "the number of a request", remedy: "see `request list --all`")
  }

  /// Adds a citizen's request. The same text again changes nothing until the request is closed.
  func receive(
    _ text: Prose, _ subject: Line, from email: EmailAddress?, user: Row<User>? = nil,
    account: AccountNumber?
  ) throws(RuleError) -> Effect {
    let known = try waiting(subject, email, account)
    if let other = known.first([text.text]).flatMap({ Int64($0) }) {
      let row = try request(other)
      return Effect("\(row.phrase) is unchanged: \(row[Request.status].rawValue)")
    }
    var row = Row<Request>()
    row[Request.id] = try nextID(Request.self)
    row[Request.email] = email
    row[Request.user] = user?[User.id]
    row[Request.account] = account
    row[Request.subject] = subject
    row[Request.receivedOn] = today
    row[Request.status] = .open
    row[Request.statusOn] = today
    insert(row)
    try write(text, to: row, by: .citizen)
    known.add(row[Request.id], words: text.text)
    return Effect("\(row.phrase) added", newKey: "\(row[Request.id])")
  }

  /// Requests of one citizen and subject that are not closed, by their texts.
  private func waiting(
    _ subject: Line, _ email: EmailAddress?, _ account: AccountNumber?
  ) throws(RuleError) -> KnownRows {
    let place = "request \(email?.text ?? "") \(account?.text ?? "") \(subject)"
    return try known(at: place) { () throws(RuleError) in
      var found: [(String, [String])] = []
      for row in try rows(Request.withSubject, subject)
      where row[Request.status] != .closed && row[Request.email] == email
        && row[Request.account] == account
      {
        let first = try rows(RequestMessage.firstOfRequest, row[Request.id]).first
        if let first { found.append(("\(row[Request.id])", [first[RequestMessage.text].text])) }
      }
      return KnownRows(found)
    }
  }

  package func write(
    _ text: Prose, to request: Row<Request>, by sender: RequestSender
  ) throws(RuleError) {
    var row = Row<RequestMessage>()
    row[RequestMessage.id] = try nextID(RequestMessage.self)
    row[RequestMessage.request] = request[Request.id]
    row[RequestMessage.sender] = sender
    row[RequestMessage.staff] = sender == .staff ? StaffName(trusted: operatorName) : nil
    row[RequestMessage.at] = now
    row[RequestMessage.text] = text
    insert(row)
  }

  /// Recipients of a reply: the writer, or the users linked to the account.
  func readers(of request: Row<Request>) throws(RuleError) -> [(email: EmailAddress, user: Int64?)]
  {
    if let email = request[Request.email] { return [(email, request[Request.user])] }
    guard let account = request[Request.account] else { return [] }
    return try usersToTell(of: account).map { ($0[User.email], $0[User.id]) }
  }
}

extension Row<Request> {
  /// `request 12, leak at the meter`.
  var phrase: String { "request \(self[Request.id]), \(self[Request.subject])" }
}
