import Engines
import Ledger
import Values

/// A read as it comes in.
struct NewRead {
  package var meter: Row<Meter>
  package var on: CivilDate
  package var reading: Quantity?
  /// Stated consumption; from `from`, else since the read before.
  var consumption: Quantity?
  var from: CivilDate?
  package var kind = ReadKind.actual
  package var reason = ReadReason.periodic
  var source: Line?
  /// The name of the reading's field in the current command.
  var readingField = "reading"
  /// Whether it was typed with a point that may separate thousands.
  var mayBeGrouped = false

  /// The field that the usage comes from.
  var usageField: String { reading == nil ? "consumption" : readingField }

  func row(number: Int64) -> Row<Read> {
    var row = Row<Read>()
    row[Read.meter] = meter[Meter.meter]
    row[Read.readOn] = on
    row[Read.number] = number
    row[Read.reading] = reading
    row[Read.consumption] = consumption
    row[Read.fromOn] = from
    row[Read.kind] = kind
    row[Read.reason] = reason
    row[Read.source] = source
    row[Read.state] = .current
    return row
  }

  /// Whether a read is the same, apart from its source.
  func isSame(as read: ChainRead) -> Bool {
    read.reason == reason && read.kind == kind && read.reading == reading
      && read.consumption == consumption && read.from == from
  }
}

/// The result of recording a read.
enum ReadOutcome: Equatable {
  /// With notices for the operator.
  case recorded([String])
  case alreadySo

  var notices: [String] {
    if case .recorded(let notices) = self { return notices }
    return []
  }
}
