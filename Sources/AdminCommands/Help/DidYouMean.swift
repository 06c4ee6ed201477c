import Accounts

/// The word that was probably meant where another was found, of those that a message names.
enum DidYouMean {
  /// The remedy of a fault, led by the word of the list in `expected` that comes closest.
  static func leading(_ remedy: String, found: String, expected: String) -> String {
    guard let meant = nearest(found: found, expected: expected) else { return remedy }
    return "did you mean `\(meant)`?" + (remedy.isEmpty ? "" : " " + remedy)
  }

  /// What a command's own check says, e.g. `--by: found moth, expected one of …`.
  static func fault(_ message: String, remedy: String) -> CommandError {
    guard let start = message.ranges(of: ": found ").first?.upperBound,
      let comma = message[start...].ranges(of: ", expected ").last
    else { return CommandError(.usage, message, remedy: remedy) }
    let (found, expected) = (message[start..<comma.lowerBound], message[comma.upperBound...])
    return CommandError(
      .usage, "\(message[..<comma.upperBound])\(shortened(String(expected)))",
      remedy: leading(remedy, found: String(found), expected: String(expected)))
  }

  /// The first words of a list that is too long to be read to its end.
  static func shortened(_ expected: String) -> String {
    let words = expected.split(separator: ", ")
    guard expected.hasPrefix("one of "), words.count > most else { return expected }
    return words.prefix(3).joined(separator: ", ") + " and \(words.count - 3) others"
  }

  /// How many words a message lists.
  static let most = 12

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
