import Glibc
import Testing

@testable import AdminCommands

@Suite("Behind sudo, names in folders of the account that runs the program")
struct PersonAccessTests {
  @Test(
    "TAB and lists of plans show the names in a folder only to those who could list it themselves")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.write("bank.txt", "")
    let person = Caller(account: "ubadmin", uid: 1, behindSudo: "nobody", host: "desk")
    for (mode, names) in [(0o700, []), (0o711, []), (0o755, ["bank.txt"])] as [(mode_t, [String])] {
      chmod(folder.path, mode)
      #expect(
        FileNames.completing(folder.path + "/", person.mayList)
          == names.map { folder.path + "/" + $0 })
    }
    chmod(folder.path, 0o700)
    let itself = Caller(account: "ubadmin", uid: 1, behindSudo: nil, host: "desk")
    #expect(itself.mayList(folder.path))
    let bench = try CommandBench()
    bench.actsForAnother = true
    #expect(bench.run("plan list \(folder.path)").status == .cannotOpenInput)
  }
}
