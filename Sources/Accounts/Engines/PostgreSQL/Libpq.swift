/// PostgreSQL's client library, opened with the first store on a server: stores in files need no
/// libpq and no start-up time for it.
@safe
final class Libpq: @unchecked Sendable {
  typealias Text = UnsafePointer<CChar>
  typealias Texts = UnsafePointer<Text?>
  typealias Handle = OpaquePointer

  let connect: @convention(c) (Texts, Texts, Int32) -> Handle?
  package let finish: @convention(c) (Handle?) -> Void
  let status: @convention(c) (Handle) -> Int32
  let errorMessage: @convention(c) (Handle) -> Text?
  let serverVersion: @convention(c) (Handle) -> Int32
  let parameterStatus: @convention(c) (Handle, Text) -> Text?
  let host: @convention(c) (Handle) -> Text?
  package let user: @convention(c) (Handle) -> Text?
  package let database: @convention(c) (Handle) -> Text?
  let socket: @convention(c) (Handle) -> Int32
  let setNoticeProcessor:
    @convention(c) (
      Handle, (@convention(c) (UnsafeMutableRawPointer?, Text?) -> Void)?, UnsafeMutableRawPointer?
    ) -> OpaquePointer?
  let setNonBlocking: @convention(c) (Handle, Int32) -> Int32
  package let flush: @convention(c) (Handle) -> Int32
  let consumeInput: @convention(c) (Handle) -> Int32
  let execute: @convention(c) (Handle, Text) -> Handle?
  let sendParameters:
    @convention(c) (
      Handle, Text, Int32, UnsafePointer<UInt32>?, Texts?, UnsafePointer<Int32>?,
      UnsafePointer<Int32>?, Int32
    ) -> Int32
  let sendPrepare: @convention(c) (Handle, Text, Text, Int32, UnsafePointer<UInt32>?) -> Int32
  let sendDescribe: @convention(c) (Handle, Text) -> Int32
  let sendPrepared:
    @convention(c) (
      Handle, Text, Int32, Texts?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int32
    ) -> Int32
  let enterPipeline: @convention(c) (Handle) -> Int32
  let exitPipeline: @convention(c) (Handle) -> Int32
  let pipelineSync: @convention(c) (Handle) -> Int32
  let result: @convention(c) (Handle) -> Handle?
  let clear: @convention(c) (Handle?) -> Void
  let resultStatus: @convention(c) (Handle) -> Int32
  let errorField: @convention(c) (Handle, Int32) -> Text?
  package let rowCount: @convention(c) (Handle) -> Int32
  let columnCount: @convention(c) (Handle) -> Int32
  let columnName: @convention(c) (Handle, Int32) -> Text?
  let columnType: @convention(c) (Handle, Int32) -> UInt32
  let value: @convention(c) (Handle, Int32, Int32) -> UnsafeMutablePointer<CChar>?
  let length: @convention(c) (Handle, Int32, Int32) -> Int32
  let isNull: @convention(c) (Handle, Int32, Int32) -> Int32
  let changedRows: @convention(c) (Handle) -> Text?
  let commandTag: @convention(c) (Handle) -> Text?
  let putCopyData: @convention(c) (Handle, Text?, Int32) -> Int32
  let putCopyEnd: @convention(c) (Handle, Text?) -> Int32
  let cancelHandle: @convention(c) (Handle) -> Handle?
  let cancel: @convention(c) (Handle, UnsafeMutablePointer<CChar>?, Int32) -> Int32
  let freeCancel: @convention(c) (Handle?) -> Void

  private static let loaded = Result { () throws(StoreError) in try Libpq("libpq.so.5") }

  static func shared() throws(StoreError) -> Libpq { try loaded.get() }

  /// Opens the library of that name; its places are the dynamic linker's.
  init(_ name: String) throws(StoreError) {
    guard let library = DynamicLibrary(name) else {
      throw StoreError(
        .unavailable,
        "a store on a server needs PostgreSQL's client library \(name), which is not installed",
        remedy:
          "install it: the package is libpq5 on Debian and Ubuntu, libpq on Fedora and Red Hat")
    }
    func find<T>(_ symbol: String, as type: T.Type = T.self) throws(StoreError) -> T {
      guard let function = unsafe library.function(symbol, as: type) else {
        throw StoreError(
          .unavailable, "PostgreSQL's client library \(name) is older than version 14",
          remedy: "install libpq of PostgreSQL 14 or later")
      }
      return function
    }
    unsafe connect = try find("PQconnectdbParams")
    unsafe finish = try find("PQfinish")
    unsafe status = try find("PQstatus")
    unsafe errorMessage = try find("PQerrorMessage")
    unsafe serverVersion = try find("PQserverVersion")
    unsafe parameterStatus = try find("PQparameterStatus")
    unsafe host = try find("PQhost")
    unsafe user = try find("PQuser")
    unsafe database = try find("PQdb")
    unsafe socket = try find("PQsocket")
    unsafe setNoticeProcessor = try find("PQsetNoticeProcessor")
    unsafe setNonBlocking = try find("PQsetnonblocking")
    unsafe flush = try find("PQflush")
    unsafe consumeInput = try find("PQconsumeInput")
    unsafe execute = try find("PQexec")
    unsafe sendParameters = try find("PQsendQueryParams")
    unsafe sendPrepare = try find("PQsendPrepare")
    unsafe sendDescribe = try find("PQsendDescribePrepared")
    unsafe sendPrepared = try find("PQsendQueryPrepared")
    unsafe enterPipeline = try find("PQenterPipelineMode")
    unsafe exitPipeline = try find("PQexitPipelineMode")
    unsafe pipelineSync = try find("PQpipelineSync")
    unsafe result = try find("PQgetResult")
    unsafe clear = try find("PQclear")
    unsafe resultStatus = try find("PQresultStatus")
    unsafe errorField = try find("PQresultErrorField")
    unsafe rowCount = try find("PQntuples")
    unsafe columnCount = try find("PQnfields")
    unsafe columnName = try find("PQfname")
    unsafe columnType = try find("PQftype")
    unsafe value = try find("PQgetvalue")
    unsafe length = try find("PQgetlength")
    unsafe isNull = try find("PQgetisnull")
    unsafe changedRows = try find("PQcmdTuples")
    unsafe commandTag = try find("PQcmdStatus")
    unsafe putCopyData = try find("PQputCopyData")
    unsafe putCopyEnd = try find("PQputCopyEnd")
    unsafe cancelHandle = try find("PQgetCancel")
    unsafe cancel = try find("PQcancel")
    unsafe freeCancel = try find("PQfreeCancel")
  }
}

/// ConnStatusType and ExecStatusType of libpq-fe.h, as far as they are met.
enum LibpqStatus {
  static let connected: Int32 = 0
  static let commandDone: Int32 = 1
  static let rows: Int32 = 2
  static let copyIn: Int32 = 4
  static let aborted: Int32 = 11
}

/// Fields of an error, PG_DIAG_… of postgres_ext.h.
enum LibpqField: UnicodeScalar {
  case sqlState = "C"
  case message = "M"
  case detail = "D"
  case table = "t"
  case column = "c"
  case constraint = "n"

  var code: Int32 { Int32(rawValue.value) }
}
