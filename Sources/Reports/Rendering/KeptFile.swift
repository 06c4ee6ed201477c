import Glibc

/// The file that an output would replace, kept under a name with a number: `bad-1.csv` for `bad.csv`.
enum KeptFile {
  /// Gives the file that name.
  /// - Returns: the new path; nil if the file is gone.
  static func keep(_ path: String) throws(OutputError) -> String? {
    var number = 1
    while true {
      let name = numbered(path, number)
      // Whoever keeps a file at the same moment takes another number.
      let place = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard place >= 0 else {
        let code = errno
        guard code == EEXIST || code == EINTR else {
          throw OutputError(.replace, name: path, code: code)
        }
        if code == EEXIST { number += 1 }
        continue
      }
      close(place)
      guard unsafe rename(path, name) == 0 else {
        let code = errno
        unsafe unlink(name)
        guard code == ENOENT else { throw OutputError(.replace, name: path, code: code) }
        return nil
      }
      return name
    }
  }

  /// The number stands before the extension, so that programs still know what is in the file.
  private static func numbered(_ path: String, _ number: Int) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot > start else {
      return "\(path)-\(number)"
    }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}
