import Accounts
import Testing

@testable import Engines
@testable import Ledger

@Suite("Where a store is")
struct StoreLocationTests {
  @Test(
    "an address of a server is a server, anything else a file",
    arguments: [
      (
        "postgresql://pat@db.example/city", StoreLocation.server("postgresql://pat@db.example/city")
      ),
      ("postgres:///city", .server("postgres:///city")),
      ("service=city", .server("service=city")), ("service:city", .server("service=city")),
      ("city.db", .file(path: "city.db")), ("sqlite:city.db", .file(path: "city.db")),
      ("sqlite:///srv/city.db", .file(path: "/srv/city.db")),
    ])
  func kinds(text: String, location: StoreLocation) throws {
    #expect(try StoreLocation(text) == location)
  }

  @Test(
    "an address with a password is refused without repeating it",
    arguments: [
      "postgresql://pat:hunter2@db.example/city", "postgres://db.example/city?password=hunter2",
      "postgresql://db/city?sslmode=require&password=hunter2",
      "postgresql://db/city?sslpassword=hunter2", "postgresql://db/city?%70assword=hunter2",
      "host=db password=hunter2", "PASSWORD = 'hunter2' dbname=city",
      "sqlite:host=db password=hunter2",
      "service=city password=hunter2", "mysql://pat:hunter2@db/city",
    ])
  func password(text: String) throws {
    let error = #expect(throws: StoreError.self) { try StoreLocation(text) }
    #expect(error?.message.contains("hunter2") == false)
    #expect(error?.remedy.contains(".pgpass") == true)
  }

  @Test(
    "words that are no store are refused",
    arguments: ["", "mysql://x/y", "service=", "service=a b", "service=a'b"])
  func wrong(text: String) {
    #expect(throws: StoreError.self) { try StoreLocation(text) }
  }

  @Test("the short name is the database, the service or the file")
  func shortNames() throws {
    #expect(try StoreLocation("postgresql://pat@db/city?sslmode=require").shortName == "city")
    #expect(try StoreLocation("service=town").shortName == "town")
    #expect(try StoreLocation("/srv/city.db").shortName == "city.db")
  }

  @Test("a machine without PostgreSQL's library is told which package has it")
  func noLibrary() {
    let error = #expect(throws: StoreError.self) { try Libpq("libpq-of-nowhere.so.5") }
    #expect(error?.kind == .unavailable)
    #expect(error?.remedy.contains("libpq5") == true)
  }
}
