import Testing

@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
  /// What stands between backquotes and is a path of the project.
  private static func paths() throws -> [String] {
    let text = try #require(ProjectFile.text("ARCHITECTURE.md"))
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { $0.hasPrefix("Sources/") || $0.hasPrefix("Tests/") }
  }

  @Test("every file and folder that it names is there; <Noun> stands for any noun")
  func files() throws {
    let paths = try Self.paths()
    #expect(paths.count > 10)
    for path in paths {
      #expect(ProjectFile.isThere(path.replacing("<Noun>", with: "Customer")), "\(path)")
    }
  }
}
