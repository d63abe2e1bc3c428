"""Names of files made of people's text: harmless on every system, and still to be recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcheck.files.names import LONGEST, safe_name
from support.live_text import LIVE

DEVICES = ("CON", "prn", "Aux", "nul", "COM1", "lpt9")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Beispiel GmbH & Co. KG 2026-11-22 Bericht", "Beispiel GmbH & Co. KG 2026-11-22 Bericht"),
        ("Müller, Söhne (Nord)", "Müller, Söhne (Nord)"),
        ("A/B: C", "A-B- C"),
        ("../../etc/passwd", "etc-passwd"),
        ("--force", "force"),
        (".hidden.", "hidden"),
        ("a\nb\t c", "a-b- c"),
        ("株式会社例", "株式会社例"),
        ("", "nothing"),
        ("/// ...", "nothing"),
        *[(name, f"{name}_") for name in DEVICES],
        ("con.report", "con.report_"),
        ("console", "console"),
    ],
)
def test_names(text: str, name: str) -> None:
    """What a text becomes."""
    assert safe_name(text, otherwise="nothing") == name


@given(text=st.text() | st.sampled_from(list(LIVE.values())))
def test_any_text(text: str) -> None:
    """No folder, no control character, nothing at the beginning that would hide it or be an option."""
    name = safe_name(text, otherwise="nothing")
    assert name == safe_name(name, otherwise="nothing") or name.endswith("_")
    assert set(name).isdisjoint('/\\<>:"|?*$`')
    assert name.isprintable()
    assert name[0] not in " .-~"
    assert name[-1] not in " ."
    assert len(name.encode()) <= LONGEST


def test_a_long_name_is_cut_between_characters() -> None:
    """File systems count bytes."""
    name = safe_name("ä" * 500, otherwise="nothing")
    assert name == "ä" * (LONGEST // 2)
