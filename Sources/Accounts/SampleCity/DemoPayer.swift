import Values

/// How one account's bills are paid: most on time, some late, in part, or not.
struct DemoPayer {
  private enum Habit {
    case prompt, late, inPart, behind, roundsUp
  }

  private let habit: Habit
  private let method: PaymentMethod
  private let lastDay: CivilDate
  private let enrollment: DemoEnrollment?
  private var nextCheck: Int
  /// The number of last bills that a late payer leaves unpaid.
  private let missing: Int
  /// The rest after partial payments.
  private var rest: Int64 = 0

  init(
    _ place: DemoPlace, _ enrollment: DemoEnrollment?, lastDay: CivilDate,
    _ random: inout DemoRandom
  ) {
    self.enrollment = enrollment
    self.lastDay = lastDay
    let luck = random.below(10_000)
    // The first account is the one that examples name: its last bill is open.
    habit =
      switch place.index == 0 ? 8000 : luck {
      case 0..<7700: .prompt
      case 7700..<8850: .late
      case 8850..<9200: .inPart
      case 9200..<9620: .behind
      default: .roundsUp
      }
    method =
      switch random.below(100) {
      case 0..<38: .check
      case 38..<76: .card
      case 76..<84: .cash
      case 84..<87: .moneyOrder
      default: .other
      }
    nextCheck = random.between(101, 6999)
    missing = random.between(1, 4)
  }

  /// By day. Nothing after the city's last day.
  mutating func payments(
    for bills: ArraySlice<DemoBill>, _ random: inout DemoRandom
  ) -> [DemoPayment] {
    var found: [DemoPayment] = []
    for (left, bill) in zip((0..<bills.count).reversed(), bills) {
      if let day = enrollment?.day(for: bill) {
        found.append(draft(bill, on: day))
        continue
      }
      if habit == .behind, left < missing { break }
      found += payments(for: bill, &random)
    }
    return found.filter { $0.on <= lastDay }.sorted { $0.on < $1.on }
  }

  private mutating func payments(
    for bill: DemoBill, _ random: inout DemoRandom
  ) -> [DemoPayment] {
    let isLate = habit == .late && bill.account > 0 ? random.chance(4500) : habit == .late
    let day =
      isLate
      ? bill.due.adding(days: random.between(4, 24))
      : bill.on.adding(days: random.between(4, max(bill.due - bill.on - 2, 5)))
    var payment = payment(bill, on: DemoCalendar.workingDay(day), cents: cents(bill, &random))
    guard payment.method == .check, bill.account > 0, random.chance(30) else { return [payment] }
    // The check bounces; some then pay at the counter.
    let back = payment.on.adding(days: random.between(4, 9))
    if back <= lastDay { payment.reversedOn = back }
    guard random.chance(6000) else { return [payment] }
    let counter = DemoCalendar.workingDay(back.adding(days: random.between(3, 12)))
    return [
      payment,
      DemoPayment(
        account: bill.account, bill: bill.number, on: counter, cents: payment.cents, method: .cash),
    ]
  }

  /// With the bank's trace: the first digits of the city's own bank, and a number.
  private func draft(_ bill: DemoBill, on day: CivilDate) -> DemoPayment {
    DemoPayment(
      account: bill.account, bill: nil, on: day, cents: bill.total, method: .eft,
      reference: 73_900_010_000_000 + bill.number % 10_000_000)
  }

  private mutating func cents(_ bill: DemoBill, _ random: inout DemoRandom) -> Int64 {
    switch habit {
    case .inPart:
      let owed = rest + bill.total
      let paid = random.chance(2500) ? owed : max(owed / 1000 * 500, min(owed, 1000))
      rest = owed - paid
      return paid
    case .roundsUp: return (bill.total + 999) / 1000 * 1000
    default: return bill.total
    }
  }

  private mutating func payment(
    _ bill: DemoBill, on day: CivilDate, cents: Int64
  ) -> DemoPayment {
    var payment = DemoPayment(
      account: bill.account, bill: method == .other || habit == .inPart ? nil : bill.number,
      on: day, cents: cents, method: method)
    if method == .check {
      payment.reference = nextCheck
      nextCheck += 1 + bill.number % 5
    }
    return payment
  }
}
