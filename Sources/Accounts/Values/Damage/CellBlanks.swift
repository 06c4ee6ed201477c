/// Blanks that look like a space or like nothing: no-break, of other widths, of none, and marks of
/// direction. Programs put them into what people copy.
package enum CellBlanks {
  /// The bytes without any blank at their ends; nil if nothing is left.
  package static func trimmed(_ bytes: CellBytes) -> CellBytes? {
    var first = 0
    var last = bytes.count
    while first < last {
      let width = widthOfBlank(bytes, at: first, before: last)
      if width == 0 { break }
      first += width
    }
    while last > first {
      let width = widthOfBlank(bytes, endingAt: last, after: first)
      if width == 0 { break }
      last -= width
    }
    return last > first ? CellBytes(rebasing: bytes[first..<last]) : nil
  }

  /// A word of a command line, trimmed like a cell.
  package static func isBlank(_ word: String) -> Bool {
    var word = word
    return word.withCellBytes { trimmed($0) == nil }
  }

  /// Without those at its ends.
  package static func trimmed(_ word: String) -> String {
    var word = word
    return word.withCellBytes { trimmed($0).map { String(decoding: $0, as: UTF8.self) } ?? "" }
  }

  /// As messages show a cell: of a long one, the beginning.
  package static func shown(_ bytes: CellBytes) -> String {
    guard bytes.count > longestShown else { return visible(String(decoding: bytes, as: UTF8.self)) }
    return shown(String(decoding: bytes, as: UTF8.self))
  }

  /// The same of a text.
  package static func shown(_ text: String) -> String {
    let beginning = text.unicodeScalars.prefix(longestShown)
    guard beginning.endIndex < text.endIndex else { return visible(text) }
    return visible(String(beginning)) + "… (\(text.count) characters)"
  }

  private static let longestShown = 80

  /// As messages show a text: what cannot be seen is written as `\u{a0}`.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      isShown(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }.joined()
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || !(isBlank(scalar) || scalar.properties.generalCategory == .control)
  }

  /// Takes the place of a space.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A space, or a sign of no width.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      true
    default: isSpace(scalar)
    }
  }

  @inline(__always)
  private static func widthOfBlank(_ bytes: CellBytes, at index: Int, before end: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || byte == 0x09 { return 1 }
    return byte < 0x80 ? 0 : widthOfWideBlank(bytes, at: index, before: end)
  }

  private static func widthOfBlank(_ bytes: CellBytes, endingAt end: Int, after start: Int) -> Int {
    let byte = bytes[end - 1]
    if byte == 0x20 || byte == 0x09 { return 1 }
    if byte < 0x80 { return 0 }
    for width in 2...3 where end - width >= start && bytes[end - width] >= 0xC0 {
      return widthOfWideBlank(bytes, at: end - width, before: end) == width ? width : 0
    }
    return 0
  }

  /// The blanks are all of two or three bytes.
  private static func widthOfWideBlank(_ bytes: CellBytes, at index: Int, before end: Int) -> Int {
    let lead = bytes[index]
    let width = lead < 0xE0 ? 2 : 3
    guard lead >= 0xC0, lead < 0xF0, index + width <= end else { return 0 }
    var value = UInt32(lead) & (width == 2 ? 0x1F : 0x0F)
    for byte in bytes[(index + 1)..<(index + width)] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map(isBlank) == true ? width : 0
  }
}
