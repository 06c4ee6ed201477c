"""The sample city that is measured, and copies of it that may be written."""
import os
import subprocess
import sys

from measure import sqlite, timed_with_memory

FOLDER = ".build-bench"
# So long ago that the reads that are added lie behind us too.
LAST_DAY = "2024-12-31"


class City:
    """A store of so many accounts and years, made once and kept."""

    def __init__(self, ubadmin, accounts, years):
        self.ubadmin = ubadmin
        self.accounts = accounts
        self.years = years
        self.path = f"{FOLDER}/city-{accounts}-{years}-{LAST_DAY}.db"
        self.work = f"{FOLDER}/work.db"

    def make(self, table):
        os.makedirs(FOLDER, exist_ok=True)
        name = f"store demo, {self.accounts:,} accounts, {self.years} years"
        if os.path.exists(self.path):
            # An older store is brought up to date; where it cannot be, it is made anew.
            migrated = subprocess.run(
                [self.ubadmin, "store", "migrate", "--store", self.path, "--quiet"],
                stdin=subprocess.DEVNULL, check=False)
            if migrated.returncode == 0:
                return
            remove(self.path)
        command = [
            self.ubadmin, "store", "demo", self.path, "--accounts", str(self.accounts),
            "--years", str(self.years), "--seed", "1", "--until", LAST_DAY]
        seconds, processor, memory = timed_with_memory(command)
        rows = int(sqlite(self.path, "SELECT (SELECT count(*) FROM read)"
                          " + (SELECT count(*) FROM consumption)"))
        table.line(name, seconds, at_most=120, memory=memory)
        print(f"    {rows:,} reads and consumptions, {processor:.1f} s of processor,"
              f" {os.path.getsize(self.path) / 2**20:,.0f} MiB")

    def query(self, sql):
        return sqlite(self.path, sql)

    def write_csv(self, name, sql):
        """What the query gives, with a header, as a file; the file's name."""
        path = f"{FOLDER}/{name}"
        with open(path, "wb") as file:
            subprocess.run(["sqlite3", "-csv", "-header", self.path, sql], stdout=file, check=True)
        return path

    def copy(self):
        """A fresh copy that may be written, at rest on the disk before anything is timed."""
        remove(self.work)
        subprocess.run(["cp", "--reflink=auto", self.path, self.work], check=True)
        os.sync()
        return self.work

    def drop_copy(self):
        remove(self.work)


def remove(path):
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)


def need_tools():
    for tool in ("/usr/bin/sqlite3", "/usr/bin/time"):
        if not os.path.exists(tool):
            sys.exit(f"{tool} is missing: Scripts/set-up bench installs it")
