import Accounts
import ArgumentParser
import Reports

/// What is done with queries that are kept under a name.
enum SavedQueryAction: String, CaseIterable {
  case save, run, list, remove

  var takesName: Bool { self != .list }
}

extension QueryCommand {
  /// Whether it answers rows, and keeps nothing.
  var onlyShows: Bool {
    switch sql.first.flatMap(SavedQueryAction.init) {
    case .save, .remove: false
    case .run, .list, nil: true
    }
  }

  /// Does what is asked with saved queries; answers the text of one that is to be run.
  func saved(_ action: SavedQueryAction, _ context: CommandContext) throws -> String? {
    if !onlyShows {
      try context.refuseUnused(by: .questions, "\(context.name) \(action.rawValue)")
    }
    guard param.isEmpty || action == .run || action == .save else {
      throw ValidationError("--param has no effect on query \(action.rawValue)")
    }
    let queries = try SavedTexts(.query, context.session)
    guard action.takesName else {
      guard sql.count == 1 else { throw ValidationError("query list takes no arguments") }
      try list(queries, context)
      return nil
    }
    let name = try queries.name(sql.dropFirst().first, for: action.rawValue)
    if action == .save {
      try save(name, queries, context)
      return nil
    }
    guard sql.count == 2 else {
      throw ValidationError("query \(action.rawValue) takes one name; values go with --param")
    }
    let text = try queries.known(name)
    guard action == .remove else { return text }
    try queries.remove(name, in: context)
    return nil
  }

  private func save(_ name: String, _ queries: SavedTexts, _ context: CommandContext) throws {
    guard sql.count > 2, param.isEmpty else {
      throw ValidationError(
        sql.count > 2
          ? "give values when you run the query: leave out --param"
          : "query save needs a query, e.g. query save \(name) \"SELECT …\"")
    }
    let text = try text(Array(sql.dropFirst(2)), context)
    try StoreQuery.refuseOther(text)
    try queries.keep(name, text, in: context)
  }

  private func list(_ queries: SavedTexts, _ context: CommandContext) throws {
    let columns = ["name", "parameters", "query"].map { ReportColumn.text($0) }
    try context.answer(list: "queries", columns) { add in
      for name in queries.names {
        let text = try queries.text(name) ?? ""
        try add([
          .text(name), .text(QueryParameters.names(in: text).joined(separator: " ")),
          .text(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
        ])
      }
    }
  }
}
