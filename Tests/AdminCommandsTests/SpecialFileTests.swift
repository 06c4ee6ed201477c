import Glibc
import Testing

@testable import AdminCommands

/// What is no file is refused at once, and nothing hangs.
@Suite("Pipes, folders, sockets and devices")
struct SpecialFileTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0101")
    return bench
  }

  private func pipe(_ bench: CommandBench) -> String {
    let path = bench.folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    return path
  }

  @Test("a pipe is not read and written by one command")
  func samePipe() throws {
    let bench = try office()
    let path = pipe(bench)
    let result = bench.run("customer set --from \(path) --rejects \(path)")
    #expect(result.status == .cannotCreateOutput)
    #expect(result.words.contains("are the same file; nothing was read or written"), "\(result)")
  }

  @Test("a pipe that nobody reads is no output")
  func unreadPipe() throws {
    let bench = try office()
    let result = bench.run("customer list -o \(pipe(bench))")
    #expect(result.status == .cannotCreateOutput)
    #expect(result.words.contains("no program is reading from it"), "\(result)")
  }

  @Test("a pipe that somebody reads gets the list")
  func readPipe() throws {
    let bench = try office()
    let path = pipe(bench)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try bench.expect("customer list --fields cid --csv -o \(path)")
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == "cid\n1\n")
  }

  @Test("a pipe is no store and no backup")
  func storePipe() throws {
    let bench = try office()
    let path = pipe(bench)
    for (line, status) in [
      ("store check --store \(path)", AdminCommands.ExitStatus.storeUnavailable),
      ("store restore \(path) --store \(path)2", .cannotOpenInput),
    ] {
      let result = bench.run(line)
      #expect(result.status == status)
      #expect(result.words.contains("it is a pipe"), "\(result)")
    }
  }

  @Test("a folder and a socket are no input")
  func noInput() throws {
    let bench = try office()
    let socketPath = bench.folder + "/socket"
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: socketPath.utf8.prefix(room.count - 1))
    }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    for (path, words) in [(bench.folder, "it is a folder"), (socketPath, "it is a socket")] {
      for line in [
        "customer set --from \(path)", "eft returns --from \(path)", "plan show \(path)",
      ] {
        let result = bench.run(line)
        #expect(result.status == .cannotOpenInput)
        #expect(result.words.contains(words), "\(result)")
      }
    }
  }

  @Test("what never ends is not read as a whole")
  func endless() throws {
    let result = try office().run("eft returns --from /dev/zero")
    #expect(result.status == .badData)
    #expect(result.words.contains("more than 64 MB"), "\(result)")
  }

  @Test("a file that was written since it was opened is known by its size or time")
  func growing() throws {
    let bench = try office()
    let path = try bench.file("in.csv", "cid,phone\n1,512-555-0177\n")
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    let before = try #require(FileState(descriptor))
    #expect(FileState(descriptor) == before)
    try bench.file("in.csv", "cid,phone\n1,512-555-0177\n2,512-555-0")
    #expect(FileState(descriptor) != before)
  }
}
