"""A PostgreSQL server of the bench's own, on a Unix socket in a temporary folder."""
import atexit
import glob
import os
import pwd
import shutil
import subprocess
import sys
import tempfile

from measure import ENVIRONMENT


class Cluster:
    """Started at first use, stopped and removed when the bench ends."""

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=_version)
        if not found:
            sys.exit("PostgreSQL is missing: Scripts/set-up bench installs it")
        self.programs = os.path.dirname(found[-1])
        # Beside the file that is compared: the same disk.
        self.folder = tempfile.mkdtemp(prefix="ubadmin-bench-postgres-", dir="/tmp")
        atexit.register(self._end)
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            os.chmod(self.folder, 0o755)
        self._server("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "postgres",
                     "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses='' -c shared_buffers=256MB"
        self._server("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log",
                     "-o", options, "start")

    def _server(self, program, *words, check=True):
        # The server refuses to run as root.
        user = ["/usr/sbin/runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run([*user, f"{self.programs}/{program}", *words], check=check, cwd="/",
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def _end(self):
        self._server("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, database, socket=None):
        host = (socket or self.folder).replace("/", "%2F")
        return f"postgresql://postgres@{host}/{database}"

    def psql(self, *words, database="city"):
        """The command that runs psql on a database, quietly."""
        return [f"{self.programs}/psql", "-X", "-q", "-h", self.folder, "-U", "postgres",
                "-d", database, *words]

    def query(self, sql, database="city"):
        command = self.psql(
            "-At", "-c", "SET client_min_messages = warning", "-c", sql, database=database)
        return subprocess.run(
            command, check=True, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True).stdout

    def copy(self, name):
        """A fresh copy of the city, at rest on the disk before anything is timed."""
        self.query(f"DROP DATABASE IF EXISTS {name}", database="postgres")
        self.query(f"CREATE DATABASE {name} TEMPLATE city", database="postgres")
        self.query("CHECKPOINT", database="postgres")
        os.sync()
        return self.address(name)


def _version(path):
    name = path.split("/")[4]
    return float(name) if name.replace(".", "").isdigit() else 0
