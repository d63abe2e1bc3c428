"""A terminal that closes while it is drawn on."""

import os

from smcheck.cli.streams import TerminalStream


def test_a_screen_that_is_gone_takes_everything() -> None:
    """What is written when nobody can see it any more is dropped; nobody who draws gets an error."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "w", encoding="utf-8", closefd=False) as stream:
        screen = TerminalStream(stream)
        assert screen.write("seen") == 4
        screen.flush()
        assert os.read(reader, 10) == b"seen"
        os.close(reader)
        for _time in range(100):
            assert screen.write("unseen" * 10_000) == 60_000
            screen.flush()
        assert (screen.fileno(), screen.encoding) == (writer, "utf-8")
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, writer)  # so that what is left can be written at the end
        os.close(null)
    os.close(writer)
