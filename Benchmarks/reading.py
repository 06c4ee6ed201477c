"""Start, one account's page, and every consumption row as CSV."""
import filecmp
import os
import statistics

from city import FOLDER, LAST_DAY
from measure import in_turn, timed, timed_with_memory

# What the page shows: the account, who answers for it, its services, a year's consumption.
ACCOUNT = """
SELECT a.account, l.address, l.unit, l.city, a.location, a.opened_on, a.closed_on
  FROM account a JOIN location l ON l.location = a.location WHERE a.account = '{0}';
SELECT c.cid, c.name, x.role, x.from_on, x.to_on, c.address, c.city, c.state, c.postal_code
  FROM account_customer x JOIN customer c ON c.cid = x.cid WHERE x.account = '{0}'
  ORDER BY x.from_on DESC;
SELECT s.code, t.name, s.start_on, s.stop_on, s.cancelled_on, s.final_billed_on, i.meter,
    (SELECT sum(quantity) FROM consumption k WHERE k.service = s.service AND k.to_on > '{1}')
  FROM service s JOIN service_type t ON t.code = s.code
  LEFT JOIN meter_install i ON i.service = s.service AND i.to_on IS NULL
  WHERE s.account = '{0}';
SELECT s.code, k.meter, k.from_on, k.to_on, k.days, k.quantity, k.unit, k.estimated
  FROM service s JOIN consumption k ON k.service = s.service
  WHERE s.account = '{0}' AND k.to_on > '{1}' ORDER BY s.service, k.to_on;
SELECT b.bill, b.billed_on, b.due_on, b.total,
    (SELECT sum(amount) FROM payment p WHERE p.bill = b.bill AND p.reversed_on IS NULL)
  FROM bill b WHERE b.account = '{0}' ORDER BY b.billed_on DESC LIMIT 6;
SELECT u.email, u.first_name, u.last_name, u.status, k.linked_on
  FROM link k JOIN portal_user u ON u.portal_user = k.portal_user
  WHERE k.account = '{0}' AND k.removed_on IS NULL;
SELECT request, received_on, status, assignee, subject FROM request
  WHERE account = '{0}' AND status <> 'closed';
SELECT noted_on, operator, text FROM note WHERE kind = 'account' AND record_key = '{0}';
SELECT change, at, operator, command, reason FROM change WHERE change IN (
  SELECT change FROM change_row WHERE table_name = 'account' AND row_key = '{0}' UNION
  SELECT change FROM change_row WHERE table_name = 'service' AND row_key IN (
    SELECT CAST(service AS TEXT) FROM service WHERE account = '{0}')) ORDER BY change DESC LIMIT 5;
"""

HISTORY = """
SELECT s.account, s.code, c.meter, c.from_on, c.to_on, c.days, {quantity}, c.unit, {estimated}
FROM service s JOIN consumption c ON c.service = s.service ORDER BY s.service, c.to_on, c.meter
"""
FIELDS = "account,code,meter,from,to,days,quantity,unit,estimated"
# Thousandths as a plain decimal, and words for a flag, as ours are written.
QUANTITY = """CASE WHEN c.quantity % 1000 = 0 THEN c.quantity / 1000
  ELSE rtrim(printf('%d.%03d', c.quantity / 1000, c.quantity % 1000), '0') END"""
ESTIMATED = "CASE c.estimated WHEN 1 THEN 'true' ELSE 'false' END"


def start_up(city, table):
    version = [city.ubadmin, "--version"]
    ours, peer = in_turn([(version, ["sqlite3", "--version"])] * 100)
    table.line("start (--version)", ours, peer, memory=timed_with_memory(version)[2])


def account_show(city, table):
    year_ago = f"{int(LAST_DAY[:4]) - 1}{LAST_DAY[4:]}"
    pairs = []
    for turn in range(101):
        account = str(2000001 + turn * 7919 % city.accounts)
        ours = [
            city.ubadmin, "account", "show", account, "--store", city.path, "--as-of", LAST_DAY]
        pairs.append((ours, ["sqlite3", city.path, ACCOUNT.format(account, year_ago)]))
    memory = timed_with_memory(pairs[0][0])[2]
    ours, peer = in_turn(pairs)
    table.line("account show", ours, peer, ratio=2.5, memory=memory)


def consumption_to_csv(city, table):
    rows = int(city.query("SELECT count(*) FROM consumption"))
    our_file, peer_file = f"{FOLDER}/ours.csv", f"{FOLDER}/peer.csv"
    ours = [city.ubadmin, "report", "consumption-history", "--csv", "--fields", FIELDS,
            "--store", city.path]
    sql = HISTORY.format(quantity="c.quantity", estimated="c.estimated")
    peer = ["sqlite3", "-csv", "-noheader", city.path, sql]
    our_times, peer_times, memory = [], [], 0
    for _ in range(3):
        seconds, _, peak = timed_with_memory(ours, stdout=our_file)
        our_times.append(seconds)
        memory = max(memory, peak)
        peer_times.append(timed(peer, stdout=peer_file))
    table.line(f"consumption to CSV, {rows:,} rows", statistics.median(our_times),
               statistics.median(peer_times), ratio=0.75, memory=memory)
    seconds, _, peak = timed_with_memory([*ours, "--limit", str(rows // 10)], stdout=our_file)
    table.line("  a tenth of the rows", seconds, memory=peak)
    say_the_same(city, ours, our_file, peer_file)


def say_the_same(city, ours, our_file, peer_file):
    """Every row of ours is what the file holds, byte for byte; apart, as writing it so takes time."""
    timed([*ours, "--no-header"], stdout=our_file)
    sql = HISTORY.format(quantity=QUANTITY, estimated=ESTIMATED)
    timed(["sqlite3", "-list", "-separator", ",", "-noheader", city.path, sql], stdout=peer_file)
    if not filecmp.cmp(our_file, peer_file, shallow=False):
        raise SystemExit(f"{our_file} and {peer_file} do not say the same")
    print("    both say the same, byte for byte")
    os.remove(our_file)
    os.remove(peer_file)
