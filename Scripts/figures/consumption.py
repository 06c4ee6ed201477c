"""`report consumption`: by every group and basis, and by some of both with filters, years and units."""
import collections, datetime, random
from fractions import Fraction

from figures.comparing import compare, rounded
from figures.periods import average, debtor, periods
from figures.store import (
    LAST, TODAY, bill_lines, by, cents, customers, day, months, named, run, settings, types, units)

ONE = datetime.timedelta(1)
LONGEST_BILL = datetime.timedelta(int(settings["bill.max-period-days"]))
FISCAL = int(settings["fiscal-year.start"])

PLACES = {
    "account": lambda p: p.account, "customer": debtor, "meter": lambda p: p.meter["meter"],
    "location": lambda p: p.at["location"], "route": lambda p: p.at["route"], "cycle": lambda p: p.at["cycle"],
    "service": lambda p: types[p.service["code"]]["name"],
    "kind": lambda p: customers[debtor(p)]["kind"] if debtor(p) else "", "size": lambda p: p.meter["size"],
    "class": lambda p: p.service["class"],
}
# Of the year and month in which a part counts.
TIMES = {
    "month": lambda y, m: f"{y}-{m:02}", "quarter": lambda y, m: f"{y}-Q{(m + 2) // 3}", "year": lambda y, m: str(y),
    "fiscal-year": lambda y, m: str(y + (FISCAL > 1 and m >= FISCAL)),
}
INCH = Fraction(254, 10) ** 3
SIZES = {
    "GAL": ("volume", 231 * INCH), "KGAL": ("volume", 231_000 * INCH), "CF": ("volume", 1728 * INCH),
    "CCF": ("volume", 172_800 * INCH), "HCF": ("volume", 172_800 * INCH), "M3": ("volume", Fraction(10 ** 9)),
    "KWH": ("energy", Fraction(3_600_000)), "THERM": ("energy", Fraction(105_480_400)),
}

# What of a period counts on a day; `back` is 1 in the year that the asked one is compared with.
Part = collections.namedtuple("Part", "back on period quantity days reads billed")


def billed_on(p):
    """The day of the first bill that took a period in; None where none did. A line without a service counts only on
    accounts without any, and without a period only for reads since the bill before."""
    found = []
    # A transferred balance has a customer.
    lines = [l for l in bill_lines[p.account] if not l["cid"]]
    for line in lines:
        if cents(line["amount"]) < 0 or line["code"] not in ("", p.service["code"]):
            continue
        if not line["code"] and (p.account in named or cents(line["total"]) < 0):
            continue
        on, start, end = day(line["billed_on"]), day(line["from_on"]), day(line["to_on"])
        if end:
            takes = (p.end - end).days <= 1 and (not start or start < p.end)
        else:
            takes = on >= p.end and (line["code"] or not any(
                p.end <= day(l["billed_on"]) < on and cents(l["total"]) >= 0 for l in lines))
        if takes and p.start <= day(line["due_on"]) <= p.end + LONGEST_BILL:
            found.append((line["due_on"], line["bill"], on))
    return min(found)[2] if found else None


def used(p, end):
    """The use up to a day, cut to the thousandth."""
    whole = abs(p.quantity) * (end - p.start).days // p.days
    return whole if p.quantity >= 0 else -whole


def split(p, first, last):
    """The parts of a period in the days from one up to another, by month."""
    start, end = max(p.start, first), min(p.end, last)
    while start < end:
        after = min(end, months(start.replace(day=1), 1))
        yield start, used(p, after) - used(p, start), (after - start).days, int(after == p.end)
        start = after


def window_before(first, last):
    """The same days a year before; the last day of a month stays that."""
    following = last + ONE
    end = months(following, -12) - ONE if following.day == 1 else months(last, -12)
    return first and months(first, -12), end


def parts(basis, found, windows):
    for back, (first, last) in enumerate(windows):
        first, last = first or datetime.date.min, last or datetime.date.max - ONE
        for p in found:
            if basis == "prorated":
                for on, quantity, days, reads in split(p, first, last + ONE):
                    yield Part(back, on, p, quantity, days, reads, True)
                continue
            bill = BILLED[id(p)] if basis == "billed" else None
            on = bill or p.end
            if first <= on <= last:
                yield Part(back, on, p, p.quantity, p.days, 1, bill is not None)


def key(part, groups):
    return tuple(
        PLACES[g](part.period) if g in PLACES else TIMES[g](part.on.year + part.back, part.on.month) for g in groups)


def shown(quantity, recorded, unit):
    """In another unit, rounded half up; as it is, where that measures something else."""
    if not unit or recorded.upper() not in SIZES or SIZES[recorded.upper()][0] != SIZES[unit.upper()][0]:
        return quantity, recorded
    ratio = SIZES[recorded.upper()][1] / SIZES[unit.upper()][1]
    return (quantity * ratio + Fraction(1, 2)).__floor__(), unit


def figures(found, basis, unit, compared):
    now = [f for f in found if not f.back]
    recorded = found[0].period.unit
    quantity, days = sum(f.quantity for f in now), sum(f.days for f in now)
    visible = shown(quantity, recorded, unit)
    answer = [*visible, days, average(visible[0], days), sum(f.reads for f in now),
              sum(f.reads for f in now if f.period.estimated)]
    if basis == "billed":
        answer.append(shown(sum(f.quantity for f in now if not f.billed), recorded, unit)[0])
    if compared:
        before = sum(f.quantity for f in found if f.back)
        answer += [shown(before, recorded, unit)[0],
                   rounded(100 * quantity, before) if before > 0 else None]
    return tuple(answer)


def compare_sums(groups, basis="read", first=None, last=None, compared=False, unit=None, narrow=(), test=None):
    words = ["--by", ",".join(groups), "--basis", basis]
    for option, value in [("--from", first), ("--to", last), ("--unit", unit)]:
        words += [option, str(value)] if value else []
    words += ["--compare", "last-year"] * compared + list(narrow)
    report = run("report", "consumption", *words)
    columns = [{"customer": "cid"}.get(g, g) for g in groups]
    recorded = "recorded-unit" if unit else "unit"
    found = {}
    for r in report:
        row = [units(r["quantity"]), r["unit"], int(r["days"]), units(r["average-per-day"]), int(r["reads"]),
               int(r["estimated-reads"])]
        row += [units(r["unbilled"])] if basis == "billed" else []
        row += [units(r["last-year"]), int(r["percent"]) if r["percent"] else None] if compared else []
        found[tuple(r[c] for c in columns) + (r[recorded],)] = tuple(row)
    windows = [(first, last)] + ([window_before(first, last)] if compared else [])
    counted = parts(basis, [p for p in periods if not test or test(p)], windows)
    expected = by(lambda part: key(part, groups) + (part.period.unit,), counted)
    compare("consumption " + " ".join(words), found, {k: figures(ps, basis, unit, compared) for k, ps in expected.items()})


def random_question(numbers):
    """Groups, days, filters, unit and comparison by chance."""
    groups = numbers.sample([*PLACES, *TIMES], numbers.choice([1, 1, 2, 3]))
    first = min(p.start for p in periods) + datetime.timedelta(numbers.randrange(900))
    last = min(first + datetime.timedelta(numbers.randrange(800)), TODAY)
    if numbers.random() < 0.3:
        first, last = datetime.date(first.year, 1, 1), datetime.date(last.year, 12, 31)
    compared = numbers.random() < 0.4
    options = {
        "basis": numbers.choice(["read", "billed", "prorated"]), "first": numbers.choice([None, first, first]),
        "last": last if compared else numbers.choice([None, last, last]), "compared": compared,
        "unit": numbers.choice([None, None, "gal", "kgal", "CCF", "HCF", "m3", "kWh", "therm"])}
    if options["first"] and options["last"] and options["first"] > options["last"]:
        options["first"] = None
    kept, option = numbers.choice(periods), numbers.choice([None, "account", "meter", "route", "service", "class"])
    value = option and PLACES[option](kept)
    if value:
        options |= {"narrow": ["--" + option, value], "test": lambda p: PLACES[option](p) == value}
    return groups, options


BILLED = {id(p): billed_on(p) for p in periods}


def check():
    for basis in ["read", "billed", "prorated"]:
        for groups in [[k] for k in [*PLACES, *TIMES]] + [
                ["route", "month"], ["kind", "year"], ["service", "cycle", "quarter"]]:
            compare_sums(groups, basis)
    numbers = random.Random(len(periods))
    for _ in range(30):
        groups, options = random_question(numbers)
        compare_sums(groups, **options)
