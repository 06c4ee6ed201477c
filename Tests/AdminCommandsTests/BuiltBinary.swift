import Glibc

/// The program itself, as `swift build` left it beside the tests.
enum BuiltBinary {
  /// How it ended, and what it wrote.
  struct Result {
    /// The exit status, or 128 and the signal.
    let status: Int32
    let output: String
    let words: String
  }

  /// Where it is, from the root: scripts go to folders of their own. `UBADMIN_TEST_BINARY` names
  /// another.
  static var path: String {
    let found = getenv("UBADMIN_TEST_BINARY").map { String(cString: $0) } ?? besideTheTests
    guard let whole = realpath(found, nil) else { return found }
    defer { free(whole) }
    return String(cString: whole)
  }

  private static var besideTheTests: String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    let own = String(
      decoding: bytes.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // A test runner may be the toolchain's; the bundle is then named on its command line.
    let places = [own] + CommandLine.arguments
    for place in places {
      guard let slash = place.lastIndex(of: "/") else { continue }
      let candidate = place[..<slash] + "/ubadmin"
      if access(String(candidate), X_OK) == 0 { return String(candidate) }
    }
    return ".build/debug/ubadmin"
  }

  /// - Parameter output: a path for standard output; nil to catch it.
  static func run(
    _ arguments: [String], in bench: CommandBench, output: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let out = output ?? bench.folder + "/stdout"
    let err = bench.folder + "/stderr"
    let status = try launch(
      [path] + arguments, output: out, words: err,
      environment: ["UBADMIN_STORE": bench.store, "HOME": bench.folder, "LC_ALL": "C.UTF-8"]
        .merging(environment) { $1 })
    return Result(
      status: status, output: output == nil ? bench.text(of: "stdout") ?? "" : "",
      words: bench.text(of: "stderr") ?? "")
  }

  /// Lines of a shell, in which `$ubadmin` is the program and the folder is the bench's.
  static func shell(_ script: String, in bench: CommandBench) throws -> Result {
    let status = try launch(
      ["/bin/sh", "-c", "cd \(bench.folder)\n" + script], output: bench.folder + "/stdout",
      words: bench.folder + "/stderr",
      environment: [
        "UBADMIN_STORE": bench.store, "HOME": bench.folder, "LC_ALL": "C.UTF-8", "ubadmin": path,
        "PATH": "/usr/bin:/bin",
      ])
    return Result(
      status: status, output: bench.text(of: "stdout") ?? "",
      words: bench.text(of: "stderr") ?? "")
  }

  /// What hangs is ended after five minutes, with 124: one test fails, the others go on.
  private static func launch(
    _ command: [String], output: String, words errorPath: String, environment: [String: String]
  ) throws -> Int32 {
    let words = ["/usr/bin/timeout", "--kill-after=10", "300"] + command
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, create, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errorPath, create, 0o600)
    let arguments: [UnsafeMutablePointer<CChar>?] =
      words.map { $0.withCString { strdup($0) } } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { "\($0.key)=\($0.value)".withCString { strdup($0) } } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, words[0], &actions, nil, arguments, variables) == 0 else {
      throw BenchFailure("cannot start \(words[0])")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
