/// Whole numbers that begin with digits, as ranges.
package enum PrefixedNumbers {
  /// One for each number of digits, the longest first.
  package static func ranges(_ digits: String, upTo highest: Int64) -> [ClosedRange<Int64>] {
    guard !digits.isEmpty else { return highest < 0 ? [] : [0...highest] }
    guard digits.utf8.first != UInt8(ascii: "0"),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      var first = Int64(digits)
    else { return [] }
    var ranges: [ClosedRange<Int64>] = []
    var last = first
    while first <= highest {
      ranges.append(first...last)
      guard last <= (Int64.max - 9) / 10 else { break }
      (first, last) = (first * 10, last * 10 + 9)
    }
    return ranges.reversed()
  }
}
