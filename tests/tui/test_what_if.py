"""What can be switched is taken from the pack: departments, and the scored items that call for nobody."""

import pytest

from smcheck.pack import Pack
from smcheck.pack.loading import restore_pack
from smcheck.report.case import open_case
from smcheck.tui.tabs.what_if import Trial
from support.builders import PACK, all_items, sheet_of

SETUP = ("team.dedicated", "team.cross_departmental", "team.ad_hoc")


def renamed(old: str, new: str) -> Pack:
    """The shipped pack with a section of another name."""
    contents = {}
    for name, content in PACK.contents.items():
        text = content.decode()
        for place in ('[[sections]]\nid = "{}"', 'section = "{}"', "[sections.{}]"):
            text = text.replace(place.format(old), place.format(new))
        contents[name] = text.encode()
    assert contents["pack.toml"].count(new.encode()) == 3
    return restore_pack(PACK.folder, contents)


def switches(pack: Pack, **answers: object) -> tuple[str, ...]:
    """What can be switched in a sheet with these answers."""
    return Trial(open_case(pack, sheet_of(answers, pack=pack))).paths


def test_the_switches_of_the_shipped_pack() -> None:
    """Departments first, in the pack's order, then the scored set-up; no goal and no challenge."""
    departments = tuple(map(PACK.department_path, PACK.departments))
    assert switches(PACK) == departments + SETUP


def test_departments_that_do_not_exist_are_no_switches() -> None:
    """What does not exist here cannot be switched on."""
    assert switches(PACK, departments=all_items("departments", "na")) == SETUP


@pytest.mark.parametrize("name", ["organisation", "zz"])
def test_a_section_of_another_name(name: str) -> None:
    """No section is asked for by its name."""
    assert switches(renamed("team", name)) == switches(PACK)
