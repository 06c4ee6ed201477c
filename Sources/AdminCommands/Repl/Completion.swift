import Reports

/// What TAB writes: found from the words of the line, whatever their quotes.
struct Completion: Equatable {
  /// What replaces the typed text: as much as all candidates share.
  let common: String
  let candidates: [String]
  /// What is shown of each.
  let shown: [String]
  let namesFiles: Bool
  /// False for records that were found by what they are called.
  let beginAsTyped: Bool
  /// The candidates are names within a query in quotes.
  private let isInQuery: Bool
  /// The word is not complete with it, as after `--format=`, a folder, or a name within a query.
  var goesOn: Bool {
    candidates.count == 1
      && (common.hasSuffix("=") || isInQuery || (namesFiles && common.hasSuffix("/")))
  }

  /// For the text between `start` and `point` of a line that follows what `taken` has taken.
  init?(
    of line: [UInt8], from start: Int, to point: Int, after taken: LineSplitter,
    quoting: WordQuoting.Rules = .prompt, completions: ([String], String) -> Suggestions
  ) {
    var before = taken
    before.scan(line[..<start])
    var whole = before
    whole.scan(line[start..<point])
    guard whole.place != .comment else { return nil }
    // `>list.csv`, without a blank, is two words.
    let turns =
      quoting == .prompt && before.place == .between
      && line[start..<point].first == UInt8(ascii: ">")
    let sign = turns ? ">" : ""
    let prefix = String(String(decoding: whole.word, as: UTF8.self).dropFirst(sign.count))
    let found = completions(whole.words + (turns ? [sign] : []), prefix)
    namesFiles = found.namesFiles
    isInQuery = found.queryBefore != nil && (before.place == .single || before.place == .double)
    // What is before `start` belongs to the word too where a quote opened within it.
    let kept = String(decoding: before.word, as: UTF8.self)
    func ending(_ text: String) -> String {
      sign
        + WordQuoting.ending(
          String(decoding: text.utf8.dropFirst(kept.utf8.count), as: UTF8.self), in: before.place,
          quoting)
    }
    let list = found.counting(prefix).filter {
      $0.value.utf8.starts(with: kept.utf8) && $0.value.utf8.allSatisfy { $0 >= 0x20 }
    }
    guard let first = list.first else { return nil }
    candidates = list.map { ending($0.value) }
    // Bash takes what is shown for the candidates themselves.
    let hidden = quoting == .prompt ? found.queryBefore.map(ending) ?? "" : ""
    shown = Self.shown(list, candidates.map { String($0.dropFirst(hidden.count)) })
    let typed = String(decoding: line[start..<point], as: UTF8.self)
    beginAsTyped = list.allSatisfy { $0.value.unicodeScalars.starts(with: prefix.unicodeScalars) }
    // Records that were found by what they are called do not begin with what was typed, which must
    // not be lost.
    common =
      list.count == 1 || beginAsTyped
      ? ending(list.dropFirst().map(\.value).reduce(first.value, Self.shared)) : typed
    // Readline would take an apostrophe after an opening one for the same.
    if before.place == .single, candidates.contains(where: { $0.hasPrefix("'") }) { return nil }
  }

  /// Names in a column, with their meanings next to them.
  private static func shown(
    _ list: [Suggestions.Suggestion], _ candidates: [String]
  ) -> [String] {
    let width = candidates.map(\.count).max() ?? 0
    return zip(list, candidates).map { suggestion, candidate in
      guard !suggestion.meaning.isEmpty else { return candidate }
      return candidate + String(repeating: " ", count: width - candidate.count + 2)
        + Self.short(TerminalText.sanitized(suggestion.meaning))
    }
  }

  private static func short(_ meaning: String) -> String {
    meaning.count <= longestMeaning ? meaning : meaning.prefix(longestMeaning - 1) + "…"
  }

  private static let longestMeaning = 56

  private static func shared(_ one: String, _ other: String) -> String {
    var result = String.UnicodeScalarView()
    for (mine, its) in zip(one.unicodeScalars, other.unicodeScalars) {
      guard mine == its else { break }
      result.append(mine)
    }
    return String(result)
  }
}
