import Glibc

/// Output that could not be made, with the cause in the words of its reader.
package struct OutputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What failed, so that a script can tell whether the file was created.
  /// `overwrite` is a file that may not be replaced, before anything was done.
  package enum Stage: Sendable { case create, overwrite, write, replace }

  package let stage: Stage
  /// The file's path, or another name for where the output went.
  package let name: String
  /// The system's number of the cause.
  package let code: Int32

  package init(_ stage: Stage, name: String, code: Int32) {
    self.stage = stage
    self.name = name
    self.code = code
  }

  /// The reader went away, e.g. `head`; nothing to tell anybody.
  package var isBrokenPipe: Bool { code == EPIPE }

  package var description: String {
    "cannot \(verb) \(TerminalText.sanitized(name)): \(cause)"
  }

  private var verb: String {
    switch stage {
    case .create: "create"
    case .write: "write"
    case .overwrite, .replace: "replace"
    }
  }

  private var cause: String {
    switch code {
    case ENOENT: "the folder does not exist; create it first, or use another"
    case ENOTDIR: "a part of the path is not a folder"
    case ENOTBLK: "it is a disk; use a file"
    case ENXIO: "no program is reading from it; start the pipe's reader first, or use a file"
    case EISDIR: "it is a folder; use a file"
    case EACCES, EPERM: "not permitted; choose another folder, or ask its owner"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full; free some space and run it again"
    case EDQUOT: "the disk quota is used up; free some space and run it again"
    case EFBIG: "the file is larger than allowed here"
    case E2BIG:
      "a workbook cell holds at most 32,767 characters, and one has more; write .csv instead"
    case ELIBACC:
      "the library libxlsxwriter is not installed; install it (libxlsxwriter4 on Debian 12), or write "
        + ".csv instead"
    case EIO: "the device reports an error; the output is incomplete"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "the symbolic links form a loop"
    case EPIPE: "the reading program has closed the pipe"
    case EBADF: "it is closed, or not open for writing"
    default: unsafe String(cString: strerror(code))
    }
  }
}
