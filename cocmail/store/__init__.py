"""The store: the log of facts, and the tables that can be rebuilt from it. The only SQL on it.

The log is appended to and never changed, which the database itself refuses; a chain of hashes over
ciphertext shows a change from outside. Everything with words in it is sealed under the key of its
case before it reaches SQLite, and what is looked up by value stands under a keyed hash. So the
file, its journal and its backups show numbers, kinds, states and times, and no more.

One process writes, on one thread at a time; readers open the file beside it. Not here: what the
payloads mean (core/), and the keys (keys.py).
"""

from cocmail.store.database import StoreProblem
from cocmail.store.rows import CaseRow, Counts, ErrandRow, Found, LogRow, Row
from cocmail.store.store import Store

__all__ = ("CaseRow", "Counts", "ErrandRow", "Found", "LogRow", "Row", "Store", "StoreProblem")
