import Accounts
import Glibc
import Reports

/// The bytes of a bulk file, or of standard input.
final class BulkInput: ByteSource {
  private let descriptor: Int32?
  private let context: CommandContext
  /// Total bytes; nil where unknown.
  let size: Int?
  private(set) var position = 0
  /// What there is without a file.
  private var kept: ArraySlice<UInt8>?
  /// What the file is, where its first bytes say that it is no text in columns.
  private(set) var foreign: ForeignFile?

  /// The records of a list.
  init(kept bytes: [UInt8], context: CommandContext) {
    self.context = context
    descriptor = nil
    size = bytes.count
    kept = bytes[...]
  }

  init(path: String, context: CommandContext) throws {
    self.context = context
    guard path != "-" else {
      if context.session.inputIsScript {
        throw CommandError(
          .usage, "found - for a file, but standard input is the script that runs",
          remedy: "name a file, or run the script with `ubadmin run FILE`")
      }
      descriptor = nil
      size = nil
      return
    }
    try context.checkIsDeclared(input: path)
    try context.session.checkMayRead(path)
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw CommandError(
        .cannotOpenInput, unsafe "cannot open \(path): \(String(cString: strerror(errno)))",
        remedy: "name a file that can be read")
    }
    var facts = stat()
    unsafe fstat(file, &facts)
    guard facts.st_mode & S_IFMT != S_IFDIR else {
      close(file)
      throw CommandError(.cannotOpenInput, "cannot read \(path): it is a folder")
    }
    descriptor = file
    size = facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : nil
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
      foreign = unsafe ForeignFile(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
    }
    position += count
    return count
  }
}
