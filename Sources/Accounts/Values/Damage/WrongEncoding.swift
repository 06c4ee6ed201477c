/// Text in UTF-8 that was read in Windows-1252 or Latin-1, so that `Ñ` became `Ã‘`, or in another
/// code page.
enum WrongEncoding {
  /// What the text was before; nil if nothing is wrong with it.
  static func original(of text: String) -> String? {
    var current = text
    // A file may have gone through the same mistake more than once.
    for _ in 0..<3 {
      guard let before = onceBefore(current) ?? CodePage.original(of: current) else { break }
      current = before
    }
    return current == text ? nil : current
  }

  private static func onceBefore(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var made = String.UnicodeScalarView()
    var found = 0
    var isSure = false
    var index = 0
    while index < scalars.count {
      if let (scalar, width) = sequence(scalars, at: index, byte: byte) {
        made.append(scalar)
        found += 1
        isSure = isSure || isUsual(scalar)
        index += width
      } else {
        made.append(scalars[index])
        index += 1
      }
    }
    // One rare letter can be chance, as a capital before a dash.
    return isSure || found > 1 ? String(made) : nil
  }

  /// The scalar whose bytes stand there as letters of their own.
  static func sequence(
    _ scalars: [Unicode.Scalar], at index: Int, byte: (Unicode.Scalar) -> UInt8?
  ) -> (scalar: Unicode.Scalar, width: Int)? {
    guard let lead = byte(scalars[index]), lead >= 0xC2, lead < 0xF5 else { return nil }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= scalars.count else { return nil }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for scalar in scalars[(index + 1)..<(index + width)] {
      guard let byte = byte(scalar), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, width)
  }

  /// Letters of European names, punctuation, the byte order mark and what stands for a lost letter.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x17F, 0x2000...0x20CF, 0xFEFF, 0xFFFD, 0x1F000...: true
    default: false
    }
  }

  /// The byte that stands for a letter in Windows-1252, or in Latin-1.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return windows[scalar]
  }

  /// Windows-1252 from 0x80 on, where it differs from Latin-1.
  private static let windows: [Unicode.Scalar: UInt8] = {
    let letters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    return Dictionary(
      uniqueKeysWithValues: zip(letters, 0...).map { ($0, UInt8(0x80 + $1)) })
  }()
}
