import Accounts
import Reports

/// What is at the path of a bank file before it is written there. Whoever sends that path to the bank can take
/// an older file for the new one.
struct FileAtOutput {
  let path: String
  /// The earlier bank file that it is, byte for byte; nil is any other file.
  let file: EarlierFile?

  /// Nil if nothing is there, or the file itself.
  init?(_ path: String?, before made: BankFile, in change: ChangeTransaction) throws {
    guard let path, !CommandFiles.isStream(path), ReplacedFile.hasBytes(path),
      made.text.map({ !ReplacedFile.holds(Array($0.utf8), at: path) }) ?? true
    else { return nil }
    self.path = path
    var candidates = made.earlier
    if let previous = made.previous, candidates.isEmpty { candidates = [previous] }
    for candidate in candidates.reversed() {
      if let text = try candidate.text(in: change),
        ReplacedFile.holds(Array(text.utf8), at: path)
      {
        file = candidate
        return
      }
    }
    file = nil
  }

  fileprivate var phrase: String {
    file.map { "file \($0.number) for \($0.day)" } ?? "another file"
  }
}

extension CommandContext {
  /// The bank may not have the other file yet, or the one that should have been there.
  func noteReplaced(_ old: FileAtOutput, by made: BankFile) {
    say(
      "note: replaced \(old.path), which was another file; to write an earlier one again, use `eft export` with --again and its number"
    )
    // Those of the same day are told in any case.
    guard made.earlier.isEmpty, let previous = made.previous, previous.number != old.file?.number,
      !made.unplaced.contains(where: { $0.number == previous.number })
    else { return }
    say(
      "note: it was not file \(previous.number) for \(previous.day), the last one before this one, with "
        + "\(previous.sum). If that file was not sent to the bank, write it again with "
        + "`ubadmin eft export --again \(previous.number) -o FILE`")
  }

  /// A command that was cut short has posted its drafts, and its file may be nowhere.
  func noteEarlier(_ made: BankFile, at path: String?, old: FileAtOutput? = nil) {
    for earlier in made.earlier {
      guard earlier.number != old?.file?.number else {
        say(
          "note: \(path ?? "the file") is file \(earlier.number) for the same day, with \(earlier.sum)"
        )
        continue
      }
      let made = earlier.change.map { "was made by change \($0)" } ?? "is on record"
      say(
        "note: file \(earlier.number) for the same day, with \(earlier.sum), \(made). If the "
          + "file is missing, write it again with `ubadmin eft export --again \(earlier.number) "
          + "-o \(word: path ?? "FILE")`")
    }
  }

  /// Of another day than this one; those of the same day are told in any case.
  func noteUnplaced(_ made: BankFile) {
    for file in made.unplaced where !made.earlier.contains(where: { $0.number == file.number }) {
      let change = file.change.map { " (change \($0))" } ?? ""
      say(
        "note: file \(file.number) for \(file.day), with \(file.sum), was made\(change), but its command ended "
          + "before the file was in its place. If it was not sent to the bank, write it again with "
          + "`ubadmin eft export --again \(file.number) -o FILE`")
    }
  }

  /// Throws where nothing is sent, and the file that is at the path is none of the day's: a script would send
  /// its drafts to the bank once more.
  func refuseOther(_ old: FileAtOutput?, of made: BankFile) throws {
    guard let old, !made.earlier.contains(where: { $0.number == old.file?.number }) else { return }
    throw CommandError(
      .refused,
      "\(old.path) was not written: it is still \(old.phrase); do not send it to the bank again",
      remedy: made.earlier.last.map {
        "write file \($0.number) with `ubadmin eft export --again \($0.number) -o \(word: old.path)`"
      } ?? "move or delete each file after it was sent")
  }
}

extension EarlierFile {
  fileprivate var sum: String { "\(entries.counted("entry", "entries")) of \(total) together" }
}
