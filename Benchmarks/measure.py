"""Times and memory of commands, and the table of what was measured."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

# Nobody's settings, and no terminal.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if not name.startswith("UBADMIN_")
} | {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"}
MEMORY_LIMIT = 64.0


def timed(command, stdout=os.devnull, stdin=os.devnull, allowed=(0,)):
    """Seconds that a command takes on the wall."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    began = time.perf_counter()
    process = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=actions)
    _, status, _ = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        sys.exit(f"{' '.join(command)[:300]}\nended with {code}")
    return seconds


def timed_with_memory(command, **options):
    """Seconds on the wall, seconds of processor, peak MiB.

    GNU time starts the command: a process that Python starts itself is charged with Python's peak.
    """
    with tempfile.NamedTemporaryFile("r") as report:
        watch = ["/usr/bin/time", "--quiet", "--output", report.name, "--format", "%U %S %M"]
        seconds = timed(watch + command, **options)
        user, system, kilobytes = report.read().split()[-3:]
    return seconds, float(user) + float(system), int(kilobytes) / 1024


def in_turn(pairs):
    """Median seconds of ours and of the peer, run in turn so that the machine's moods strike both."""
    ours, peers = [], []
    for turn, (our_command, peer_command) in enumerate(pairs):
        # Whoever comes first reads the file in for the other.
        if turn % 2:
            peers.append(timed(peer_command))
            ours.append(timed(our_command))
        else:
            ours.append(timed(our_command))
            peers.append(timed(peer_command))
    # The first of each reads the files in.
    return statistics.median(ours[1:]), statistics.median(peers[1:])


def sqlite(path, sql):
    """What the sqlite3 shell answers."""
    return subprocess.run(
        ["sqlite3", path, sql], check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout


class Table:
    """The figures, each beside what it must not pass."""

    def __init__(self):
        self.within = True

    def head(self):
        print(
            f"{'':<44}{'ours':>11}{'peer':>11}{'ratio':>8}{'limit':>9}"
            f"{'peak MiB':>10}{'limit':>7}")

    def line(self, name, seconds, peer=None, ratio=None, memory=None, at_most=None):
        """Seconds, at most so many, or at most so many times the peer's; peak memory."""
        cells = f"{name:<44}{seconds:>10.4f}s"
        over = False
        value = seconds / peer if peer else None
        cells += f"{peer:>10.4f}s{value:>8.2f}" if peer else " " * 19
        if ratio is not None:
            over |= value > ratio
            cells += f"{ratio:>9.2f}"
        elif at_most is not None:
            over |= seconds > at_most
            cells += f"{at_most:>8g}s"
        else:
            cells += " " * 9
        if memory is not None:
            over |= memory > MEMORY_LIMIT
            cells += f"{memory:>10.1f}{MEMORY_LIMIT:>7.0f}"
        else:
            cells += " " * 17
        self._end(cells, over, ratio is not None or memory is not None)

    def rate(self, name, rows, seconds, processor, least):
        """Rows a second, at least so many."""
        cells = f"{name:<44}{rows / seconds:>9,.0f}/s{'':>19}{least:>9,.0f}"
        self._end(f"{cells}{'':>17}", rows / seconds < least, True)
        print(f"    {rows:,} rows in {seconds:.2f} s, of which {processor:.2f} s of processor")

    def _end(self, cells, over, judged):
        self.within &= not over
        print(cells + ("   OVER" if over else "   ok" if judged else ""), flush=True)
