import Accounts
import Testing

@testable import AdminCommands

/// Removals whose record was mistyped: the right one stays, so this must be said.
@Suite("Mistyped records", .onBothEngines)
struct MistypedRecordsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana --phone 512-555-0101", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L1 --on 2025-01-01",
      "user register ana@example.org --first Ana --last Bell",
    ] { try bench.expect(line) }
  }

  @Test("a link to an account or customer that does not exist is not found")
  func link() throws {
    for words in ["A9", "A1 --cid 9"] {
      let refused = bench.run("link remove ana@example.org \(words)")
      #expect(refused.status == .notFound, "\(refused)")
    }
    let file = try bench.file("in.csv", "email,account\nana@example.org,A9\n")
    let refused = bench.run("link remove --from \(file)")
    #expect(refused.status == .badData && refused.words.contains("no account A9"), "\(refused)")
    #expect(try bench.expect("link remove ana@example.org A2").words.contains("is unchanged"))
  }

  @Test("an operator who does not exist is not found")
  func staff() throws {
    let refused = bench.run("operator remove nosuch")
    #expect(refused.status == .notFound, "\(refused)")
    #expect(refused.words.contains("operator list`"), "\(refused)")
  }

  @Test("an option that does not exist is not called empty")
  func option() throws {
    let refused = bench.run(["customer", "set", "1", "--nosuch", ""])
    #expect(refused.status == .usage && !refused.words.contains("is empty"), "\(refused)")
    #expect(refused.words.contains("--nosuch"), "\(refused)")
    let empty = bench.run(["customer", "set", "1", "--phone", ""])
    #expect(empty.words.contains("--phone is empty"), "\(empty)")
  }

  @Test("a second --clear is answered with the way to empty both fields")
  func clear() throws {
    let refused = bench.run("customer set 1 --clear phone --clear email")
    #expect(refused.words.contains("write all in one, as --clear a,b"), "\(refused)")
  }
}
