import Engines
import Ledger
import Values

/// What to do with a file's row that repeats what an earlier file did to automatic payments, if somebody has
/// undone that by hand since; nil if there was no such file.
extension Books {
  func leaveReleased(
    _ row: Row<EFTEnrollment>, heldBecause reason: Remark
  ) throws(RuleError) -> Effect? {
    let test = EFTEnrollment.state.isJournaled(.onHold, in: "r.after")
    guard let day = try dayOfFile(changing: row, where: test, because: reason) else { return nil }
    return try leaveEnded(
      "\(row.phrase), which a file put on hold on \(day) (\(reason)) and which was released since",
      field: "account", expected: "an enrollment that was not released since")
  }

  func leaveHeld(_ row: Row<EFTEnrollment>) throws(RuleError) -> Effect? {
    let states = [EFTState.active, .prenotePending].map {
      EFTEnrollment.state.isJournaled($0, in: "r.after")
    }
    let test =
      EFTEnrollment.state.isJournaled(.onHold, in: "r.before")
      + " AND (\(states.joined(separator: " OR ")))"
    guard let day = try dayOfFile(changing: row, where: test) else { return nil }
    return try leaveEnded(
      "\(row.phrase), which a file released on \(day) and which was put on hold since",
      field: "account", expected: "an enrollment that was not put on hold since")
  }

  func leaveEnrolled(
    _ row: Row<EFTEnrollment>, cancelledBecause reason: Remark
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile else { return nil }
    let test = EFTEnrollment.state.isJournaled(.cancelled, in: "r.after")
    for other in try rows(EFTEnrollment.ofAccount, row[EFTEnrollment.account])
    where other[EFTEnrollment.id] != row[EFTEnrollment.id] {
      guard let day = try dayOfFile(changing: other, where: test, because: reason) else { continue }
      return try leaveEnded(
        "\(row.phrase), enrolled since a file canceled \(other.phrase) on \(day) (\(reason))",
        field: "account", expected: "an account that was not enrolled again since")
    }
    return nil
  }

  private func dayOfFile(
    changing row: Row<EFTEnrollment>, where test: String, because reason: Remark? = nil
  ) throws(RuleError) -> CivilDate? {
    guard repeats.isOfFile else { return nil }
    return try dayOfFile(
      changing: EFTEnrollment.self, row[EFTEnrollment.id], where: test,
      writing: reason.map { (name: EFTEnrollment.reason.name, value: $0.datum) })
  }
}
