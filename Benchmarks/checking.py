"""`store check`, beside the engine's own check of the file."""
import os
import statistics

from measure import in_turn, sqlite, timed, timed_with_memory


def check(city, table):
    """With the index of searches, which the engine's check goes over, too."""
    timed([city.ubadmin, "search", "nobodyatall", "--store", city.path], allowed=(0, 4))
    sqlite(city.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    ours = [city.ubadmin, "store", "check", "--store", city.path]
    peer = ["sqlite3", city.path, "PRAGMA integrity_check"]
    seconds, engine = in_turn([(ours, peer)] * 5)
    table.line(
        f"store check, {os.path.getsize(city.path) / 2**20:,.0f} MiB", seconds, engine, ratio=2)
    full = [*ours, "--full"]
    table.line("  --full", statistics.median(timed(full) for _ in range(3)), engine)
    print(f"    two threads with a page cache each: {timed_with_memory(ours)[2]:.0f} MiB")
