"""Searches among a million accounts."""
import os
import statistics
import subprocess

from city import FOLDER, City
from measure import ENVIRONMENT, sqlite, timed, timed_with_memory

# A search that nobody waits for.
AT_MOST = 0.05
TURNS = 15


def search(city, table):
    """BENCH_SEARCH_ACCOUNTS (1000000) accounts with a year; the first search makes the index."""
    big = City(city.ubadmin, int(os.environ.get("BENCH_SEARCH_ACCOUNTS", "1000000")), 1)
    big.make(table)
    make_index(big, table)
    for name, words in queries(big):
        command = [big.ubadmin, "search", *words, "--store", big.path]
        found = subprocess.run(
            [*command, "--csv", "--no-header"], check=True, capture_output=True, text=True,
            env=ENVIRONMENT).stdout.splitlines()
        times = [timed(command) for _ in range(TURNS)]
        memory = timed_with_memory(command)[2]
        forget(big.path)
        forgotten = timed(command)
        table.line(f"search, {name}", statistics.median(times), at_most=AT_MOST, memory=memory)
        print(f"    `{' '.join(words)}`: {len(found)} found, first {found[0][:60]}; at the prompt"
              f" {at_the_prompt(big, words) * 1000:.1f} ms, file not in memory"
              f" {forgotten * 1000:.0f} ms")


def make_index(city, table):
    if city.query("SELECT count(*) FROM search_state").strip() == "1":
        return
    before = os.path.getsize(city.path)
    seconds, processor, memory = timed_with_memory(
        [city.ubadmin, "search", "nobodyatall", "--store", city.path], allowed=(0, 4))
    sqlite(city.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    table.line(f"index of {city.accounts:,} accounts is made", seconds)
    print(f"    {processor:.1f} s of processor, {memory:.0f} MiB; the store grew from {before / 2**20:,.0f}"
          f" by {(os.path.getsize(city.path) - before) / 2**20:,.0f} MiB")


def queries(city):
    """What a caller may say, of records from the midst of the city."""
    def one(sql):
        return city.query(sql).strip().split("|")

    first, last, phone, email, address = one(
        "SELECT first_name, last_name, phone, email, address FROM customer"
        " WHERE email IS NOT NULL AND phone IS NOT NULL AND kind = 'person'"
        " AND address NOT LIKE 'PO%' AND length(last_name) > 6"
        " ORDER BY cid LIMIT 1 OFFSET (SELECT count(*) / 40 FROM customer)")
    account, meter = one(
        f"SELECT (SELECT max(account) FROM account) - {city.accounts // 7},"
        " (SELECT meter FROM meter LIMIT 1 OFFSET (SELECT count(*) / 3 FROM meter))")
    digits = "".join(letter for letter in phone if letter.isdigit())
    number, street = address.split(" ", 1)
    yield "two words of a name, turned", [last, first]
    yield "a name with a slip", [last[:3] + last[4:], first]
    yield "a last name with a slip, alone", [last[:3] + last[4] + last[3] + last[5:]]
    yield "the last seven digits of a telephone", [digits[-7:]]
    yield "part of an address", [number, street[:5]]
    yield "a street", [max(street.split(" "), key=len)]
    yield "part of an account number", [account[2:]]
    yield "an account number with a slip", [account[:3] + account[4] + account[3] + account[5:]]
    yield "a meter's serial number", [meter]
    yield "part of an e-mail address", [email.split("@")[0][1:]]


def at_the_prompt(city, words):
    """Seconds that one search more takes in a process that has made some."""
    def script(count):
        path = f"{FOLDER}/searches"
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"search {' '.join(words)}\n" * count)
        return timed([city.ubadmin, "--store", city.path], stdin=path)

    return (script(21) - script(1)) / 20


def forget(path):
    """Has the system drop what it holds of a file."""
    os.sync()
    file = os.open(path, os.O_RDONLY)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)
