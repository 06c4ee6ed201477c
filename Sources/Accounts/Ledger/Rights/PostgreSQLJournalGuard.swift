/// Triggers that let the journal grow at its end alone, whatever program writes: lines only for the
/// change that is being made and without gaps, reasons only for its lines, no lines without a
/// header, and a header only where it continues the chain and names the login that the server has
/// authenticated. Each takes the writers' lock first, so that one sees what another is about to
/// commit. Rights keep everybody but the owner from changing what is there.
enum PostgreSQLJournalGuard {
  static let sql = """
    CREATE OR REPLACE FUNCTION ubadmin.guard_change_row() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    DECLARE
      lines record;
      last_number bigint;
    BEGIN
      LOCK TABLE writer IN EXCLUSIVE MODE;
      SELECT min(change) AS change, max(change) AS last, min(number) AS number, count(*) AS count,
        max(number) AS last_number INTO lines FROM added;
      IF lines.count = 0 THEN RETURN NULL; END IF;
      SELECT max(number) INTO last_number FROM change_row
        WHERE change = lines.change AND number < lines.number;
      IF lines.change <> lines.last
        OR lines.change <> coalesce((SELECT max(change) FROM change), 0) + 1
        OR lines.number <> coalesce(last_number, 0) + 1
        OR lines.last_number <> lines.number + lines.count - 1
      THEN
        RAISE EXCEPTION 'the journal can only be added to at its end'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END $$;

    CREATE OR REPLACE FUNCTION ubadmin.guard_change_reason() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    BEGIN
      LOCK TABLE writer IN EXCLUSIVE MODE;
      IF EXISTS (SELECT FROM added a
        WHERE a.change <> coalesce((SELECT max(change) FROM change), 0) + 1
        OR NOT EXISTS (SELECT FROM change_row r WHERE r.change = a.change AND r.number = a.number))
      THEN
        RAISE EXCEPTION 'the journal can only be added to at its end'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END $$;

    CREATE OR REPLACE FUNCTION ubadmin.guard_change_end() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM change WHERE change = NEW.change AND row_count = (
        SELECT max(number) FROM change_row WHERE change = NEW.change))
      THEN
        RAISE EXCEPTION 'lines of the journal must have the header of their change'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END $$;

    CREATE OR REPLACE FUNCTION ubadmin.guard_change() RETURNS trigger LANGUAGE plpgsql
    SET search_path = ubadmin, pg_temp AS $$
    DECLARE
      before record;
    BEGIN
      LOCK TABLE writer IN EXCLUSIVE MODE;
      SELECT change, digest INTO before FROM change ORDER BY change DESC LIMIT 1;
      IF NEW.change <> coalesce(before.change, 0) + 1
        OR NEW.previous <> coalesce(before.digest, repeat('0', 64))
        OR NEW.row_count <> coalesce(
          (SELECT max(number) FROM change_row WHERE change = NEW.change), 0)
        OR NEW.digest !~ '^[0-9a-f]{64}$'
      THEN
        RAISE EXCEPTION 'a change must continue the digest chain of the journal'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF NEW.operator <> session_user
        OR NEW.acting_as IS DISTINCT FROM nullif(current_user, session_user)
      THEN
        RAISE EXCEPTION 'the operator of a change must be the login, %', session_user
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;

    DROP TRIGGER IF EXISTS guard ON ubadmin.change_row;
    CREATE TRIGGER guard AFTER INSERT ON ubadmin.change_row
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT
      EXECUTE FUNCTION ubadmin.guard_change_row();
    DROP TRIGGER IF EXISTS guard_end ON ubadmin.change_row;
    CREATE CONSTRAINT TRIGGER guard_end AFTER INSERT ON ubadmin.change_row
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.number = 1)
      EXECUTE FUNCTION ubadmin.guard_change_end();
    DROP TRIGGER IF EXISTS guard ON ubadmin.change_reason;
    CREATE TRIGGER guard AFTER INSERT ON ubadmin.change_reason
      REFERENCING NEW TABLE AS added FOR EACH STATEMENT
      EXECUTE FUNCTION ubadmin.guard_change_reason();
    DROP TRIGGER IF EXISTS guard ON ubadmin.change;
    CREATE TRIGGER guard BEFORE INSERT ON ubadmin.change FOR EACH ROW
      EXECUTE FUNCTION ubadmin.guard_change();
    """
}
