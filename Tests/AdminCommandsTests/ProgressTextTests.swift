import Testing

@testable import AdminCommands

@Suite("Lines of progress")
struct ProgressTextTests {
  private var text = ProgressText(
    done: 250, total: 1000, count: 250, unit: "rows", seconds: 10)

  @Test("a line says what is done, how fast and how long it still takes")
  func whole() {
    #expect(
      text.line(width: 100)
        == "[#######·······················] 25 %  250 of 1,000 rows, 25 rows/s, 30 s left")
  }

  @Test("it fits the terminal: the bar shrinks and goes first")
  func narrow() {
    #expect(text.line(width: 60) == "[##········] 25 %  250 of 1,000 rows, 25 rows/s, 30 s left")
    #expect(text.line(width: 50) == "250 of 1,000 rows, 25 rows/s, 30 s left")
    #expect(text.line(width: 35) == "250 of 1,000 rows, 30 s left")
    #expect(text.line(width: 20) == "250 of 1,000 rows")
    #expect(text.line(width: 15) == "250 of 1,000")
  }

  @Test("what is counted stays when the line has no room for what it is part of")
  func narrowWithDetail() {
    let text = ProgressText(
      done: 28_400, total: 40_418, count: 28_400, unit: "records",
      detail: "accounts and their bills", seconds: 20)
    #expect(text.line(width: 60) == "28,400 of 40,418 records, 1,420 records/s, 9 s left")
    #expect(text.line(width: 40) == "28,400 of 40,418 records, 9 s left")
  }

  @Test("where nobody knows the end there is no bar and no time left")
  mutating func endless() {
    text.total = nil
    #expect(text.line(width: 100) == "250 rows, 25 rows/s")
  }

  @Test(
    "rows of a file are counted, though its bytes are measured",
    arguments: [
      (12.0, "36 s left"), (600.0, "30 min left"), (36_000.0, "30 h left"),
    ])
  func counted(seconds: Double, left: String) {
    let text = ProgressText(
      done: 1000, total: 4000, count: 90, unit: "rows", detail: "3 rejected", seconds: seconds)
    let line = text.line(width: 100)
    #expect(line.contains("3 rejected, 90 rows, "))
    #expect(line.hasSuffix(left))
  }
}
