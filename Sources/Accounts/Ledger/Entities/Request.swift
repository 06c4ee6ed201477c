package import Engines
package import Values

/// A citizen's request.
package enum Request: Entity {
  package static let id = Column<Request, Int64>(0, "request")
  package static let email = Column<Request, EmailAddress?>(1, "email")
  package static let user = Column<Request, Int64?>(2, "portal_user", references: { User.table })
  package static let account = Column<Request, AccountNumber?>(
    3, "account", references: { Account.table })
  package static let subject = Column<Request, Line>(4, "subject")
  /// The city's day.
  package static let receivedOn = Column<Request, CivilDate>(5, "received_on")
  package static let status = Column<Request, RequestStatus>(6, "status")
  package static let statusOn = Column<Request, CivilDate>(7, "status_on")
  package static let assignee = Column<Request, StaffName?>(8, "assignee")
  package static let closeReason = Column<Request, Remark?>(9, "close_reason")

  package static let table = Table(
    "request",
    [
      id.info, email.info, user.info, account.info, subject.info, receivedOn.info, status.info,
      statusOn.info, assignee.info, closeReason.info,
    ])

  package static let withSubject = Lookup<Request>([.equal(subject)], order: [.ascending(id)])
}

/// A message about a request, by the citizen or by staff.
package enum RequestMessage: Entity {
  package static let id = Column<RequestMessage, Int64>(0, "request_message")
  package static let request = Column<RequestMessage, Int64>(
    1, "request", references: { Request.table })
  package static let sender = Column<RequestMessage, RequestSender>(2, "sender")
  /// The operator, where staff wrote.
  package static let staff = Column<RequestMessage, StaffName?>(3, "operator")
  package static let at = Column<RequestMessage, Timestamp>(4, "at")
  package static let text = Column<RequestMessage, Prose>(5, "text")

  package static let table = Table(
    "request_message",
    [id.info, request.info, sender.info, staff.info, at.info, text.info])

  package static let ofRequest = Lookup<RequestMessage>(
    [.equal(request)], order: [.ascending(id)])
  package static let firstOfRequest = Lookup<RequestMessage>(
    [.equal(request)], order: [.ascending(id)], limit: 1)
  package static let lastOfRequest = Lookup<RequestMessage>(
    [.equal(request)], order: [.descending(id)], limit: 1)
}

/// The status of a request.
package enum RequestStatus: String, Choice {
  package static let valueName = "status"
  case open, assigned, answered, closed
}

/// The kind of author.
package enum RequestSender: String, Choice {
  package static let valueName = "sender"
  case citizen, staff
}
