/// A citizen's request.
public enum Request: Entity {
  public static let id = Column<Request, Int64>(0, "request")
  public static let email = Column<Request, EmailAddress?>(1, "email")
  public static let user = Column<Request, Int64?>(2, "portal_user")
  public static let account = Column<Request, AccountNumber?>(3, "account")
  public static let subject = Column<Request, Line>(4, "subject")
  /// The city's day.
  public static let receivedOn = Column<Request, CivilDate>(5, "received_on")
  public static let status = Column<Request, RequestStatus>(6, "status")
  public static let statusOn = Column<Request, CivilDate>(7, "status_on")
  public static let assignee = Column<Request, StaffName?>(8, "assignee")
  public static let closeReason = Column<Request, Remark?>(9, "close_reason")

  public static let table = Table(
    "request",
    [
      id.info, email.info, user.info, account.info, subject.info, receivedOn.info, status.info,
      statusOn.info, assignee.info, closeReason.info,
    ])

  static let withSubject = Lookup<Request>([.equal(subject)], order: [.ascending(id)])
}

/// A message about a request, by the citizen or by staff.
public enum RequestMessage: Entity {
  public static let id = Column<RequestMessage, Int64>(0, "request_message")
  public static let request = Column<RequestMessage, Int64>(1, "request")
  public static let sender = Column<RequestMessage, RequestSender>(2, "sender")
  /// The operator, where staff wrote.
  public static let staff = Column<RequestMessage, StaffName?>(3, "operator")
  public static let at = Column<RequestMessage, Timestamp>(4, "at")
  public static let text = Column<RequestMessage, Prose>(5, "text")

  public static let table = Table(
    "request_message",
    [id.info, request.info, sender.info, staff.info, at.info, text.info])

  static let ofRequest = Lookup<RequestMessage>([.equal(request)], order: [.ascending(id)])
}

/// The status of a request.
public enum RequestStatus: String, Choice {
  public static let valueName = "status"
  case open, assigned, answered, closed
}

/// The kind of author.
public enum RequestSender: String, Choice {
  public static let valueName = "sender"
  case citizen, staff
}
