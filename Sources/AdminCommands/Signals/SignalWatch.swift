import Glibc

/// Dispositions of signals for a time, and those to return to.
struct SignalWatch {
  private var before: [(signal: Int32, action: sigaction)] = []

  /// Ctrl-C and the signals that end the program go to `SignalInbox`; a second SIGTERM ends the
  /// program at once. SIGHUP may come twice for one terminal that was lost: to the process that
  /// leads its session, and to the group that it had in front. A reader that is gone is an error of the write, not the end.
  static func ofCommands() -> SignalWatch {
    var watch = ofLongWork()
    watch.set(SIGPIPE, SIG_IGN)
    return watch
  }

  /// The same for one command at the shell, which a reader that is gone may end.
  static func ofLongWork() -> SignalWatch {
    StatementCanceler.prepare()
    let receive: __sighandler_t = { SignalInbox.receive($0) }
    var watch = SignalWatch()
    watch.set(SIGINT, receive)
    watch.set(SIGTERM, receive, flags: UInt32(SA_RESETHAND))
    watch.set(SIGHUP, receive)
    return watch
  }

  /// As for commands, and Ctrl-\, a slip of the hand, does not end the prompt and its transaction.
  static func ofPrompt() -> SignalWatch {
    var watch = ofCommands()
    watch.set(SIGQUIT, SIG_IGN)
    return watch
  }

  /// Ctrl-\ ends one command at the shell as it ends any program: without the report of a crash.
  static func endOnQuit() {
    var old = sigaction()
    unsafe sigaction(SIGQUIT, nil, &old)
    if !isIgnored(old) { signal(SIGQUIT, SIG_DFL) }
  }

  /// It is for another program, such as the pager, which gets it as well.
  static func ignoring(_ signal: Int32) -> SignalWatch {
    var watch = SignalWatch()
    watch.set(signal, SIG_IGN)
    return watch
  }

  /// The signals are held in `SignalInbox`, to be passed on later.
  static func holding(_ signals: [Int32]) -> SignalWatch {
    var watch = SignalWatch()
    for signal in signals { watch.set(signal) { SignalInbox.hold($0) } }
    return watch
  }

  /// Without SA_RESTART, so that a waiting system call returns.
  private mutating func set(_ signal: Int32, _ handler: __sighandler_t?, flags: UInt32 = 0) {
    SignalInbox.prepare()
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = handler
    action.sa_flags = Int32(bitPattern: flags)
    var old = sigaction()
    unsafe sigaction(signal, nil, &old)
    // What the parent chose to ignore, as nohup does, stays ignored.
    if Self.isIgnored(old) { return }
    unsafe sigaction(signal, &action, nil)
    before.append((signal, old))
  }

  /// The signal that ends the program may come twice, as SIGHUP does: its handler stays until
  /// `SignalInbox.passOnEnd`, so that the second one cannot cut short how the program ends.
  func end() {
    for (signal, action) in before.reversed() where signal != SignalInbox.endingSignal {
      var action = action
      unsafe sigaction(signal, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
