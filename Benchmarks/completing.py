"""TAB in a shell, the start of the prompt, and the pages that a clerk opens first."""
import os
import pty
import select
import statistics
import subprocess
import time

from city import FOLDER, City
from measure import ENVIRONMENT, timed, timed_with_memory

TURNS = 15
# A TAB that nobody notices; among a million accounts, and a page that nobody waits for.
AT_MOST = 0.015
AT_MOST_IN_A_MILLION = 0.05


def complete(city, table):
    tabs(city, table, AT_MOST)


def clerk(city, table):
    """A million accounts: TAB, the start of the prompt, `today`, and `history`."""
    big = City(city.ubadmin, int(os.environ.get("BENCH_SEARCH_ACCOUNTS", "1000000")), 1)
    big.make(table)
    tabs(big, table, AT_MOST_IN_A_MILLION)
    account = big.query("SELECT max(account) FROM account").strip()
    cid = big.query(
        f"SELECT max(cid) FROM account_customer WHERE account = '{account}'").strip()
    meter = big.query("SELECT max(meter) FROM meter").strip()
    for words in (["today"], ["history", "account", account], ["history", "customer", cid],
                  ["history", "meter", meter], ["account", "show", account]):
        command = [big.ubadmin, *words, "--store", big.path]
        timed(command)
        memory = timed_with_memory(command)[2]
        seconds = statistics.median(timed(command) for _ in range(TURNS))
        table.line(" ".join(words[:2]), seconds, at_most=AT_MOST_IN_A_MILLION, memory=memory)


def tabs(city, table, at_most):
    """Each TAB is a process of its own, as the shells' scripts start it."""
    last = city.query("SELECT max(account) FROM account").strip()
    name = city.query(
        "SELECT last_name FROM customer WHERE length(last_name) > 5 ORDER BY cid LIMIT 1").strip()
    # The first search makes the index, by which names are found.
    timed([city.ubadmin, "search", "nobodyatall", "--store", city.path], allowed=(0, 4))
    store = f"--store {city.path}"
    for what, line in [
            ("a noun", "ubadmin cust"), ("an option", "ubadmin customer list --fo"),
            ("a field", f"ubadmin {store} customer list --fields ci"),
            ("any account", f"ubadmin {store} account show "),
            ("an account", f"ubadmin {store} account show {last[:-2]}"),
            ("an account by a name", f"ubadmin {store} account show {name}"),
            ("a service of an account", f"ubadmin {store} service stop {last} ")]:
        command = [city.ubadmin, "complete", "fish", line]
        found = subprocess.run(
            command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout
        times = [timed(command) for _ in range(TURNS)]
        table.line(f"TAB, {what}", statistics.median(times), at_most=at_most)
        print(f"    `{line.replace(store + ' ', '')}`: {len(found.splitlines())} lines")
    starts = [prompt_start(city) for _ in range(TURNS)]
    table.line("start of the prompt", statistics.median(starts))


def prompt_start(city):
    """Seconds until the prompt is on the terminal."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        # The prompt keeps its history in the home.
        home = os.path.abspath(FOLDER)
        environment = ENVIRONMENT | {"TERM": "dumb", "INPUTRC": "/dev/null", "HOME": home}
        os.execve(city.ubadmin, [city.ubadmin, "--store", city.path], environment)
    seen = b""
    while b"> " not in seen and select.select([terminal], [], [], 10)[0]:
        seen += os.read(terminal, 4096)
    seconds = time.perf_counter() - began
    os.close(terminal)
    os.waitpid(process, 0)
    return seconds
