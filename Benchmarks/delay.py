"""A wire to a server on which every byte takes a while longer, as on a network."""
import os
import select
import socket
import tempfile
import threading
import time


class Delay:
    """Carries connections from a socket of its own to the server's, each way half of the delay.

    The delay is of time, not of room: what follows close behind is as late as what went before.
    """

    NAME = ".s.PGSQL.5432"

    def __init__(self, server, milliseconds):
        self.folder = tempfile.mkdtemp(prefix="ubadmin-bench-wire-", dir="/tmp")
        self._server = os.path.join(server, self.NAME)
        self._each_way = milliseconds / 2000
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(os.path.join(self.folder, self.NAME))
        self._listener.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            upstream = socket.socket(socket.AF_UNIX)
            upstream.connect(self._server)
            threading.Thread(target=self._carry, args=(client, upstream), daemon=True).start()

    def _carry(self, client, upstream):
        peers = {client: upstream, upstream: client}
        under_way = []
        while True:
            now = time.monotonic()
            while under_way and under_way[0][0] <= now:
                _, target, data = under_way.pop(0)
                if not data:
                    client.close()
                    upstream.close()
                    return
                target.sendall(data)
            wait = max(0, under_way[0][0] - now) if under_way else None
            for source in select.select(list(peers), [], [], wait)[0]:
                data = source.recv(1 << 18)
                under_way.append((time.monotonic() + self._each_way, peers[source], data))
                if not data:
                    peers.pop(source)

    def close(self):
        self._listener.close()
        os.remove(os.path.join(self.folder, self.NAME))
        os.rmdir(self.folder)
