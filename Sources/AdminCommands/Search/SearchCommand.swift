import Accounts
import ArgumentParser
import Reports

/// `search`
struct SearchCommand: AdminCommand {
  static let help = CommandHelp(
    "search",
    abstract: "Find customers, accounts, meters, bills, payments, notes and users",
    discussion: HelpText.discussion(
      """
      Every word must appear somewhere in a record; the best matches come first. Case, accents, \
      punctuation and word order do not matter. If nothing matches, one letter of a word may be \
      wrong, missing or extra. \(AddressHelp.text) With --open, the page of the record is shown if \
      only one is found.

      \(SearchedColumn.help)
      """,
      examples: [
        "search almeida", "search acorn st --kind account --json", "search 555-0142",
        "search 2000001 --kind account --open",
      ]))

  @Argument(help: "words to search for") var words: [String] = []
  @Flag(help: "rebuild the search index first") var rebuild = false
  @Option(help: "only records of this kind") var kind: SearchKind?
  @Flag(help: "show the record's page if only one is found") var open = false

  func run(in context: CommandContext) throws -> ExitStatus {
    let text = words.joined(separator: " ")
    let hasWords = text.contains { $0 != " " }
    guard hasWords || rebuild || context.options.fields == "help" else {
      throw ValidationError("<words> is missing: search for at least one word")
    }
    let store = try context.searchable(anew: rebuild)
    guard hasWords || !rebuild else { return .done }
    if context.options.limit == nil { context.options.limit = RowLimit(20) }
    let options = context.options
    let limit = options.limit.flatMap { $0.count > 0 ? $0.count + 1 : nil } ?? Self.most
    let hits =
      try options.fields == "help"
      ? [] : store.search(text, kinds: kind.map { [$0] } ?? SearchKind.allCases, limit: limit)
    if open, let hit = hits.first, hits.count == 1 {
      context.options.limit = nil
      try context.answer(page: try .found(hit, on: store, asOf: context.day(on: store)))
      return .done
    }
    try context.answer(Report.search(hits), on: store)
    if hits.count == Self.most, !options.quiet {
      context.say("there are more than \(Self.most) records: add words to narrow the search")
    }
    return hits.isEmpty && options.fields != "help" ? .notFound : .done
  }

  /// The most that `--limit 0` returns.
  private static let most = 2000
}

extension SearchedColumn {
  /// `Searches: customer (CID, name, …), …`
  fileprivate static var help: String {
    let kinds = SearchKind.allCases.map { kind in
      "\(kind.rawValue) (\(all.filter { $0.kind == kind }.map(\.name).joined(separator: ", ")))"
    }
    return "Searches: " + kinds.joined(separator: ", ") + "."
  }
}
