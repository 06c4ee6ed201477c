import Ledger
import Values

/// A citizen's request and its status.
struct DemoRequest {
  let id: Int64
  let account: Int
  /// Nil if the customer was written in an earlier block.
  let cid: Int?
  let email: String
  let subject: String
  let text: String
  let answer: String
  let receivedOn: CivilDate
  let status: RequestStatus
  let statusOn: CivilDate
}

/// A staff note on a record.
struct DemoNote {
  let id: Int64
  let kind: NoteKind
  let key: String
  let text: String
  let on: CivilDate
}

/// Requests and notes, on a few percent of the accounts.
struct DemoDesk {
  private let lastDay: CivilDate
  private let requests: Int
  private var nextRequest: Int64 = 1
  private var nextNote: Int64 = 1
  static let staff = ["pat", "ray"]

  init(_ city: DemoCity) {
    lastDay = city.lastDay
    requests = (city.accounts + Self.accountsARequest - 2) / Self.accountsARequest
  }

  private static let accountsARequest = 70
  /// The number of days in which they arrived.
  private static let days = 28

  mutating func work(
    _ place: DemoPlace, _ holder: DemoHolder?, _ block: inout DemoBlock,
    _ random: inout DemoRandom
  ) {
    if place.index % Self.accountsARequest == 1 { ask(place, holder, &block) }
    switch place.index % 50 {
    case 3, 28: note(.account, DemoAccount.number(place.index), &block, &random)
    case 11:
      if let holder { note(.customer, String(holder.cid), &block, &random) }
    case 37:
      if let meter = block.meters.last {
        note(.meter, String(meter.serial), &block, &random)
      }
    default: break
    }
  }

  /// The first of every six is open, so that there is always one.
  private mutating func ask(_ place: DemoPlace, _ holder: DemoHolder?, _ block: inout DemoBlock) {
    let number = Int(nextRequest)
    let letter = DemoWords.letters[number % DemoWords.letters.count]
    let received = lastDay.adding(days: (number - 1) * Self.days / max(requests, 1) - Self.days)
    let status: RequestStatus =
      switch number % 6 {
      case 2, 5: .assigned
      case 3: .answered
      case 4: .closed
      default: .open
      }
    block.requests.append(
      DemoRequest(
        id: nextRequest, account: place.index, cid: holder?.cid,
        email: holder?.email ?? "citizen\(number)@example.net", subject: letter.subject,
        text: letter.text, answer: letter.answer, receivedOn: received, status: status,
        statusOn: status == .open ? received : min(received.adding(days: 2), lastDay)))
    nextRequest += 1
  }

  private mutating func note(
    _ kind: NoteKind, _ key: String, _ block: inout DemoBlock, _ random: inout DemoRandom
  ) {
    let texts = DemoWords.notes(kind)
    block.notes.append(
      DemoNote(
        id: nextNote, kind: kind, key: key, text: random.pick(texts),
        on: lastDay.adding(days: -random.between(3, 300))))
    nextNote += 1
  }
}
