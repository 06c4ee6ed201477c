package import Engines

/// Where a store is: a file, or a database on a server.
package enum StoreLocation: Sendable, Equatable, CustomStringConvertible {
  case file(path: String)
  /// A URL or `service=NAME`, as PostgreSQL's own programs take it.
  case server(String)

  /// A store that only its own connection sees.
  var isMemory: Bool { self == .file(path: ":memory:") }

  /// A path, `sqlite:PATH`, `sqlite:///PATH`, `postgresql://USER@HOST/DATABASE`, `service=NAME`.
  package init(_ text: String) throws(StoreError) {
    // Command lines and environments are seen by others; the text is not repeated here.
    guard !Self.holdsPassword(address: text) else {
      throw StoreError(
        .badAddress, "the store's address contains a password, which others could see",
        remedy: "remove it and put it in ~/.pgpass or a service file; "
          + "the address is postgresql://USER@HOST/DATABASE or service=NAME")
    }
    for prefix in ["postgresql://", "postgres://"] where text.hasPrefix(prefix) {
      self = .server(text)
      return
    }
    for prefix in ["service=", "service:"] where text.hasPrefix(prefix) {
      self = .server("service=" + (try Self.service(text.dropFirst(prefix.count))))
      return
    }
    var path = text[...]
    for prefix in ["sqlite://", "sqlite:"] where path.hasPrefix(prefix) {
      path = path.dropFirst(prefix.count)
      break
    }
    guard !path.isEmpty else {
      throw StoreError(.unavailable, "no store is set", remedy: "give \(option: "store") FILE")
    }
    guard path.firstRange(of: "://") == nil else {
      throw StoreError(
        .badAddress, "unknown kind of store: \(text)",
        remedy: "give a path, sqlite:PATH, or postgresql://USER@HOST/DATABASE")
    }
    self = .file(path: String(path))
  }

  /// Whether a URL in the text has a password with the user's name or among the options, or the text has one
  /// among words such as `host=db password=x`, which libpq takes too.
  package static func holdsPassword(address text: String) -> Bool {
    if text.contains(#/password\s*=/#.ignoresCase()) { return true }
    guard let scheme = text.firstRange(of: "://") else { return false }
    let address = text[scheme.upperBound...]
    let server = address.prefix { $0 != "/" && $0 != "?" }
    let user = server.lastIndex(of: "@").map { server[..<$0] } ?? ""
    let options = address.drop { $0 != "?" }.dropFirst().split(separator: "&")
    return user.contains(":") || options.contains(where: holdsPassword)
  }

  /// libpq knows several (`password`, `sslpassword`), and takes their names percent-encoded too.
  private static func holdsPassword(_ option: Substring) -> Bool {
    let name = option.prefix { $0 != "=" }
    return name.contains("%") || name.lowercased().hasSuffix("password")
  }

  private static func service(_ name: Substring) throws(StoreError) -> String {
    guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "'" || $0 == "\\" })
    else {
      throw StoreError(
        .badAddress, "“\(name)” is not the name of a service",
        remedy: "give service=NAME, with a name from pg_service.conf")
    }
    return String(name)
  }

  package var description: String {
    switch self {
    case .file(let path): path
    case .server(let address): address
    }
  }

  /// The last part, for prompts.
  package var shortName: String {
    switch self {
    case .file(let path): String(path.split(separator: "/").last ?? path[...])
    case .server(let address):
      String(address.prefix { $0 != "?" }.split { $0 == "/" || $0 == "=" }.last ?? address[...])
    }
  }
}

extension StoreLocation {
  /// The files that an address names, e.g. of a password or a key, with what they are.
  /// Source: PostgreSQL's manual, "Parameter Key Words" of libpq.
  package var namedFiles: [(path: String, what: String)] {
    guard case .server(let address) = self, let start = address.firstIndex(of: "?") else {
      return []
    }
    return address[start...].dropFirst().split(separator: "&").compactMap { setting in
      let parts = setting.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let what = Self.fileSettings[String(parts[0])] else { return nil }
      return (Self.plain(parts[1]), what)
    }
  }

  private static let fileSettings = [
    "passfile": "the password file", "sslkey": "the private key", "sslcert": "the certificate",
    "sslrootcert": "the root certificates", "sslcrl": "the revoked certificates",
  ]

  /// Without `%2F` and the like.
  private static func plain(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
