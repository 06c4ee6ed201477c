import CTerminal

/// Cells that a character (a grapheme) takes on a terminal.
enum CellWidth {
  // Made once and never freed; wcwidth only reads it.
  nonisolated(unsafe) private static let utf8Locale = unsafe ubadmin_utf8_locale()

  /// Combining marks take none, Han and emoji two; an emoji of several parts is still one.
  static func of(_ character: Character) -> Int {
    if character.isASCII { return character.unicodeScalars.count }
    return isEmoji(character)
      ? 2 : character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let width = unsafe Int(ubadmin_cell_width(scalar.value, utf8Locale))
    guard width < 0 else { return width }
    // Newer than the C library's tables.
    return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
  }

  private static func isEmoji(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    if first.isASCII { return scalars.contains("\u{20E3}") }
    if isRegional(first) { return scalars.count == 2 }
    return first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}")
      || scalars.contains("\u{200D}")
  }

  /// Two of these make a flag.
  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    0x1F1E6...0x1F1FF ~= scalar.value
  }
}
