import Accounts

/// What a command works with and does, as far as its exit statuses follow from it.
struct CommandReach: OptionSet {
  let rawValue: Int

  /// It opens a store.
  static let store = CommandReach(rawValue: 1)
  /// It reads a file that the line or the configuration names.
  static let input = CommandReach(rawValue: 2)
  /// It writes files beside its output.
  static let files = CommandReach(rawValue: 4)
  /// It refuses what is wrong with the things that it checks.
  static let checks = CommandReach(rawValue: 8)
  /// Its words may fit more than one record, or one that is there already.
  static let conflicts = CommandReach(rawValue: 16)
  /// It changes records, which a rule or another change may not allow.
  static let changes = CommandReach(rawValue: 32)
  /// It does several things, and goes on after one that failed.
  static let parts = CommandReach(rawValue: 64)
  /// It runs other commands, of whatever kind.
  static let commands = CommandReach(rawValue: 128)
}

extension AdminCommand {
  /// Those that it can end with.
  static var statuses: [ExitStatus] { ExitStatus.allCases.filter(canEnd) }

  private static func canEnd(with status: ExitStatus) -> Bool {
    if reach.contains(.commands) { return true }
    return switch status {
    case .refused: !reach.isDisjoint(with: [.checks, .changes])
    case .changesPending: reach.contains(.changes) && uses.contains(.trial)
    case .someRowsFailed: reach.contains(.parts)
    case .notFound: reach.contains(.store) && (hasOwnWords || looksBack)
    case .conflict: !reach.isDisjoint(with: [.conflicts, .changes])
    case .badData: reach.contains(.input) || reach.contains(.store) && hasOwnWords
    case .cannotOpenInput: reach.contains(.input)
    case .storeUnavailable, .locked: reach.contains(.store)
    case .notPermitted: !reach.isDisjoint(with: [.store, .files])
    case .cannotCreateOutput: reach.contains(.files) || uses.contains(.data)
    default: true
    }
  }

  /// Whether it has arguments or options of its own, which may name what is not there.
  private static var hasOwnWords: Bool { !OptionMembers.flat(Self()).isEmpty }
}
