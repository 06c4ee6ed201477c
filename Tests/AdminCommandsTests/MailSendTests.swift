import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Engines
@testable import Ledger
@testable import Values

@Suite("Mail that is sent by a real mail program", .enabled(if: MailProgramHere.path != nil))
struct MailSendTests {
  let bench: CommandBench
  let sink: SMTPSink

  init() throws {
    bench = try CommandBench()
    sink = try SMTPSink()
    try bench.expect("setting set mail.sender utilities@testville.example")
    try bench.expect("setting set portal.address https://portal.testville.example")
    let file = try bench.file(
      "msmtprc",
      "defaults\nauth off\ntls off\naccount default\nhost 127.0.0.1\nport \(sink.port)\n"
        + "domain testville.example\n")
    bench.environment["UBADMIN_MAIL_PROGRAM"] = "\(MailProgramHere.path ?? "") --file='\(file)'"
  }

  private func register(_ names: String...) throws {
    for name in names {
      try bench.expect("user register \(name)@example.com --first \(name) --last Ortiz")
    }
  }

  private func list(_ fields: String) throws -> String {
    try bench.expect("mail list --reveal --sort mail --csv --no-header --fields \(fields)").output
  }

  @Test("each mail goes out once, with its link, and keeps no text")
  func once() throws {
    try register("ana", "bea")
    let sent = bench.run("mail send")
    #expect(sent.status == .done)
    #expect(sent.words == "2 sent\n")
    #expect(sink.messages.count == 2)
    let message = sink.messages.first ?? ""
    #expect(message.contains("From: \"Testville\" <utilities@testville.example>\n"))
    #expect(message.contains("To: <ana@example.com>\n"))
    #expect(message.contains("Subject: Testville: activate your login\n"))
    #expect(message.contains("/activate?token=3D"))
    #expect(try list("status,attempts") == "sent,1\nsent,1\n")
    let store = try Store.open(StoreLocation(bench.store))
    let texts = try store.connection.first(
      Statement("SELECT count(*) FROM outbox_message WHERE body IS NOT NULL"), [],
      { $0.integer(0) })
    #expect(texts == 0)
    #expect(bench.run("mail send").words == "no mail is due\n")
    #expect(sink.messages.count == 2)
  }

  @Test("what the server refuses has failed; what it puts off is tried again when it is time")
  func refusedAndPostponed() throws {
    try register("nobody", "later", "ana")
    let first = bench.run("mail send -O ndjson")
    #expect(first.status == .someRowsFailed)
    #expect(first.output.contains("\"sent\":1,\"put_off\":1,\"failed\":1,\"unknown\":0"))
    #expect(first.words.contains("no such mailbox"))
    #expect(
      try list("to,status") == """
        nobody@example.com,failed
        later@example.com,waiting
        ana@example.com,sent

        """)
    #expect(bench.run("mail send").words == "no mail is due\n")
    bench.day = bench.day.adding(days: 1)
    let second = bench.run("mail send")
    #expect(second.words.contains("mail 2 to l•••@example.com: deferred"))
    #expect(try list("attempts,status") == "1,failed\n2,waiting\n1,sent\n")
  }

  @Test("a mail that is put off again and again has failed in the end")
  func givenUp() throws {
    try register("later")
    for _ in MailRetryPolicy.minutes {
      bench.run("mail send -q")
      bench.day = bench.day.adding(days: 1)
    }
    #expect(try list("attempts,status") == "9,waiting\n")
    bench.run("mail send -q")
    #expect(try list("attempts,status") == "10,failed\n")
    #expect(try list("failure").hasPrefix("given up after 10 attempts"))
  }

  @Test("a test store mails only the address that is named")
  func testStore() throws {
    try bench.expect("setting set store.is-test yes")
    try register("ana", "bea")
    let refused = bench.run("mail send")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("--only"))
    let one = bench.run("mail send --only BEA@example.com")
    #expect(one.words == "1 sent\n")
    #expect(sink.messages.count == 1)
    #expect(try list("status") == "waiting\nsent\n")
  }

  @Test("what would be sent is shown, and nothing is")
  func dryRun() throws {
    try register("ana")
    let shown = bench.run("mail send --dry-run --reveal --csv --no-header --fields to,status")
    #expect(shown.output == "ana@example.com,waiting\n")
    #expect(sink.messages.isEmpty)
  }

  @Test("without a sender or a mail program nothing is taken in hand")
  func notSetUp() throws {
    try register("ana")
    bench.environment["UBADMIN_MAIL_PROGRAM"] = "/no/such/program"
    #expect(bench.run("mail send").status == .configuration)
    let other = try CommandBench()
    #expect(other.run("mail send").words.contains("setting set portal.address"))
    try other.expect("setting set portal.address https://portal.testville.example")
    #expect(other.run("mail send").words.contains("setting set mail.sender"))
    #expect(try list("attempts,status") == "0,waiting\n")
  }

  @Test("nothing goes out before the portal has an address, and then every link begins with it")
  func portalAddress() throws {
    try bench.expect("setting set portal.address https://portal.invalid")
    try register("ana")
    let refused = bench.run("mail send")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("setting set portal.address https://"))
    #expect(try list("attempts,status") == "0,waiting\n")
    try bench.expect("setting set portal.address https://pay.testville.example")
    try bench.expect("mail send")
    #expect(sink.messages.first?.contains("https://pay.testville.example/activate") == true)
    #expect(sink.messages.first?.contains("portal.invalid") == false)
  }

  @Test("a program that is killed leaves its mail in hand, which goes out only if asked for")
  func crash() throws {
    try register("ana", "bea")
    let killer = try bench.file("killer", "kill -9 $PPID\n")
    let status = try BuiltBinary.run(
      ["mail", "send"], in: bench, environment: ["UBADMIN_MAIL_PROGRAM": "/bin/sh \(killer)"]
    ).status
    #expect(status == 128 + SIGKILL)
    #expect(try list("status") == "sending\nwaiting\n")
    let store = try Store.open(StoreLocation(bench.store))
    let hand = try store.mailsInHand()
    #expect(hand.count == 1)
    #expect(hand.free.map { $0 > store.now && $0 <= store.now.adding(minutes: 15) } == true)
    bench.day = CivilDate(daysSince1970: Int32(time(nil) / 86_400) + 2)
    let next = bench.run("mail send")
    #expect(next.words.hasPrefix("1 sent\nnote: 1 mail was being sent when a run was interrupted"))
    #expect(bench.run("mail send --again").words == "1 sent\n")
    #expect(try list("status") == "sent\nsent\n")
    #expect(sink.messages.count == 2)
  }

  @Test("an undo leaves the mails that have gone, and says so")
  func undo() throws {
    try register("ana")
    try bench.expect("mail send")
    let refused = bench.run("change undo 3")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("1 mail of that change was sent and cannot be recalled"))
    #expect(refused.words.contains("ubadmin change undo 3 --yes"))
    let undone = bench.run("change undo 3 --yes")
    #expect(undone.status == .done, "\(undone)")
    #expect(undone.words.contains("1 mail of that change was sent"))
    #expect(try list("status") == "sent\n")
    #expect(bench.run("user list --csv --no-header").output == "")
  }
}

@Suite("What a mail program says")
struct MailOutcomeTests {
  @Test("decides by the reply's codes, also where the recipient's name looks like one")
  func codes() throws {
    let recipient = try EmailAddress("451@example.com")
    let outcome = MailProgram.outcome(67 << 8, "451 4.7.1 <451@example.com> later", to: recipient)
    #expect(outcome == .postponed("status 67: ••• 4.7.1 <4•••@example.com> later"))
    let gone = MailProgram.outcome(67 << 8, "550 5.1.1 <451@example.com> unknown", to: recipient)
    #expect(gone == .refused("status 67: 550 5.1.1 <4•••@example.com> unknown"))
  }
}
