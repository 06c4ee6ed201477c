"""Rules that find something to look at."""

from figures.comparing import compare, table
from figures.periods import of_service, periods, recent
from figures.reading import holds, installs_of_meter, is_read, place, since
from figures.store import (
    FROM, PERIOD, TODAY, accounts, by, day, installs, meters, reads, run, services, settings, suspensions,
    units)


of_meter_anywhere = by(lambda p: p.meter["meter"], sorted(periods, key=lambda p: p.end))
reads_of_meter = by(lambda r: r["meter"], sorted(reads, key=lambda r: (r["read_on"], int(r["number"]))))


def of_meter(p): return [q for q in of_service[p.service["service"]] if q.meter is p.meter]


def at_place(p):
    """The periods of the meter at its place, whoever was the customer."""
    return [q for q in of_meter_anywhere[p.meter["meter"]] if q.at["location"] == p.at["location"]]


def last_periods(p, count): return [q for q in at_place(p) if q.end <= p.end][-count:]


def is_last(p): return not any(p.end < q.end <= TODAY for q in at_place(p))


def before(p):
    return next((q for q in at_place(p) if q.end == p.start), None)


def suspended(p):
    return any(day(s["from_on"]) <= p.start and (not s["to_on"] or day(s["to_on"]) >= p.end)
               for s in suspensions[p.service["service"]])


def high_low(p):
    earlier = [q for q in of_meter(p) if q.end <= p.start]
    if not earlier:
        return False
    compared = (2 * earlier[-1].quantity * p.days + earlier[-1].days) // (2 * earlier[-1].days)
    least = int(settings["high-low.minimum"]) * 1000
    if compared < 0 or max(p.quantity, compared) < least:
        return False
    limits = [int(settings[f"high-low.{name}"]) for name in ("warn-high", "force-high", "warn-low", "force-low")]
    return p.quantity * 100 > min(limits[:2]) * compared or p.quantity * 100 < max(limits[2:]) * compared


def on(p): return not p.service["stop_on"] or day(p.service["stop_on"]) > p.start


def closed(p): return accounts[p.account]["closed_on"] and day(accounts[p.account]["closed_on"]) <= p.start


def ran_before(p):
    return any(q.quantity > 0 for q in at_place(p) if q.end < p.end)


def all_last(p, count, test): return sum(map(test, last_periods(p, count))) == count


def between_services():
    """Use between the last reading of a meter at its place and the first one for another service."""
    found = {}
    for i in installs:
        if not FROM <= day(i["from_on"]) <= TODAY:
            continue
        seen = [r for r in reads_of_meter[i["meter"]] if r["reading"] and r["reason"] != "control"]
        for place_in_order, first in enumerate(seen):
            if first["read_on"] != i["from_on"] or first["reason"] != "initial" or not place_in_order:
                continue
            last, others = seen[place_in_order - 1], [o for o in installs_of_meter[i["meter"]] if o is not i]
            left = [j for j in others if place(j) == place(i) and j["to_on"] and j["to_on"] <= last["read_on"]
                    and not any(o is not j and j["to_on"] <= o["from_on"] < i["from_on"] for o in others)]
            used = units(first["reading"]) - units(last["reading"])
            if left and used > 0:
                found[services[i["service"]]["account"], i["meter"], i["from_on"]] = (
                    used * units(meters[i["meter"]]["multiplier"]) // 1000)
    return found


def is_overdue(install):
    """Whether one and a half times the usual days have passed since a meter was read."""
    known = [r for r in reads_of_meter[install["meter"]] if is_read(r) and day(r["read_on"]) <= TODAY]
    came = since(install)
    last = max((r["read_on"] for r in known if r["read_on"] >= came), default=came)
    on = sorted({day(r["read_on"]) for r in known if r["reason"] == "periodic"})[-5:]
    spans = sorted((after - before).days for before, after in zip(on, on[1:]))
    middle = spans[(len(spans) - 1) // 2:len(spans) // 2 + 1]
    return 2 * (TODAY - day(last)).days > 3 * (sum(middle) // len(middle) if middle else 30)


def kind(install):
    """Those of one kind belong together where several meters are exchanged on one day."""
    meter = meters[install["meter"]]
    return units(meter["multiplier"]), int(meter["dials"] or 0), int(install["meter_install"])


RULES = {
    "high-low": high_low,
    "zero-consumption": lambda p: p.quantity == 0 and on(p) and not suspended(p),
    "inactive-consumption": lambda p: p.quantity > 0 and (not on(p) or closed(p) or suspended(p)),
    "same-usage": lambda p: before(p) and p.quantity == before(p).quantity > 0
    and not p.estimated and not before(p).estimated,
    "consecutive-estimates": lambda p: p.estimated and is_last(p) and all_last(p, 2, lambda q: q.estimated),
    "dead-meter": lambda p: p.quantity == 0 and not p.estimated and is_last(p)
    and ran_before(p) and all_last(p, 3, lambda q: q.quantity == 0),
    "rollover-and-negative": lambda p: p.quantity < 0 or None not in (p.reading, p.before) and p.reading < p.before,
}


def check():
    everything = run("report", "exceptions", *PERIOD)
    for rule, test in RULES.items():
        def keys(found): return {(r["account"], r["meter"], r["to"]): units(r["quantity"]) for r in found}
        expected = {(p.account, p.meter["meter"], str(p.end)): p.quantity for p in recent if test(p)}
        if rule == "inactive-consumption":
            expected |= between_services()
        compare(rule, keys(run("report", rule, *PERIOD)), expected)
        compare(rule + " in exceptions", keys(r for r in everything if r["rule"] == rule), expected)

    flows = {}
    for found in by(lambda p: (p.meter["meter"], p.at["location"]), periods).values():
        days = []
        for p in sorted(found, key=lambda p: p.end):
            flows_on = p.days == 1 and p.quantity > 0 and not p.estimated and p.end <= TODAY
            if not flows_on or days and days[-1].end != p.start:
                days = []
            if flows_on:
                days = days + [p]
                if len(days) >= 7 and p.end >= FROM:
                    uses = [q.quantity for q in days]
                    flows[p.meter["meter"], str(days[0].start)] = (str(p.end), len(days), sum(uses), min(uses))
    compare("continuous-flow", table(run("report", "continuous-flow", *PERIOD), ["meter", "from"], to=str, days=int,
                                     quantity=units, compared=units), flows)
    missing = {}
    for i in installs:
        s = services[i["service"]]
        if (holds(i, TODAY) and not s["cancelled_on"] and (not s["stop_on"] or day(s["stop_on"]) > TODAY)
                and is_overdue(i)):
            missing[i["meter"]] = s["account"]
    compare("missing-reads", {r["meter"]: r["account"] for r in run("report", "missing-reads", *PERIOD[2:])}, missing)
    exchanges, came, left = {}, by(lambda i: (i["service"], i["from_on"]), installs), by(
        lambda i: (i["service"], i["to_on"]), installs)
    for (service, on), new in came.items():
        if FROM <= day(on) <= TODAY:
            for i, old in zip(sorted(new, key=kind), sorted(left[service, on], key=kind)):
                exchanges[i["meter"]] = (meters[old["meter"]]["multiplier"], meters[i["meter"]]["multiplier"])
    compare("meter-exchanges", {r["meter"]: 1 for r in run("report", "meter-exchanges", *PERIOD)},
            {m: 1 for m in exchanges})
    compare("multiplier-changed", {r["meter"]: units(r["compared"]) for r in run("report", "multiplier-changed", *PERIOD)},
            {m: units(old) for m, (old, new) in exchanges.items() if old != new})
