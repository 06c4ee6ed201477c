import Accounts
import Reports

/// What the prompt says first: which store it is, the operator, pending work, and how to go on.
struct Greeting {
  let lines: [String]

  init(_ context: CommandContext) {
    var lines: [String] = []
    do {
      let store = try context.store(.read)
      lines.append(try Self.place(store, context))
      lines.append(try Self.waiting(store, width: context.session.terminal.columns))
    } catch {
      let (_, message, remedy) = ExitStatus.explaining(error)
      lines = [message, remedy].filter { !$0.isEmpty }
    }
    self.lines =
      lines + ["type a name, address or number to find a record; TAB completes; type help or exit"]
  }

  private static func place(_ store: Store, _ context: CommandContext) throws -> String {
    let name = context.identity.operatorName
    let role =
      switch try store.admission(of: name).access {
      case .role(let role): ", \(role.phrase)"
      case .unguarded, .stranger: ""
      }
    let kind = store.settings[.isTest] == YesNo.yes.rawValue ? ", a test store" : ""
    return "\(store.settings[.city]) on \(store.location)\(kind); you are \(name)\(role)"
  }

  /// As much as one line has room for.
  private static func waiting(_ store: Store, width: Int?) throws -> String {
    let all = try store.waiting(asOf: store.today).map { "\($0.what) (\($0.items))" }
    guard !all.isEmpty else { return "nothing is waiting" }
    let lines = (0...min(shown, all.count)).reversed().map { some in
      let named = all.prefix(some).joined(separator: ", ")
      let rest = all.count > some ? " and more" : ""
      return some > 0 ? "waiting: \(named)\(rest); see `today`" : "see `today` for what is waiting"
    }
    return lines.first { line in width.map { line.count < $0 } ?? true } ?? lines[lines.count - 1]
  }

  private static let shown = 3
}
