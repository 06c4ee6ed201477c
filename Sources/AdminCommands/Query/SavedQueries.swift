import Accounts
import ArgumentParser
import Glibc
import Reports

/// What is done with queries that are kept under a name.
enum SavedQueryAction: String, CaseIterable {
  case save, run, list, remove

  var takesName: Bool { self != .list }
}

/// A person's own queries: a file each, in a folder that nobody else can read.
struct SavedQueries {
  private let folder: String

  /// Under a service account everybody has its own folder there.
  init(_ session: Session) throws {
    let home = Configuration.folder("XDG_CONFIG_HOME", "/.config", session.environment)
    let person = session.caller.actsFor
    guard let home, person.map({ !$0.contains("/") && !$0.hasPrefix(".") }) ?? true else {
      throw CommandError(
        .configuration, "no folder for saved queries",
        remedy: "set HOME to an absolute path")
    }
    folder = "\(home)/ubadmin/queries" + (person.map { ".d/\($0)" } ?? "")
  }

  func path(_ name: String) -> String { "\(folder)/\(name).sql" }

  var names: [String] {
    (FolderNames.of(folder) ?? []).filter { $0.hasSuffix(".sql") }
      .map { String($0.dropLast(4)) }.filter(Self.isName).sorted()
  }

  /// Nil if there is no such query.
  func text(_ name: String) throws -> String? {
    do {
      return try ReadFile.text(path(name))
    } catch let fault {
      throw CommandError(.cannotOpenInput, "cannot read \(path(name)): \(fault.words)")
    }
  }

  func save(_ name: String, _ text: String) throws {
    let path = path(name)
    ParentFolders.make(of: path)
    let file = try AtomicFile(path: path)
    file.output.append(text.hasSuffix("\n") ? text : text + "\n")
    try file.commit()
    unsafe chmod(path, 0o600)
  }

  func remove(_ name: String) throws {
    guard unsafe unlink(path(name)) == 0 else {
      throw CommandError(
        .cannotCreateOutput,
        unsafe "cannot remove \(path(name)): \(String(cString: strerror(errno)))")
    }
  }

  static func isName(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || (48...57).contains($0)
          || (65...90).contains($0) || (97...122).contains($0)
      }
  }
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
    let queries = try SavedQueries(context.session)
    guard action.takesName else {
      guard sql.count == 1 else { throw ValidationError("query list takes no arguments") }
      try list(queries, context)
      return nil
    }
    guard sql.count > 1, SavedQueries.isName(sql[1]) else {
      throw ValidationError(
        (sql.count > 1 ? "found \(sql[1].asFound), expected " : "query \(action.rawValue) needs ")
          + "the name of a query: letters, digits, - and _")
    }
    let name = sql[1]
    if action == .save {
      try save(name, queries, context)
      return nil
    }
    guard sql.count == 2 else {
      throw ValidationError("query \(action.rawValue) takes one name; values go with --param")
    }
    guard let text = try queries.text(name) else {
      let meant = NearestWord.nearest(to: name, among: queries.names)
      throw CommandError(
        .notFound, "there is no saved query \(name)",
        remedy: (meant.map { "did you mean \($0)? " } ?? "") + "`query list` lists your queries")
    }
    guard action == .remove else { return text }
    try queries.remove(name)
    if !context.options.quiet { context.say("removed the query \(name)") }
    return nil
  }

  private func save(_ name: String, _ queries: SavedQueries, _ context: CommandContext) throws {
    guard sql.count > 2, param.isEmpty else {
      throw ValidationError(
        sql.count > 2
          ? "give values when you run the query: leave out --param"
          : "query save needs a query, e.g. query save \(name) \"SELECT …\"")
    }
    let text = try text(Array(sql.dropFirst(2)), context)
    try StoreQuery.refuseOther(text)
    if let old = try queries.text(name), old.trimmed != text.trimmed {
      guard try context.confirms("Replace the query \(name)?") else {
        throw CommandError(
          .conflict, "a query \(name) already exists: \(old.trimmed)",
          remedy: "choose another name, or replace it with --yes")
      }
    }
    try queries.save(name, text)
    if !context.options.quiet { context.say("saved as \(name): \(queries.path(name))") }
  }

  private func list(_ queries: SavedQueries, _ context: CommandContext) throws {
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
