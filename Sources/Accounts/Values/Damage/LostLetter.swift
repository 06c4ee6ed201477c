/// A question mark where a letter was that an encoding does not have, as in `Mu?oz`.
enum LostLetter {
  /// How to fix a text; nil if no letter seems to be lost.
  static func remedy(_ bytes: CellBytes) -> String? {
    guard bytes.contains(UInt8(ascii: "?")) else { return nil }
    var isFound = false
    var isKnown = true
    let words = String(decoding: bytes, as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false).map { word in
        guard isDamaged(word) else { return String(word) }
        isFound = true
        let name = original(of: word)
        if name == nil { isKnown = false }
        return name ?? String(word)
      }
    guard isFound else { return nil }
    let likely = isKnown ? "likely \(words.joined(separator: " ")); " : ""
    return "a letter was lost in an encoding conversion; \(likely)export the file again as UTF-8"
  }

  /// Between two letters, or before a small one at the beginning. What ends a word may be a question.
  private static func isDamaged(_ word: Substring) -> Bool {
    let letters = Array(core(word))
    guard letters.contains("?"), letters.count(where: \.isLetter) > 2,
      letters.allSatisfy({ $0.isLetter || $0 == "?" || $0 == "'" || $0 == "-" }),
      letters.last?.isLetter == true
    else { return false }
    // More of them in a row are what a person types.
    let runs = letters.split(omittingEmptySubsequences: true) { $0 != "?" }
    guard runs.allSatisfy({ $0.count < 3 }) else { return false }
    let isCapital = !letters.contains(where: \.isLowercase)
    return runs.allSatisfy { run in
      let after = letters[run.endIndex]
      // A capital begins the answer to a question.
      guard after.isLowercase || isCapital && after.isLetter else { return false }
      return run.startIndex == 0 ? !isCapital : letters[run.startIndex - 1].isLetter
    }
  }

  /// Without the punctuation behind it.
  private static func core(_ word: Substring) -> Substring {
    var rest = word
    while let last = rest.last, "?!.,;:)".contains(last) { rest.removeLast() }
    return rest
  }

  /// The name that has another letter there; else ñ between two vowels.
  private static func original(of word: Substring) -> String? {
    let name = core(word)
    let tail = word[name.endIndex...]
    // One letter of UTF-8 may have become two marks.
    let letters = Array(name.replacing("??", with: "?"))
    let isCapital = letters.allSatisfy { !$0.isLowercase }
    if let known = names.first(where: { isLike($0, letters) }) {
      var made = ""
      for (index, letter) in letters.enumerated() {
        if letter != "?" {
          made.append(letter)
        } else {
          made += isCapital || index == 0 ? known[index].uppercased() : String(known[index])
        }
      }
      return made + tail
    }
    var made = letters
    for index in letters.indices where letters[index] == "?" {
      guard index > 0, isVowel(letters[index - 1]), isVowel(letters[index + 1]) else { return nil }
      made[index] = isCapital ? "Ñ" : "ñ"
    }
    return String(made) + tail
  }

  private static func isLike(_ name: [Character], _ letters: [Character]) -> Bool {
    name.count == letters.count
      && zip(name, letters).allSatisfy {
        $1 == "?" ? !$0.isASCII : String($0) == $1.lowercased()
      }
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouAEIOU".contains(letter) }

  /// Common names with an accent in the United States.
  private static let names: [[Character]] = [
    "garcía rodríguez martínez hernández lópez gonzález pérez sánchez ramírez gómez",
    "díaz jiménez gutiérrez álvarez vázquez vásquez méndez chávez fernández domínguez",
    "velázquez ríos león beltrán calderón márquez suárez cortéz cortés cárdenas",
    "juárez guzmán román mejía valdés rincón colón durán galván gálvez josé maría",
    "raúl andrés jesús ángel óscar iván héctor césar sofía lucía inés mónica verónica",
    "ramón joaquín rené renée andré françois hélène zoë chloé noël müller schröder",
    "günther jörg björn søren",
  ].flatMap { $0.split(separator: " ").map { Array($0) } }
}
