import Values

/// The customer now responsible for an account, without an end date.
struct DemoHolder {
  let cid: Int
  let from: CivilDate
  /// Where it is known and the customer has one.
  let email: String?

  /// Nil if nobody is, or only recently. An occupant is preferred to an owner.
  init?(of block: DemoBlock, since mark: DemoBlock.Mark, on lastDay: CivilDate) {
    let responsibilities = block.responsibilities[mark.responsibilities...].filter {
      $0.to == nil && lastDay - $0.from > Self.settled
    }
    guard let held = responsibilities.first(where: { $0.role == .tenant }) ?? responsibilities.last
    else {
      return nil
    }
    cid = held.cid
    from = held.from
    email = block.customer(held.cid)?.email
  }

  private static let settled = 30

  /// A day between the holder's first and so many days before the last.
  func day(
    _ lastDay: CivilDate, atLeast least: Int, atMost most: Int, _ random: inout DemoRandom
  ) -> CivilDate {
    max(lastDay.adding(days: -random.between(least, most)), from.adding(days: 3))
  }
}

extension DemoBlock {
  /// A customer of this block; those of earlier ones are written.
  func customer(_ cid: Int) -> DemoCustomer? {
    guard let first = customers.first, cid >= first.cid else { return nil }
    return customers[cid - first.cid]
  }
}
