import Accounts

/// The store of the command line that is being typed, for reading only. A failure, such as a
/// missing store or right, is silent: words are completed anyway.
final class StoreSource: CompletionSource {
  private let session: Session
  private let context: CommandContext
  private let mayWait: Bool
  private lazy var store: Store? = opened()

  /// - Parameters:
  ///   - words: those before the cursor, whose options say which store it is.
  ///   - mayWait: false while somebody types.
  init(_ outer: CommandContext, beforeCursor words: [String], mayWait: Bool = false) {
    session = outer.session
    self.mayWait = mayWait
    // The last word may be an option that waits for its value.
    let own =
      (try? TypedLine(words).options()) ?? (try? TypedLine(words.dropLast()).options())
      ?? GlobalOptions()
    var options = GlobalOptions()
    options.store = own.store
    options.profile = own.profile
    options.noConfig = own.noConfig
    options.asOf = own.asOf
    if !mayWait { options.wait = WaitTime(argument: "0") }
    context = CommandContext(
      session, name: outer.name, words: [], options: options, scripts: outer.scripts)
  }

  /// The next command reconnects, and says what was lost; completion does neither.
  private var isAway: Bool {
    guard !mayWait, context.options.store == nil, let prompt = session.prompt else { return false }
    if prompt.isAway { return true }
    guard let store = prompt.store else { return false }
    return store.isLost || (store.isReplaced && store.open != nil)
  }

  private func opened() -> Store? {
    guard !isAway else { return nil }
    do {
      return try context.store(.read)
    } catch {
      // A server that does not answer would hold up each TAB.
      if !mayWait, context.options.store == nil, (error as? StoreError)?.kind == .unavailable {
        session.prompt?.isAway = true
      }
      return nil
    }
  }

  var today: CivilDate {
    store?.today ?? CityTimeZone.utc.day(of: Timestamp(seconds: session.clock.now()))
  }

  var profiles: [String] { Configuration.profiles(session.environment) }

  func mayList(_ folder: String) -> Bool { session.caller.mayList(folder) }

  var queries: [String] { (try? SavedTexts(.query, session))?.names ?? [] }
  var imports: [String] { (try? SavedTexts(.import, session))?.names ?? [] }

  func query(named name: String) -> String? { try? SavedTexts(.query, session).text(name) }

  func savedImport(_ name: String) -> [String]? { try? ImportLine.saved(name, in: session) }

  func records(_ kind: RecordKind, named text: String, of account: String?) -> NamedRecords {
    (try? store?.records(
      kind, named: text, of: account, inUse: accountInUse, limit: Suggestions.most))
      ?? NamedRecords()
  }

  /// The account that commands at the prompt mean.
  private var accountInUse: String? {
    guard let subject = session.prompt?.subject, subject.kind == .account else { return nil }
    return subject.key
  }

  func records(found text: String, _ kinds: [SearchKind], byID: Bool) -> NamedRecords {
    (try? store?.records(found: text, kinds, byID: byID, limit: Suggestions.most))
      ?? NamedRecords()
  }

  /// Only lists and pages are asked for their fields: other commands could have effects.
  func fields(of words: [String]) -> [String] {
    guard let store,
      case .run(let command, _, _)? = (try? Invocation(words))
        ?? (try? Invocation(words.dropLast()))
    else { return [] }
    switch command {
    case let list as any ListCommand:
      return (try? list.report(on: store, in: context).columns.map(\.name)) ?? []
    case let show as any ShowCommand:
      return (try? store.reading { try show.page(on: store, in: context).names }) ?? []
    default: return []
    }
  }
}

extension Configuration {
  /// The names of the profiles in the files.
  static func profiles(_ environment: [String: String]) -> [String] {
    paths(environment).compactMap { try? ConfigurationFile(path: $0) }.flatMap(\.profiles)
  }
}
