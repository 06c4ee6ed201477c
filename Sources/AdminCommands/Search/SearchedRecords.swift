import Accounts

/// What a search at the prompt found: a number names a record as it was shown, however records have changed since.
struct SearchedRecords {
  let words: [String]
  let kind: SearchKind?
  /// `--at`, if the records were shown as they were.
  let past: [String]
  let hits: [SearchHit]

  /// The words and options that search for the same.
  var line: [String] { words + (kind.map { ["--kind", $0.rawValue] } ?? []) + past }

  /// The record that was shown under a number; nil if the word is no such number.
  func hit(_ word: String) -> SearchHit? {
    guard let number = Int(word), number > 0, "\(number)" == word,
      hits.indices.contains(number - 1)
    else {
      return nil
    }
    return hits[number - 1]
  }
}
