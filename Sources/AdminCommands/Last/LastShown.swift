import Accounts

/// What a prompt showed last, and `last` shows again.
struct LastShown {
  let words: [String]
  /// The newest change then; nil if it is not known, or if the rows of an open transaction were shown.
  let change: Int64?
  let takesPast: Bool

  /// Whether the records may not be as they were shown. What was shown as of a change stays the same.
  func mayDiffer(on store: Store?) -> Bool {
    guard !Self.options(of: words).contains("at") else { return false }
    guard let change, let store, store.open?.isEmpty ?? true else { return true }
    return (try? store.lastChange()) != change
  }

  /// The change as of which it shows the same again; nil if it cannot.
  func pin(on store: Store?) -> Int64? { takesPast && store?.open == nil ? change : nil }

  fileprivate static func options(of words: [String]) -> Set<String> {
    Set(TypedLine(words).givenOptions.map(\.name))
  }
}

extension Prompt {
  /// Takes note of a command that only showed something.
  func remember(_ words: [String], of command: any AdminCommand) {
    guard command.mayRunAgain else { return }
    let isOfOther = !LastShown.options(of: words).isDisjoint(with: ["store", "profile"])
    var change: Int64?
    if !isOfOther, let store, store.open == nil { change = try? store.lastChange() }
    lastShown = LastShown(words: words, change: change, takesPast: command.takesPast)
  }
}
