/// A code page in which text in UTF-8 was read, other than Windows-1252.
struct CodePage: Sendable {
  /// From 0x80 on.
  private let letters: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(_ upper: String) {
    letters = Array(upper.unicodeScalars)
    bytes = Dictionary(
      zip(letters, 0...).map { ($0, UInt8(0x80 + $1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the text was before; nil if it was not read in one of the code pages.
  static func original(of text: String) -> String? {
    for page in all {
      if let original = page.original(of: text) { return original }
    }
    return nil
  }

  /// The letter of a byte from 0x80 on.
  func letter(_ byte: UInt8) -> Unicode.Scalar? {
    byte >= 0x80 && letters.count > Int(byte) - 0x80 ? letters[Int(byte) - 0x80] : nil
  }

  /// Word by word: one that was read in the code page has only bytes of UTF-8.
  private func original(of text: String) -> String? {
    var isSure = false
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let read = read(Array(word.unicodeScalars)) else { return String(word) }
      isSure = isSure || read.isSure
      return read.word
    }
    return isSure ? words.joined(separator: " ") : nil
  }

  private func read(_ scalars: [Unicode.Scalar]) -> (word: String, isSure: Bool)? {
    var made = String.UnicodeScalarView()
    var isSure = false
    var others = 0
    var index = 0
    while index < scalars.count {
      if scalars[index].isASCII {
        made.append(scalars[index])
        index += 1
        continue
      }
      guard let (scalar, width) = WrongEncoding.sequence(scalars, at: index, byte: { bytes[$0] })
      else { return nil }
      isSure = isSure || Self.isMistake(scalar, scalars, index..<(index + width))
      if scalar.value >= 0x370, scalar.properties.isAlphabetic { others += 1 }
      made.append(scalar)
      index += width
    }
    // A word of Cyrillic or Chinese letters alone.
    let isOther = others > 1 && !scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    return (String(made), isSure || isOther)
  }

  /// Whether letters that misread bytes of one other letter are in no real word.
  private static func isMistake(
    _ scalar: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ range: Range<Int>
  ) -> Bool {
    guard isUsual(scalar) else { return false }
    let lead = scalars[range.lowerBound]
    let rest = scalars[range].dropFirst()
    if !isLetter(lead) { return true }
    if range.count == 3, !scalar.properties.isAlphabetic { return true }
    // Before other signs stands a letter that may well begin a word.
    guard scalar.value >= 0xC0 else { return false }
    if !rest.allSatisfy(isLetter) { return true }
    let before = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : nil
    let after = range.upperBound < scalars.count ? scalars[range.upperBound] : nil
    if (0x370...0x4FF).contains(lead.value) {
      return (rest + [before, after].compactMap { $0 }).contains(where: isLatin)
    }
    // Capitals within a word of small letters, and the other way around.
    if lead.properties.isUppercase {
      if before?.properties.isLowercase == true { return true }
      if after?.properties.isLowercase == true, rest.allSatisfy(\.properties.isUppercase) {
        return true
      }
    }
    return before?.properties.isUppercase == true && after?.properties.isUppercase == true
      && rest.allSatisfy(\.properties.isLowercase)
  }

  /// Letters of European and Vietnamese names, punctuation, emoji, the byte order mark and what
  /// stands for a lost letter.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x17F, 0x1E00...0x1EFF, 0x2010...0x203A, 0x20AC, 0x2122, 0xFEFF, 0xFFFD,
      0x1F300...0x1FAFF:
      true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !"ƒªº".unicodeScalars.contains(scalar)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 && scalar.properties.isAlphabetic
  }

  private static let all = [macRoman, dos437, dos850, windows1250, windows1251]

  static let macRoman = CodePage(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
  /// Of a console in the US.
  static let dos437 = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}")
  /// Of a console in Western Europe.
  private static let dos850 = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}")
  /// Of Central Europe.
  private static let windows1250 = CodePage(
    "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź"
      + "\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
      + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙")
  /// Cyrillic.
  private static let windows1251 = CodePage(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")
}
