import Glibc
import Testing

@testable import Reports

@Suite("Temporary files of programs that were killed")
struct RenderingTemporaryNameTests {
  private let folder: RenderingScratchFolder
  private let name = ".ubadmin-3odnhvmlgohge"
  private let kept = ".ubadmin-kept-3odnhvmlgohge"

  init() throws { folder = try RenderingScratchFolder() }

  private func removeLeft() -> (removed: Int, kept: [String]) {
    TemporaryName.removeLeft(from: folder.names, in: folder.path)
  }

  @Test("they are removed, except those that somebody may need, and nothing else is")
  func left() throws {
    for name in [
      name, kept, ".ubadmin-notes", ".ubadmin-3odnhvmlgohgE", name + "1", "a.csv",
    ] {
      try folder.write("x", to: name, mode: 0o600)
    }
    let left = removeLeft()
    #expect(left.removed == 1)
    #expect(left.kept == [folder.path + "/" + kept])
    #expect(
      Set(folder.names) == [kept, ".ubadmin-notes", ".ubadmin-3odnhvmlgohgE", name + "1", "a.csv"])
  }

  @Test("one that is being written stays, even when it is whole and waits for its place")
  func inUse() throws {
    let file = try AtomicFile(path: folder.path + "/a.csv", staysIfKilled: true)
    file.output.append("new")
    #expect(removeLeft().kept == [])
    try file.finish()
    #expect(removeLeft().kept == [])
    try file.commit()
    #expect(folder.names == ["a.csv"])

    try folder.write("x", to: name, mode: 0o600)
    let other = open(folder.path + "/" + name, O_WRONLY)
    flock(other, LOCK_EX)
    #expect(removeLeft().removed == 0)
    close(other)
    #expect(removeLeft().removed == 1)
  }

  @Test("links and folders of such a name stay")
  func others() throws {
    try folder.write("x", to: "a.csv")
    symlink("a.csv", folder.path + "/" + name)
    #expect(removeLeft().removed == 0)
    unlink(folder.path + "/" + name)
    mkdir(folder.path + "/" + name, 0o700)
    #expect(removeLeft().removed == 0)
    #expect(folder.names == [name, "a.csv"])
  }
}
