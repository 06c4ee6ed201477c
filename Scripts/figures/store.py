"""The rows of a store, as the program shows them, and the words for days and amounts."""
import collections, csv, datetime, io, subprocess, sys

PROGRAM, STORE, LAST = sys.argv[1:]
DAY = datetime.date.fromisoformat
TODAY = DAY(LAST)


def run(*words):
    found = subprocess.run([PROGRAM, *words, "--store", STORE, "--csv", "--limit", "0", "--quiet", "--no-config",
                            "--no-escape-formulas"], capture_output=True, text=True)
    if found.returncode:
        sys.exit(f"{' '.join(words)}: {found.stderr}")
    return list(csv.DictReader(io.StringIO(found.stdout)))


def rows(view):
    return run("query", f"SELECT * FROM {view}")


def units(text, places=3):
    """A decimal as an integer of thousandths, or of cents with two places."""
    if text == "":
        return None
    sign, text = (-1, text[1:]) if text[0] == "-" else (1, text)
    whole, _, fraction = text.partition(".")
    return sign * int(whole + fraction.ljust(places, "0"))


def cents(text): return units(text, 2)


def day(text): return DAY(text) if text else None


def months(date, count):
    """The same day of another month, or its last day."""
    index = date.year * 12 + date.month - 1 + count
    first = datetime.date(index // 12, index % 12 + 1, 1)
    last = datetime.date((index + 1) // 12, (index + 1) % 12 + 1, 1) - datetime.timedelta(1)
    return min(first + datetime.timedelta(date.day - 1), last)


def by(key, found):
    groups = collections.defaultdict(list)
    for row in found:
        groups[key(row)].append(row)
    return groups


locations = {l["location"]: l for l in rows("v_location")}
accounts = {a["account"]: dict(a, at=locations[a["location"]]) for a in rows("v_account")}
customers = {c["cid"]: c for c in rows("v_customer")}
types = {t["code"]: t for t in rows("v_service_type")}
services = {s["service"]: s for s in rows("v_service")}
suspensions = by(lambda s: s["service"], rows("v_suspension"))
meters = {m["meter"]: m for m in rows("v_meter")}
installs = rows("v_meter_install")
reads = [r for r in rows("v_read") if r["state"] == "current"]
held = by(lambda h: h["account"], rows("v_account_customer"))
settings = {s["setting"]: s["value"] for s in run("setting", "list")}
bills = [b for b in rows("v_bill") if not b["voided_on"]]
bill_lines = by(lambda l: l["account"], rows(
    "(SELECT b.account, b.bill, b.billed_on, b.due_on, b.cid, b.total, l.amount, l.code, l.from_on, l.to_on "
    "FROM v_bill b JOIN v_bill_line l ON l.bill = b.bill WHERE b.voided_on IS NULL) lines"))
named = {r["account"] for r in rows(
    "(SELECT DISTINCT b.account FROM v_bill b JOIN v_bill_line l ON l.bill = b.bill "
    "WHERE l.code IS NOT NULL AND b.voided_on IS NULL) n")}
payments = rows("v_payment")

# The month up to the day, and the year.
FROM = months(TODAY, -1) + datetime.timedelta(1)
PERIOD = ["--from", FROM.isoformat(), "--to", LAST]
YEAR = ["--from", str(months(TODAY, -12) + datetime.timedelta(1)), "--to", LAST]
