import Values

/// The arguments of one statement as libpq takes them: texts that end in a zero byte.
package struct PostgreSQLArguments {
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []

  init() {}

  init(_ arguments: [Datum]) throws(StoreError) {
    starts.reserveCapacity(arguments.count)
    for argument in arguments { try append(argument) }
  }

  package var count: Int { starts.count }

  mutating func append(_ argument: Datum) throws(StoreError) {
    switch argument {
    case .null: starts.append(nil)
    case .integer(let value):
      starts.append(bytes.count)
      append(value)
      bytes.append(0)
    case .text(var text):
      starts.append(bytes.count)
      let isWhole = text.withCellBytes { utf8 in
        bytes.append(contentsOf: utf8)
        return !utf8.contains(0)
      }
      guard isWhole else { throw Self.zeroByte }
      bytes.append(0)
    }
  }

  /// An array of one value a row, for `unnest`.
  mutating func append<Rows: Collection>(
    array rows: Rows, _ value: (Rows.Element) -> Datum
  ) throws(StoreError) {
    starts.append(bytes.count)
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for row in rows {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      switch value(row) {
      case .null: bytes.append(contentsOf: "NULL".utf8)
      case .integer(let number): append(number)
      case .text(let text): try appendQuoted(text)
      }
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0)
  }

  private mutating func append(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDecimal(number.magnitude, to: &bytes)
  }

  private mutating func appendQuoted(_ text: String) throws(StoreError) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isWhole = text.withCellBytes { utf8 in
      for byte in utf8 {
        if byte == 0 { return false }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
      }
      return true
    }
    guard isWhole else { throw Self.zeroByte }
    bytes.append(UInt8(ascii: "\""))
  }

  static let zeroByte = StoreError(
    .constraint, "PostgreSQL cannot store text with a zero byte",
    remedy: "remove the zero byte from the text")

  func withPointers<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T) -> T {
    unsafe bytes.withUnsafeBytes { raw in
      let base = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = unsafe starts.map { start in
        unsafe start.flatMap { start in unsafe base.map { unsafe $0 + start } }
      }
      return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }
  }
}
