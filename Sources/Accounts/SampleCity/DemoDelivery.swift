import Values

/// How an account's bills are delivered from a day on.
struct DemoPreference {
  let id: Int64
  let account: Int
  let method: DeliveryMethod
  let email: String?
  let from: CivilDate
  var to: CivilDate?
}

/// A bounce, or a result of bounces.
struct DemoDeliveryEvent {
  let id: Int64
  let preference: Int64
  let account: Int
  let email: String?
  let on: CivilDate
  let kind: DeliveryEventKind
  var type: BounceType?
  var code: String?
}

/// Delivers some bills by e-mail. Failures come at a fixed rate, so that small cities have
/// it too.
struct DemoDelivery {
  private let lastDay: CivilDate
  private var chosen = 0
  private var nextPreference: Int64 = 1
  private var nextEvent: Int64 = 1

  init(lastDay: CivilDate) {
    self.lastDay = lastDay
  }

  mutating func choose(
    _ account: Int, _ holder: DemoHolder, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) {
    guard let email = holder.email, random.chance(4200) else { return }
    let day = holder.day(lastDay, atLeast: 10, atMost: 1400, &random)
    add(account, random.chance(1500) ? .both : .email, email, day, &block)
    chosen += 1
    switch chosen % 60 {
    case 9: bounce(random.between(1, 2), .soft, &block)
    case 25:
      bounce(1, .hard, &block)
      revert(&block)
    case 42:
      bounce(3, .soft, &block)
      revert(&block)
    case 14, 33, 51: changeBack(&block, &random)
    default: break
    }
  }

  private mutating func add(
    _ account: Int, _ method: DeliveryMethod, _ email: String?, _ day: CivilDate,
    _ block: inout DemoBlock
  ) {
    block.preferences.append(
      DemoPreference(
        id: nextPreference, account: account, method: method, email: email, from: day))
    nextPreference += 1
  }

  /// The last one's mails come back, one a day.
  private mutating func bounce(_ count: Int, _ type: BounceType, _ block: inout DemoBlock) {
    guard let held = block.preferences.last else { return }
    for number in 0..<count {
      block.events.append(
        DemoDeliveryEvent(
          id: nextEvent, preference: held.id, account: held.account, email: held.email,
          on: lastDay.adding(days: number - 6), kind: .bounce, type: type,
          code: type == .hard ? "5.1.1" : "4.2.2"))
      nextEvent += 1
    }
  }

  private mutating func revert(_ block: inout DemoBlock) {
    guard let held = block.preferences.last, let last = block.events.last else { return }
    block.preferences[block.preferences.count - 1].to = last.on
    add(held.account, .mail, nil, last.on, &block)
    block.events.append(
      DemoDeliveryEvent(
        id: nextEvent, preference: nextPreference - 1, account: held.account, email: held.email,
        on: last.on, kind: .reverted))
    nextEvent += 1
  }

  /// Some want paper again.
  private mutating func changeBack(_ block: inout DemoBlock, _ random: inout DemoRandom) {
    guard let held = block.preferences.last else { return }
    let day = held.from.adding(days: random.between(1, lastDay - held.from))
    block.preferences[block.preferences.count - 1].to = day
    add(held.account, .mail, nil, day, &block)
  }
}
