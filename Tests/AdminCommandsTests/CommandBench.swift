import Accounts
import AdminCommands
import Glibc
import Reports
import Synchronization
// For every file of these tests.
@_exported public import TestEngines

/// A desk to try commands at: a store, a clock and a folder of its own, output and words caught.
final class CommandBench {
  /// What a command left behind.
  struct Result: Equatable, CustomStringConvertible {
    let status: ExitStatus
    let output: String
    let words: String

    var description: String { "\(status)\n--- output\n\(output)--- words\n\(words)" }
  }

  let folder: String
  let store: String
  /// Today, which a test may let go on.
  var day: CivilDate
  /// Who sits at the desk.
  var operatorName = "pat"
  var actsForAnother = false
  /// What a test sets beyond the bench's own.
  var environment: [String: String] = [:]
  var secrets = SecretSource.quick
  /// False where a test is about connections themselves.
  var keepsConnections = true

  init(on day: String = "2026-03-10", withStore: Bool = true) throws {
    self.day = try CivilDate(day)
    var template = Array("/tmp/ubadmin-bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw BenchFailure("cannot make a folder") }
    folder = String(cString: made)
    let engine = TestEngine.current
    let settings: [Setting: String] = [.city: "Testville", .timeZone: "UTC"]
    let onServer =
      try withStore ? engine.emptyStoreAddress(settings: settings) : engine.emptyDatabaseAddress()
    store = onServer ?? folder + "/city.db"
    if withStore, onServer == nil { try makeStore(on: day) }
  }

  /// Each store is as `store init` makes it; what it has made once in a day is copied.
  private func makeStore(on day: String) throws {
    if let bytes = Self.newStores.withLock({ $0[day] }) {
      try file("city.db", bytes)
    } else {
      try expect("store init \(store) --city Testville --time-zone UTC")
      let bytes = bytes(of: "city.db")
      Self.newStores.withLock { $0[day] = bytes }
    }
  }

  /// The files of new stores, by the day that they were made on.
  private static let newStores = Mutex<[String: [UInt8]]>([:])

  deinit {
    for name in ["", "-wal", "-shm"] { unlink(store + name) }
    for file in Self.files(in: folder) { unlink(folder + "/" + file) }
    for saved in ["queries", "imports", "history.d"] {
      let path = folder + "/ubadmin/" + saved
      for file in Self.files(in: path) { unlink(path + "/" + file) }
      rmdir(path)
    }
    for name in ["eft.key", "config"] { unlink(folder + "/ubadmin/" + name) }
    rmdir(folder + "/ubadmin")
    rmdir(folder)
  }

  private static func files(in folder: String) -> [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Words are separated by single blanks; those with blanks of their own come as an array.
  @discardableResult
  func run(_ line: String, input: String = "") -> Result {
    run(line.split(separator: " ").map(String.init), input: input)
  }

  @discardableResult
  func run(
    _ words: [String], input: String = "", terminal: TerminalFacts = TerminalFacts()
  ) -> Result {
    let who = operatorName
    let isBehindSudo = actsForAnother
    let output = OutputBuffer.memory()
    let said = OutputBuffer.memory()
    var rest = Array(input.utf8)[...]
    let session = Session(
      environment: [
        "UBADMIN_STORE": (try? TestEngine.address(store, as: who)) ?? store, "HOME": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_CONFIG_DIRS": folder,
      ].merging(environment) { $1 },
      output: output, errorOutput: said, terminal: terminal, clock: .fixed(day), secrets: secrets,
      connections: keepsConnections ? PostgreSQLCluster.connections : nil,
      caller: Caller(
        account: isBehindSudo ? "ubadmin" : who, uid: 1, behindSudo: isBehindSudo ? who : nil,
        host: "desk"),
      readInput: { buffer in
        let count = min(buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      })
    let status = Dispatch.run(words, in: session)
    return Result(status: status, output: output.string, words: said.string)
  }

  /// Runs what must succeed for the test to make sense.
  @discardableResult
  func expect(_ line: String) throws -> Result {
    try expect(line.split(separator: " ").map(String.init))
  }

  @discardableResult
  func expect(_ words: [String]) throws -> Result {
    let result = run(words)
    guard result.status == .done else { throw BenchFailure("\(words): \(result)") }
    return result
  }

  /// The rows that a list has as CSV.
  func rows(_ line: String) throws -> [String] {
    try expect("\(line) --csv --no-header").output.split(separator: "\n").map(String.init)
  }

  /// Writes a file into the folder; answers its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw BenchFailure("cannot write \(path)") }
    defer { close(file) }
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw BenchFailure("cannot write \(path)")
    }
    return path
  }

  /// The text of a file in the folder; nil where there is none.
  func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(of name: String) -> [UInt8]? {
    let file = open(folder + "/" + name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: block[0..<count])
    }
  }
}

/// The test itself could not be set up.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
