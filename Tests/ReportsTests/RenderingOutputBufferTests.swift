import Accounts
import Glibc
import TestEngines
import Testing

@testable import Reports

@Suite("Output buffer")
struct RenderingOutputBufferTests {
  @Test("numbers of every size are written as Swift writes them")
  func integers() {
    var random = SeededGenerator(seed: 1)
    var numbers: [Int64] = [0, 9, 10, 99, 100, 999, 1000, 9999, 10000, .max, .min, -1]
    for _ in 0..<10_000 {
      numbers.append(
        Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...63, using: &random))
    }
    for number in numbers {
      let output = OutputBuffer.memory()
      output.append(integer: number)
      guard output.string == String(number) else {
        Issue.record("\(number) was written as \(output.string)")
        return
      }
    }
  }

  @Test(
    "decimals keep the places that are always shown",
    arguments: [
      (Int64(0), 2, 2, "0.00"), (5, 2, 2, "0.05"), (-50, 2, 2, "-0.50"), (123_456, 2, 2, "1234.56"),
      (12_000, 3, 0, "12"), (12_500, 3, 0, "12.5"), (125, 3, 0, "0.125"), (-1, 3, 0, "-0.001"),
      (0, 3, 0, "0"), (12_345, 4, 1, "1.2345"), (.min, 2, 2, "-92233720368547758.08"),
    ])
  func decimals(units: Int64, places: Int, shown: Int, expected: String) {
    let output = OutputBuffer.memory()
    output.append(decimal: units, places: places, shown: shown)
    #expect(output.string == expected)
  }

  @Test(
    "money for people has commas between thousands",
    arguments: [
      (Int64(0), "0.00"), (99_999, "999.99"), (100_000, "1,000.00"),
      (-123_456_789, "-1,234,567.89"),
      (.min, "-92,233,720,368,547,758.08"),
    ])
  func grouping(cents: Int64, expected: String) {
    #expect(ColumnType.money.display(cents) == expected)
  }

  @Test("what is longer than a block comes out whole and in order")
  func blocks() throws {
    let folder = try RenderingScratchFolder()
    let expected = (0..<50_000).map { "line \($0)\n" }.joined()
    let file = try AtomicFile(path: folder.path + "/a")
    for line in 0..<25_000 { file.output.append("line \(line)\n") }
    file.output.append((25_000..<50_000).map { "line \($0)\n" }.joined())
    try file.commit()
    #expect(try folder.read("a") == expected)
  }

  @Test("memory keeps more than a block")
  func memory() {
    let output = OutputBuffer.memory()
    for _ in 0..<70_000 { output.append(UInt8(ascii: "x")) }
    output.append(String(repeating: "y", count: 200_000))
    #expect(
      output.string == String(repeating: "x", count: 70_000)
        + String(repeating: "y", count: 200_000))
  }

  @Test("a full disk is reported at flush and afterwards")
  func full() {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = OutputBuffer(descriptor: descriptor, name: "report.csv")
    output.append("x")
    let expected = OutputError(.write, name: "report.csv", code: ENOSPC)
    #expect(throws: expected) { try output.flush() }
    #expect(throws: expected) { try output.check() }
  }

  @Test("where the library for workbooks is missing, the error says what to install")
  func noLibrary() {
    let error = #expect(throws: OutputError(.create, name: "libnone.so", code: ELIBACC)) {
      try WorkbookLibrary("libnone.so")
    }
    #expect(error?.description.contains("install it (libxlsxwriter4 on Debian 12)") == true)
  }

  @Test("a full disk stops a workbook when its rows are there")
  func fullWorkbook() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = OutputBuffer(descriptor: descriptor, name: "report.xlsx")
    let writer = makeRowWriter(.xlsx, options: RenderingOptions(), output: output)
    #expect(throws: OutputError(.write, name: "report.xlsx", code: ENOSPC)) {
      try writer.write(AwkwardTable.columns, AwkwardTable.rows)
    }
  }

  // Bars are drawn, and workbooks put together, when all rows are there.
  @Test(
    "a full disk stops a report at one of its next rows",
    arguments: OutputFormat.allCases.filter { ![.plot, .histogram, .xlsx].contains($0) })
  func fullRows(format: OutputFormat) {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = OutputBuffer(descriptor: descriptor, name: "report")
    let writer = makeRowWriter(format, options: RenderingOptions(), output: output)
    #expect(throws: OutputError(.write, name: "report", code: ENOSPC)) {
      try writer.begin(AwkwardTable.columns)
      for _ in 0..<3000 {
        for column in AwkwardTable.columns {
          column.kind == .text ? writer.text("a name of thirty-two characters!") : writer.null()
        }
        try writer.endRow()
      }
    }
  }

  @Test("a closed pipe is distinguished from other failures")
  func brokenPipe() {
    // The program does the same at its start.
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    close(ends[0])
    defer { close(ends[1]) }
    let output = OutputBuffer(descriptor: ends[1], name: "standard output")
    output.append("x")
    let error = #expect(throws: OutputError.self) { try output.flush() }
    #expect(error?.isBrokenPipe == true)
  }

  @Test("a non-blocking pipe is waited for")
  func nonBlocking() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 50_000)
    // A thread of its own: what waits for the pool's other thread may wait for all other tests.
    let received = ThreadOutcome<String>()
    let reader = try RunningThread { received.set(readAll(reading)) }
    let output = OutputBuffer(descriptor: writing, name: "pipe")
    output.append(text)
    try output.flush()
    close(writing)
    reader.join()
    #expect(received.value == text)
    close(reading)
  }
}
