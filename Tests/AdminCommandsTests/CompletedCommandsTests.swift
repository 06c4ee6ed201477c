import Accounts
import Testing

@testable import AdminCommands
@testable import Reports

/// Commands in lists and pages, which run where they are read.
@Suite("Commands in lists", .onBothEngines)
struct CompletedCommandsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench(accounts: 1)
    try bench.expect("bill add B1 A1 --on 2026-01-05 --amount 20.00")
  }

  private func commands(_ line: String) throws -> [Substring] {
    try bench.expect(line).output.split(whereSeparator: { ",\n".contains($0) })
      .filter { $0.hasPrefix("ubadmin ") }
  }

  @Test("name the moment that is shown, if they can show it, and none that changes something")
  func moment() throws {
    try bench.expect("bill void B1 --reason wrong --yes")
    let shown = try commands("explain A1 --at 4 --csv")
    #expect(!shown.isEmpty)
    #expect(shown.allSatisfy { $0.hasSuffix(" --at 4") }, "\(shown)")
    let undo = try bench.expect("report changes --from 2026-03-10 --at 4 --csv --fields undo")
    #expect(undo.output.contains("ubadmin change undo 4\n"), "\(undo)")
    #expect(try commands("history A1 --at 4 --csv").contains("ubadmin change show 4 --at 4"))
    #expect(try commands("history A1 --csv").contains("ubadmin change show 4"))
  }

  @Test("name a day as a date, which means the same tomorrow")
  func day() throws {
    bench.day = try CivilDate("2026-03-12")
    for day in ["yesterday", "2026-03-11", "3/11/2026"] {
      let shown = try commands("explain A1 --csv --at \(day)")
      #expect(!shown.isEmpty)
      #expect(shown.allSatisfy { $0.hasSuffix(" --at 2026-03-11") }, "\(shown)")
      let missing = bench.run("account show 77 --at \(day)")
      #expect(missing.words.contains("`ubadmin search 77 --at 2026-03-11`"), "\(missing)")
    }
  }

  @Test("of a history are its changes alone, and a note that looks like one stays as it is")
  func notes() throws {
    let note = "ubadmin change show 4 was wrong"
    try bench.expect(["note", "add", "account", "A1", note])
    let shown = try commands("history A1 --csv --store \(bench.store)")
    let place = " --store " + WordQuoting.word(bench.store)
    #expect(shown.contains { $0 == note }, "\(shown)")
    #expect(shown.contains { $0 == "ubadmin change show 4" + place }, "\(shown)")
  }

  @Test("name the store on pages, too, in every format")
  func pages() throws {
    for line in ["explain A1", "explain ana@example.org"] {
      for format in ["table", "csv", "json"] {
        let page = bench.run("\(line) -O \(format) --store \(bench.store)").output
        #expect(page.contains("--store "), "\(page)")
      }
    }
    let path = bench.folder + "/page.json"
    try bench.expect("explain A1 --store \(bench.store) -o \(path)")
    #expect(bench.text(of: "page.json")?.contains("--store") == false)
  }

  @Test("name the store in notes and results for programs")
  func notesForPrograms() throws {
    let file = try bench.file("pay.csv", "account,amount\nA1,5.00\nA8,6.00\n")
    #expect(
      bench.run("payment post --from \(file) --on 2026-03-09 --keep-going").status
        == .someRowsFailed)
    let resumed = bench.run("job resume 5 --json --store \(bench.store)")
    #expect(resumed.status == .someRowsFailed, "\(resumed)")
    for text in [resumed.words, resumed.output] {
      let last = text.split(separator: "\n").last { $0.contains("payment post") }
      #expect(last?.contains("--store") == true, "\(resumed)")
    }
  }

  @Test("stay as they are where they name a store, and get options before `--`")
  func rows() throws {
    let output = OutputBuffer.memory()
    let options = PrintedOptions(store: ["--store", "x.db"])
    let writer = CompletedCommands.completing(
      makeRowWriter(.tsv, options: RenderingOptions(), output: output, words: { _ in }), options)
    let table = PageTable(
      "rows", title: "Rows",
      columns: [
        ReportColumn("command", title: "Command", kind: .text).runnable(),
        ReportColumn("hint", title: "Hint", kind: .text).runnable(.quoted),
      ],
      rows: [
        [.text("ubadmin bill list"), .text("ubadmin bill void 1")],
        [.text("ubadmin account show -- -1"), .null],
        [.text("ubadmin today --store y.db"), .text("7")],
        [.text("the command of the job with --from FILE"), .null],
        [.null, .text("see `bill show 'a -- b'`")], [.null, .text("search for more")],
      ])
    try writer.write(table)
    let lines = output.string.split(separator: "\n").dropFirst()
    #expect(
      lines == [
        "ubadmin bill list --store x.db\tubadmin bill void 1",
        "ubadmin account show --store x.db -- -1\t", "ubadmin today --store y.db\t7",
        "the command of the job with --from FILE\t",
        "\tsee `bill show 'a -- b' --store x.db`", "\tsearch for more",
      ])
  }
}
