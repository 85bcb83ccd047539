"""PostgreSQL as Django reaches it, but a kept connection on which the server stands still is left (decision 0067)."""

import select
import time

from django.db.backends.postgresql import base
from psycopg import Error
from psycopg.pq import ConnStatus, ExecStatus

ANSWERS_WITHIN = 2.0
"""Seconds within which the server answers before a request; as long as a new connection may take."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection. Its own question whether it works waits for ever where the server is stopped, not gone."""

    def is_usable(self) -> bool:
        """Returns whether the server answers on this connection within ANSWERS_WITHIN seconds.

        As Django's own, it is not usable in a transaction in which something failed.
        """
        if self.connection is None:
            return False
        server = self.connection.pgconn
        until = time.monotonic() + ANSWERS_WITHIN
        try:
            server.send_query(b"SELECT 1")
            server.flush()
            answers = select.poll()
            answers.register(server.socket, select.POLLIN)
            while server.is_busy():
                if not answers.poll(max(0.0, 1000 * (until - time.monotonic()))):
                    return False
                server.consume_input()
            answered = True
            while (result := server.get_result()) is not None:
                answered &= result.status == ExecStatus.TUPLES_OK
        except Error:
            return False
        # A connection that the server ended answers too: that it is over.
        return answered and bool(server.status == ConnStatus.OK)
