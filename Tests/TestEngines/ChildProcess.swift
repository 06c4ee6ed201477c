import Glibc
import Synchronization

/// Programs that tests start.
package enum ChildProcess {
  /// Runs a program to its end, or for a quarter of an hour; output and errors together.
  package static func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let ends = try pipeEnds()
    let limited = ["/usr/bin/timeout", "--kill-after=10", "900"] + words
    let child = try spawn(limited, input: nil, output: ends[1])
    close(ends[1])
    let text = readAll(ends[0])
    close(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, text)
  }

  /// Starts a shell whose standard input ends when this process does.
  static func startWatcher(_ script: String) throws {
    let ends = try pipeEnds()
    _ = try spawn(["/bin/sh", "-c", script], input: ends[0], output: nil)
    close(ends[0])
  }

  /// Two ends that no other child inherits, not even one that is started at this moment: it would
  /// keep them open.
  private static func pipeEnds() throws -> [Int32] {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw TestFailure("cannot make a pair of sockets")
    }
    return ends
  }

  /// POSIX_SPAWN_SETSID and POSIX_SPAWN_SETSIGMASK of spawn.h, which are not imported.
  private static let newSession: Int16 = 0x80
  private static let ownMask: Int16 = 0x08

  private static func spawn(_ words: [String], input: Int32?, output: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, output, 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    // What other tests have open at this moment would stay open as long as the server runs.
    for descriptor: Int32 in 3..<512 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own: an interrupt at the terminal does not reach it.
    // And a thread's blocked signals stay here: a shell that waits needs to hear of its children.
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, newSession | ownMask)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw TestFailure("cannot start \(words[0])") }
    return child
  }

  private static func readAll(_ file: Int32) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: block[0..<count])
    }
  }
}

/// Gives out numbers, each once.
package final class Counter: Sendable {
  private let value: Atomic<Int>
  /// The first is the one after `last`.
  package init(after last: Int = 0) { value = Atomic(last) }

  package func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}

/// The test itself could not be carried out.
package struct TestFailure: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}
