import Reports

/// The files that a command reads and those that it writes, as they were named.
struct CommandFiles {
  /// One of them.
  struct Use {
    /// For people, e.g. `--from rows.csv` or `the store city.db`.
    let words: String
    let path: String
    /// Nil for what cannot be overwritten, such as a terminal.
    let identity: FileIdentity?

    init(_ what: String, _ path: String) {
      words = "\(what) \(path)"
      self.path = path
      identity = FileIdentity(path: path)
    }

    /// Standard input or output.
    init(_ what: String, descriptor: Int32) {
      words = what
      path = "-"
      identity = FileIdentity(descriptor: descriptor)
    }
  }

  private(set) var inputs: [Use] = []
  private(set) var outputs: [Use] = []
  /// What the command does with the store that the options name.
  var storeUse = StoreUse.opens
  /// One of them is CSV whatever the answer is.
  var includeCSV = false
  /// It reads CSV, so that `--delimiter` says how.
  var readCSV = false

  enum StoreUse {
    case opens
    /// Puts another file in its place.
    case replaces
    /// The command names its stores itself.
    case none
  }

  /// Whether the path is a name of standard output or standard error.
  static func isStream(_ path: String) -> Bool {
    ["-", "/dev/stdout", "/dev/stderr"].contains(path)
  }

  /// - Parameter option: as it is typed, e.g. `--from`, or what an argument is.
  mutating func reads(_ path: String?, _ option: String) {
    if let path, path != "-" { inputs.append(Use(option, path)) }
  }

  mutating func writes(_ path: String?, _ option: String) {
    if let path, path != "-" { outputs.append(Use(option, path)) }
  }

  mutating func reads(_ more: [Use]) { inputs += more }
  mutating func writes(_ more: [Use]) { outputs += more }

  /// An output that is also an input or another output, which it would overwrite.
  /// - Parameter stream: where words go besides, which may be one of the outputs.
  func collision(stream: Use?) -> (output: Use, other: Use)? {
    var known: [FileIdentity: Use] = [:]
    for use in inputs { if let identity = use.identity { known[identity] = use } }
    if let stream, let identity = stream.identity, let other = known[identity] {
      return (stream, other)
    }
    for use in outputs {
      guard let identity = use.identity else { continue }
      if let other = known[identity] { return (use, other) }
      if identity.isOverwritten { known[identity] = use }
    }
    return nil
  }
}
