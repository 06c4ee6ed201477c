/// The word that was probably meant where another was typed.
package enum NearestWord {
  /// The closest word in any case, if it is close enough; the first of several.
  package static func nearest(to typed: String, among words: [String]) -> String? {
    all(near: typed, among: words).first
  }

  /// All words that are as close as the closest: `ulock` may be `lock` or `unlock`.
  package static func all(near typed: String, among words: [String]) -> [String] {
    let word = typed.lowercased()
    let ranked = words.map { (word: $0, slips: slips(word, $0.lowercased())) }
    guard let best = ranked.map(\.slips).min(), best <= max(1, word.drop { $0 == "-" }.count / 3)
    else {
      return words.first {
        let other = $0.lowercased()
        return word.count > 2 && (other.hasPrefix(word) || word.hasPrefix(other))
      }.map { [$0] } ?? []
    }
    return ranked.filter { $0.slips == best }.map(\.word)
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
