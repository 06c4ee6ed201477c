import CReadline

/// What the arrow keys bring back: readline's list, and the file behind it.
final class History {
  private let session: SessionHistory?
  private let say: (String) -> Void
  private var last: String?
  private var hasComplained = false

  init(path: String?, say: @escaping (String) -> Void) {
    session = path.map(SessionHistory.init)
    self.say = say
    clear_history()
    stifle_history(Int32(HistoryFile.longest))
    attempt { () throws(HistoryFault) in
      for entry in try session?.begin() ?? [] { list(entry) }
    }
  }

  /// Keeps a command, unless it begins with a blank or was the last one too.
  func keep(_ source: String, _ keeping: HistoryRetention) {
    guard let first = source.first, first != " ", first != "\t", source != last,
      keeping != .never
    else { return }
    list(source)
    guard keeping == .file else { return }
    attempt { () throws(HistoryFault) in try session?.append(source) }
  }

  /// From now on other prompts find the lines.
  func close() {
    attempt { () throws(HistoryFault) in try session?.end() }
  }

  private func list(_ entry: String) {
    unsafe add_history(entry)
    last = entry
  }

  /// That the history cannot be kept is said once; work goes on.
  private func attempt(_ body: () throws(HistoryFault) -> Void) {
    do throws(HistoryFault) {
      try body()
    } catch  where !hasComplained {
      hasComplained = true
      say("ubadmin: " + error.message)
    } catch {}
  }
}
