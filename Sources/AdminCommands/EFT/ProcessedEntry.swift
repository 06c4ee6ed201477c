import Accounts

/// An entry of the bank's file, and the outcome of it.
struct ProcessedEntry {
  enum Outcome: String {
    case applied, unchanged
    /// It is on record, and somebody has something to do.
    case byHand = "by_hand"
    /// It is the city's, but not as it was sent, or cannot be applied.
    case rejected
    /// It is not the city's, or no return.
    case skipped
  }

  let record: Int
  let trace: String
  let code: String
  let outcome: Outcome
  let phrase: String
  let remedy: String?

  init(_ item: ReturnFile.Item, _ done: Performed) {
    let outcome: Outcome =
      done.isUnchanged ? .unchanged : done.effect.notices.isEmpty ? .applied : .byHand
    self.init(
      item, outcome, ([done.effect.message] + done.effect.notices).joined(separator: "; "))
  }

  init(_ item: ReturnFile.Item, _ rejection: Rejection) {
    self.init(item, .rejected, rejection.words, remedy: rejection.remedy)
  }

  init(foreign item: ReturnFile.Item) {
    let company = item.company.isEmpty ? "no company" : "company \(item.company)"
    self.init(item, .skipped, "skipped: an entry of \(company), not the city's")
  }

  init(_ skipped: ReturnFile.Skipped) {
    record = skipped.record
    (trace, code) = ("", "")
    outcome = .skipped
    phrase = "skipped: " + skipped.phrase
    remedy = nil
  }

  private init(_ item: ReturnFile.Item, _ outcome: Outcome, _ phrase: String, remedy: String? = nil)
  {
    record = item.record
    (trace, code) = (item.trace, item.code)
    self.outcome = outcome
    self.phrase = phrase
    self.remedy = remedy
  }
}
