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

  /// - Parameter total: what `done` grows to; nil if that is unknown.
  ///   To find out may take a while, so it is asked for only where the line may be seen.
  init(session: Session, total: @autoclosure () -> Int?, isShown: Bool) {
    self.session = session
    self.isShown = isShown && session.terminal.errorIsTerminal
    self.total = self.isShown ? total() : nil
    last = began
  }

  /// - Parameters:
  ///   - done: what there is of `total`.
  ///   - count: what people are told of, where that is something else.
  ///   - unit: what is counted.
  mutating func update(_ done: Int, count: Int? = nil, _ unit: String, detail: String = "") {
    guard isShown else { return }
    let now = Self.now()
    guard now - began > 1, now - last > 0.2 else { return }
    last = now
    isDrawn = true
    session.stopWaiting()
    let text = ProgressText(
      done: done, total: total, count: count ?? done, unit: unit, detail: detail,
      seconds: now - began)
    // A line that is broken could not be written over.
    let width = max(session.terminal.columns ?? 80, 20)
    session.errorOutput.append("\r" + text.line(width: width) + "\u{1b}[K")
    try? session.errorOutput.flush()
  }

  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    session.errorOutput.append("\r\u{1b}[K" as StaticString)
    try? session.errorOutput.flush()
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
