import Accounts
import Reports

/// The file of `--output`, the pager on a terminal, or standard output.
struct AnswerDestination {
  let output: OutputBuffer
  private let file: AtomicFile?
  private let pager: Pager?
  var isFile: Bool { file != nil }

  init(_ context: CommandContext, isShort: Bool = false) throws {
    if let path = context.options.output, path != "-" {
      let file = try context.takeReadyFile(path) ?? context.newFile(path)
      self.file = file
      pager = nil
      output = file.output
      return
    }
    file = nil
    pager = isShort ? nil : Pager(context)
    output = pager?.output ?? context.session.output
  }

  func commit() throws {
    if let file { return try file.commit() }
    do {
      try output.flush()
    } catch {
      if pager == nil || !error.isBrokenPipe { throw error }
    }
    guard let pager else { return }
    pager.finish()
    try SignalInbox.check()
  }

  func discard() {
    file?.discard()
    pager?.finish()
  }
}
