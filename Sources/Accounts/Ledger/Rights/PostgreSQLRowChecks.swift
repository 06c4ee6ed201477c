import Engines
import Values

/// Row rules that need more than the row and the role: who entered it, other rows, or a setting.
/// They do not apply to supervisors.
enum PostgreSQLRowChecks {
  /// A trigger that hands the row to a function.
  private struct Check {
    let name: String
    let event: String
    let table: String
    let function: String
    var condition = "TRUE"
    /// At the commit: a bulk run does not write its rows in the order in which it makes them.
    var waits = false
  }

  private static let checks = [
    Check(
      name: "second_person", event: "INSERT OR UPDATE", table: EFTEnrollment.table.name,
      function: "require_second_person"),
    Check(
      name: "payer_is_known", event: "INSERT OR UPDATE OF cid", table: Payment.table.name,
      function: "require_known_payer", condition: "NEW.cid IS NOT NULL", waits: true),
    Check(
      name: "responsibility_has_days", event: "INSERT OR UPDATE OF from_on, to_on",
      table: AccountCustomer.table.name, function: "require_days",
      condition: "NEW.to_on <= NEW.from_on"),
    Check(
      name: "transfer_is_whole", event: "INSERT", table: Bill.table.name,
      function: "require_whole_transfer", condition: "NEW.bill LIKE '\(transfer)'", waits: true),
  ]

  /// The pattern of the numbers of bills of a transferred balance.
  static let transfer = "T%-____-__-__%"

  /// The triggers that `sql` makes.
  static var triggers: [(name: String, table: String)] { checks.map { ($0.name, $0.table) } }

  static var sql: String {
    checks.map { check in
      PostgreSQLRowRules.trigger(
        check.name, "\(check.waits ? "AFTER" : "BEFORE") \(check.event)", check.table,
        """
        \(check.condition) AND NOT \
        ubadmin.has_role(\(Role.supervisor.sql), 'ubadmin.\(check.table)'::regclass)
        """, "\(check.function)()", waits: check.waits)
    }.joined()
  }

  private static let inUse = [EFTState.prenotePending, .active, .onHold].sql

  static let functions = secondPerson + knownPayer + responsibleDays + wholeTransfer

  /// Bank details are in use only when an operator other than the one who entered them has confirmed them.
  private static let secondPerson = """
    CREATE OR REPLACE FUNCTION ubadmin.require_second_person() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    DECLARE
      is_in_use boolean := NEW.state IN \(inUse);
      is_entered boolean := TG_OP = 'INSERT';
      is_confirmed boolean := false;
    BEGIN
      IF NOT EXISTS (
        SELECT FROM setting WHERE name = '\(Setting.eftTwoPersons.rawValue)' AND value = \(YesNo.yes.sql))
      THEN
        RETURN NEW;
      END IF;
      IF TG_OP = 'UPDATE' THEN
        is_entered := (NEW.account, NEW.routing, NEW.bank_account, NEW.type, NEW.entered_by)
          IS DISTINCT FROM (OLD.account, OLD.routing, OLD.bank_account, OLD.type, OLD.entered_by)
          OR OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS NULL;
        is_confirmed := NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by
          OR is_in_use AND OLD.state NOT IN \(inUse);
      END IF;
      IF is_entered AND (is_in_use OR NEW.confirmed_by IS NOT NULL OR NEW.entered_by <> session_user)
        OR NOT is_entered AND is_confirmed AND NOT coalesce(
          OLD.state = \(EFTState.entered.sql) AND NEW.state = \(EFTState.prenotePending.sql)
            AND NEW.confirmed_by = session_user AND NEW.entered_by <> session_user, false)
      THEN
        RAISE EXCEPTION 'eft confirm needs an operator other than the one who entered the bank details'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;

    """

  private static let knownPayer = requirement(
    "require_known_payer",
    """
    SELECT FROM account_customer x WHERE account = NEW.account AND cid = NEW.cid
      AND \(hasDays("x"))
    """,
    "payment % is of a customer who was never responsible for its account", "NEW.payment")

  /// A customer who was never responsible has nothing to do with the account.
  private static func hasDays(_ row: String) -> String {
    DayInterval.sql(isOpenOn: "\(row).from_on", of: row)
  }

  private static let responsibleDays = """
    CREATE OR REPLACE FUNCTION ubadmin.require_days() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    BEGIN
      RAISE EXCEPTION 'customer % is responsible for account % on no day', NEW.cid, NEW.account
        USING ERRCODE = 'insufficient_privilege';
    END $$;

    """

  /// What one account is credited, an account of the same customer owes.
  private static let wholeTransfer = requirement(
    "require_whole_transfer",
    declaring:
      "of_pair text := CASE WHEN NEW.bill LIKE '%-OUT' THEN left(NEW.bill, -4) ELSE NEW.bill END;",
    """
    SELECT FROM bill given JOIN bill taken ON taken.bill = of_pair
      JOIN account_customer giver ON giver.account = given.account
      JOIN account_customer taker ON taker.account = taken.account AND taker.cid = giver.cid
    WHERE given.bill = of_pair || '-OUT' AND given.account <> taken.account
      AND left(of_pair, length(given.account) + 2) = 'T' || given.account || '-'
      AND taken.total > 0 AND given.total = -taken.total AND given.billed_on = taken.billed_on
      AND given.cid = giver.cid AND taken.cid = giver.cid
      AND \(hasDays("giver")) AND \(hasDays("taker"))
    """, "bill % transfers a balance and needs the other of its two bills", "NEW.bill")

  /// A function of a trigger after the fact that refuses a row for which a query finds nothing.
  private static func requirement(
    _ name: String, declaring variables: String = "", _ query: String, _ message: String,
    _ record: String
  ) -> String {
    """
    CREATE OR REPLACE FUNCTION ubadmin.\(name)() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    DECLARE
      \(variables)
    BEGIN
      IF NOT EXISTS (\(query)) THEN
        RAISE EXCEPTION '\(message)', \(record) USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END $$;

    """
  }
}
