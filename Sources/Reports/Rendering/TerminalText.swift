import Accounts

/// Text that cannot drive a terminal, and how many cells it takes there.
package enum TerminalText {
  /// The text with everything invisible made visible: a control character as its picture
  /// (ESC is `␛`, a line end `⏎`), others (bidi overrides, zero-width characters, U+2028) as
  /// `\u{202e}`. Bytes that are not UTF-8 show as U+FFFD.
  package static func sanitized(_ text: String, keepingLineBreaks: Bool = false) -> String {
    guard !text.utf8.allSatisfy({ $0 &- 0x20 < 0x5F }) else { return text }
    var result = ""
    for character in text {
      if keepingLineBreaks, character == "\n" {
        result.append(character)
      } else if character.unicodeScalars.contains(where: isInvisible) {
        appendVisibly(character, to: &result)
      } else {
        result.append(character)
      }
    }
    return result
  }

  static func sanitized(_ bytes: CellBytes) -> String {
    sanitized(String(decoding: bytes, as: UTF8.self))
  }

  /// Cells of sanitized text.
  package static func width(_ text: String) -> Int {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.utf8.count }
    return text.reduce(0) { $0 + CellWidth.of($1) }
  }

  /// What marks that there is more.
  static func ellipsis(isUnicode: Bool) -> String { isUnicode ? "…" : "..." }

  /// The text, or as much of its beginning as leaves room for what marks the cut.
  package static func cut(_ text: String, to width: Int, isUnicode: Bool = true) -> String {
    guard self.width(text) > width else { return text }
    let mark = ellipsis(isUnicode: isUnicode).suffix(max(width, 0))
    var left = width - mark.count
    let kept = text.prefix { character in
      left -= CellWidth.of(character)
      return left >= 0
    }
    return String(kept) + mark
  }

  /// The text in lines of at most `width` cells, broken at spaces where there are any.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let candidate = line.isEmpty ? String(word) : line + " " + word
      if self.width(candidate) <= width {
        line = candidate
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, self.width(line) + CellWidth.of(character) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return lines.isEmpty || !line.isEmpty ? lines + [line] : lines
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func appendVisibly(_ character: Character, to result: inout String) {
    let scalars = Array(character.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isInvisible(scalar), !isPart(scalar, at: index, of: scalars) {
        result += picture(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Some invisible characters are what makes an emoji or a Han variant the one it is.
  private static func isPart(
    _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
  ) -> Bool {
    guard index > 0 else { return false }
    let before = scalars[index - 1].properties
    switch scalar.value {
    case 0x200D:  // joins two parts of one sign
      guard index + 1 < scalars.count else { return false }
      let after = scalars[index + 1].properties
      return after.isEmoji || after.generalCategory == .otherLetter
    case 0xFE0E, 0xFE0F: return before.isEmoji
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return before.isIdeographic
    case 0xE0020...0xE007F: return scalars[0].value == 0x1F3F4  // the flag of a region
    case 0x1160...0x11FF: return true  // a filler within a Hangul syllable
    default: return false
    }
  }

  private static func picture(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0A: return "⏎"
    case 0x7F: return "␡"
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "�"
    default: return "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
}
