"""The same jobs with the store on a PostgreSQL server, beside psql."""
import filecmp
import os
import statistics

from city import FOLDER
from cluster import Cluster
from delay import Delay
from measure import timed, timed_with_memory
from reading import FIELDS, HISTORY
from writing import PHONES, count_rows

# What PostgreSQL's own words for thousandths and flags are.
QUANTITY = "trim_scale(c.quantity::numeric / 1000)"
ESTIMATED = "CASE WHEN c.estimated THEN 'true' ELSE 'false' END"
DELAY = 1


class Server:
    """The sample city on a server of the bench's own."""

    def __init__(self, city, table):
        self.cluster = Cluster()
        self.ubadmin = city.ubadmin
        self.cluster.query("CREATE DATABASE city", database="postgres")
        command = [city.ubadmin, "store", "copy", city.path, self.cluster.address("city")]
        seconds, _, memory = timed_with_memory(command)
        rows = int(city.query("SELECT (SELECT count(*) FROM read)"
                              " + (SELECT count(*) FROM consumption)"))
        table.line(f"store copy to PostgreSQL, {rows:,} reads, …", seconds, memory=memory)
        self.cluster.query("VACUUM ANALYZE")


def on_server(city, table):
    server = Server(city, table)
    consumption_to_csv(server, table)
    customer_set(server, city, table)


def consumption_to_csv(server, table):
    cluster = server.cluster
    rows = int(cluster.query("SELECT count(*) FROM ubadmin.consumption"))
    our_file, peer_file = f"{FOLDER}/ours.csv", f"{FOLDER}/peer.csv"
    ours = [server.ubadmin, "report", "consumption-history", "--csv", "--fields", FIELDS,
            "--store", cluster.address("city")]
    sql = "SET search_path = ubadmin; " + HISTORY.format(
        quantity="c.quantity", estimated="c.estimated")
    peer = cluster.psql("--csv", "-t", "-c", sql)
    our_times, peer_times, memory = [], [], 0
    for _ in range(3):
        seconds, _, peak = timed_with_memory(ours, stdout=our_file)
        our_times.append(seconds)
        memory = max(memory, peak)
        peer_times.append(timed(peer, stdout=peer_file))
    table.line(f"PostgreSQL: consumption to CSV, {rows:,} rows", statistics.median(our_times),
               statistics.median(peer_times), ratio=1.0, memory=memory)
    timed([*ours, "--no-header"], stdout=our_file)
    sql = "SET search_path = ubadmin; " + HISTORY.format(quantity=QUANTITY, estimated=ESTIMATED)
    timed(cluster.psql("--csv", "-t", "-c", sql), stdout=peer_file)
    if not filecmp.cmp(our_file, peer_file, shallow=False):
        raise SystemExit(f"{our_file} and {peer_file} do not say the same")
    print("    both say the same, byte for byte")
    os.remove(our_file)
    os.remove(peer_file)


def customer_set(server, city, table):
    cluster = server.cluster
    path = city.write_csv("phones.csv", PHONES.format(turns=1, area=300))
    rows = count_rows(path)
    wire = Delay(cluster.folder, DELAY)
    near, far, undone = [], [], []
    for _ in range(3):
        for times, socket in ((near, None), (far, wire.folder)):
            cluster.copy("work")
            command = [server.ubadmin, "customer", "set", "--from", path, "--store",
                       cluster.address("work", socket)]
            times.append(timed_with_memory(command))
            changed = int(cluster.query(
                "SELECT row_count FROM ubadmin.change ORDER BY change DESC LIMIT 1", "work"))
            if changed != rows:
                raise SystemExit(f"customer set changed {changed} of {rows} rows")
            if socket is None:
                undone.append(timed_with_memory(
                    [server.ubadmin, "change", "undo", "--yes", "--store", cluster.address("work")]))
    seconds, processor, memory = sorted(near)[len(near) // 2]
    late = statistics.median(entry[0] for entry in far)
    table.rate("PostgreSQL: customer set --from", rows, seconds, processor, least=25_000)
    table.line(f"  with {DELAY} ms a round trip, beside without", late, seconds, ratio=1.5,
               memory=memory)
    seconds, processor, memory = sorted(undone)[len(undone) // 2]
    table.rate("PostgreSQL: its undo", rows, seconds, processor, least=20_000)
    wire.close()
    os.remove(path)
