/// Reads the names and signs of SQL in their order, without its comments, and without its texts unless they
/// are asked for. A quoted name is a name; all are in lower case.
struct SQLWordReader {
  /// Stands for E'…', whose backslashes and continued lines this reader does not follow.
  static let escapes = "e'…'"

  private let letters: [UnicodeScalar]
  private let keepsTexts: Bool
  private var place = 0
  private var found: [String] = []

  /// - Parameter keepsTexts: whether a text is a word, too, after its first quote.
  init(_ sql: String, keepsTexts: Bool = false) {
    letters = Array(sql.lowercased().unicodeScalars)
    self.keepsTexts = keepsTexts
  }

  private func at(_ index: Int) -> UnicodeScalar? {
    letters.indices.contains(index) ? letters[index] : nil
  }

  mutating func words() -> [String] {
    while let letter = at(place) {
      switch letter {
      case "-" where at(place + 1) == "-": skipLine()
      case "/" where at(place + 1) == "*": skipComment()
      case "'", "\"": readQuoted(letter)
      case _ where Self.isName(letter): readName()
      default:
        if !letter.properties.isWhitespace { found.append(String(letter)) }
        place += 1
      }
    }
    return found
  }

  private static func isName(_ letter: UnicodeScalar) -> Bool {
    letter == "_" || letter == "$" || letter.properties.isAlphabetic
      || ("0"..."9").contains(letter) || letter.value >= 0x80
  }

  private mutating func skipLine() {
    while let next = at(place), next != "\n", next != "\r" { place += 1 }
  }

  /// Comments stand within comments.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if at(place) == "/", at(place + 1) == "*" {
        (depth, place) = (depth + 1, place + 2)
      } else if at(place) == "*", at(place + 1) == "/" {
        (depth, place) = (depth - 1, place + 2)
      } else {
        place += 1
      }
    } while depth > 0 && place < letters.count
  }

  private mutating func readQuoted(_ quote: UnicodeScalar) {
    if quote == "'", found.last == "e", at(place - 1) == "e" { found.append(Self.escapes) }
    let start = place + 1
    place = start
    while let next = at(place), next != quote { place += 1 }
    let end = min(place, letters.count)
    let words = text(start..<max(start, end))
    if quote == "\"" { found.append(words) } else if keepsTexts { found.append("'" + words) }
    place = end + 1
  }

  private mutating func readName() {
    let start = place
    while let next = at(place), Self.isName(next) { place += 1 }
    let word = text(start..<place)
    found.append(word == "u" && at(place) == "&" ? "u&" : word)
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(letters[range]))
  }
}
