import Testing

@Suite("Commands on requests", .onBothEngines)
struct RequestCommandTests {
  let bench: CommandBench

  init() throws { bench = try CommandBench() }

  @Test("texts come from a file, the queue has the oldest first, a page shows all that was written")
  func queue() throws {
    let letter = try bench.file("letter.txt", "The meter box\r\nis wet.\n")
    try bench.expect(
      "request add --email pat@example.com --subject Leak --text-file \(letter)")
    try bench.expect("request add --email bo@example.com --subject Bill --text High")
    try bench.expect("request assign 2 --to bea")
    try bench.expect("request add --email cy@example.com --subject Noise --text Loud")
    try bench.expect("request close 3")
    func queue(_ more: String) -> String {
      bench.run("request list --csv --no-header --fields request,age-days,status,assignee " + more)
        .output
    }
    #expect(queue("--as-of 2026-03-13") == "1,3,open,\n2,3,assigned,bea\n")
    #expect(queue("--all --unassigned") == "1,0,open,\n3,0,closed,\n")
    #expect(queue("--status closed --as-of 2026-03-13") == "3,0,closed,\n")
    #expect(queue("--older-than 2") == "")
    #expect(queue("--older-than 2 --as-of 2026-03-13 --assignee bea") == "2,3,assigned,bea\n")
    let page = bench.run("request show 1 --json").output
    #expect(page.contains("The meter box\\nis wet."))
    #expect(bench.run("request show 9").status == .notFound)
  }

  @Test("a text stands on the line or in a file, not both")
  func both() throws {
    let letter = try bench.file("letter.txt", "Wet.\n")
    let result = bench.run(
      "request add --email a@example.com --subject Leak --text Dry --text-file \(letter)")
    #expect(result.status == .usage)
    let none = bench.run(
      "request add --email a@example.com --subject Leak --text-file \(letter)x")
    #expect(none.status == .cannotOpenInput)
    let lacks = bench.run("request add --email a@example.com --subject Leak")
    #expect(lacks.words.contains("text"))
    #expect(lacks.status == .usage)
  }

  @Test("a citizen asks, about an account of the citizen's own, and sees what became of it")
  func citizen() throws {
    let citizen = try SignedInCitizen(bench)
    let words = ["contact", "--subject", "Leak", "--text", "Wet."]
    #expect(citizen.run(words).status == .done)
    #expect(citizen.run(words + ["--account", "A1"]).status == .notFound)
    #expect(citizen.sees().contains("Leak"))
    #expect(
      bench.run("request list --reveal --csv --no-header --fields email").output
        == "ana@example.com\n")
  }
}
