/// An unknown noun or verb, and the one that was probably meant.
enum UnknownCommand {
  static func noun(_ word: String) -> CommandError {
    let error = error([], word, Commands.all.filter(\.isShown).map(\.name))
    guard !Synonyms.commands(word).isEmpty else { return error }
    return CommandError(
      error.status, error.message, remedy: "`ubadmin help \(word)` finds the commands for it")
  }

  static func verb(_ word: String, of noun: Commands.Entry) -> CommandError {
    guard word.hasPrefix("-") else { return error([noun.name], word, noun.verbs) }
    return CommandError(
      .usage, "found \(word), expected what \(noun.name) is to do",
      remedy: remedy([noun.name], nil, noun.verbs))
  }

  private static func error(_ path: [String], _ word: String, _ shown: [String]) -> CommandError {
    CommandError(
      .usage, "there is no command \((path + [word]).joined(separator: " "))",
      remedy: remedy(path, nearest(to: word, among: shown), shown))
  }

  private static func remedy(_ path: [String], _ nearest: String?, _ shown: [String]) -> String {
    let lead = path.isEmpty ? "" : path.joined(separator: " ") + " "
    let meant = nearest.map { "did you mean `\(lead)\($0)`? " } ?? ""
    let help = "`ubadmin help\(path.isEmpty ? "" : " " + path.joined(separator: " "))`"
    return path.isEmpty
      ? "\(meant)\(help) lists the commands"
      : "\(meant)\(path.joined(separator: " ")) takes \(shown.joined(separator: ", ")); see \(help)"
  }

  /// The closest word, if it is close enough.
  static func nearest(to word: String, among words: [String]) -> String? {
    let ranked = words.map { (word: $0, slips: slips(word, $0)) }
    guard let best = ranked.min(by: { $0.slips < $1.slips }),
      best.slips <= max(1, word.drop { $0 == "-" }.count / 3)
    else { return words.first { word.count > 2 && ($0.hasPrefix(word) || word.hasPrefix($0)) } }
    return best.word
  }

  /// Letters missing, added, changed or swapped with a neighbor. Source: optimal string
  /// alignment (Damerau 1964).
  private static func slips(_ left: String, _ right: String) -> Int {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    var rows = [Array(0...b.count)]
    for i in 1...max(a.count, 1) where i <= a.count {
      var row = [i]
      for j in 1...max(b.count, 1) where j <= b.count {
        let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var least = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
