import Accounts
import Glibc
import Reports

/// Programs that a line of the prompt starts.
extension CommandContext {
  /// `!command`
  func runShell(_ command: String) -> Int32 {
    do {
      try refuseShell()
      try refuseIdle(command)
      guard let process = Pager.start(command, input: STDIN_FILENO, session.environment) else {
        throw CommandError(.cannotOpenInput, "cannot start a shell")
      }
      return Self.waited(process)
    } catch {
      return told(error)
    }
  }

  /// What `body` prints is read by a program.
  func piped(to program: String, _ body: () -> Int32) -> Int32 {
    do {
      try refuseShell()
      var ends: [Int32] = [0, 0]
      guard unsafe Glibc.pipe(&ends) == 0 else {
        throw CommandError(.inputOutput, "cannot make a pipe")
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let process = Pager.start(program, input: ends[0], session.environment)
      close(ends[0])
      // It is not an error if the program stops reading early.
      let sigpipe = signal(SIGPIPE, SIG_IGN)
      defer { signal(SIGPIPE, sigpipe) }
      let status = session.writing(to: OutputBuffer(descriptor: ends[1], name: Pager.name), body)
      close(ends[1])
      guard let process else { throw CommandError(.cannotOpenInput, "cannot start a shell") }
      let ended = Self.waited(process)
      return status == 0 ? ended : status
    } catch {
      return told(error)
    }
  }

  /// The folder that `~` stands for, as a shell has it.
  var home: String? { Configuration.home(session.environment) }

  /// Whether programs of the operator's own may be started, also from within the pager.
  var allowsShell: Bool { (try? refuseShell()) != nil }

  /// Behind sudo the shell would be the service account's.
  private func refuseShell() throws {
    if let person = session.caller.actsFor {
      throw CommandError(
        .notPermitted, "the prompt cannot run programs as \(session.caller.account) for \(person)",
        remedy: "write a file with -o, and open it in your own shell")
    }
    guard let entry = try configuration[.shell] else { return }
    guard let choice = YesNo(rawValue: entry.value.lowercased()) else {
      throw ConfigurationKey.shell.fault(of: entry.value, at: entry.origin)
    }
    guard choice.isYes else {
      throw CommandError(
        .notPermitted, "\(entry.origin) does not allow running programs from the prompt",
        remedy: "write a file with -o instead")
    }
  }

  /// What would do nothing, or end with the shell that it is for.
  private func refuseIdle(_ command: String) throws {
    if command.isEmpty {
      throw CommandError(.usage, "! needs a command", remedy: "e.g. !ls -l")
    }
    let isAlone = !command.contains { ";&|\n".contains($0) }
    if isAlone, ["cd", "export"].contains(command.split(separator: " ").first ?? "") {
      throw CommandError(
        .usage, "!\(command) would last only until the end of the line",
        remedy: "add the command that needs it, e.g. !\(command) && ls")
    }
  }

  private func told(_ error: any Error) -> Int32 {
    let (status, message, remedy) = ExitStatus.explaining(error)
    session.say("ubadmin: " + message)
    if !remedy.isEmpty { session.say("  " + remedy) }
    return status.rawValue
  }

  /// A signal that ends the prompt also ends the program, without waiting for it.
  private static func waited(_ process: pid_t) -> Int32 {
    StatementCanceler.watch(program: process)
    // It is told of no signal once its number may be another process's.
    var facts = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(process), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {
      guard let signal = SignalInbox.endingSignal else { continue }
      StatementCanceler.watch(program: nil)
      StatementCanceler.end(program: process)
      return 128 + signal
    }
    StatementCanceler.watch(program: nil)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}
