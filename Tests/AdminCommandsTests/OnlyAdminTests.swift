import Testing

@Suite("The only admin of a store", .onBothEngines)
struct OnlyAdminTests {
  @Test("keeps the role when a change is undone, unless no operators are left")
  func undoOfOnlyAdmin() throws {
    let bench = try CommandBench()
    try bench.expect("operator add pat admin")
    try bench.expect("operator add sue viewer")
    for line in ["change undo 1 --dry-run", "change undo 1"] {
      let refused = bench.run(line)
      #expect(refused.status == .conflict)
      #expect(refused.words.contains("pat, who is the only admin"), "\(refused)")
    }
    try bench.expect("change undo 2")
    try bench.expect("change undo 1")
  }
}
