import Accounts
import Glibc

/// A question and its one-line answer, on descriptors.
enum PromptLine {
  static let longest = 4096

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withCellBytes { bytes in
      var rest = unsafe UnsafeRawBufferPointer(bytes.lent)
      while unsafe !rest.isEmpty {
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// An answer at a terminal; nil if the input has ended, also behind a part of a line: anyone who leaves
  /// wants nothing done.
  static func answer(
    _ descriptor: Int32, unless isSignalled: () -> Bool
  ) throws(PromptFault) -> String? {
    try read(descriptor, lineMayEnd: false, unless: isSignalled)
  }

  /// A line without its end; nil if the input has ended. Reads not a byte beyond it.
  /// - Parameter lineMayEnd: whether the end of the input ends a line, too.
  static func read(
    _ descriptor: Int32, lineMayEnd: Bool = true, unless isSignalled: () -> Bool
  ) throws(PromptFault) -> String? {
    var bytes: [UInt8] = []
    while let byte = try InputWait.nextByte(descriptor, unless: isSignalled) {
      if byte == UInt8(ascii: "\n") { return try text(bytes) }
      if bytes.count == longest { throw .tooLong(limit: longest) }
      bytes.append(byte)
    }
    return bytes.isEmpty || !lineMayEnd ? nil : try text(bytes)
  }

  private static func text(_ bytes: [UInt8]) throws(PromptFault) -> String {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    guard let text = String(validating: line, as: UTF8.self) else { throw .notUTF8 }
    return text
  }
}
