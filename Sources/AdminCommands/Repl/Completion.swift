/// What TAB writes: found from the words of the line, whatever their quotes.
struct Completion: Equatable {
  /// What replaces the typed text: as much as all candidates share.
  let common: String
  let candidates: [String]
  let namesFiles: Bool
  /// The word is not complete with it, as after `--format=` or a folder.
  var goesOn: Bool {
    candidates.count == 1 && (common.hasSuffix("=") || (namesFiles && common.hasSuffix("/")))
  }

  /// For the text between `start` and `point` of a line that follows what `taken` has taken.
  init?(
    of line: [UInt8], from start: Int, to point: Int, after taken: LineSplitter,
    completions: ([String], String) -> [String]?
  ) {
    var before = taken
    before.scan(line[..<start])
    var whole = before
    whole.scan(line[start..<point])
    guard whole.place != .comment else { return nil }
    let prefix = String(decoding: whole.word, as: UTF8.self)
    let found = completions(whole.words, prefix)
    namesFiles = found == nil
    let texts = (found ?? FileNames.completing(option: prefix)).filter {
      $0.unicodeScalars.starts(with: prefix.unicodeScalars) && $0.utf8.allSatisfy { $0 >= 0x20 }
    }
    // What stands before `start` belongs to the word too where a quote opened within it.
    let kept = before.word.count
    let endings = texts.map { String(decoding: $0.utf8.dropFirst(kept), as: UTF8.self) }
    guard let first = endings.first else { return nil }
    let shared = endings.dropFirst().reduce(first, Self.shared)
    common = WordQuoting.ending(shared, in: before.place)
    candidates = endings.map { WordQuoting.ending($0, in: before.place) }
    // Readline would take an apostrophe after an opening one for the same.
    if before.place == .single, candidates.contains(where: { $0.hasPrefix("'") }) { return nil }
  }

  private static func shared(_ one: String, _ other: String) -> String {
    var result = String.UnicodeScalarView()
    for (mine, its) in zip(one.unicodeScalars, other.unicodeScalars) {
      guard mine == its else { break }
      result.append(mine)
    }
    return String(result)
  }
}
