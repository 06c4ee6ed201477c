"""Files of changes with rules and journal, beside a bare import."""
import datetime
import os
import subprocess

from city import FOLDER
from measure import sqlite, timed, timed_with_memory

PHONES = """
WITH RECURSIVE turn(turn) AS (SELECT 0 UNION ALL SELECT turn + 1 FROM turn WHERE turn < {turns} - 1)
SELECT cid, printf('737-%03d-%04d', {area} + turn, row_number() OVER () % 10000) AS phone
FROM turn CROSS JOIN (SELECT cid FROM customer WHERE merged_into IS NULL ORDER BY cid LIMIT 100000)
"""

# sqlite3's own way to the same customers, without rules and without a journal.
IMPORT = """
CREATE TEMP TABLE phones (cid TEXT PRIMARY KEY, phone TEXT);
.mode csv
.import --skip 1 {file} temp.phones
UPDATE customer SET phone = phones.phone FROM phones WHERE phones.cid = customer.cid;
"""

# Further months for each meter that is in a service whose reads go on.
READS = """
WITH month(number, day) AS (VALUES (1, '2025-01-28'), (2, '2025-02-28'), (3, '2025-03-28'),
    (4, '2025-04-28'), (5, '2025-05-28'), (6, '2025-06-28'), (7, '2025-07-28'), (8, '2025-08-28'),
    (9, '2025-09-28'), (10, '2025-10-28')),
  last(meter, reading, turn) AS MATERIALIZED (
    SELECT m.meter, (SELECT r.reading FROM read r WHERE r.meter = m.meter AND r.state = 'current'
        AND r.reading IS NOT NULL ORDER BY r.read_on DESC, r.number DESC LIMIT 1) / 1000,
      CASE m.dials WHEN 4 THEN 10000 WHEN 5 THEN 100000 WHEN 6 THEN 1000000 WHEN 7 THEN 10000000
        WHEN 8 THEN 100000000 ELSE 1000000000 END
    FROM meter m JOIN meter_install i ON i.meter = m.meter AND i.to_on IS NULL
    JOIN service s ON s.service = i.service AND s.stop_on IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM suspension p WHERE p.service = s.service AND p.to_on IS NULL))
SELECT meter, day AS 'on', (reading + 3 * number) % turn AS reading
FROM last JOIN month ON number <= {months} WHERE reading IS NOT NULL ORDER BY {order}
"""


def customer_set(city, table):
    once = city.write_csv("phones.csv", PHONES.format(turns=1, area=100))
    rows = count_rows(once)
    command = [city.ubadmin, "customer", "set", "--from", once, "--store", city.copy()]
    seconds, processor, memory = timed_with_memory(command)
    changed = int(sqlite(city.work, "SELECT row_count FROM change ORDER BY change DESC LIMIT 1"))
    if changed != rows:
        raise SystemExit(f"customer set changed {changed} of {rows} rows")
    script = f"{FOLDER}/import.sql"
    with open(script, "w", encoding="utf-8") as file:
        file.write(IMPORT.format(file=once))
    peer = timed(["sqlite3", city.copy()], stdin=script)
    table.line(f"customer set --from, {rows:,} rows", seconds, peer, ratio=4, memory=memory)
    table.rate("  rows a second", rows, seconds, processor, least=100_000)
    table.line("  the same rows written by bare C", bare(city, "customer-set", once))
    # Each customer ten times: every row changes what the row before left.
    tenfold = city.write_csv("phones-10.csv", PHONES.format(turns=10, area=200))
    command = [city.ubadmin, "customer", "set", "--from", tenfold, "--store", city.copy()]
    seconds, _, memory = timed_with_memory(command)
    table.line(f"  ten times the rows", seconds, memory=memory)
    for path in (once, tenfold, script):
        os.remove(path)


def read_add(city, table):
    for name, order, months in (
            ("meter by meter", "meter, number", 10), ("day by day", "number, meter", 10),
            ("a tenth of the rows", "number, meter", 1)):
        path = city.write_csv("reads.csv", READS.format(order=order, months=months))
        rows = count_rows(path)
        # 3: a meter whose last read is an estimate that was too high may refuse one.
        command = [
            city.ubadmin, "read", "add", "--from", path, "--keep-going", "--store", city.copy()]
        seconds, processor, memory = timed_with_memory(command, allowed=(0, 3))
        before = int(city.query("SELECT count(*) FROM read"))
        added = int(sqlite(city.work, "SELECT count(*) FROM read")) - before
        if added < rows * 0.999:
            raise SystemExit(f"read add recorded {added} of {rows} rows")
        table.line(f"read add --from, {rows:,} rows, {name}", seconds, memory=memory)
        if months == 10:
            table.rate("  rows a second", rows, seconds, processor, least=80_000)
            table.line("  the same rows written by bare C", bare(city, "read-add", path))
        os.remove(path)


# An account of its own, so old that each row can have a day of its own.
LONG_AGO = datetime.date(1960, 1, 1)
ONE_ACCOUNT = """
customer add 9000001 --name Bench
customer add 9000002 --name Mark
setting set delivery.max-bounces 0
location add BENCH --address Bench
account open 9000001 --cid 9000001 --location BENCH --on {day}
meter add BENCH --service WATER
service start 9000001 WATER --on {day} --meter BENCH --reading 0
"""
# Header and row of each file; n counts the rows, day is the row's own.
ONE_ACCOUNT_FILES = {
    "payment post": ("account,on,amount", lambda n, day: f"9000001,{day},1.00"),
    "bill add": ("bill,account,on,amount", lambda n, day: f"BENCH{n},9000001,{day},1.00"),
    "read add": ("meter,on,reading", lambda n, day: f"BENCH,{day},{n}"),
    "link add": ("email,account,cid", lambda n, day: f"bench{n}@example.com,9000001,9000001"),
    "request add": (
        "email,account,subject,text", lambda n, day: f"bench@example.com,9000001,S{n},T{n}"),
    "note add": ("kind,key,text", lambda n, day: f"account,9000001,note {n}"),
    "read void": ("meter,on", lambda n, day: f"BENCH,{day}"),
    "account move": ("account,cid,on", lambda n, day: f"9000001,{9000001 + n % 2},{day}"),
    "location set": ("location,route", lambda n, day: f"BENCH,R{n}"),
    "delivery bounce": ("email,on,type", lambda n, day: f"bench@example.com,{day},soft"),
}
# What stands there before, by a file of as many rows.
ONE_ACCOUNT_BEFORE = {
    "link add": ("user register", "email,first,last", lambda n, day: f"bench{n}@example.com,Ann,Bench"),
    "read void": ("read add", *ONE_ACCOUNT_FILES["read add"]),
    "location set": ("account move", *ONE_ACCOUNT_FILES["account move"]),
    "delivery bounce": (
        "delivery set", "account,method,email,on",
        lambda n, day: f"9000001,{'both' if n % 2 else 'email'},bench@example.com,{day}"),
}


def one_account(city, table):
    """Ten times the rows about one account take no more than eleven times as long."""
    few = 2_000
    path = f"{FOLDER}/one-account.csv"
    for name, (header, row) in ONE_ACCOUNT_FILES.items():
        taken = []
        for rows in (few, 10 * few):
            store = city.copy()
            prepare_one_account(city, store, path, ONE_ACCOUNT_BEFORE.get(name), rows)
            write_rows(path, header, row, rows)
            command = [
                city.ubadmin, *name.split(), "--from", path, "--accept", "unusual", "--store", store]
            taken.append(timed(command))
        table.line(f"{name}, {10 * few:,} rows of one account", taken[1], taken[0], ratio=11)
    os.remove(path)


def prepare_one_account(city, store, path, before, rows):
    script = ONE_ACCOUNT.format(day=LONG_AGO)
    subprocess.run(
        [city.ubadmin, "--store", store], input=script, text=True, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if before:
        name, header, row = before
        write_rows(path, header, row, rows)
        timed([
            city.ubadmin, *name.split(), "--from", path, "--accept", "unusual", "--store", store])


def write_rows(path, header, row, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(header + "\n")
        for number in range(1, rows + 1):
            file.write(row(number, LONG_AGO + datetime.timedelta(days=number)) + "\n")


def bare(city, job, path):
    """Seconds that the engine alone takes for the same rows and lines, in one thread."""
    program = f"{FOLDER}/bare"
    subprocess.run(
        ["clang", "-O2", "-o", program, "Benchmarks/bare.c", "-lsqlite3"], check=True)
    seconds = timed([program, job, city.copy(), path])
    os.remove(program)
    return seconds


def count_rows(path):
    with open(path, "rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) - 1
