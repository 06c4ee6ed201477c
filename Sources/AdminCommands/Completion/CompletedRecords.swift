import Accounts
import Reports

/// Records that a word may name.
extension Completer {
  func records(_ kind: RecordKind, _ typed: String, _ line: CompletionLine) -> Suggestions {
    let kind = Self.best(kind, line)
    let owner =
      switch kind {
      case .linkedAccount: "email"
      case .readDay: "meter"
      default: "account"
      }
    var found = Self.suggestions(source.records(kind, named: typed, of: line.given[owner]))
    if !offersEnded, line.command is any FieldsCommand.Type {
      found.list.removeAll(where: \.isEnded)
    }
    return found
  }

  /// The days of the meter's reads; other days where none begins so.
  func readDays(_ typed: String, _ line: CompletionLine) -> Suggestions {
    let found = records(.readDay, typed, line)
    return found.list.isEmpty ? Self.dates(source.today, typed, upTo: source.today) : found
  }

  /// Records with those first that the command can be for.
  private static func best(_ kind: RecordKind, _ line: CompletionLine) -> RecordKind {
    switch (kind, line.path) {
    case (.user, ["user", "unlock"]): return .lockedUser
    case (.account, let path) where path.first == "eft" && path.last != "enroll":
      return .enrolledAccount
    case (.account, ["link", "remove"]): return .linkedAccount
    case (.meter, ["service", "start"]), (.meter, ["meter", "install"]): return .freeMeter
    case (.meter, ["meter", "exchange"]):
      if case .value(let slot, _) = line.place, slot.name == "new" { return .freeMeter }
      return kind
    default: return kind
    }
  }

  private static func suggestions(_ found: NamedRecords) -> Suggestions {
    Suggestions(
      found.records.map {
        .init(value: $0.id, meaning: $0.meaning, isEnded: $0.isEnded, isExact: $0.isExact)
      }, others: found.others)
  }

  /// By words, those that the command can be for.
  func recordsFound(_ typed: String, _ line: CompletionLine) -> Suggestions {
    let isUse = line.command is UseCommand.Type
    return found(typed, SearchKind.allCases.filter { !isUse || $0.record != nil })
  }

  /// Records of these kinds by words.
  func found(_ typed: String, _ kinds: [SearchKind], byID: Bool = false) -> Suggestions {
    Self.suggestions(source.records(found: typed, kinds, byID: byID))
  }

  /// Records by their IDs: several may be called the same. The number of a payment is often another record's, too,
  /// so that it may need its kind.
  func kindsAndRecords(
    _ kinds: [String], _ typed: String, _ line: CompletionLine
  ) -> Suggestions {
    let takesPayments = line.command is ExplainCommand.Type
    var found = self.found(
      typed,
      SearchKind.allCases.filter {
        kinds.contains($0.rawValue) && ($0 != .payment || takesPayments)
      }, byID: true)
    found.list = Suggestions(words: kinds).beginning(with: typed).list + found.list
    return found
  }
}
