import Testing

extension CommandBench {
  /// Services without a final bill, on which the report and `today` must agree.
  func finalBillsDue(_ options: String = "") throws -> [String] {
    let due = try rows("report final-bills-due --fields service \(options)").sorted()
    let count = try rows("today --fields waiting,items \(options)").filter {
      $0.hasPrefix("final bills due")
    }
    #expect(count.map { $0.split(separator: ",").last } == (due.isEmpty ? [] : ["\(due.count)"]))
    return due
  }
}
