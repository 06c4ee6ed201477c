import Accounts

/// What is wrong in a record, by its place in it.
struct CSVFault {
  let kind: CSVError.Kind
  /// Bytes from the beginning of the record.
  let offset: Int
  /// Cells before the one at fault.
  let cell: Int
}

/// How many lines end in a text: LF, CR LF and CR end one each.
func lineBreaks(in text: CellBytes) -> Int {
  var count = 0
  var previous: UInt8 = 0
  for byte in text {
    if byte == CSVByte.carriageReturn || byte == CSVByte.lineFeed {
      count += byte == CSVByte.lineFeed && previous == CSVByte.carriageReturn ? 0 : 1
    }
    previous = byte
  }
  return count
}
