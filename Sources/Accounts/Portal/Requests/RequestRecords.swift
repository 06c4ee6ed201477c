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
  package func request(_ number: Int64) throws(RuleError) -> Row<Request> {
    if let row = try find(Request.self, number) { return row }
    throw .refuse(
      .notFound, field: "request", found: "no request \(number)",
      expected: "the number of a request",
      remedy: "see \(run: "request list", options: ["all": nil])")
  }

  /// Adds a citizen's request. The same text again changes nothing until the request is closed.
  func receive(
    _ text: Prose, _ subject: Line, from email: EmailAddress?, user: Row<User>? = nil,
    account: AccountNumber?
  ) throws(RuleError) -> Effect {
    if let effect = try receivesAgain(text, subject, email, account) { return effect }
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
    return Effect("\(row.phrase) added", newKey: "\(row[Request.id])")
  }

  /// The effect of a request that is on record; for a file also of one that was closed since.
  private func receivesAgain(
    _ text: Prose, _ subject: Line, _ email: EmailAddress?, _ account: AccountNumber?
  ) throws(RuleError) -> Effect? {
    guard repeats.compares else { return nil }
    func alike() throws(RuleError) -> [(row: Row<Request>, text: String)] {
      var found: [(row: Row<Request>, text: String)] = []
      for row in try rows(Request.withSubject, subject)
      where row[Request.email] == email && row[Request.account] == account {
        let first = try rows(RequestMessage.firstOfRequest, row[Request.id]).first
        if let first { found.append((row, first[RequestMessage.text].text)) }
      }
      return found
    }
    guard repeats.isOfFile else {
      let row = try alike().first { $0.text == text.text && $0.row[Request.status] != .closed }?.row
      return row.map { Effect("\($0.phrase) is unchanged: \($0[Request.status].rawValue)") }
    }
    return try comesAgain(
      text.text, of: Request.self,
      at: "request \(email?.text ?? "") \(account?.text ?? "") \(subject)", field: "text",
      phrase: { "request \($0), \(subject)" }
    ) { () throws(RuleError) in try alike().map { ($0.row[Request.id], $0.text) } }
  }

  /// The effect of a message that is on record already: typed, only if it is the last one; in a
  /// file, wherever it appears.
  func writesAgain(
    _ text: Prose, to request: Row<Request>, by sender: RequestSender
  ) throws(RuleError) -> Effect? {
    guard repeats.compares else { return nil }
    guard repeats.isOfFile else {
      let last = try rows(RequestMessage.lastOfRequest, request[Request.id]).first
      guard let last, last[RequestMessage.sender] == sender, last[RequestMessage.text] == text
      else { return nil }
      let day = settings.zone.text(last[RequestMessage.at])
      return Effect("\(request.phrase) is unchanged: written on \(day)")
    }
    return try comesAgain(
      text.text, of: RequestMessage.self, at: "\(sender.rawValue) \(request[Request.id])",
      field: "text", phrase: { _ in "the message about \(request.phrase)" }
    ) { () throws(RuleError) in
      try rows(RequestMessage.ofRequest, request[Request.id])
        .filter { $0[RequestMessage.sender] == sender }
        .map { ($0[RequestMessage.id], $0[RequestMessage.text].text) }
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

  /// Recipients of a reply: the writer, or the users linked to the account, unless their customers came later.
  func readers(of request: Row<Request>) throws(RuleError) -> [(email: EmailAddress, user: Int64?)]
  {
    if let email = request[Request.email] { return [(email, request[Request.user])] }
    guard let account = request[Request.account] else { return [] }
    return try usersToTell(of: account, event: request[Request.receivedOn])
      .map { ($0[User.email], $0[User.id]) }
  }
}

extension Row<Request> {
  /// `request 12, leak at the meter`.
  var phrase: String { "request \(self[Request.id]), \(self[Request.subject])" }
}
