/// Where a cell lies: in the record, or among the cells whose doubled quotes were undone.
struct CSVSpan {
  private let offset: UInt32
  private let lengthAndMarks: UInt32

  private static let quotedMark: UInt32 = 1 << 31
  private static let doubledMark: UInt32 = 1 << 30
  private static let unescapedMark: UInt32 = 1 << 29

  /// What is known of a cell besides its place.
  enum Kind {
    case plain, quoted
    /// Quoted, with doubled quotes that are still to be undone.
    case doubled
    case unescaped

    fileprivate var mark: UInt32 {
      switch self {
      case .plain: 0
      case .quoted: CSVSpan.quotedMark
      case .doubled: CSVSpan.quotedMark | CSVSpan.doubledMark
      case .unescaped: CSVSpan.quotedMark | CSVSpan.unescapedMark
      }
    }
  }

  /// `CSVLimits` keep both numbers within their bits.
  @inline(__always)
  init(_ start: Int, _ end: Int, _ kind: Kind) {
    offset = UInt32(truncatingIfNeeded: start)
    lengthAndMarks = UInt32(truncatingIfNeeded: end &- start) | kind.mark
  }

  @inline(__always) var start: Int { Int(offset) }
  @inline(__always) var length: Int { Int(lengthAndMarks & (Self.unescapedMark &- 1)) }
  var end: Int { start + length }
  var isQuoted: Bool { lengthAndMarks & Self.quotedMark != 0 }
  var isDoubled: Bool { lengthAndMarks & Self.doubledMark != 0 }
  @inline(__always) var isUnescaped: Bool { lengthAndMarks & Self.unescapedMark != 0 }
}
