import Rules
import Engines
import Ledger
import Values

/// An account's enrollment for automatic payments.
struct DemoEnrollment {
  let id: Int64
  let account: Int
  let cid: Int
  let state: EFTState
  let routing: String
  let number: BankAccountNumber
  let type: BankAccountType
  let draftDay: Int?
  let enteredOn: CivilDate
  var prenoteOn: CivilDate?
  var endsOn: CivilDate?
  var reason: String?

  /// The days on which it drafted; nil if it never did.
  let drafts: DayInterval?

  /// When it drafts a bill: on the due date, or the first draft day from the bill's date on.
  func day(for bill: DemoBill) -> CivilDate? {
    guard let drafts else { return nil }
    var row = Row<EFTEnrollment>()
    row[EFTEnrollment.draftDay] = draftDay.map { WholeNumber(value: Int64($0)) }
    let day = row.draftDay(billedOn: bill.on, dueOn: bill.due)
    let settled = day.isBankingDay ? day : day.addingBankingDays(1)
    return drafts.contains(settled) ? settled : nil
  }
}

/// Enrolls a few of a hundred accounts. Their states are counted out, so that small cities have
/// some of each.
struct DemoEnrollments {
  private let lastDay: CivilDate
  private var next: Int64 = 1

  private static let routings = ["073900014", "071000039", "273900047", "073900056"]

  init(lastDay: CivilDate) {
    self.lastDay = lastDay
  }

  mutating func enroll(
    _ account: Int, _ holder: DemoHolder, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) -> DemoEnrollment? {
    guard random.chance(700) else { return nil }
    let state = Self.state(next)
    let isRecent = state == .prenotePending
    let entered =
      isRecent
      // Every thousandth has been forgotten.
      ? lastDay.adding(days: next % 1000 == 5 ? -24 : -3)
      : holder.day(lastDay, atLeast: 210, atMost: 900, &random)
    let isSent = !isRecent || next % 20 == 5
    let prenote = isSent ? entered.addingBankingDays(1) : nil
    let begin = (prenote ?? entered).addingBankingDays(3)
    let end = lastDay.adding(days: -random.between(20, 70))
    let hasEnded = state != .active
    var enrollment = DemoEnrollment(
      id: next, account: account, cid: holder.cid, state: state,
      routing: random.pick(Self.routings),
      number: BankAccountNumber(trusted: zeroPadded(random.below(1_000_000_000), digits: 10)),
      type: random.chance(2000) ? .savings : .checking,
      draftDay: random.chance(4000) ? 5 * random.between(1, 5) : nil, enteredOn: entered,
      prenoteOn: prenote,
      drafts: isRecent || hasEnded && end <= begin
        ? nil : DayInterval(from: begin, to: hasEnded ? end : nil))
    switch state {
    case .onHold: enrollment.reason = "bill is disputed"
    case .returned: enrollment.reason = "R02, account closed"
    case .cancelled:
      enrollment.reason = "customer request"
      enrollment.endsOn = max(end, entered.adding(days: 1))
    default: break
    }
    next += 1
    block.enrollments.append(enrollment)
    return enrollment
  }

  private static func state(_ number: Int64) -> EFTState {
    switch number % 20 {
    case 5, 15: .prenotePending
    case 7: .onHold
    case 11: .returned
    case 18: .cancelled
    default: .active
    }
  }
}
