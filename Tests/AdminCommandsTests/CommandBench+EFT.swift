extension CommandBench {
  /// A desk with accounts A1 and A2, in a city that can draft automatic payments.
  static func withEFT() throws -> CommandBench {
    let bench = try CommandBench(accounts: 2)
    for line in [
      "setting set eft.company-name Testville", "setting set eft.company-id 1987654321",
      "setting set eft.odfi 011000015",
    ] { try bench.expect(line) }
    return bench
  }
}
