extension Migration {
  /// Customers, locations, accounts, services, meters, reads, consumption; journal and settings.
  /// Choices of three and more words are written with OR: SQLite builds a table again for such an
  /// IN with every row, which costs more than the row.
  static let accounts = Migration(
    name: "accounts",
    sql: """
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ){table};

      CREATE TABLE change (
        change BIGINT PRIMARY KEY,
        at {timestamp} NOT NULL,
        operator TEXT NOT NULL,
        host TEXT NOT NULL,
        command TEXT NOT NULL,
        reason TEXT,
        undoes BIGINT REFERENCES change,
        row_count BIGINT NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL
      ){table};
      CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;

      CREATE TABLE change_row (
        change BIGINT NOT NULL,
        number BIGINT NOT NULL,
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL,
        action TEXT NOT NULL
          CHECK (action = 'insert' OR action = 'update' OR action = 'delete'),
        before TEXT,
        after TEXT,
        digest TEXT,
        PRIMARY KEY (change, number)
      ){clustered};

      CREATE TABLE customer (
        cid TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        first_name TEXT,
        last_name TEXT,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'organization')),
        address TEXT,
        address2 TEXT,
        city TEXT,
        state TEXT,
        postal_code TEXT,
        phone TEXT,
        email TEXT,
        merged_into TEXT
      ){clustered};

      CREATE TABLE location (
        location TEXT PRIMARY KEY,
        address TEXT NOT NULL,
        unit TEXT,
        city TEXT,
        state TEXT,
        postal_code TEXT,
        route TEXT,
        sequence BIGINT,
        cycle TEXT
      ){clustered};
      CREATE INDEX location_route ON location (route, sequence);

      CREATE TABLE account (
        account TEXT PRIMARY KEY,
        location TEXT NOT NULL REFERENCES location,
        opened_on {date} NOT NULL,
        closed_on {date},
        CHECK (closed_on IS NULL OR closed_on >= opened_on)
      ){clustered};
      CREATE INDEX account_location ON account (location);

      CREATE TABLE account_customer (
        account_customer BIGINT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        cid TEXT NOT NULL REFERENCES customer,
        role TEXT NOT NULL CHECK (role = 'owner' OR role = 'tenant' OR role = 'payer'),
        from_on {date} NOT NULL,
        to_on {date},
        CHECK (to_on IS NULL OR to_on >= from_on)
      ){table};
      CREATE INDEX account_customer_account ON account_customer (account);
      CREATE INDEX account_customer_cid ON account_customer (cid);

      CREATE TABLE service_type (
        code TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        metered {boolean} NOT NULL,
        unit TEXT
      ){table};

      CREATE TABLE service (
        service BIGINT PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account,
        code TEXT NOT NULL REFERENCES service_type,
        start_on {date} NOT NULL,
        stop_on {date},
        cancelled_on {date},
        final_billed_on {date},
        start_reason TEXT,
        stop_reason TEXT,
        CHECK (stop_on IS NULL OR stop_on >= start_on)
      ){table};
      CREATE INDEX service_account ON service (account);

      CREATE TABLE suspension (
        service BIGINT NOT NULL REFERENCES service,
        from_on {date} NOT NULL,
        to_on {date},
        reason TEXT,
        PRIMARY KEY (service, from_on),
        CHECK (to_on IS NULL OR to_on >= from_on)
      ){clustered};

      CREATE TABLE meter (
        meter TEXT PRIMARY KEY,
        code TEXT NOT NULL REFERENCES service_type,
        unit TEXT NOT NULL,
        dials BIGINT,
        multiplier BIGINT NOT NULL CHECK (multiplier > 0),
        size TEXT,
        mxu TEXT
      ){clustered};

      CREATE TABLE meter_install (
        meter_install BIGINT PRIMARY KEY,
        meter TEXT NOT NULL REFERENCES meter,
        service BIGINT NOT NULL REFERENCES service,
        from_on {date} NOT NULL,
        to_on {date},
        CHECK (to_on IS NULL OR to_on >= from_on)
      ){table};
      CREATE INDEX meter_install_meter ON meter_install (meter);
      CREATE INDEX meter_install_service ON meter_install (service);

      CREATE TABLE read (
        meter TEXT NOT NULL REFERENCES meter,
        read_on {date} NOT NULL,
        number BIGINT NOT NULL,
        reading BIGINT,
        consumption BIGINT,
        from_on {date},
        kind TEXT NOT NULL
          CHECK (kind = 'actual' OR kind = 'verified' OR kind = 'customer' OR kind = 'estimated'
            OR kind = 'office_estimate'),
        reason TEXT NOT NULL
          CHECK (reason = 'periodic' OR reason = 'initial' OR reason = 'final'
            OR reason = 'disconnect' OR reason = 'reconnect' OR reason = 'exchange'
            OR reason = 'control'),
        source TEXT,
        state TEXT NOT NULL CHECK (state = 'current' OR state = 'superseded' OR state = 'void'),
        PRIMARY KEY (meter, read_on, number)
      ){clustered};

      CREATE TABLE consumption (
        service BIGINT NOT NULL REFERENCES service,
        to_on {date} NOT NULL,
        meter TEXT NOT NULL,
        from_on {date} NOT NULL,
        days BIGINT NOT NULL,
        quantity BIGINT NOT NULL,
        unit TEXT NOT NULL,
        estimated {boolean} NOT NULL,
        read_number BIGINT NOT NULL,
        PRIMARY KEY (service, to_on, meter),
        CHECK (to_on > from_on)
      ){clustered};
      """)

  /// The service types of a new store; each city may add its own.
  static let serviceTypes = Migration(
    name: "service-types",
    sql: """
      INSERT INTO service_type (code, name, metered, unit) VALUES
        ('1000', 'WATER', {true}, 'GAL'),
        ('2000', 'SEWER', {false}, NULL),
        ('MXU', 'MXU', {false}, NULL);
      """)
}
