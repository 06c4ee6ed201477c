import Accounts
import Glibc

/// A workbook while it is written: rows go to temporary files, so memory does not grow with them.
/// The finished file has no name of its own until its bytes are in the output.
@safe
final class Workbook {
  /// How cells look that are no plain text.
  @safe
  struct Formats {
    let heading: WorkbookLibrary.Handle?
    let numberHeading: WorkbookLibrary.Handle?
    let money: WorkbookLibrary.Handle?
    let date: WorkbookLibrary.Handle?
    let time: WorkbookLibrary.Handle?
  }

  let library: WorkbookLibrary
  let formats: Formats
  let output: OutputBuffer
  /// Nil when it is written.
  private var handle: WorkbookLibrary.Handle?
  private let file: UnsafeMutablePointer<FILE>
  private var names: Set<String> = []
  private let roomBefore: UInt64

  init(for output: OutputBuffer) throws(OutputError) {
    library = try WorkbookLibrary.shared(for: output.name)
    guard let file = unsafe tmpfile() else {
      throw OutputError(.create, name: Self.place, code: errno)
    }
    guard let handle = unsafe Self.open(library, unsafe "/proc/self/fd/\(fileno(file))") else {
      unsafe fclose(file)
      throw OutputError(.create, name: output.name, code: ENOMEM)
    }
    self.output = output
    unsafe self.file = file
    unsafe self.handle = handle
    roomBefore = Self.room
    unsafe Self.setDay(handle, library)
    formats = unsafe Formats(
      heading: Self.format(handle, library, isBold: true),
      numberHeading: Self.format(handle, library, isBold: true, isRight: true),
      money: Self.format(handle, library, number: "#,##0.00"),
      date: Self.format(handle, library, number: "yyyy-mm-dd"),
      time: Self.format(handle, library, number: "yyyy-mm-dd hh:mm:ss"))
  }

  deinit {
    if let handle = unsafe handle { unsafe library.free(handle) }
    unsafe fclose(file)
  }

  /// A sheet of a name that spreadsheets accept and that no other sheet has.
  func sheet(named name: String) throws(OutputError) -> WorkbookLibrary.Handle {
    var name = Self.sheetName(name)
    let stem = name
    var number = 1
    // Spreadsheets keep the name History for themselves.
    while name.lowercased() == "history" || !names.insert(name.lowercased()).inserted {
      number += 1
      name = stem.prefix(31 - 5) + " \(number)"
    }
    guard let handle = unsafe handle, let sheet = unsafe library.addSheet(handle, name) else {
      throw OutputError(.write, name: output.name, code: EIO)
    }
    return unsafe sheet
  }

  /// Writes the file and takes its bytes over into the output.
  func finish() throws(OutputError) {
    guard let handle = unsafe handle else { return }
    // The library does not notice that its temporary files do not fit, and needs as much again.
    let room = Self.room
    guard room >= roomBefore || room > roomBefore - room else {
      throw OutputError(.write, name: Self.place, code: ENOSPC)
    }
    unsafe self.handle = nil
    errno = 0
    guard unsafe library.close(handle) == 0 else {
      throw OutputError(.write, name: output.name, code: errno == 0 ? EIO : errno)
    }
    try takeBytes()
  }

  private func takeBytes() throws(OutputError) {
    var block = [UInt8](repeating: 0, count: 65_536)
    var place: off_t = 0
    while true {
      let count = unsafe pread(fileno(file), &block, block.count, place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw OutputError(.write, name: Self.place, code: errno) }
      guard count > 0 else { return try output.flush() }
      block.withCellBytes { output.append(CellBytes(rebasing: $0[..<count])) }
      try output.check()
      place += off_t(count)
    }
  }
}

extension Workbook {
  private static let place = "a temporary file in /tmp"

  /// Bytes that are free for temporary files.
  private static var room: UInt64 {
    var facts = statvfs()
    guard unsafe statvfs("/tmp", &facts) == 0 else { return .max }
    return UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
  }

  /// At most 31 letters, and none of those that formulas give a meaning to.
  private static func sheetName(_ name: String) -> String {
    let letters = name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }
    let name = String(letters.prefix(31))
    return name.isEmpty ? "Sheet" : name
  }

  /// lxw_workbook_options: constant memory, then a pointer and what later versions have added.
  private static func open(
    _ library: WorkbookLibrary, _ path: String
  ) -> WorkbookLibrary.Handle? {
    var options: (UInt, UInt, UInt, UInt, UInt, UInt) = (1, 0, 0, 0, 0, 0)
    return unsafe library.newWorkbook(path, &options)
  }

  /// lxw_doc_properties: ten texts and the time of creation, which is always the same, so that the
  /// same rows give the same bytes.
  private static func setDay(_ handle: WorkbookLibrary.Handle, _ library: WorkbookLibrary) {
    let midnightOf1980 = 315_532_800
    var properties = [Int](repeating: 0, count: 10) + [midnightOf1980]
    _ = unsafe library.setProperties(handle, &properties)
  }

  private static func format(
    _ handle: WorkbookLibrary.Handle, _ library: WorkbookLibrary, isBold: Bool = false,
    isRight: Bool = false, number: String? = nil
  ) -> WorkbookLibrary.Handle? {
    guard let format = unsafe library.addFormat(handle) else { return nil }
    if isBold { unsafe library.setBold(format) }
    if isRight { unsafe library.setAlignment(format, WorkbookLibrary.alignRight) }
    if let number { unsafe library.setNumberFormat(format, number) }
    return unsafe format
  }
}
