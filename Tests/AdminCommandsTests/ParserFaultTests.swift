import Testing

@testable import AdminCommands

@Suite("What the parser says of a command's own words")
struct ParserFaultTests {
  @Test(
    "is said as this program says it, with where to read more",
    arguments: [
      ("account show", "<account> is missing", "needed: account number; see"),
      ("--csv account show", "<account> is missing", "needed: account number; see"),
      ("account show 1 2", "found 2, expected no more arguments", "see"),
      ("account show 1 2 3", "found 2, 3, expected no more arguments", "see"),
      ("account show 1 --cid 5", "there is no option --cid", "see"),
      ("customer list --colour red", "there is no option --colour", "did you mean `--color`? see"),
      ("customer list --no-such=1", "there is no option --no-such", "see"),
      (
        "bill add 1 --account 2 --amount 5 --paid-on 2025-02-01", "there is no option --paid-on",
        "see"
      ),
      ("customer list -qx", "there is no option -qx", "see"),
      (
        "customer list --experimental-dump-help",
        "there is no option --experimental-dump-help", "see"
      ),
      ("eft returns", "--from is missing", "needed: the bank's file; - is standard input; see"),
      (
        "bill add B1 A1 --amount -x", "--amount needs a value: <amount>",
        "amount of the line (required); see"
      ),
      ("bill list --unpaid=1", "--unpaid takes no value, found 1", "leave out =1"),
      (
        "payment list --from xx",
        "--from: found xx, expected a date, e.g. 2015-11-25 or 11/25/2015",
        "use digits, as year-month-day or month/day/year"
      ),
      (
        "customer list --kind foo", "--kind: found foo, expected person or organization",
        "only customers of this kind; see"
      ),
      (
        "note list it's", "<kind>: found it's, expected one of ", "kind of record; see"
      ),
      (
        "report consumption --by foo", "--by: found foo, expected one of account, customer", "see"
      ),
      (
        "request list --older-than x", "--older-than: found x, expected <days>",
        "only requests received more than this many days ago; see"
      ),
      ("change show abc", "<change>: found abc, expected number of the change", "see"),
      // From the command's own check, before and while it runs.
      ("change list --key 3", "--key requires --table", "see"),
      ("eft export", "--on is missing: the day on which drafts settle", "see"),
    ])
  func said(line: String, message: String, remedy: String) throws {
    let result = try CommandBench(withStore: false).run(line)
    #expect(result.status == .usage)
    #expect(result.words.hasPrefix("ubadmin: \(message)"), "\(result)")
    let name = line.split(separator: " ").drop { $0.hasPrefix("-") }.prefix(2)
    let see = remedy.hasSuffix("see") ? " `ubadmin \(name.joined(separator: " ")) --help`" : ""
    #expect(result.words.hasSuffix("\n  \(remedy)\(see)\n"), "\(result)")
  }
}
