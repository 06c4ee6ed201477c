import Glibc
import Reports

/// A line on the terminal for what takes longer than a second.
struct ProgressLine {
  private let session: Session
  private let total: Int?
  private let isShown: Bool
  private let began = Self.now()
  private var last: Double
  private var isDrawn = false

  /// - Parameter total: what `done` grows to; nil where nobody knows.
  init(session: Session, total: Int?, isShown: Bool) {
    self.session = session
    self.total = total
    self.isShown = isShown && session.terminal.wordsIsTerminal
    last = began
  }

  mutating func update(_ done: Int, _ words: (_ seconds: Double) -> String) {
    guard isShown else { return }
    let now = Self.now()
    guard now - began > 1, now - last > 0.2 else { return }
    last = now
    isDrawn = true
    var line = ""
    if let total, total > 0 {
      let share = min(Double(done) / Double(total), 1)
      let filled = Int(share * 30)
      line += "[" + String(repeating: "#", count: filled)
      line += String(repeating: "·", count: 30 - filled) + "] \(Int(share * 100)) %  "
    }
    line += words(now - began)
    if let total, done > 0, done < total {
      line += ", \(Self.left((now - began) * Double(total - done) / Double(done)))"
    }
    // A line that is broken could not be written over.
    let width = max((session.terminal.columns ?? 80) - 1, 20)
    session.words.append("\r" + TerminalText.cut(line, to: width) + "\u{1b}[K")
    try? session.words.flush()
  }

  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    session.words.append("\r\u{1b}[K" as StaticString)
    try? session.words.flush()
  }

  /// `40 s left`, `3 min left`
  private static func left(_ seconds: Double) -> String {
    seconds < 90
      ? "\(Int(seconds.rounded(.up))) s left" : "\(Int((seconds / 60).rounded())) min left"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
