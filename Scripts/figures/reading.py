"""Reports on how meters are read."""
import collections

from figures.comparing import compare, table
from figures.periods import of_service, recent
from figures.store import (
    FROM, LAST, PERIOD, TODAY, accounts, day, installs, months, reads, run, services, units)


def read_in_period():
    found = collections.defaultdict(list)
    for r in reads:
        if FROM <= day(r["read_on"]) <= TODAY:
            found[r["meter"]].append(r)
    return found


def check():
    read_in = read_in_period()
    without_use = {(p.service["service"], p.meter["meter"]) for p in recent if p.quantity == 0}
    summary = collections.defaultdict(lambda: [0] * 5)
    for i in installs:
        if day(i["from_on"]) <= FROM and (not i["to_on"] or day(i["to_on"]) > TODAY):
            found = read_in[i["meter"]]
            at = accounts[services[i["service"]]["account"]]["at"]["route"]
            for place, counts in enumerate([
                    True, bool(found), any("estimate" in r["kind"] for r in found), not found,
                    (i["service"], i["meter"]) in without_use]):
                summary[at][place] += counts
    compare("read-summary", table(run("report", "read-summary", *PERIOD), ["route"], meters=int, read=int, estimated=int,
                                  missing=int, zero=int, read_percent=int),
            {(k,): (*v, 100 * v[1] // v[0]) for k, v in summary.items()})

    trend = {}
    for i in installs:
        if day(i["from_on"]) <= TODAY and (not i["to_on"] or day(i["to_on"]) > TODAY):
            mine = [p for p in of_service[i["service"]] if p.meter["meter"] == i["meter"]]
            now = [p.quantity for p in mine if months(TODAY, -12) < p.end <= TODAY]
            then = [p.quantity for p in mine if months(months(TODAY, -12), -12) < p.end <= months(TODAY, -12)]
            trend[i["meter"],] = (sum(now) if now else None, sum(then) if then else None,
                                  sum(now) * 100 // sum(then) if now and sum(then) else None)
    compare("meter-evaluation", table(
        run("report", "meter-evaluation", "--as-of", LAST), ["meter"], last_12_months=units, year_before=units,
        percent=lambda t: int(t) if t else None), trend)
