import Testing

@testable import AdminCommands

/// Files of other kinds than that which a command takes, and what each is called.
@Suite("Files of other kinds")
struct ForeignFileTests {
  static let foreign: [(String, [UInt8], String)] = [
    (
      "a.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0] + Array("[Content_Types].xml".utf8), "a workbook"
    ),
    ("short.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0], "a workbook (.xlsx or .ods),"),
    ("short.csv", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0], "a workbook"),
    ("tiny.xlsx", [0x50, 0x4B, 3, 4], "a workbook (.xlsx or .ods),"),
    ("tiny.csv", [0x50, 0x4B, 3, 4], "a workbook (.xlsx or .ods), or another ZIP file"),
    (
      "photo.numbers",
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [8, 0, 0, 0]
        + Array("Data/1.jpg".utf8), "a workbook"
    ),
    ("marked.pdf", [0xEF, 0xBB, 0xBF] + Array("%PDF-1.7\n".utf8), "a PDF"),
    ("a.ps", Array("%!PS-Adobe-3.0\n".utf8), "a PostScript file"),
    ("a.edi", Array("ISA*00*          *00*          *ZZ*SENDER".utf8), "an EDI file"),
    (
      "l.md", Array("| account | amount |\n| --- | ---: |\n| A1 | 5 |\n".utf8),
      "a table for people"
    ),
    (
      "l.txt", Array("Account  Amount\n-------  ------\nA1         5.00\n".utf8),
      "a table for people"
    ),
    ("b.edi", Array("UNB+UNOA:1+SENDER+RECEIVER+261130:0900+1'".utf8), "an EDI file"),
    (
      "a.bai", Array("01,121000358,BANK,261130,0900,1,80,1,2/\n02,BANK,121000358,1/\n".utf8),
      "a bank statement (BAI2)"
    ),
    ("a.csv", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a workbook"),
    (
      "a.zip", [0x50, 0x4B, 3, 4, 0x14, 0, 0, 0] + Array("rows.csv".utf8),
      "another ZIP file"
    ),
    (
      "b.zip",
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [8, 0, 0, 0]
        + Array("rows.csv1,2".utf8), "first entry: rows.csv"
    ),
    (
      "a.ods",
      [0x50, 0x4B, 3, 4, 0x14]
        + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
      "a workbook (.ods)"
    ),
    ("a.numbers", [0x50, 0x4B, 3, 4] + Array("Index/Document.iwa".utf8), "a workbook (.numbers)"),
    ("b.docx", [0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8), "a text document"),
    ("c.xls", [0x09, 8, 0x10, 0, 0, 6, 5, 0], "a workbook (.xls)"),
    ("u32.csv", [0xFF, 0xFE, 0, 0, 0x63, 0, 0, 0, 0x69, 0, 0, 0], "UTF-32"),
    ("u32be.csv", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x63], "UTF-32"),
    ("bare.csv", "cid,".unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value)] }, "UTF-32"),
    (
      "a.asc", Array("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n".utf8), "an encrypted message (PGP)"
    ),
    ("a.gpg", [0x85, 1, 0x0C, 3, 0x1F, 0x9C], "an encrypted message (PGP)"),
    ("b.gpg", [0x8C, 0x0D, 4, 9, 3, 2], "an encrypted message (PGP)"),
    ("a.age", Array("age-encryption.org/v1\n-> X25519 abc\n".utf8), "an encrypted file (age)"),
    ("b.age", Array("-----BEGIN AGE ENCRYPTED FILE-----\n".utf8), "an encrypted file (age)"),
    ("a.pem", Array("-----BEGIN CERTIFICATE-----\n".utf8), "a key or a certificate"),
    ("a.enc", Array("Salted__abcdefgh".utf8), "an encrypted file (OpenSSL)"),
    ("a.eml", Array("Return-Path: <a@b.example>\nReceived: by x\n".utf8), "an e-mail"),
    ("b.eml", Array("From: A <a@b.example>\nTo: c@d.example\nSubject: rows\n".utf8), "an e-mail"),
    ("a.mbox", Array("From a@b.example Mon Nov 30 09:00:00 2026\nX: y\n".utf8), "an e-mail"),
    ("a.tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8), "an archive"),
    ("a.gz", [0x1F, 0x8B, 8, 0, 0, 0], "a gzip file"), ("a.pdf", Array("%PDF-1.7\n".utf8), "a PDF"),
    ("a.xls", Array("<html><table><tr><td>cid</td>".utf8), "a web page"),
    ("b.xls", Array("\n<!DOCTYPE html>\n".utf8), "a web page"),
    ("a.xml", Array("<?xml version=\"1.0\"?>\n".utf8), "an XML file"),
    ("c.xml", Array("<rows><row cid=\"1\"/></rows>".utf8), "an XML file"),
    (
      "d.xml", [0xFF, 0xFE] + "<?xml version='1.0'?>".utf8.flatMap { [$0, 0] }, "an XML file"
    ),
    ("b.json", Array("[\n  {\n    \"cid\": 1\n  }\n]".utf8), "JSON"),
    ("c.json", Array("{ \"cid\" : 1 }\n{ \"cid\" : 2 }\n".utf8), "JSON"),
    ("d.json", Array("[1, 2]".utf8), "JSON"),
    ("a.ofx", Array("OFXHEADER:100\nDATA:OFXSGML\n".utf8), "a bank statement"),
    ("a.json", Array("[{\"cid\": 1}]".utf8), "JSON"),
    ("a.db", Array("SQLite format 3\0".utf8), "a SQLite database"),
    (
      "a.ach", Array(("101 021000021" + String(repeating: " ", count: 81) + "\n").utf8),
      "a bank file"
    ),
  ]

  @Test("a file of another kind is known for what it is", arguments: foreign.indices)
  func known(index: Int) throws {
    let (name, bytes, words) = Self.foreign[index]
    let bench = try CommandBench()
    let path = try bench.file(name, bytes)
    for encoding in ["utf-8", "latin-1"] {
      let result = bench.run("customer set --from \(path) --encoding \(encoding)")
      #expect(result.status == .badData)
      #expect(result.words.contains(words), "\(result)")
      #expect(!result.words.contains("NUL"), "\(result)")
    }
    guard !name.hasSuffix(".ach") else { return }
    let returns = bench.run("eft returns --from \(path)")
    #expect(returns.status == .badData)
    #expect(returns.words.contains(words), "\(returns)")
  }

  @Test("a workbook is named as that, too, where a plan or a script should be")
  func otherCommands() throws {
    let bench = try CommandBench()
    let path = try bench.file("a.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0] + [0xFF, 0, 0x80])
    for line in ["plan apply \(path)", "run \(path)"] {
      let result = bench.run(line)
      #expect(result.status == .badData, "\(result)")
      #expect(result.words.contains("found a workbook (.xlsx or .ods), expected"), "\(result)")
    }
  }

  @Test(
    "a list is not taken for something else",
    arguments: [
      "Date: 2026,cid\n", "from,to\n", "[cid],phone\n", "x,y\n", "ÁB,\u{3}\n", "date,subject:\n",
    ])
  func lists(head: String) {
    #expect(ForeignFile(Array(head.utf8), at: "rows.csv") == nil, "\(head)")
  }
}
