import Testing

/// Values that begin with a minus.
struct NegativeValueTests {
  @Test("a number below zero is the value of its option, wherever a number is taken")
  func options() throws {
    let bench = try CommandBench(accounts: 1)
    try bench.expect("bill add B1 A1 --amount -5")
    #expect(
      try bench.expect("bill list A1 --fields total --csv --no-header").output == "-5.00\n")
    for (line, words) in [
      ("payment post A1 --amount -5", "--amount: found -5.00, expected more than 0.00"),
      ("meter add M1 --dials -5", "--dials: found -5, expected a whole number"),
      ("request list --older-than -5", "--older-than: found -5, expected 0 to 36500 days"),
      ("bill list --limit -5", "--limit: found -5, expected a number of rows"),
      ("--wait -1.5 bill list", "--wait: found -1.5, expected 0 to 86400 seconds"),
    ] {
      let result = bench.run(line)
      #expect(result.words.hasPrefix("ubadmin: \(words)"), "\(line): \(result)")
    }
  }

  @Test("without an option it is told what to do, and -- lets it be")
  func arguments() throws {
    let bench = try CommandBench()
    let loose = bench.run("setting set lockout.max-attempts -5")
    #expect(
      loose.words.contains("found -5, expected a value that does not begin with -"), "\(loose)")
    let key = bench.run("account show -2000002")
    #expect(
      key.words.contains("found -2000002, expected a value that does not begin with -"), "\(key)")
    let escaped = bench.run("setting set -- lockout.max-attempts -5")
    #expect(escaped.words.contains("<value>: found -5"), "\(escaped)")
  }
}
