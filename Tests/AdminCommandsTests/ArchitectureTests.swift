import Testing

@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
  /// What is between backquotes and is a path of the project, or of one of its folders.
  private static func paths() throws -> [String] {
    let text = try #require(ProjectFile.text("ARCHITECTURE.md"))
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { $0.contains("/") && !$0.contains(" ") }
  }

  @Test("every file and folder that it names is there; <Noun> stands for any noun")
  func files() throws {
    let paths = try Self.paths()
    #expect(paths.count > 20)
    for path in paths {
      let path = path.replacing("<Noun>", with: "Customer")
      let places = ["", "Sources/Accounts/", "Sources/AdminCommands/"].flatMap { folder in
        [folder + path, folder + path + ".swift"]
      }
      #expect(places.contains(where: ProjectFile.isThere), "\(path)")
    }
  }
  @Test("how an option is typed, only one file of the accounts knows")
  func options() throws {
    let option = try Regex("\"[^\"]*--[a-z]")
    for path in try ProjectFile.swiftFiles("Sources/Accounts") {
      guard !path.hasSuffix("/SuggestedCommand.swift") else { continue }
      for line in (ProjectFile.text(path) ?? "").split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        #expect(line.firstMatch(of: option) == nil, "\(path)")
      }
    }
  }
}
