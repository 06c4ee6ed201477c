"""Sums of consumption: from the kept totals, and by account and the like beside sqlite3 and DuckDB."""
import os
import statistics
import time

from city import FOLDER, LAST_DAY, remove
from measure import in_turn, timed, timed_with_memory

# Nobody waits for a sum.
AT_MOST = 0.1
TURNS = 9

KEPT = [
    "month", "year", "route", "cycle", "kind", "service", "class", "month,route", "route,month", "class,month",
    "service,kind"]

# Reports that run several sorts at once, each with its own memory.
SORTED_OFTEN = ["top-users", "usage-statement"]

DEBTOR = """(SELECT cid FROM (SELECT k.cid, k.role, k.from_on, k.to_on, k.account_customer,
    CASE WHEN k.from_on >= c.to_on THEN 2 WHEN k.to_on < c.to_on THEN 1 ELSE 0 END AS held
    FROM account_customer k WHERE k.account = s.account
      AND (k.to_on IS NULL OR k.to_on > k.from_on))
  ORDER BY held, CASE held WHEN 1 THEN to_on END DESC, CASE held WHEN 2 THEN from_on END,
    CASE role WHEN 'tenant' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END,
    to_on IS NOT NULL, to_on DESC, from_on, account_customer LIMIT 1)"""
SUMS = "c.unit, sum(c.quantity), sum(c.days), count(*)"
SERVICES = "consumption c JOIN service s ON s.service = c.service"
PLACES = (f"{SERVICES} JOIN account a ON a.account = s.account"
          " JOIN location l ON l.location = a.location")

# What is summed by, with the same question in SQL.
THROUGH_ROWS = {
    "account": f"SELECT s.account, {SUMS} FROM {SERVICES} GROUP BY s.account, c.unit ORDER BY 1, 2",
    "meter": f"SELECT c.meter, {SUMS} FROM {SERVICES} GROUP BY c.meter, c.unit ORDER BY 1, 2",
    "location": f"SELECT l.location, l.address, {SUMS} FROM {PLACES}"
                " GROUP BY l.location, l.address, c.unit ORDER BY 1, 2, 3",
    "customer": f"SELECT d.cid, d.name, {SUMS} FROM {SERVICES} LEFT JOIN customer d"
                f" ON d.cid = {DEBTOR} GROUP BY d.cid, d.name, c.unit ORDER BY 1, 2, 3",
}
# DuckDB has no query in a join's condition that looks at two tables; it takes the newest customer.
NEWEST = "(SELECT account, arg_max(cid, from_on) AS cid FROM account_customer GROUP BY account)"
OF_DUCK = {
    "customer": f"SELECT d.cid, d.name, {SUMS} FROM {SERVICES} JOIN {NEWEST} k"
                " ON k.account = s.account JOIN customer d ON d.cid = k.cid"
                " GROUP BY d.cid, d.name, c.unit ORDER BY 1, 2, 3",
}


def ask(city, table):
    for group in KEPT:
        command = report(city, group)
        timed(command)
        memory = timed_with_memory(command)[2]
        seconds = statistics.median(timed(command) for _ in range(TURNS))
        table.line(f"consumption by {group}", seconds, at_most=AT_MOST, memory=memory)
    for name in SORTED_OFTEN:
        command = [
            city.ubadmin, "report", name, "--from", f"{LAST_DAY[:4]}-01-01", "--to", LAST_DAY, "--csv", "--store",
            city.path]
        seconds, _, memory = timed_with_memory(command)
        table.line(f"report {name} of a year", seconds, memory=memory)
    duck = Duck(city)
    last = int(LAST_DAY[:4])
    parts = (f"{last - city.years + 1}-03-17", f"{last}-08-03")
    for days in (None, parts):
        for group, sql in THROUGH_ROWS.items():
            beside(city, table, duck, group, sql, days)
    duck.end()


def beside(city, table, duck, group, sql, days):
    """Of all days, or of some that begin and end within a year."""
    command = report(city, group)
    of_duck = OF_DUCK.get(group, sql)
    name = f"consumption by {group}"
    if days:
        command += ["--from", days[0], "--to", days[1]]
        sql, of_duck = within(sql, days), within(of_duck, days)
        name += " of some days"
    memory = timed_with_memory(command)[2]
    ours, peer = in_turn([(command, ["sqlite3", "-csv", city.path, sql])] * 3)
    table.line(f"{name}, beside sqlite3", ours, peer, ratio=0.5, memory=memory)
    seconds = duck.seconds(of_duck)
    if seconds is not None:
        table.line("  beside DuckDB, one thread", ours, seconds, ratio=1.0)


def within(sql, days):
    """The question of some days alone."""
    before, after = sql.rsplit(" GROUP BY", 1)
    return f"{before} WHERE c.to_on BETWEEN '{days[0]}' AND '{days[1]}' GROUP BY{after}"


def report(city, group):
    return [city.ubadmin, "report", "consumption", "--by", group, "--csv", "--store", city.path]


class Duck:
    """DuckDB with a copy of its own, where Python has it (`pip install duckdb`)."""

    def __init__(self, city):
        self.path = f"{FOLDER}/peer.duckdb"
        remove(self.path)
        try:
            import duckdb
        except ImportError:
            print("    without DuckDB: pip install duckdb")
            self.database = None
            return
        self.database = duckdb.connect(self.path)
        self.database.execute("SET threads = 1")
        for name in ("consumption", "service", "account", "location", "customer",
                     "account_customer"):
            rows = city.write_csv("peer.csv", f"SELECT * FROM {name}")
            self.database.execute(
                f"CREATE TABLE {name} AS SELECT * FROM read_csv('{rows}', header = true)")
            os.remove(rows)

    def seconds(self, sql):
        """Seconds for the rows as CSV in a file, as ours; without the start of a process."""
        if self.database is None:
            return None
        taken = []
        for _ in range(3):
            began = time.perf_counter()
            self.database.execute(f"COPY ({sql}) TO '{os.devnull}' (FORMAT csv)")
            taken.append(time.perf_counter() - began)
        return statistics.median(taken)

    def end(self):
        if self.database is not None:
            self.database.close()
        remove(self.path)
