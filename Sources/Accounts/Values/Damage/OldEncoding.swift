/// Letters of DOS and Mac files that were read in Windows-1252, so that `ñ` became `¤`.
enum OldEncoding {
  /// How to fix the text; nil if no such letter is in it.
  static func remedy(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var made = String.UnicodeScalarView()
    var isFound = false
    var isKnown = true
    for index in scalars.indices {
      guard isDamage(scalars, at: index) else {
        made.append(scalars[index])
        continue
      }
      isFound = true
      if let letter = original(scalars, at: index) {
        made.append(letter)
      } else {
        isKnown = false
      }
    }
    guard isFound else { return nil }
    return "the file was read in the wrong encoding; "
      + (isKnown ? "likely \(String(made)); " : "") + "export it again as UTF-8"
  }

  /// Signs that never follow a letter, that are never between two, and capitals after a small letter.
  private static func isDamage(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard !scalars[index].isASCII, index > 0, isLetter(scalars[index - 1]) else { return false }
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let isWithin = next.map(isLetter) ?? false
    switch scalars[index] {
    case "‚", "„", "ˆ", "˜", "‰", "¤": return true
    case "¡", "¢", "£", "¥", "§", "†", "‡", "“", "”": return isWithin
    // A program that knows no small letter with an accent.
    case "Ñ":
      return ("a"..."z").contains(scalars[index - 1]) && next?.properties.isLowercase == true
    case "Ž", "Š", "Œ", "Ÿ":
      return ("a"..."z").contains(scalars[index - 1])
        && (!isWithin || next?.properties.isLowercase == true)
    default: return false
    }
  }

  /// The letter of one of the two encodings alone that is as large as those beside it.
  private static func original(_ scalars: [Unicode.Scalar], at index: Int) -> Unicode.Scalar? {
    if scalars[index] == "Ñ" { return "ñ" }
    guard let byte = WrongEncoding.byte(scalars[index]) else { return nil }
    let next = index + 1 < scalars.count && isLetter(scalars[index + 1]) ? index + 1 : index - 1
    let isCapital = scalars[next].properties.isUppercase
    let letters = [CodePage.dos437, .macRoman].compactMap { $0.letter(byte) }.filter {
      isLetter($0) && $0.properties.isUppercase == isCapital
    }
    return letters.count == 1 ? letters[0] : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar != "ª" && scalar != "º"
  }
}
