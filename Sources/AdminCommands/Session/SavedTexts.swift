import Accounts
import ArgumentParser
import Glibc
import Reports

/// A person's saved texts by name: one file each, in a folder that only that person can read.
struct SavedTexts {
  /// What they are.
  enum Kind: String, CaseIterable {
    case query, `import`

    /// Of its folder.
    var plural: String { self == .query ? "queries" : "imports" }
    fileprivate var ending: String { self == .query ? ".sql" : ".txt" }
    fileprivate var article: String { self == .query ? "a" : "an" }
  }

  let kind: Kind
  private let folder: String

  /// Under a service account everybody has its own folder there.
  init(_ kind: Kind, _ session: Session) throws {
    let home = Configuration.folder("XDG_CONFIG_HOME", "/.config", session.environment)
    let shared = home.map { "\($0)/ubadmin/\(kind.plural)" }
    guard
      let folder = shared.flatMap({ session.caller.ownFolder($0, within: "\($0).d") })
    else {
      throw CommandError(
        .configuration, "no folder for saved \(kind.plural)",
        remedy: "set HOME to an absolute path")
    }
    self.kind = kind
    self.folder = folder
  }

  func path(_ name: String) -> String { "\(folder)/\(name)\(kind.ending)" }

  var names: [String] {
    (FolderNames.of(folder) ?? []).filter { $0.hasSuffix(kind.ending) }
      .map { String($0.dropLast(kind.ending.count)) }.filter(Self.isName).sorted()
  }

  /// Nil if there is none of that name.
  func text(_ name: String) throws -> String? {
    do {
      return try ReadFile.text(path(name))
    } catch let fault {
      throw CommandError(.cannotOpenInput, "cannot read \(path(name)): \(fault.message)")
    }
  }

  /// One that must be there.
  func known(_ name: String) throws -> String {
    if Self.isName(name), let text = try text(name) { return text }
    let meant = NearestWord.nearest(to: name, among: names)
    throw CommandError(
      .notFound, "there is no saved \(kind.rawValue) \(name)",
      remedy: (meant.map { "did you mean \($0)? " } ?? "")
        + "`\(kind.rawValue) list` lists your \(kind.plural)")
  }

  /// Keeps a text; another of that name is replaced only after a yes.
  func keep(_ name: String, _ text: String, in context: CommandContext) throws {
    if let old = try self.text(name), old.trimmed != text.trimmed {
      guard try context.confirms("Replace the \(kind.rawValue) \(name)?") else {
        throw CommandError(
          .conflict, "\(kind.article) \(kind.rawValue) \(name) already exists: \(old.trimmed)",
          remedy: "choose another name, or replace it with --yes")
      }
    }
    try save(name, text)
    if !context.options.quiet { context.say("saved as \(name): \(path(name))") }
  }

  private func save(_ name: String, _ text: String) throws {
    let path = path(name)
    try ParentFolders.make(of: path)
    let file = try AtomicFile(path: path)
    file.output.append(text.hasSuffix("\n") ? text : text + "\n")
    try file.commit()
    unsafe chmod(path, 0o600)
  }

  func remove(_ name: String, in context: CommandContext) throws {
    guard unsafe unlink(path(name)) == 0 else {
      throw CommandError(
        .cannotCreateOutput,
        unsafe "cannot remove \(path(name)): \(String(cString: strerror(errno)))")
    }
    if !context.options.quiet { context.say("removed the \(kind.rawValue) \(name)") }
  }

  /// What a line names as the name of one.
  /// - Parameter word: nil where the line ends before it.
  func name(_ word: String?, for action: String) throws -> String {
    guard let word, Self.isName(word) else {
      throw ValidationError(
        (word.map { "found \($0.asFound), expected " } ?? "\(kind.rawValue) \(action) needs ")
          + "the name of \(kind.article) \(kind.rawValue): letters, digits, - and _")
    }
    return word
  }

  static func isName(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || (48...57).contains($0)
          || (65...90).contains($0) || (97...122).contains($0)
      }
  }
}
