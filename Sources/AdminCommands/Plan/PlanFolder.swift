import Accounts
import Glibc
import Reports

/// A folder in which staff leave plans for each other: files of `--plan-out` whose names end in `.plan`.
struct PlanFolder {
  /// A plan as its first line tells it.
  struct Plan {
    let path: String
    let header: PlanHeader
  }

  let path: String

  /// The one that the configuration names; nil if it names none.
  static func configured(_ context: CommandContext) throws -> PlanFolder? {
    try context.configuration[.plans].map { PlanFolder(path: $0.value) }
  }

  /// Its files that are or may be plans.
  struct Contents {
    /// The earliest first.
    let plans: [Plan]
    /// Files that may be plans and cannot be read: a new plan is its owner's alone.
    let closed: [String]
  }

  func contents(_ session: Session) throws(CommandError) -> Contents {
    guard let names = FolderNames.of(path) else {
      throw CommandError(
        .cannotOpenInput,
        unsafe "cannot read the folder \(path): \(String(cString: strerror(errno)))",
        remedy:
          "give a folder of plans, or correct `plans` with `config set plans /srv/ubadmin/plans`")
    }
    var plans: [Plan] = []
    var closed: [String] = []
    for path in files(names) {
      guard unsafe access(path, R_OK) == 0, (try? session.checkMayRead(path)) != nil else {
        closed.append(path)
        continue
      }
      guard let line = Self.firstLine(path), case .header(let header)? = PlanLine(line) else {
        continue
      }
      plans.append(Plan(path: path, header: header))
    }
    return Contents(
      plans: plans.sorted { ($0.header.at, $0.path) < ($1.header.at, $1.path) }, closed: closed)
  }

  private func files(_ names: [String]) -> [String] {
    names.filter { $0.hasSuffix(".plan") }.sorted()
      .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// Those that no change of the store has applied.
  func waiting(on store: Store, _ session: Session) throws -> [Plan] {
    try contents(session).plans.filter { try store.applied($0.header.mark) == nil }
  }

  /// Nil for anything that is not a file, or has a longer line than any plan.
  private static func firstLine(_ path: String) -> String? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { room, count in
      unsafe count = max(read(file, room.baseAddress, room.count), 0)
    }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return String(validating: bytes[..<end], as: UTF8.self)
  }
}

extension PlanHeader {
  /// When it was made, for people: its time is the city's already.
  var shownAt: String { String(at.prefix(16)).replacing("T", with: " ") }
  var day: CivilDate? { CivilDate(iso: String(at.prefix(10))) }
}

extension CommandContext {
  /// Plans of the folder that the configuration names; what is wrong with it is told and stops nothing.
  func waitingPlans(on store: Store) throws -> [PlanFolder.Plan] {
    do {
      return try PlanFolder.configured(self)?.waiting(on: store, session) ?? []
    } catch let error as CommandError where error.status == .cannotOpenInput {
      if !options.quiet { say("note: \(error.message)") }
      return []
    }
  }
}
