import Engines
import Values

/// Rows that a server refuses, where rights on tables and columns are not enough. Each rule is a
/// trigger, so that it applies to every program that writes; the store's owner is exempt.
enum PostgreSQLRowRules {
  /// A row that only a role and those above it may write.
  private struct Rule {
    let name: String
    let event: String
    let table: String
    let condition: String
    /// The command whose role is needed; an operation if `least` is nil.
    let command: String
    var least: Role?
    var trigger: String { "needs_\(name)" }
  }

  private static let rules = [
    Rule(
      name: "undo", event: "INSERT", table: "change", condition: "NEW.undoes IS NOT NULL",
      command: "change undo", least: Rights.undo),
    // A clerk who moves a customer may transfer a balance, and write no other bill.
    Rule(
      name: "bill", event: "INSERT", table: Bill.table.name,
      condition: "NEW.bill NOT LIKE '\(PostgreSQLRowChecks.transfer)'", command: "bill add"),
    // Nor may a clerk who moves a customer assign the customer's payment to another.
    Rule(
      name: "payer", event: "UPDATE OF cid", table: Payment.table.name,
      condition: "OLD.cid IS NOT NULL", command: "customer merge"),
    Rule(
      name: "suspend", event: "UPDATE OF status, suspended_from", table: User.table.name,
      condition: """
        NEW.status <> OLD.status AND \(UserStatus.suspended.sql) IN (OLD.status, NEW.status) \
        OR NEW.suspended_from IS DISTINCT FROM OLD.suspended_from
        """,
      command: "user suspend"),
    Rule(
      name: "deactivate", event: "UPDATE OF status", table: User.table.name,
      condition: """
        NEW.status <> OLD.status AND (NEW.status = \(UserStatus.deprovisioned.sql) \
        OR OLD.status = \(UserStatus.deprovisioned.sql) \
        AND NEW.status <> \(UserStatus.provisioned.sql))
        """,
      command: "user deactivate"),
    Rule(
      name: "register", event: "INSERT", table: User.table.name,
      condition: "NEW.status IN \([UserStatus.suspended, .deprovisioned].sql)",
      command: "user suspend"),
  ]

  /// Columns that hold the name of who wrote the row: the login's own, but where an undo brings an
  /// older one back.
  private static let names: [(table: Table, columns: [String])] = [
    (Note.table, ["operator"]), (RequestMessage.table, ["operator"]),
    (EFTEnrollment.table, ["entered_by", "confirmed_by"]),
  ]

  /// The triggers that `sql` makes.
  static var triggers: [(name: String, table: String)] {
    rules.map { ($0.trigger, $0.table) }
      + names.flatMap { table, columns in columns.map { (own($0), table.name) } }
      + PostgreSQLRowChecks.triggers
  }

  private static func own(_ column: String) -> String { "own_\(column)" }

  static func sql(_ rights: Rights) -> String {
    var sql = functions
    for rule in rules {
      let role = rule.least ?? rights.leastRole(of: rule.command)
      sql += trigger(
        rule.trigger, "BEFORE \(rule.event)", rule.table, rule.condition,
        "require_role(\(role.sql), '\(rule.command)')")
    }
    for (table, columns) in names {
      for column in columns {
        sql += trigger(
          own(column), "BEFORE INSERT OR UPDATE OF \(column)", table.name,
          "NEW.\(column) IS NOT NULL", "require_own_name('\(column)')")
      }
    }
    return sql + PostgreSQLRowChecks.sql
  }

  /// - Parameter waits: whether it comes at the commit.
  static func trigger(
    _ name: String, _ event: String, _ table: String, _ condition: String, _ function: String,
    waits: Bool = false
  ) -> String {
    """
    DROP TRIGGER IF EXISTS \(name) ON ubadmin.\(table);
    CREATE \(waits ? "CONSTRAINT " : "")TRIGGER \(name) \(event) ON ubadmin.\(table)
      \(waits ? "DEFERRABLE INITIALLY DEFERRED " : "")FOR EACH ROW
      WHEN (\(condition)) EXECUTE FUNCTION ubadmin.\(function);

    """
  }

  static let functions = ofRoles + PostgreSQLRowChecks.functions

  private static let ofRoles = """
    CREATE OR REPLACE FUNCTION ubadmin.has_role(needed text, relation oid) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
      SELECT pg_has_role(relowner, 'USAGE') OR EXISTS (
        SELECT FROM pg_roles WHERE rolname = 'ubadmin_' || needed AND pg_has_role(oid, 'USAGE'))
      FROM pg_class WHERE oid = relation
    $$;

    CREATE OR REPLACE FUNCTION ubadmin.require_role() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    BEGIN
      IF NOT has_role(TG_ARGV[0], TG_RELID) THEN
        RAISE EXCEPTION '% needs the role ubadmin_%', TG_ARGV[1], TG_ARGV[0]
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;

    CREATE OR REPLACE FUNCTION ubadmin.require_own_name() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    DECLARE
      given text := to_jsonb(NEW) ->> TG_ARGV[0];
    BEGIN
      IF given <> session_user AND NOT has_role('supervisor', TG_RELID)
        AND (TG_OP = 'INSERT' OR given IS DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[0])
      THEN
        RAISE EXCEPTION '% is the name of the login, %', TG_ARGV[0], session_user
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;

    """
}
