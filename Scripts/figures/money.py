"""Payments and balances."""
import collections

from figures.comparing import compare, table
from figures.store import (
    LAST, TODAY, YEAR, accounts, bills, by, cents, day, held, months, payments, run)


def check():
    paid = collections.defaultdict(lambda: [0] * 4)
    for groups in ("day", "month", "method", "method,day"):
        paid.clear()
        keys = groups.split(",")
        for p in payments:
            if months(TODAY, -12) < day(p["posted_on"]) <= TODAY:
                cells = {"day": p["posted_on"], "month": p["posted_on"][:7], "method": p["method"]}
                k = tuple(cells[key] for key in keys)
                place = 2 if p["reversed_on"] and day(p["reversed_on"]) <= TODAY else 0
                paid[k][place] += 1
                paid[k][place + 1] += cents(p["amount"])
        names = ["on" if key == "day" else key for key in keys]
        compare("payments by " + groups, table(run("report", "payments", "--by", groups, *YEAR, "--as-of", LAST), names, payments=int,
                                            amount=cents, reversed=int, reversed_amount=cents),
                {k: tuple(v) for k, v in paid.items()})

    balance = collections.Counter()
    billed = by(lambda b: b["account"], sorted((b for b in bills if day(b["billed_on"]) <= TODAY),
                                               key=lambda b: (b["billed_on"], b["due_on"], b["bill"])))
    posted = by(lambda p: p["account"], (p for p in payments if day(p["posted_on"]) <= TODAY and not (
        p["reversed_on"] and day(p["reversed_on"]) <= TODAY)))
    for account in accounts:
        balance[account] = sum(cents(b["total"]) for b in billed[account]) - sum(
            cents(p["amount"]) for p in posted[account])
    aged = run("report", "aged-balances", "--as-of", LAST)
    credit = run("report", "credits", "--as-of", LAST)
    owed = collections.Counter()
    for r in aged:
        owed[r["account"]] += cents(r["owed"])
    for r in credit:
        owed[r["account"]] -= cents(r["credit"])
    compare("aged-balances and credits are the balances", {k: v for k, v in owed.items() if v},
            {k: v for k, v in balance.items() if v})
    owes = {(r["account"], r["cid"]): cents(r["owed"]) for r in aged}
    compare("balances of credits", {(r["account"], r["cid"]): cents(r["balance"]) for r in credit},
            {k: owes.get(k, 0) - cents(r["credit"]) for r in credit for k in [(r["account"], r["cid"])]})

    # Where one customer has held the account alone, bills are paid as they are named, then the oldest first.
    expected, found = {}, {}
    for account, holders in held.items():
        if len({h["cid"] for h in holders}) > 1:
            continue
        open_bills = {b["bill"]: [day(b["due_on"]), cents(b["total"])] for b in billed[account]}
        # A bill below zero is money, too.
        money = -sum(min(0, total) for _, total in open_bills.values())
        open_bills = {b: d for b, d in open_bills.items() if d[1] > 0}
        for p in posted[account]:
            amount = cents(p["amount"])
            if p["bill"] in open_bills:
                part = min(amount, open_bills[p["bill"]][1])
                open_bills[p["bill"]][1] -= part
                amount -= part
            money += amount
        for bill in open_bills.values():
            part = min(money, bill[1])
            bill[1] -= part
            money -= part
        ages = [0] * 5
        for due, rest in open_bills.values():
            late = (TODAY - due).days
            ages[0 if late <= 0 else min(4, (late + 29) // 30)] += rest
        if sum(ages):
            expected[account] = tuple(ages)
    alone = {a for a, hs in held.items() if len({h["cid"] for h in hs}) == 1}
    BUCKETS = ["not-due", "days-1-30", "days-31-60", "days-61-90", "days-over-90"]
    compare("aged-balances by age, one customer", {
        r["account"]: tuple(cents(r[b]) for b in BUCKETS) for r in aged if r["account"] in alone}, expected)
