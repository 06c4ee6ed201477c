import Glibc

/// A file system with little room over a folder. This process alone sees it, and it ends with it.
enum SmallDisk {
  static let isAllowed: Bool = {
    let tried = try? ChildProcess.run([
      "/usr/bin/unshare", "--mount", "/bin/mount", "-t", "tmpfs", "tmpfs", "/mnt",
    ])
    return tried?.status == 0
  }()

  static func mount(over folder: String, kibibytes: Int) throws {
    // Of sched.h; it is not imported.
    typealias Unshare = @convention(c) (Int32) -> Int32
    let ownMounts: Int32 = 0x20000
    guard let symbol = dlsym(nil, "unshare"),
      unsafeBitCast(symbol, to: Unshare.self)(ownMounts) == 0,
      Glibc.mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0,
      Glibc.mount("tmpfs", folder, "tmpfs", 0, "size=\(kibibytes)k") == 0
    else { throw TestFailure("cannot mount a small disk: \(errno)") }
  }

  static func enlarge(_ folder: String, to kibibytes: Int) throws {
    guard
      Glibc.mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT), "size=\(kibibytes)k") == 0
    else { throw TestFailure("cannot enlarge the small disk: \(errno)") }
  }
}
