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
      (
        "service stop 1 WATER today", "found today, expected no more arguments",
        "did you mean `--on today`? see"
      ),
      (
        "payment post 1 40", "found 40, expected no more arguments",
        "did you mean `--amount 40`? see"
      ),
      ("account move 1 7", "found 7, expected no more arguments", "see"),
      ("read void M1 --date today", "there is no option --date", "did you mean `--on`? see"),
      ("account list ,", "found “,”, expected no more arguments", "see"),
      (
        "customer list salas", "found salas, expected no more arguments",
        "did you mean `ubadmin search salas --kind customer`? see"
      ),
      (
        "change list 7", "found 7, expected no more arguments",
        "did you mean `ubadmin change show 7`? see"
      ),
      (
        "account list 7", "found 7, expected no more arguments",
        "did you mean `ubadmin account show 7` or `ubadmin account list --cid 7`? see"
      ),
      (
        "mail list a@example.com", "found a@example.com, expected no more arguments",
        "did you mean `ubadmin mail list --to a@example.com`? see"
      ),
      (
        "note list --account 7", "there is no option --account",
        "did you mean `ubadmin note list account 7`? see"
      ),
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
        "--from: found xx, expected a date, e.g. 2015-11-25, 11/25/2015, today or +1w",
        "use digits, as year-month-day or month/day/year"
      ),
      (
        "customer list --kind foo", "--kind: found foo, expected person or organization",
        "see"
      ),
      (
        "note list it's 7", "<kind>: found it's, expected one of ", "see"
      ),
      (
        "report consumption --by foo", "--by: found foo, expected one of account, customer", "see"
      ),
      (
        "request list --older-than x", "--older-than: found x, expected a whole number", "see"
      ),
      ("change show abc", "<change>: found abc, expected a whole number", "see"),
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
  @Test("the word that was meant leads the remedy, wherever the choices are checked")
  func meant() throws {
    let bench = try CommandBench(withStore: false)
    for (line, words) in [
      ("account list --status opened", "did you mean `open`? see `ubadmin account list --help`"),
      ("note list acount", "did you mean `account`? see `ubadmin note list --help`"),
      (
        "report consumption --by moth",
        "did you mean `month`? see `ubadmin report consumption --help`"
      ),
    ] {
      let result = bench.run(line)
      #expect(result.words.hasSuffix("\n  \(words)\n"), "\(result)")
    }
  }

  @Test("a long list of choices is cut, and leads to the command that lists them")
  func longLists() throws {
    let bench = try CommandBench()
    for (line, list) in [
      ("setting get zzz", "`ubadmin setting list`"), ("change list --table zzz", "--tables`"),
      ("report zzz", "`ubadmin help report` lists the commands"),
    ] {
      let result = bench.run(line)
      #expect(result.words.contains(list), "\(result)")
      #expect(result.words.count { $0 == "," } < 5, "\(result)")
    }
    let verb = bench.run("report consumtion").words
    #expect(
      verb.hasSuffix(
        "  did you mean `ubadmin report consumption`? `ubadmin help report` lists the commands\n"),
      "\(verb)")
  }

  @Test("a file that is not there, and a record that is not, are named as they are typed")
  func notThere() throws {
    let bench = try CommandBench()
    let missing =
      "cannot open nosuch.txt: No such file or directory\n"
      + "  check the name and the folder\n"
    for line in ["run nosuch.txt", "customer set --from nosuch.txt"] {
      let result = bench.run(line)
      #expect(result.status == .cannotOpenInput)
      #expect(result.words == "ubadmin: \(missing)", "\(result)")
    }
    #expect(bench.run("change undo 99").words.contains("<change>: found no change 99"))
    let used = bench.run([], input: "use account 99\n").words
    #expect(used.contains("<account>: found no account 99"), "\(used)")
  }
}
