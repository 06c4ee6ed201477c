/// A read as it comes in.
struct NewRead {
  var meter: Row<Meter>
  var on: CivilDate
  var reading: Quantity?
  /// Stated consumption; from `from`, else since the read before.
  var consumption: Quantity?
  var from: CivilDate?
  var kind = ReadKind.actual
  var reason = ReadReason.periodic
  var source: Line?
}

/// What came of recording a read.
enum ReadOutcome: Equatable {
  /// With what the operator should look at.
  case recorded([String])
  case alreadySo

  var notices: [String] {
    if case .recorded(let notices) = self { return notices }
    return []
  }
}
