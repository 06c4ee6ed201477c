import Accounts
import TestEngines
import Testing

@testable import Ledger
@testable import Portal
@testable import Rules

/// `search` on a few records, looked through and through the index.
@Suite("search", .onBothEngines)
struct SearchTests {
  private let office: Office
  private var store: Store { office.store }

  init() throws {
    office = try Office.smallCity()
    try office.run(
      AddCustomer.self,
      [
        "cid": "00481516", "name": "Maria Almeida", "phone": "(508) 555-0142",
        "email": "maria.almeida@example.com", "address": "12 Acorn St",
      ])
    try office.run(AddCustomer.self, ["cid": "71", "name": "José Núñez", "phone": "5085550143"])
    try office.run(AddCustomer.self, ["cid": "72", "name": "Siobhán O'Brien-Łukasz"])
    try office.run(AddCustomer.self, ["cid": "73", "name": "Main Acorn Holdings"])
    try office.run(AddMeter.self, ["meter": "K-3305521", "service": "WATER", "unit": "GAL"])
    try office.run(
      RegisterUser.self, ["email": "kim@portal.example", "first": "Kimberly", "last": "Odum"])
    try office.run(
      AddBill.self,
      ["bill": "B-700431", "account": "500", "on": "2026-02-01", "service": "WATER", "amount": "9"])
  }

  private func ids(_ text: String, limit: Int = 20) throws -> [String] {
    try store.search(text, limit: limit).map(\.id)
  }

  /// What is asked, and who comes first; nil where nobody is meant.
  private static let questions: [(String, String?)] = [
    ("almeida maria", "00481516"), ("ALMEIDA", "00481516"), ("meida", "00481516"),
    ("almedia", "00481516"), ("almeda", "00481516"), ("lmeida", "00481516"),
    ("maria acron", "00481516"), ("555-0142", "00481516"), ("508.555.0142", "00481516"),
    ("+1 508 555 0142", "00481516"), ("5550142", "00481516"), ("481516", "00481516"),
    ("8151", "00481516"), ("4815", "00481516"), ("00481561", "00481516"),
    ("maria.almeida@example.com", "00481516"), ("almeida@exam", "00481516"),
    ("12 acorn", "00481516"), ("acorn, 12", "00481516"), ("nunez", "71"), ("NÚÑEZ jose", "71"),
    ("nunes", "71"), ("n\u{0303}unez", "71"), ("obrien", "72"), ("o’brien", "72"),
    ("lukasz", "72"), ("siobhan", "72"), ("acorn main", "73"), ("k3305521", "K-3305521"),
    ("k-3305521", "K-3305521"), ("05521", "K-3305521"), ("3305512", "K-3305521"),
    ("b-700431", "B-700431"), ("B-7004", "B-700431"), ("700431", "B-700431"),
    ("kimberly", "kim@portal.example"), ("portal.example", "kim@portal.example"),
    ("kimberley odum", "kim@portal.example"), ("500", "500"), ("b street", "B"),
    ("maria nunez", nil), ("xyzzyx", nil), ("almeida 99", nil),
  ]

  @Test("any part in any order, one slip, the best first: looked through and by the index")
  func questions() throws {
    for isIndexed in [false, true] {
      if isIndexed { try store.updateSearchIndex() }
      for (text, expected) in Self.questions {
        #expect(try ids(text).first == expected, "\(text), by the index: \(isIndexed)")
      }
    }
  }

  @Test("looked through or by the index, the same is found")
  func same() throws {
    let texts = Self.questions.map(\.0) + ["a", "5", "street", "508", "custmer", "a s"]
    let before = try texts.map { try ids($0) }
    try store.updateSearchIndex()
    for (text, expected) in zip(texts, before) { #expect(try ids(text) == expected, "\(text)") }
  }

  @Test("completion finds parts of names even without an index")
  func plain() throws {
    func plain(_ text: String) throws -> [String] {
      try store.plainSearch(text, kinds: SearchKind.allCases, limit: 20).map(\.id)
    }
    for text in ["almeida maria", "ALMEI", "12 acorn", "kimberly", "700431", "k-3305521"] {
      #expect(try plain(text) == ids(text), "\(text)")
    }
    #expect(try plain("almedia") == [])
  }

  @Test("a slip anywhere in a name finds it", arguments: ["almeida", "nunez"])
  func slips(name: String) throws {
    let letters = Array(name.unicodeScalars)
    for slip in WordMatch.neighbours(of: name) {
      #expect(WordMatch(Array(slip.unicodeScalars), letters) != nil, "\(slip)")
    }
    try store.updateSearchIndex()
    let some = WordMatch.neighbours(of: name).sorted().enumerated().filter { $0.offset % 17 == 3 }
    for (_, slip) in some { #expect(try !ids(slip).isEmpty, "\(slip)") }
  }

  @Test("exact matches of several words rank higher")
  func order() throws {
    try office.run(AddCustomer.self, ["cid": "91", "name": "Cora Santos"])
    try office.run(AddCustomer.self, ["cid": "92", "name": "Nora Santos"])
    #expect(try ids("nora sntos") == ["92", "91"])
  }

  @Test("two slips are another word")
  func twoSlips() throws {
    #expect(try ids("olmeidu") == [])
  }

  @Test("the index follows additions, changes and their undoing")
  func follows() throws {
    try store.updateSearchIndex()
    try office.run(SetCustomer.self, ["cid": "71", "name": "Zacharias Quill"])
    for isBehind in [true, false] {
      if !isBehind { try store.updateSearchIndex() }
      #expect(try ids("zacharias") == ["71"])
      #expect(try ids("nunez") == [])
    }
    let last = try #require(try store.connection.first(Journal.last) { $0.integer(0) })
    try store.undo(
      change: last, author: Author(operatorName: "pat", host: "desk", command: "undo"))
    try store.updateSearchIndex()
    #expect(try ids("zacharias") == [])
    #expect(try ids("nunez") == ["71"])
    try office.run(SetLocation.self, ["location": "A", "address": "9 Juniper Way"])
    try store.updateSearchIndex()
    #expect(Set(try ids("juniper")) == ["A", "500"])
  }

  @Test("an index of another journal, or none, is rebuilt")
  func rebuilds() throws {
    try store.updateSearchIndex()
    try store.connection.script("UPDATE search_state SET digest = 'of another'")
    #expect(try ids("almeida") == ["00481516"])
    try store.updateSearchIndex()
    try store.updateSearchIndex()
    #expect(try documents() == store.searchedRecords())
  }

  @Test("a sign-in does not let the index grow")
  func sameWords() throws {
    try store.updateSearchIndex()
    let before = try documents()
    try office.run(SetCustomer.self, ["cid": "71", "kind": "organization"])
    try store.updateSearchIndex()
    #expect(try documents() == before)
  }

  @Test("a check finds notes of the same words in the index, however many there are")
  func alike() throws {
    try store.change(by: author) { change in
      for _ in 0..<700 {
        try change.perform(
          Office.operation(
            AddNote.self, ["kind": "account", "key": "500", "text": "Gate is locked."]))
      }
      return .commit(())
    }
    try store.updateSearchIndex()
    var found: [Finding] = []
    _ = try store.check { if $0.rule == .searchIndex { found.append($0) } }
    #expect(found == [])
  }

  @Test("a check reports what the index is missing; after a rebuild it is complete")
  func check() throws {
    func lacking() throws -> [String] {
      var found: [String] = []
      _ = try store.check { if $0.rule == .searchIndex { found.append($0.record) } }
      return found
    }
    #expect(try lacking() == [])
    try store.updateSearchIndex()
    #expect(try lacking() == [])
    try store.connection.script(
      "DELETE FROM search_doc WHERE record_key = '71'; UPDATE customer SET name = 'Xu' WHERE cid = '3'"
    )
    #expect(try lacking() == ["customer 3", "customer 71"])
    try store.updateSearchIndex(rebuilds: true)
    #expect(try lacking() == [])
    #expect(try ids("xu") == ["3"])
  }

  @Test("two who bring it up to date at once")
  func together() async throws {
    let folder = try ScratchFolder()
    var location = store.location
    if location == .file(path: ":memory:") {
      location = .file(path: folder.file("copy.db"))
      try store.copy(to: location)
    }
    let (there, clock) = (location, store.clock)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          #expect(throws: Never.self) {
            try Store.open(there, clock: clock).updateSearchIndex()
          }
        }
      }
    }
    let copy = try Store.open(there, clock: clock)
    #expect(try SearchIndex(copy.connection).documents() == store.searchedRecords())
    #expect(try copy.search("almeida", limit: 2).map(\.id) == ["00481516"])
  }

  private func documents() throws -> Int { try SearchIndex(store.connection).documents() }

  @Test("no text makes it fail")
  func naughty() throws {
    try store.updateSearchIndex()
    let texts = [
      "", " ", "'", "\"", "\\", "%", "_", "*", "a*", "(", "a AND b", "NOT a", "a OR", "NEAR(a b)",
      "a:b", "^a", "{a}", "-a", "a & b | !c", "<->", "\u{0}", "a\u{0}b", "\u{FEFF}", "\u{202E}x",
      "ﬀ", "ß", "İ", "ǆ", "𝒜lmeida", "田中", "Иванов", "ελιά", "👩‍👩‍👧", "e\u{0301}\u{0301}", "١٢٣", "½",
      "¶almeida", String(repeating: "x", count: 5000), String(repeating: "ñ", count: 500),
      String(repeating: "a ", count: 500), "99999999999999999999999999", "\u{10FFFF}\u{10FFFF}",
    ]
    for text in texts {
      #expect(throws: Never.self, "\(text.prefix(20))") { try ids(text) }
    }
  }

  @Test("other scripts are found, with a slip too")
  func scripts() throws {
    try office.run(AddCustomer.self, ["cid": "81", "name": "Иванова Мария"])
    try store.updateSearchIndex()
    #expect(try ids("иванова") == ["81"])
    #expect(try ids("МАРИЯ иваново") == ["81"])
  }
}
