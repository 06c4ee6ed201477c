import Accounts

/// The word that was probably meant where another was found, of those that a message names.
enum DidYouMean {
  /// The remedy of a fault, led by the word of the list in `expected` that comes closest.
  static func leading(_ remedy: String, found: String, expected: String) -> String {
    guard let meant = nearest(found: found, expected: expected) else { return remedy }
    return "did you mean `\(meant)`?" + (remedy.isEmpty ? "" : " " + remedy)
  }

  /// `expected` is `one of a, b or c`, or `fields of the list: a, b, c`.
  private static func nearest(found: String, expected: String) -> String? {
    let list =
      if expected.hasPrefix("one of ") {
        expected.dropFirst("one of ".count)
      } else if expected.hasPrefix("fields of "), let colon = expected.firstIndex(of: ":") {
        expected[expected.index(after: colon)...]
      } else {
        expected[..<expected.startIndex]
      }
    let words = list.replacing(" or ", with: ", ").split(separator: ",").map { $0.trimmed }
      .filter { !$0.isEmpty && !$0.contains(" ") }.map(String.init)
    guard words.count > 1, let word = found.split(separator: " ").last else { return nil }
    return NearestWord.nearest(to: word.lowercased(), among: words)
  }
}
