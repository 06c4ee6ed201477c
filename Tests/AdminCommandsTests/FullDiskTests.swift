import Testing

/// A disk of a few megabytes, which only the commands of the test see.
@Suite("A full disk", .enabled(if: FullDiskTests.canMount, "skipped: no disk can be mounted here"))
struct FullDiskTests {
  private static let canMount =
    (try? ChildProcess.run([
      "/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/mount", "-t", "tmpfs",
      "tmpfs", "/mnt",
    ]))?.status == 0

  @Test("nothing of a change that does not fit is done, and what fits is done afterwards")
  func full() throws {
    let bench = try CommandBench(withStore: false)
    try bench.expect("store init \(bench.folder)/city.db --city Testville --time-zone UTC")
    let rows = (0..<20_000).map { "Customer \($0),\($0) Main Street and a line to fill the disk\n" }
    try bench.file("many.csv", "name,address\n" + rows.joined())
    try bench.file(
      "day.sh",
      """
      mount -t tmpfs -o size=3m tmpfs disk && cp city.db disk/ && cd disk || exit 1
      export UBADMIN_STORE=city.db
      $ubadmin -q customer add 1 --name Ana
      $ubadmin customer add --from ../many.csv
      echo "status $?"
      $ubadmin customer list --fields name --csv --no-header
      $ubadmin -q change verify > /dev/null && $ubadmin -q customer add 2 --name Bo
      $ubadmin customer list --fields name --csv --no-header
      """)
    let ran = try BuiltBinary.shell(
      """
      mkdir disk
      unshare --user --map-root-user --mount /bin/sh day.sh
      rmdir disk
      """, in: bench)
    #expect(ran.output == "status 74\nAna\nAna\nBo\n", "\(ran)")
    #expect(
      ran.words
        == "ubadmin: the disk that holds city.db is full; nothing was changed\n"
        + "  free some space and run the command again\n")
  }
}
