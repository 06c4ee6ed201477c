/// Finds the cells of one record in the bytes at hand, and continues when more arrive. It copies
/// nothing and knows nothing about files.
@safe
struct CSVScanner: ~Copyable {
  /// The result of a scan.
  enum Outcome {
    /// The record ends before the byte at `position`, or with the text.
    case record
    /// The bytes end in the middle of a cell: read more and scan again.
    case starved
    /// `fault` ends the file.
    case failed
  }

  private let classes: CSVByteClasses
  private let delimiter: UInt8
  let spans = UnsafeMutablePointer<CSVSpan>.allocate(capacity: CSVLimits.cells)
  private(set) var count = 0
  /// Where the next cell begins; after the record, where that ends.
  private(set) var position = 0
  /// The first thing that is wrong in the record.
  private(set) var fault: CSVFault?
  private(set) var isBeyondASCII = false
  private(set) var hasDoubledQuotes = false
  private(set) var hasLineBreaks = false

  init(_ delimiter: CSVDelimiter) {
    classes = CSVByteClasses(delimiter)
    self.delimiter = delimiter.rawValue
  }

  deinit {
    unsafe spans.deallocate()
  }

  /// Forgets the last record.
  mutating func begin() {
    count = 0
    position = 0
    fault = nil
    isBeyondASCII = false
    hasDoubledQuotes = false
    hasLineBreaks = false
  }

  /// Scans from `position` on. `text[length]` is a line feed that is not part of the text;
  /// `isLast` says that nothing comes after it.
  mutating func scan(_ text: UnsafePointer<UInt8>, _ length: Int, isLast: Bool) -> Outcome {
    while true {
      let start = position
      let end: Int
      var kind = CSVSpan.Kind.plain
      if unsafe text[start] == CSVByte.quote {
        end = unsafe quotedEnd(text, length, isLast, &kind)
      } else {
        end = unsafe plainEnd(text, from: start)
      }
      if end >= length, !isLast || end > length {
        return unsafe starve(text, length, isLast)
      }
      guard close(start, end, kind) else { return .failed }
      if unsafe text[end] != delimiter {
        position = end
        return .record
      }
      position = end &+ 1
    }
  }

  /// The end of an unquoted cell, which is `length` when none of its bytes ends it.
  @inline(__always)
  private mutating func plainEnd(_ text: UnsafePointer<UInt8>, from start: Int) -> Int {
    var at = start
    while true {
      let byteClass = unsafe classes.plain[Int(text[at])]
      if byteClass == CSVByteClasses.ordinary {
        at &+= 1
      } else if byteClass <= CSVByteClasses.lastEnding {
        return at
      } else {
        note(byteClass, at)
        at &+= 1
      }
    }
  }

  private mutating func note(_ byteClass: UInt8, _ at: Int) {
    switch byteClass {
    case CSVByteClasses.beyondASCII: isBeyondASCII = true
    case CSVByteClasses.quote: report(.bareQuote, at)
    default: report(.nulByte, at)
    }
  }

  /// The end of a quoted cell, behind its closing quote; `length + 1` if that is not there yet.
  private mutating func quotedEnd(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ isLast: Bool, _ kind: inout CSVSpan.Kind
  ) -> Int {
    kind = .quoted
    var at = position &+ 1
    while true {
      let byteClass = unsafe classes.quoted[Int(text[at])]
      switch byteClass {
      case CSVByteClasses.ordinary:
        break
      case CSVByteClasses.quote:
        let next = at &+ 1
        if next == length, !isLast { return length &+ 1 }
        if unsafe text[next] != CSVByte.quote {
          return unsafe closedEnd(text, next, &kind)
        }
        kind = .doubled
        at = next
      case CSVByteClasses.lineFeed, CSVByteClasses.carriageReturn:
        if at == length { return length &+ 1 }
        hasLineBreaks = true
      default:
        note(byteClass, at)
      }
      at &+= 1
    }
  }

  /// Where the cell ends whose closing quote stands before `next`. What follows that quote by
  /// mistake is taken to the end of the cell, so that the next record begins where it should.
  private mutating func closedEnd(
    _ text: UnsafePointer<UInt8>, _ next: Int, _ kind: inout CSVSpan.Kind
  ) -> Int {
    let byteClass = unsafe classes.plain[Int(text[next])]
    if byteClass != 0, byteClass <= CSVByteClasses.lastEnding { return next }
    report(.textAfterQuote, next)
    kind = .plain
    return unsafe plainEnd(text, from: next)
  }

  /// Notes a cell that is complete. False if that makes the record larger than it may be.
  @inline(__always)
  private mutating func close(_ start: Int, _ end: Int, _ kind: CSVSpan.Kind) -> Bool {
    if end &- start > CSVLimits.cell {
      return fail(.cellTooLong, start)
    }
    if end > CSVLimits.row {
      return fail(.rowTooLong, start)
    }
    if count == CSVLimits.cells {
      return fail(.tooManyCells, start)
    }
    switch kind {
    case .plain:
      unsafe spans[count] = CSVSpan(start, end, .plain)
    default:
      unsafe spans[count] = CSVSpan(start &+ 1, end &- 1, kind)
      if kind == .doubled { hasDoubledQuotes = true }
    }
    count &+= 1
    return true
  }

  private mutating func starve(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ isLast: Bool
  ) -> Outcome {
    if length - position > CSVLimits.cell {
      _ = fail(.cellTooLong, position)
      return .failed
    }
    if isLast {
      _ = fail(.unclosedQuote, position)
      return .failed
    }
    return .starved
  }

  private mutating func report(_ kind: CSVError.Kind, _ at: Int) {
    if fault == nil {
      fault = CSVFault(kind: kind, offset: at, cell: count)
    }
  }

  /// A fault that ends the file takes precedence over an earlier one in the same record.
  private mutating func fail(_ kind: CSVError.Kind, _ at: Int) -> Bool {
    fault = CSVFault(kind: kind, offset: at, cell: count)
    return false
  }
}
