import Glibc
import Synchronization

/// A mail server on loopback that takes what it is given: no mailbox is called nobody, and those
/// called later are busy.
final class SMTPSink: Sendable {
  let port: UInt16
  private let listener: Int32
  private let taken = Mutex<[String]>([])

  /// The messages as they came, headers and body.
  var messages: [String] { taken.withLock { $0 } }

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw BenchFailure("no port for a mail server") }
    port = UInt16(bigEndian: address.sin_port)
    let box = Unmanaged.passRetained(Serving(sink: self, listener: listener))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Serving>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else { throw BenchFailure("no thread for a mail server") }
    pthread_detach(thread)
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  fileprivate func take(_ message: String) { taken.withLock { $0.append(message) } }
}

/// The server's own thread, which ends with the listener.
private final class Serving {
  weak var sink: SMTPSink?
  let listener: Int32

  init(sink: SMTPSink, listener: Int32) {
    self.sink = sink
    self.listener = listener
  }

  func run() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { break }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      talk(client)
      close(client)
    }
    close(listener)
  }

  private func talk(_ client: Int32) {
    var pending: [UInt8] = []
    func line() -> String? {
      while true {
        if let end = pending.firstIndex(of: 10) {
          let text = String(decoding: pending[..<end], as: UTF8.self)
          pending.removeSubrange(...end)
          return text.hasSuffix("\r") ? String(text.dropLast()) : text
        }
        var block = [UInt8](repeating: 0, count: 4096)
        let count = read(client, &block, block.count)
        guard count > 0 else { return nil }
        pending += block[0..<count]
      }
    }
    func say(_ text: String) {
      let bytes = Array((text + "\r\n").utf8)
      _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
    say("220 sink")
    while let command = line() {
      switch command.prefix(4).uppercased() {
      case "RCPT" where command.contains("nobody"): say("550 5.1.1 no such mailbox")
      case "RCPT" where command.contains("later"): say("451 4.7.1 try again later")
      case "DATA":
        say("354 go on")
        var text = ""
        while let part = line(), part != "." { text += part + "\n" }
        sink?.take(text)
        say("250 taken")
      case "QUIT":
        say("221 bye")
        return
      default: say("250 sink")
      }
    }
  }
}

/// The mail program of these tests.
enum MailProgramHere {
  static let path: String? = ["/usr/bin/msmtp", "/usr/local/bin/msmtp"].first {
    access($0, X_OK) == 0
  }
}
