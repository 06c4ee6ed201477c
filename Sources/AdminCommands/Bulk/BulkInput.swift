import Accounts
import Glibc
import Reports

/// The bytes of a bulk file, or of standard input.
final class BulkInput: ByteSource {
  private let descriptor: Int32?
  private let context: CommandContext
  private let path: String
  /// A file as it was when it was opened.
  private let opened: FileState?
  /// Total bytes; nil if unknown.
  let size: Int?
  private(set) var position = 0
  /// The bytes, if there is no file.
  private var kept: ArraySlice<UInt8>?
  /// What the file is, where its first bytes say that it is no text in columns.
  private(set) var foreign: ForeignFile?

  /// The records of a list.
  init(kept bytes: [UInt8], context: CommandContext) {
    self.context = context
    path = "-"
    opened = nil
    descriptor = nil
    size = bytes.count
    kept = bytes[...]
  }

  init(path: String, context: CommandContext) throws {
    self.context = context
    self.path = path
    guard path != "-" else {
      if context.session.inputIsScript {
        throw CommandError(
          .usage, "found - as the file, but standard input is the script being run",
          remedy: "name a file, or run the script with `ubadmin run FILE`")
      }
      descriptor = nil
      size = nil
      opened = nil
      return
    }
    try context.checkIsDeclared(input: path)
    try context.session.checkMayRead(path)
    let file = try InputPlace.open(path, in: context)
    descriptor = file
    opened = FileState(file)
    size = opened.map { Int($0.size) }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  private func lent(
    _ bytes: ArraySlice<UInt8>, to buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    let part = bytes.prefix(buffer.count)
    unsafe buffer.copyBytes(from: part)
    kept = bytes.dropFirst(part.count)
    return part.count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count =
      if let bytes = kept {
        unsafe lent(bytes, to: buffer)
      } else if let descriptor { try unsafe Session.read(descriptor, into: buffer) } else {
        try unsafe context.session.readInput(buffer)
      }
    if position == 0 {
      foreign = unsafe ForeignFile(
        UnsafeRawBufferPointer(rebasing: buffer[0..<count]), at: path)
    }
    position += count
    return count
  }

  /// All of its bytes.
  func allBytes() throws -> [UInt8] {
    if let bytes = try allBytes(atMost: Self.most) { return bytes }
    throw CommandError(
      .badData, "\(path): found more than \(Self.most >> 20) MB",
      remedy: "check that it is the right file")
  }

  /// What is read as a whole is far smaller, but a device need not end.
  private static let most = 64 << 20

  /// Nil if there is more than that.
  func allBytes(atMost limit: Int) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count: Int
      do {
        count = try unsafe block.withUnsafeMutableBytes { try unsafe read(into: $0) }
      } catch {
        try SignalInbox.check()
        throw error
      }
      if count == 0 { break }
      bytes += block.prefix(count)
      if bytes.count > limit { return nil }
    }
    try SignalInbox.check()
    try checkIsAsItWas()
    return bytes
  }

  /// Throws if a file was written while it was read: its end may be missing, or its rows may be of
  /// two files.
  func checkIsAsItWas() throws {
    guard let descriptor, let opened, FileState(descriptor) != opened else { return }
    throw CommandError(
      .badData, "\(path): the file changed while it was being read; no changes were made",
      remedy: "wait until the file is complete, then run the command again")
  }
}
