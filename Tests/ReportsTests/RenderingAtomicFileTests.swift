import Glibc
import Testing

@testable import Reports

@Suite("Files written whole or not at all")
struct RenderingAtomicFileTests {
  private let folder: RenderingScratchFolder

  init() throws { folder = try RenderingScratchFolder() }

  private func file(_ name: String) throws(OutputError) -> AtomicFile {
    try AtomicFile(path: folder.path + "/" + name)
  }

  private func error(_ path: String) -> OutputError? {
    do {
      _ = try AtomicFile(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("a new file is there after commit, for its owner only")
  func new() throws {
    let file = try file("a.csv")
    file.output.append("new")
    try file.output.flush()
    try file.finish()
    #expect(!folder.names.contains("a.csv"))
    try file.commit()
    #expect(folder.names == ["a.csv"])
    #expect(try folder.read("a.csv") == "new")
    #expect(folder.mode(of: "a.csv") == 0o600)
  }

  @Test("a file that cannot be put in its place is kept where that is asked for, and else is gone")
  func kept() throws {
    for keeps in [true, false] {
      let file = try file("a.csv")
      file.output.append("new")
      mkdir(folder.path + "/a.csv", 0o700)
      #expect(throws: OutputError.self) { try file.commit(orKeep: keeps) }
      #expect((file.kept != nil) == keeps)
      let kept = file.kept.map { String($0.dropFirst(folder.path.count + 1)) }
      #expect(Set(folder.names) == Set([kept, "a.csv"].compactMap { $0 }))
      if let kept { #expect(try folder.read(kept) == "new") }
      for name in folder.names { unlink(folder.path + "/" + name) }
      rmdir(folder.path + "/a.csv")
    }
  }

  @Test("until it has its name nothing of a file is seen, unless it is to be kept")
  func unnamed() throws {
    // Where the file system has files without names.
    let probe = open(folder.path, 0o20_000_000 | O_DIRECTORY | O_WRONLY, 0o600)
    guard probe >= 0 else { return }
    close(probe)
    for staysIfKilled in [false, true] {
      let file = try AtomicFile(path: folder.path + "/a.csv", staysIfKilled: staysIfKilled)
      file.output.append("new")
      try file.finish()
      #expect(folder.names.count == (staysIfKilled ? 1 : 0))
      file.discard()
      #expect(folder.names == [])
    }
  }

  @Test("a file that is replaced keeps its mode")
  func mode() throws {
    try folder.write("old", to: "a.csv", mode: 0o640)
    let file = try file("a.csv")
    file.output.append("new")
    try file.commit()
    #expect(try folder.read("a.csv") == "new")
    #expect(folder.mode(of: "a.csv") == 0o640)
  }

  @Test(
    "a file that is replaced and kept gets the next free number",
    arguments: [
      ("a.csv", ["a-1.csv", "a-2.csv"]), ("a", ["a-1", "a-2"]), (".a", [".a-1", ".a-2"]),
      ("a.b.csv", ["a.b-1.csv", "a.b-2.csv"]),
    ])
  func keepsOld(name: String, kept: [String]) throws {
    try folder.write("other", to: kept[0])
    try folder.write("old", to: name)
    let file = try file(name)
    file.output.append("new")
    try file.commit(keepingOld: true)
    #expect(file.keptOld == folder.path + "/" + kept[1])
    #expect(try folder.read(name) == "new")
    #expect(try folder.read(kept[0]) == "other")
    #expect(try folder.read(kept[1]) == "old")
    let first = try self.file("first.csv")
    try first.commit(keepingOld: true)
    #expect(first.keptOld == nil)
  }

  @Test("discarded output leaves the old file and nothing else")
  func discard() throws {
    try folder.write("old", to: "a.csv")
    let file = try file("a.csv")
    file.output.append("new")
    try file.output.flush()
    file.discard()
    #expect(folder.names == ["a.csv"])
    #expect(try folder.read("a.csv") == "old")
  }

  @Test("output that nobody commits is discarded")
  func abandoned() throws {
    try folder.write("old", to: "a.csv")
    do {
      let file = try file("a.csv")
      file.output.append("new")
    }
    #expect(folder.names == ["a.csv"])
    #expect(try folder.read("a.csv") == "old")
  }

  @Test("when the file cannot be replaced, its temporary goes and the error names path and cause")
  func unreplaceable() throws {
    let file = try file("a.csv")
    file.output.append("new")
    mkdir(folder.path + "/a.csv", 0o700)
    let error = #expect(throws: OutputError.self) { try file.commit() }
    #expect(
      error?.description
        == "cannot replace \(folder.path)/a.csv: it is a folder; use a file")
    #expect(folder.names == ["a.csv"])
  }

  @Test("a symbolic link stays, and what it leads to is replaced")
  func link() throws {
    try folder.write("old", to: "target.csv", mode: 0o644)
    symlink("target.csv", folder.path + "/link.csv")
    let file = try file("link.csv")
    file.output.append("new")
    try file.commit()
    #expect(try folder.read("target.csv") == "new")
    var facts = stat()
    lstat(folder.path + "/link.csv", &facts)
    #expect(facts.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a link that leads nowhere yet gets its target")
  func danglingLink() throws {
    symlink("target.csv", folder.path + "/link.csv")
    let file = try file("link.csv")
    file.output.append("new")
    try file.commit()
    #expect(try folder.read("target.csv") == "new")
  }

  @Test("links in a circle are an error")
  func circle() throws {
    symlink("b", folder.path + "/a")
    symlink("a", folder.path + "/b")
    #expect(error(folder.path + "/a")?.code == ELOOP)
  }

  @Test("a missing folder, a folder, and a file used as a folder are distinguished")
  func causes() throws {
    try folder.write("", to: "file")
    #expect(
      error(folder.path + "/none/a.csv")?.description
        == "cannot create \(folder.path)/none/a.csv: "
        + "the folder does not exist; create it first, or use another")
    #expect(error(folder.path)?.code == EISDIR)
    #expect(error(folder.path + "/new/")?.code == EISDIR)
    #expect(error(folder.path + "/file/a.csv")?.code == ENOTDIR)
    #expect(error("")?.code == ENOENT)
  }

  @Test("a device is written directly, and a full one says so at commit")
  func full() throws {
    let file = try AtomicFile(path: "/dev/full")
    file.output.append("x")
    let error = #expect(throws: OutputError.self) { try file.commit() }
    #expect(
      error?.description
        == "cannot write /dev/full: the disk is full; free some space and run it again")
  }

  @Test("/dev/null takes everything and stays a device")
  func null() throws {
    let file = try AtomicFile(path: "/dev/null")
    file.output.append("x")
    try file.commit()
    var facts = stat()
    stat("/dev/null", &facts)
    #expect(facts.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("a named pipe is written directly")
  func fifo() throws {
    mkfifo(folder.path + "/pipe", 0o600)
    let reader = open(folder.path + "/pipe", O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let file = try file("pipe")
    file.output.append("through")
    try file.commit()
    #expect(readAll(reader) == "through")
    #expect(folder.names == ["pipe"])
  }

  @Test("an open descriptor continues at its position, as with >>")
  func descriptor() throws {
    try folder.write("", to: "log")
    let log = open(folder.path + "/log", O_RDWR | O_APPEND)
    defer { close(log) }
    for text in ["one ", "two"] {
      let file = try AtomicFile(path: "/dev/fd/\(log)")
      file.output.append(text)
      try file.commit()
    }
    #expect(try folder.read("log") == "one two")
  }

  @Test("a file in the current folder needs no slash")
  func folderOfPath() {
    #expect(OutputPlace.folder(of: "a.csv") == ".")
    #expect(OutputPlace.folder(of: "/a.csv") == "/")
    #expect(OutputPlace.folder(of: "out/a.csv") == "out")
  }
}
