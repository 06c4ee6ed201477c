import Accounts

/// What a search at the prompt found: a number names a record as it was shown, however records have changed since.
struct SearchedRecords {
  let words: [String]
  let kind: SearchKind?
  let hits: [SearchHit]

  /// The words and options that search for the same.
  var line: [String] { words + (kind.map { ["--kind", $0.rawValue] } ?? []) }
}
