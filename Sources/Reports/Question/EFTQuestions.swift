import Accounts

/// Enrollments in automatic payments.
enum EFTEnrollments: Question {
  static let name = "eft-enrollments"
  static let group = QuestionGroup.portal
  static let about = "Enrollments in automatic payments by state and channel"
  static let formula =
    "entered counts the enrollments entered in the period; enrollments counts all of them."
  static let parameters: [QuestionParameter] = [.from, .to]
  static let moment = QuestionMoment.now
  static let examples = ["report eft-enrollments"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("state", of: EFTEnrollment.state, "e"),
        .init("channel", of: EFTEnrollment.channel, "e"),
        .init("enrollments", "COUNT(*)", .integer),
        .init(
          "entered", CountSQL.rows(where: asked.isInPeriod("e.entered_on").sql), .integer),
      ], from: "eft_enrollment e", groupBy: ["e.state", "e.channel"],
      orderBy: ["e.state", "e.channel"])
  }
}

/// Returned drafts.
enum EFTReturnList: Question {
  static let name = "eft-returns"
  static let group = QuestionGroup.portal
  static let about = "Drafts and prenotes that the bank returned in the period"
  static let formula = """
    code is the return reason code of the Nacha Operating Rules; state is the enrollment's current state.
    """
  static let parameters: [QuestionParameter] = [.from, .to, .account]
  static let examples = ["report eft-returns --from -3m --csv"]
  static func report(_ asked: Asked) -> Report {
    Report(
      name,
      columns: [
        .init("on", of: EFTEntry.returnedOn, "e"), .init("account", of: EFTEnrollment.account, "a"),
        .init("code", of: EFTEntry.code, "e"), .init("kind", of: EFTEntry.kind, "e"),
        .init("amount", of: EFTEntry.amount, "e"), .init("trace", of: EFTEntry.trace, "e"),
        .init("file", of: EFTEntry.file, "e"), .init("state", of: EFTEnrollment.state, "a"),
        .init("command", CommandSQL.line("eft show", "a.account")).runnable(),
      ], from: "eft_entry e JOIN eft_enrollment a ON a.enrollment = e.enrollment",
      where: [asked.isInPeriod("e.returned_on")] + asked.places,
      orderBy: ["e.returned_on", "e.entry"])
  }
}
