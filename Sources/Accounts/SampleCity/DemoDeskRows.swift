import Engines
import Ledger
import Values

/// Rows of delivery, automatic payments, requests, notes and announcements.
extension DemoWriter {
  func writeDelivery(_ block: DemoBlock) throws(StoreError) {
    for held in block.preferences {
      var row = Row<DeliveryPreference>()
      row[DeliveryPreference.id] = held.id
      row[DeliveryPreference.account] = AccountNumber(trusted: DemoAccount.number(held.account))
      row[DeliveryPreference.method] = held.method
      row[DeliveryPreference.email] = held.email.map { EmailAddress(trusted: $0) }
      row[DeliveryPreference.fromOn] = held.from
      row[DeliveryPreference.toOn] = held.to
      try insert(row)
    }
    for event in block.events {
      var row = Row<DeliveryEvent>()
      row[DeliveryEvent.id] = event.id
      row[DeliveryEvent.preference] = event.preference
      row[DeliveryEvent.account] = AccountNumber(trusted: DemoAccount.number(event.account))
      row[DeliveryEvent.email] = event.email.map { EmailAddress(trusted: $0) }
      row[DeliveryEvent.on] = event.on
      row[DeliveryEvent.kind] = event.kind
      row[DeliveryEvent.type] = event.type
      row[DeliveryEvent.code] = event.code.map { Line(trusted: $0) }
      try insert(row)
    }
  }

  func writeEnrollments(_ block: DemoBlock) throws(StoreError) {
    for enrollment in block.enrollments {
      var row = Row<EFTBankAccount>()
      row[EFTBankAccount.id] = enrollment.id
      row[EFTBankAccount.sealed] = try sealed(enrollment)
      try insert(row)
    }
    for enrollment in block.enrollments { try insert(row(enrollment)) }
  }

  private func sealed(_ enrollment: DemoEnrollment) throws(StoreError) -> Secret {
    do throws(VaultError) {
      let name = DemoAccount.number(enrollment.account)
      return Secret(trusted: try vault.seal(enrollment.number, for: name))
    } catch {
      throw StoreError(.defect, "a bank account could not be sealed")
    }
  }

  private func row(_ enrollment: DemoEnrollment) -> Row<EFTEnrollment> {
    var row = Row<EFTEnrollment>()
    row[EFTEnrollment.id] = enrollment.id
    row[EFTEnrollment.account] = AccountNumber(trusted: DemoAccount.number(enrollment.account))
    row[EFTEnrollment.cid] = CustomerID(trusted: String(enrollment.cid))
    row[EFTEnrollment.state] = enrollment.state
    row[EFTEnrollment.routing] = RoutingNumber(.text(enrollment.routing))
    row[EFTEnrollment.bankAccount] = enrollment.id
    row[EFTEnrollment.lastFour] = enrollment.number.lastFour
    row[EFTEnrollment.type] = enrollment.type
    row[EFTEnrollment.draftDay] = enrollment.draftDay.map { WholeNumber(value: Int64($0)) }
    row[EFTEnrollment.enteredOn] = enrollment.enteredOn
    row[EFTEnrollment.enteredBy] = staff(enrollment.id).text
    row[EFTEnrollment.prenoteOn] = enrollment.prenoteOn
    row[EFTEnrollment.endsOn] = enrollment.endsOn
    row[EFTEnrollment.reason] = enrollment.reason.map { Remark(trusted: $0) }
    return row
  }

  /// - Parameter users: the portal users among the block's customers.
  func writeDesk(_ block: DemoBlock, _ users: [Int: Row<User>]) throws(StoreError) {
    for request in block.requests {
      let user = request.cid.flatMap { users[$0] }
      try insert(row(request, by: user))
    }
    for request in block.requests {
      // Two numbers a request, for the question and the answer.
      try insert(message(request, request.id * 2 - 1, request.text, nil, on: request.receivedOn))
      guard request.status == .answered || request.status == .closed else { continue }
      try insert(
        message(request, request.id * 2, request.answer, staff(request.id), on: request.statusOn))
    }
    for note in block.notes {
      var row = Row<Note>()
      row[Note.id] = note.id
      row[Note.kind] = note.kind
      row[Note.key] = note.key
      row[Note.text] = Prose(trusted: note.text)
      row[Note.staff] = staff(note.id)
      row[Note.at] = Self.afternoon(of: note.on)
      row[Note.on] = note.on
      try insert(row)
    }
  }

  private func row(_ request: DemoRequest, by user: Row<User>?) -> Row<Request> {
    var row = Row<Request>()
    row[Request.id] = request.id
    row[Request.email] = EmailAddress(trusted: request.email)
    row[Request.user] = user?[User.id]
    row[Request.account] = AccountNumber(trusted: DemoAccount.number(request.account))
    row[Request.subject] = Line(trusted: request.subject)
    row[Request.receivedOn] = request.receivedOn
    row[Request.status] = request.status
    row[Request.statusOn] = request.statusOn
    row[Request.assignee] = request.status == .open ? nil : staff(request.id)
    row[Request.closeReason] = request.status == .closed ? Remark(trusted: "settled") : nil
    return row
  }

  private func message(
    _ request: DemoRequest, _ id: Int64, _ text: String, _ staff: StaffName?, on day: CivilDate
  ) -> Row<RequestMessage> {
    var row = Row<RequestMessage>()
    row[RequestMessage.id] = id
    row[RequestMessage.request] = request.id
    row[RequestMessage.sender] = staff == nil ? .citizen : .staff
    row[RequestMessage.staff] = staff
    row[RequestMessage.at] = Self.afternoon(of: day)
    row[RequestMessage.text] = Prose(trusted: text)
    return row
  }

  func writeAnnouncements(on lastDay: CivilDate) throws(StoreError) {
    for (number, words) in DemoWords.announcements.enumerated() {
      var row = Row<Announcement>()
      row[Announcement.id] = Int64(number + 1)
      row[Announcement.title] = Line(trusted: words.title)
      row[Announcement.text] = Prose(trusted: words.text)
      row[Announcement.audience] = number == 0 ? .all : .linked
      row[Announcement.fromOn] = lastDay.adding(days: -5 - 20 * number)
      row[Announcement.toOn] = number == 0 ? nil : lastDay.adding(days: 60)
      try insert(row)
    }
    try flush()
  }

  private func staff(_ number: Int64) -> StaffName {
    StaffName(trusted: DemoDesk.staff[Int(number) % DemoDesk.staff.count])
  }

  /// Two or three in the afternoon, by the city's time.
  private static func afternoon(of day: CivilDate) -> Timestamp {
    Timestamp(seconds: Int64(day.daysSince1970) * 86_400 + 20 * 3600)
  }
}
