import Glibc
import Reports
import Testing

@Suite("Sources of delimited text")
struct CSVSourceTests {
  /// A pipe of its own, closed at the end of the test.
  final class Pipe {
    let output: Int32
    private(set) var input: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      output = ends[0]
      input = ends[1]
    }

    func write(_ text: String) {
      let bytes = Array(text.utf8)
      #expect(Glibc.write(input, bytes, bytes.count) == bytes.count)
    }

    func finish() {
      close(input)
      input = -1
    }

    deinit {
      close(output)
      if input >= 0 { close(input) }
    }
  }

  @Test("a pipe is read to its end, and a record as soon as it is there")
  func pipes() throws {
    let pipe = try Pipe()
    let reader = CSVReader(source: FileDescriptorSource(pipe.output))
    pipe.write("a,b\r\n1,\"")
    #expect(try reader.next())
    #expect(reader.row.text(1) == "b")
    pipe.write("2\"\r\n")
    #expect(try reader.next())
    #expect(reader.row.text(1) == "2")
    pipe.finish()
    #expect(try !reader.next())
  }

  @Test("a file is read over many blocks, with the right line numbers")
  func files() throws {
    var template = Array("/tmp/ubadmin-csv-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    unlink(template)
    defer { close(descriptor) }
    let line = Array("12345678,2015-11-25,\"Diaz, Rosa\",\"two\nlines\"\n".utf8)
    let bytes = [UInt8]((0..<20_000).map { _ in line }.joined())
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    lseek(descriptor, 0, SEEK_SET)

    let reader = CSVReader(source: FileDescriptorSource(descriptor))
    var rows = 0
    while try reader.next() {
      rows += 1
      if reader.row.line != 2 * rows - 1 || reader.row.text(3) != "two\nlines" {
        Issue.record("row \(rows) at line \(reader.row.line): \(reader.row.text(3))")
        break
      }
    }
    #expect(rows == 20_000)
  }

  @Test("a system error is reported with its text, and ends the file")
  func readError() {
    let transcript = CSVTranscript(of: FileDescriptorSource(-1))
    #expect(transcript.errors.map(\.kind) == [.unreadable])
    #expect(transcript.errors.first?.found == "an error while reading: Bad file descriptor")
    #expect(transcript.events.count == 1)
  }

  @Test("a record that an error of the system cut off is not given")
  func readErrorInRecord() {
    /// Gives one block, then fails.
    struct FailingSource: ByteSource {
      var block = Array("a,b\n1,2".utf8)

      mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
      ) throws(ReadFailure) -> Int {
        if block.isEmpty { throw .system(EIO) }
        defer { block = [] }
        buffer.copyBytes(from: block)
        return block.count
      }
    }
    let transcript = CSVTranscript(of: FailingSource())
    #expect(transcript.cells == [["a", "b"]])
    #expect(transcript.errors.map(\.kind) == [.unreadable])
    #expect(transcript.errors.map(\.line) == [2])
  }
}
