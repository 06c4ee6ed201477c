import Glibc

/// Waits for input or a signal; a signal just before the wait is not missed.
enum InputWait {
  /// True where input (or its end) is there, false where `isSignalled` is true or a signal came.
  static func untilReadable(_ descriptor: Int32, unless isSignalled: () -> Bool) -> Bool {
    if isSignalled() { return false }
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalInbox.bell, events: Int16(POLLIN), revents: 0),
    ]
    guard unsafe poll(&sources, nfds_t(sources.count), -1) > 0 else { return false }
    if sources[1].revents != 0 { SignalInbox.silenceBell() }
    return sources[0].revents != 0 && !isSignalled()
  }

  /// One byte, so that what follows the line stays for the next reader; nil at the end of input.
  static func nextByte(
    _ descriptor: Int32, unless isSignalled: () -> Bool
  ) throws(PromptFault) -> UInt8? {
    while true {
      guard untilReadable(descriptor, unless: isSignalled) else {
        if isSignalled() { throw .interrupted }
        continue
      }
      var byte: UInt8 = 0
      switch unsafe read(descriptor, &byte, 1) {
      case 1: return byte
      case 0: return nil
      default: if errno != EINTR, errno != EAGAIN { throw .unreadable(errno) }
      }
    }
  }
}
