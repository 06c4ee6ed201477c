"""Reports on how meters are read."""
import collections, datetime

from figures.comparing import compare, rounded, table
from figures.periods import of_service, recent
from figures.store import (
    FROM, LAST, PERIOD, TODAY, accounts, by, day, installs, months, reads, run, services, units)

installs_of_meter = by(lambda i: i["meter"], installs)


def read_in_period():
    found = collections.defaultdict(list)
    for r in reads:
        if FROM <= day(r["read_on"]) <= TODAY:
            found[r["meter"]].append(r)
    return found


def is_read(read): return "estimate" not in read["kind"]


def place(install): return accounts[services[install["service"]]["account"]]["at"]["location"]


def stays(install):
    """Of the meter at its place, whoever was the customer."""
    return [i for i in installs_of_meter[install["meter"]] if place(i) == place(install)]


def holds(install, on): return day(install["from_on"]) <= on and (not install["to_on"] or day(install["to_on"]) > on)


def stayed(install, first, last): return holds(install, last) and any(holds(i, first) for i in stays(install))


def since(install):
    """The day on which the meter came to its place, after it was elsewhere for the last time."""
    away = [i["to_on"] for i in installs_of_meter[install["meter"]]
            if place(i) != place(install) and i["from_on"] < install["from_on"]]
    return min(i["from_on"] for i in stays(install) if i["from_on"] >= max(away, default=""))


def use(found): return sum(p.quantity for p in found) if found else None


def days(found): return sum(p.days for p in found)


def per_day(found, before):
    """The use per day in percent of that before."""
    if not found or not before or use(before) <= 0:
        return None
    return rounded(use(found) * days(before) * 100, use(before) * days(found))


def check():
    read_in = read_in_period()
    without_use = {(p.service["service"], p.meter["meter"]) for p in recent if p.quantity == 0}
    summary = collections.defaultdict(lambda: [0] * 5)
    for i in installs:
        if stayed(i, FROM, TODAY):
            found = read_in[i["meter"]]
            at = accounts[services[i["service"]]["account"]]["at"]["route"]
            for column, counts in enumerate([
                    True, any(map(is_read, found)), bool(found) and not any(map(is_read, found)), not found,
                    any((j["service"], i["meter"]) in without_use for j in stays(i))]):
                summary[at][column] += counts
    compare("read-summary", table(run("report", "read-summary", *PERIOD), ["route"], meters=int, read=int, estimated=int,
                                  missing=int, zero=int, read_percent=int),
            {(k,): (*v, rounded(100 * v[1], v[0])) for k, v in summary.items()})

    trend = {}
    for i in installs:
        if holds(i, TODAY):
            mine = [p for s in {j["service"] for j in stays(i)} for p in of_service[s]
                    if p.meter["meter"] == i["meter"]]
            came, year = day(since(i)), months(TODAY, -12)
            now, then, first = ([p for p in mine if start < p.end <= min(end, TODAY)] for start, end in [
                (year, TODAY), (months(year, -12), year), (came, came + datetime.timedelta(365))])
            trend[i["meter"],] = (since(i), use(now), use(then), use(first), per_day(now, then), per_day(now, first))
    compare("meter-evaluation", table(
        run("report", "meter-evaluation", "--as-of", LAST), ["meter"], installed_on=str, last_12_months=units, year_before=units,
        first_12_months=units, percent=lambda t: int(t) if t else None, trend=lambda t: int(t) if t else None), trend)
