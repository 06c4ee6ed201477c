"""Consumption, measured from the reads themselves, and who owed it."""
import collections, datetime

from figures.store import FROM, TODAY, accounts, by, day, held, installs, meters, reads, services, units

Period = collections.namedtuple(
    "Period", "service account at meter start end days quantity unit estimated before reading")


def owner(read, of_meter):
    """The stay of a meter in a service that a read belongs to; of two on one day an opening read has the later."""
    on, ending, beginning = day(read["read_on"]), None, None
    for install in of_meter:
        start, stop = day(install["from_on"]), day(install["to_on"])
        if start <= on and (not stop or on < stop):
            if start < on:
                return install
            beginning = install
        elif start < on == stop:
            ending = install
    opens = read["reason"] in ("initial", "reconnect")
    return beginning or ending if opens else ending or beginning


def measured():
    """Positions of registers are in millionths, so that a reading times a multiplier is whole."""
    reads_of = by(lambda r: r["meter"], reads)
    stays_of = by(lambda i: i["meter"], sorted(installs, key=lambda i: i["from_on"]))
    found = []
    for install in installs:
        meter, service = meters[install["meter"]], services[install["service"]]
        start, multiplier = day(install["from_on"]), units(meter["multiplier"])
        turn = 10 ** int(meter["dials"]) * 1000 * multiplier if meter["dials"] else None
        last, position, shown = None, None, None
        for read in sorted(reads_of[install["meter"]], key=lambda r: (r["read_on"], int(r["number"]))):
            on, reading, stated = day(read["read_on"]), units(read["reading"]), units(read["consumption"])
            if read["reason"] == "control" or owner(read, stays_of[install["meter"]]) is not install:
                continue
            if read["reason"] == "initial" or read["reason"] == "exchange" and on == start:
                position = None
            used, now = stated, None
            if reading is not None:
                now = reading * multiplier
                if position is not None:
                    used = now - position + (turn if now < position and turn else 0)
                    used = (used + 500) // 1000
            elif position is not None:
                now = position + stated * 1000
                now = now % turn if turn else now
            first = day(read["from_on"]) or last or start
            if used is not None and first < on:
                found.append(Period(
                    service, service["account"], accounts[service["account"]]["at"], meter, first, on,
                    (on - first).days, used, meter["unit"], "estimate" in read["kind"], shown, reading))
            last, position, shown = on, now, reading
    return found


periods = measured()
installs_of = by(lambda i: i["service"], installs)
of_service = by(lambda p: p.service["service"], sorted(periods, key=lambda p: p.end))


def debtor(period):
    """Who owed the last day: of those responsible the tenant before the owner; else who was before."""
    night = period.end - datetime.timedelta(1)
    present, past, future = [], [], []
    for h in held[period.account]:
        start, stop = day(h["from_on"]), day(h["to_on"])
        if stop and stop <= start:
            continue
        role = {"tenant": 0, "owner": 1}.get(h["role"], 2)
        late = (stop is not None, -(stop or TODAY).toordinal(), start.toordinal(), int(h["account_customer"]))
        if start > night:
            future.append(((start.toordinal(), role, *late), h))
        elif stop and stop <= night:
            past.append(((-stop.toordinal(), role, *late), h))
        else:
            present.append(((role, *late), h))
    for group in (present, past, future):
        if group:
            return min(group, key=lambda pair: pair[0])[1]["cid"]
    return ""


def was_there(meter, service, on):
    return any(i["meter"] == meter and i["service"] == service and (not i["to_on"] or day(i["to_on"]) > on)
               for i in installs_of[service])


def year_before(p):
    """Of the period that ends nearest to 365 days earlier: its own meter's, else one's that was gone."""
    year = p.end - datetime.timedelta(365)
    near = [(q.meter is not p.meter, abs((q.end - year).days), q.end, q.meter["meter"], q)
            for q in of_service[p.service["service"]]
            if abs((q.end - year).days) <= p.days // 2 and q.end < p.end and q.unit == p.unit
            and (q.meter is p.meter or not was_there(q.meter["meter"], p.service["service"], p.start))]
    if not near:
        return None, None
    q = min(near, key=lambda found: found[:4])[4]
    return q.quantity, average(q.quantity, q.days)


def average(quantity, days): return (2 * quantity + days) // (2 * days) if days else None


def sums(found):
    """Of several meters the use adds up, and the days count once."""
    days, through = 0, None
    for p in sorted(found, key=lambda p: p.start):
        first = max(p.start, through or p.start)
        days += max((p.end - first).days, 0)
        through = max(p.end, through or p.end)
    quantity = sum(p.quantity for p in found)
    return quantity, days, average(quantity, days)


recent = [p for p in periods if FROM <= p.end <= TODAY]
