import Crypto
import Glibc

/// The file with the key under which bank accounts are sealed: 32 bytes, for its owner alone.
package struct KeyFile: Sendable {
  package let path: String
  private static let length = 32

  package init(path: String) { self.path = path }

  /// The key in the file, which is read once, when it is first needed.
  /// - Parameters:
  ///   - sample: opens the sample city's bank accounts, where nobody has named another file.
  ///   - isTrial: nothing is to be changed, so a new key is forgotten again.
  ///   - made: is told that the file was made.
  package func bankKey(
    sample: Vault? = nil, isTrial: Bool = false, made: @escaping () -> Void = {}
  ) -> BankKey {
    var kept: Vault?
    return BankKey(path: path, sample: sample) {
      if kept == nil { kept = try self.vault() }
      return kept
    } made: {
      if isTrial { return Vault(key: Self.newKey()) }
      let vault = try self.made()
      made()
      return vault
    }
  }

  /// Nil where there is no file.
  package func vault() throws(KeyFault) -> Vault? { try read().map { Vault(key: $0) } }

  /// Makes the file where there is none.
  package func made() throws(KeyFault) -> Vault {
    if let old = try vault() { return old }
    try make()
    guard let new = try vault() else {
      throw KeyFault("\(path): cannot be read after it was created")
    }
    return new
  }

  private static func newKey() -> [UInt8] {
    unsafe SymmetricKey(size: .bits256).withUnsafeBytes { unsafe Array($0) }
  }

  private func read() throws(KeyFault) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw fault("cannot open it")
    }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0 else { throw fault("cannot get its status") }
    guard facts.st_mode & 0o077 == 0 else {
      throw KeyFault(
        "\(path): users other than its owner can read it (mode \(String(facts.st_mode & 0o777, radix: 8)))"
      )
    }
    var key = [UInt8](repeating: 0, count: Self.length + 1)
    let count = unsafe Glibc.read(file, &key, key.count)
    guard count == Self.length else {
      throw KeyFault("\(path): found \(count) bytes, expected \(Self.length)")
    }
    return Array(key.prefix(Self.length))
  }

  /// Whole or not at all; if another process is first, its key is kept.
  private func make() throws(KeyFault) {
    try makeFolder()
    let part = "\(path).\(getpid())"
    let file = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault("cannot create it") }
    defer { unsafe unlink(part) }
    let key = Self.newKey()
    let count = unsafe write(file, key, key.count)
    let isSynced = fsync(file) == 0
    close(file)
    guard count == key.count, isSynced else { throw fault("cannot write it") }
    guard unsafe link(part, path) == 0 || errno == EEXIST else { throw fault("cannot create it") }
  }

  private func makeFolder() throws(KeyFault) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw fault("cannot create \(folder)")
      }
    }
  }

  private func fault(_ what: String) -> KeyFault {
    KeyFault(unsafe "\(path): \(what): \(String(cString: strerror(errno)))")
  }
}

/// What is wrong with a key file.
package struct KeyFault: Error, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}
