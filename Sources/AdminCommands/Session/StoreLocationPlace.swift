import Accounts
import Glibc

extension StoreLocation {
  /// The same from whatever folder it is named.
  var place: String {
    guard case .file(let path) = self, let real = unsafe realpath(path, nil) else {
      return description
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
