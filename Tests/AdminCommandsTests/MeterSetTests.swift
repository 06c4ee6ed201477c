import Testing

@Suite("Changing a meter", .onBothEngines)
struct MeterSetTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("meter add M1 --service WATER --dials 6 --size 5/8 --mxu X1")
    try bench.expect("meter add M2 --service WATER --dials 6")
  }

  private func sizes() throws -> String {
    try bench.expect("meter list --fields meter,size,mxu --csv --no-header").output
  }

  @Test("sets size and radio alone, says when nothing changes, and is undone")
  func set() throws {
    try bench.expect("meter set M1 --mxu X9")
    #expect(try sizes() == "M1,5/8,X9\nM2,,\n")
    #expect(try bench.expect("meter set M1 --mxu X9").words.contains("meter M1 is unchanged"))
    try bench.expect("change undo 3")
    #expect(try sizes() == "M1,5/8,X1\nM2,,\n")
    #expect(bench.run("meter set M1 --dials 4").status == .usage)
    #expect(bench.run("meter set M7 --mxu X9").status == .notFound)
  }

  @Test("empties a field that --clear names, also from a file")
  func clear() throws {
    let file = try bench.file("in.csv", "meter,size,mxu\nM1,1 inch,\nM2,2 inch,X2\n")
    try bench.expect("meter set --from \(file)")
    #expect(try sizes() == "M1,1 inch,X1\nM2,2 inch,X2\n")
    try bench.expect("meter set M1 --clear mxu,size")
    #expect(try sizes() == "M1,,\nM2,2 inch,X2\n")
  }
}
