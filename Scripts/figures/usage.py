"""Reports on consumption besides the sums."""
import collections, datetime

from figures.comparing import compare, rounded, table
from figures.periods import average, debtor, of_service, periods, sums, year_before
from figures.store import LAST, TODAY, YEAR, bills, by, cents, day, months, run, units


def check():
    history = run("report", "consumption-history")
    compare("consumption-history", collections.Counter(
        (r["account"], r["meter"], r["from"], r["to"], int(r["days"]), units(r["reading"]),
         units(r["quantity"]), units(r["average-per-day"]), r["estimated"] == "true",
         units(r["last-year"]), units(r["last-year-per-day"])) for r in history), collections.Counter(
        (p.account, p.meter["meter"], str(p.start), str(p.end), p.days, p.reading, p.quantity,
         average(p.quantity, p.days), p.estimated, *year_before(p)) for p in periods))

    year = [p for p in periods if months(TODAY, -12) < p.end <= TODAY]
    compare("top-users", table(run("report", "top-users", *YEAR), ["account", "code", "unit"], quantity=units, days=int,
                               average_per_day=units),
            {k: sums(ps) for k, ps in by(lambda p: (p.account, p.service["code"], p.unit), year).items()})

    winter = TODAY.year if TODAY.month > 2 else TODAY.year - 1
    cold = [p for p in periods if datetime.date(winter - 1, 12, 1) <= p.end < datetime.date(winter, 3, 1)]
    compare("winter-average", table(
        run("report", "winter-average", "--as-of", LAST), ["account", "code", "unit"], quantity=units, days=int,
        average_per_day=units, per_month=units, reads=int, estimated_reads=int),
        {k: sums(ps) + (rounded(sums(ps)[0] * 365, 12 * sums(ps)[1]), len(ps), sum(p.estimated for p in ps))
         for k, ps in by(lambda p: (p.account, p.service["code"], p.unit), cold).items()})

    block, blocks = 1_000_000, collections.defaultdict(list)
    for (account, code, unit, _), ps in by(
            lambda p: (p.account, p.service["code"], p.unit, str(p.end)[:7]), year).items():
        use = sum(p.quantity for p in ps)
        if use >= 0:
            blocks[code, unit, use // block * block].append((account, use))
    compare("bill-frequency", table(run("report", "bill-frequency", *YEAR), ["code", "unit"], ) and {
        (r["code"], r["unit"], units(r["from"])): (int(r["periods"]), int(r["accounts"]), units(r["quantity"]))
        for r in run("report", "bill-frequency", *YEAR)},
        {k: (len(uses), len({account for account, _ in uses}), sum(use for _, use in uses))
         for k, uses in blocks.items()})

    used = collections.defaultdict(list)
    for p in year:
        used[debtor(p), p.account, p.service["code"], str(p.end)[:7], p.unit].append(p)
    statement = run("report", "usage-statement", *YEAR)
    compare("usage-statement", table(
        [r for r in statement if r["code"]], ["cid", "account", "code", "month", "unit"], quantity=units, days=int,
        average_per_day=units), {k: sums(ps) for k, ps in used.items()})
    billed = collections.Counter()
    for b in bills:
        if months(TODAY, -12) < day(b["billed_on"]) <= TODAY:
            billed[b["account"], b["billed_on"][:7]] += cents(b["total"])
    found = collections.Counter()
    for r in statement:
        if not r["code"]:
            found[r["account"], r["month"]] += cents(r["billed"])
    compare("bills of usage-statement", found, billed)
