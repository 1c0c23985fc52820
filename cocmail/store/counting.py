"""The numbers of a database for the operator. Not here: who asks (store.py), and what is shown."""

import sqlite3

from cocmail.store.rows import Counts


def counts(conn: sqlite3.Connection) -> Counts:
    """Cases by state (the house is none), errands waiting, entries of the log."""

    def number(table: str) -> int:
        return int(conn.execute(f"select count(*) from {table}").fetchone()[0])  # noqa: S608 - constants

    states = conn.execute("select state, count(*) from cases where no > 0 group by state")
    return Counts(cases=dict(states.fetchall()), errands=number("errands"), log_rows=number("log"))
