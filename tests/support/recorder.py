"""Another process at the same store, told what to do line by line.

``create NAME`` makes a sheet and says its id. ``record SHEET NAME COUNT`` makes entries one by one and
says each one's key once it is safe. ``lock`` keeps others from writing until the next line.
"""

import sqlite3
import sys
from pathlib import Path

from smcheck.pack import load_pack
from smcheck.sheet import Sheet
from smcheck.store import Store


def main(file: str) -> None:
    """Do what the lines say."""
    pack = load_pack()
    store = Store(Path(file), timeout=60)
    say("ready")
    for line in sys.stdin:
        match line.split():
            case ["create", name]:
                say(store.create(pack, Sheet(pack.id, organisation=name)))
            case ["record", sheet, name, count]:
                record(store, sheet, name, int(count))
            case ["lock"]:
                lock(file)
    store.close()


def record(store: Store, sheet: str, name: str, count: int) -> None:
    """Make entries whose keys nobody else uses, by turns answers and notes."""
    for number in range(count):
        key = f"{name}.{number}"
        kind = "note" if number % 2 else "answer"
        store.record(sheet, 0, [(kind, key, "yes")], name)
        say(key)


def lock(file: str) -> None:
    """Hold the lock that a writer holds."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    say("locked")
    sys.stdin.readline()
    connection.execute("ROLLBACK")
    connection.close()
    say("free")


def say(text: str) -> None:
    """Tell the test at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
