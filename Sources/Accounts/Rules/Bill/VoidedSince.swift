import Engines
import Ledger
import Values

/// A bill of a file that was voided since the file was applied: its lines do not come back with the file.
extension AddBill {
  /// Skips a line that the bill has already, where that is asked for; any other is refused.
  func leaveOut(
    _ voided: Row<Bill>, _ day: CivilDate, _ code: ServiceCode?, in books: Books
  ) throws(RuleError) -> Effect {
    let found = "\(voided.phrase), voided on \(day)"
    var remedy = "use another bill number"
    if books.repeats.isOfFile, hasDates(of: voided) {
      let known = try knownLines(books)
      if let same = known.first([line(known.last + 1, code).words]) {
        guard books.repeats != .skip else {
          known.match(same)
          return Effect(
            "line \(same) of \(found), is unchanged",
            notices: ["\(found), is left out; another bill number bills it again"])
        }
        remedy =
          "\(option: "skip-known") skips rows that are on record; to bill it again, " + remedy
      }
    }
    throw .refuse(
      .closed, field: "bill", found: found, expected: "a bill that is not void", remedy: remedy)
  }

  private func hasDates(of bill: Row<Bill>) -> Bool {
    on ?? bill[Bill.billedOn] == bill[Bill.billedOn]
      && due ?? bill[Bill.dueOn] == bill[Bill.dueOn]
  }
}
