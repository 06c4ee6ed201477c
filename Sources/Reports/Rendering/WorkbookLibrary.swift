import Accounts
import Glibc

/// libxlsxwriter, opened when the first workbook is written: it brings OpenSSL along, and no other
/// command is to wait for that. Source: libxlsxwriter.github.io.
@safe
final class WorkbookLibrary: @unchecked Sendable {
  typealias Text = UnsafePointer<CChar>
  typealias Handle = OpaquePointer
  /// 0 where all went well.
  typealias Code = Int32

  let newWorkbook: @convention(c) (Text, UnsafeMutableRawPointer) -> Handle?
  let addSheet: @convention(c) (Handle, Text) -> Handle?
  let addFormat: @convention(c) (Handle) -> Handle?
  let setProperties: @convention(c) (Handle, UnsafeMutableRawPointer) -> Code
  /// Writes the file and frees the workbook.
  let close: @convention(c) (Handle) -> Code
  /// Frees a workbook that is not to be written.
  let free: @convention(c) (Handle) -> Void
  let setBold: @convention(c) (Handle) -> Void
  let setNumberFormat: @convention(c) (Handle, Text) -> Void
  let setAlignment: @convention(c) (Handle, UInt8) -> Void
  let writeString: @convention(c) (Handle, UInt32, UInt16, Text, Handle?) -> Code
  let writeNumber: @convention(c) (Handle, UInt32, UInt16, Double, Handle?) -> Code
  let writeBoolean: @convention(c) (Handle, UInt32, UInt16, Int32, Handle?) -> Code
  let setColumn: @convention(c) (Handle, UInt16, UInt16, Double, Handle?) -> Code
  let freezePanes: @convention(c) (Handle, UInt32, UInt16) -> Void
  let ignoreErrors: @convention(c) (Handle, UInt8, Text) -> Code

  /// LXW_ALIGN_RIGHT of format.h.
  static let alignRight: UInt8 = 3
  /// LXW_IGNORE_NUMBER_STORED_AS_TEXT of worksheet.h.
  static let numberStoredAsText: UInt8 = 1

  /// These functions are the same in all versions since 1.0; the number of the library is not.
  private static let names =
    (4...12).reversed().map { "libxlsxwriter.so.\($0)" } + ["libxlsxwriter.so"]

  private static let loaded = names.lazy.compactMap { try? WorkbookLibrary($0) }.first

  /// - Parameter output: the file that was to be written, for the error.
  static func shared(for output: String) throws(OutputError) -> WorkbookLibrary {
    guard let loaded else { throw OutputError(.create, name: output, code: ELIBACC) }
    return loaded
  }

  /// Opens the library of that name; its places are the dynamic linker's.
  init(_ name: String) throws(OutputError) {
    let library = DynamicLibrary(name)
    func find<T>(_ symbol: String, as type: T.Type = T.self) throws(OutputError) -> T {
      guard let function = unsafe library?.function(symbol, as: type) else {
        throw OutputError(.create, name: name, code: ELIBACC)
      }
      return function
    }
    unsafe newWorkbook = try find("workbook_new_opt")
    unsafe addSheet = try find("workbook_add_worksheet")
    unsafe addFormat = try find("workbook_add_format")
    unsafe setProperties = try find("workbook_set_properties")
    unsafe close = try find("workbook_close")
    unsafe free = try find("lxw_workbook_free")
    unsafe setBold = try find("format_set_bold")
    unsafe setNumberFormat = try find("format_set_num_format")
    unsafe setAlignment = try find("format_set_align")
    unsafe writeString = try find("worksheet_write_string")
    unsafe writeNumber = try find("worksheet_write_number")
    unsafe writeBoolean = try find("worksheet_write_boolean")
    unsafe setColumn = try find("worksheet_set_column")
    unsafe freezePanes = try find("worksheet_freeze_panes")
    unsafe ignoreErrors = try find("worksheet_ignore_errors")
  }
}
