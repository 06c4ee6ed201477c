import Glibc

/// The lines typed before at one store, in a file that several prompts may write at once.
///
/// Each entry follows a line `#SECONDS`, as in bash, so that an entry may have several lines.
struct HistoryFile {
  static let longest = 5000
  let path: String

  /// A file for each store in `$XDG_STATE_HOME/ubadmin/history.d`; nil if there is no home either.
  /// Under a service account each person has a file, because the next one may have fewer rights.
  /// - Parameter store: its name for people, and where it is.
  static func standardPath(
    _ environment: [String: String], _ caller: Caller, store: (name: String, place: String)
  ) -> String? {
    let all = stateFolder(environment).map { "\($0)/ubadmin/history.d" }
    guard let folder = all.flatMap({ caller.ownFolder($0, within: $0) }) else { return nil }
    let name = store.name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    // FNV-1a: two stores of one name have a file each.
    let mark = store.place.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(folder)/\(name)-\(String(mark, radix: 16))"
  }

  private static func stateFolder(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state"
  }

  /// The entries, oldest first, and the file cut to the longest that it may be.
  func load() throws(HistoryFault) -> [String] {
    let file = try LockedFile(path: path)
    defer { file.close() }
    let entries = Self.entries(try file.contents())
    guard entries.count > Self.longest else { return entries.map(\.text) }
    let kept = Array(entries.suffix(Self.longest))
    try file.replace(with: kept.map(\.lines).joined())
    return kept.map(\.text)
  }

  /// Adds entries that are written already.
  func append(lines: String) throws(HistoryFault) {
    let file = try LockedFile(path: path)
    defer { file.close() }
    try file.append(lines)
  }

  /// An entry of this moment.
  static func lines(_ text: String) -> String { Entry(stamp: "#\(time(nil))", text: text).lines }

  private struct Entry {
    let stamp: String
    var text: String
    var lines: String { "\(stamp)\n\(text)\n" }
  }

  private static func entries(_ contents: String) -> [Entry] {
    var entries: [Entry] = []
    var stamp: String?
    var isBegun = false
    // Characters would join a carriage return to the line end after it.
    for line in contents.unicodeScalars.split(separator: "\n").map(Substring.init) {
      if isStamp(line) {
        (stamp, isBegun) = (String(line), false)
      } else if isBegun, stamp != nil {
        entries[entries.count - 1].text += "\n" + line
      } else {
        entries.append(Entry(stamp: stamp ?? "#0", text: String(line)))
        isBegun = true
      }
    }
    // Two REPLs with the same line at the same time leave it twice.
    return entries.indices.filter { $0 == 0 || entries[$0].text != entries[$0 - 1].text }
      .map { entries[$0] }
  }

  private static func isStamp(_ line: Substring) -> Bool {
    line.utf8.count > 1 && line.first == "#"
      && line.utf8.dropFirst().allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}

/// Why the history cannot be kept.
struct HistoryFault: Error {
  let path: String
  let code: Int32

  var message: String {
    unsafe "cannot keep the history in \(path): \(String(cString: strerror(code)))"
  }
}
