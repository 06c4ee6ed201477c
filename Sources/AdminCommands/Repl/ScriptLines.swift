/// The lines of a script as they come, in bounded memory.
@safe
struct ScriptLines {
  static let longest = 1 << 20

  private let fill: (UnsafeMutableRawBufferPointer) throws(ScriptFault) -> Int
  private var block = [UInt8](repeating: 0, count: 65_536)
  private var rest = 0..<0
  private var hasEnded = false
  /// The first bytes.
  private(set) var head: [UInt8] = []
  /// The number of the line read last.
  private(set) var number = 0

  /// `fill` puts bytes into a buffer and returns how many; 0 at the end.
  init(fill: @escaping (UnsafeMutableRawBufferPointer) throws(ScriptFault) -> Int) {
    unsafe self.fill = fill
  }

  /// The next line without its end (LF or CRLF); nil at the end.
  mutating func next() throws(ScriptFault) -> String? {
    var bytes: [UInt8] = []
    var isLine = false
    while !isLine {
      if rest.isEmpty, try !refill() { break }
      let end = block[rest].firstIndex(of: UInt8(ascii: "\n"))
      let upTo = end ?? rest.upperBound
      guard bytes.count + (upTo - rest.lowerBound) <= Self.longest else {
        number += 1
        throw .lineTooLong
      }
      bytes.append(contentsOf: block[rest.lowerBound..<upTo])
      isLine = end != nil
      rest = (isLine ? upTo + 1 : upTo)..<rest.upperBound
    }
    guard isLine || !bytes.isEmpty else { return nil }
    number += 1
    return try text(bytes)
  }

  private mutating func refill() throws(ScriptFault) -> Bool {
    guard !hasEnded else { return false }
    let fill = unsafe fill
    let result: Result<Int, ScriptFault> = unsafe block.withUnsafeMutableBytes { bytes in
      Result { () throws(ScriptFault) in try unsafe fill(bytes) }
    }
    let count = try result.get()
    if head.isEmpty { head = Array(block.prefix(min(count, 512))) }
    rest = 0..<count
    hasEnded = count == 0
    return !hasEnded
  }

  private func text(_ bytes: [UInt8]) throws(ScriptFault) -> String {
    var line = bytes[...]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    // A byte-order mark is not part of the first word.
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    guard !line.contains(0), let text = String(validating: line, as: UTF8.self) else {
      throw .notText
    }
    return text
  }
}

/// Why a script cannot be read on.
enum ScriptFault: Error, Equatable {
  case lineTooLong
  case notText
  case endsWithBackslash
  case unreadable(code: Int32)
}
