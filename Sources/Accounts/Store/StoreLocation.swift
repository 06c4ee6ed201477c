/// Where a store is: a file, or later a database on a server.
public enum StoreLocation: Sendable, Equatable, CustomStringConvertible {
  case file(path: String)

  /// A path, `sqlite:PATH` or `sqlite:///PATH`.
  public init(_ text: String) throws(StoreError) {
    var path = text[...]
    for prefix in ["sqlite://", "sqlite:"] where path.hasPrefix(prefix) {
      path = path.dropFirst(prefix.count)
      break
    }
    guard !path.isEmpty else {
      throw StoreError(.unavailable, "no store is named", mend: "give --store FILE")
    }
    guard path.firstRange(of: "://") == nil else {
      throw StoreError(
        .unavailable, "there is no store of the kind \(text)", mend: "give a path, or sqlite:PATH")
    }
    self = .file(path: String(path))
  }

  public var description: String {
    switch self {
    case .file(let path): path
    }
  }

  /// The last part, for prompts.
  public var shortName: String {
    switch self {
    case .file(let path): String(path.split(separator: "/").last ?? path[...])
    }
  }
}
