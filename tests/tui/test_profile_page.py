"""Who answers: every field is stored when it is left, and nothing where nothing is given."""

import re
import time
from functools import partial
from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Input

from smcheck.tui.widgets.field import Dropdown
from smcheck.tui.widgets.frame import frame_of
from support.app import (
    app,
    click_text,
    footer,
    journal,
    notice_text,
    only_sheet,
    page,
    resize,
    screen_text,
    store_in,
    store_sheet,
    until,
)
from support.stillness import until_still


async def test_every_field_is_stored_when_it_is_left(tmp_path: Path) -> None:
    """Typed fields with Enter or Tab, choices with Enter in them; the title follows the organisation."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n", "A", "enter")
        assert only_sheet(tmp_path).organisation == "A"
        assert "smcheck · A" in screen_text(asking)
        await pilot.press("B", "tab")
        assert only_sheet(tmp_path).respondent == "B"
        await pilot.press("C", "enter")
        assert only_sheet(tmp_path).profile == {"role": "C"}
        await pilot.press("space", "down", "enter")
        assert only_sheet(tmp_path).profile == {"role": "C", "sector": "itk"}
        await pilot.press("tab", "space", "a", "u", "s", "enter")
        assert only_sheet(tmp_path).profile["country"] == "at"
        await pilot.press("enter", "down", "end", "enter", "f2")
        assert page(asking) == "Ask"
    assert only_sheet(tmp_path).profile == {"role": "C", "sector": "itk", "country": "at", "size": "1000+"}


async def test_blanks_around_a_name_are_no_part_of_it(tmp_path: Path) -> None:
    """What is typed is stored without them, and shown so once the field is left; blanks alone are no name."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n", "space", "space", "enter", "space", "tab", "space", "enter", "f2")
        assert not store_in(tmp_path).exists()
        await pilot.press("q", "n", "space", "A", "space", "B", "space", "enter", "space", "C", "tab")
        await pilot.press("D", "space", "tab")
        fields = [
            asking.screen.query_one(f"#{name}", Input) for name in ("organisation", "respondent", "role")
        ]
        assert [field.value for field in fields] == ["A B", "C", "D"]
    sheet = only_sheet(tmp_path)
    assert (sheet.organisation, sheet.respondent, sheet.profile) == ("A B", "C", {"role": "D"})


async def test_blanks_that_a_file_brought_stay_until_the_name_is_changed(tmp_path: Path) -> None:
    """Going through the fields changes nothing; a name that is written anew has no blanks around it."""
    store_sheet(store_in(tmp_path), {}, organisation=" A ", profile={"role": " C"})
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p", *["tab"] * 6)
        sheet = only_sheet(tmp_path)
        assert (sheet.organisation, sheet.profile) == (" A ", {"role": " C"})
        await pilot.press("end", "B", "tab")
        assert only_sheet(tmp_path).organisation == "A B"


async def test_an_open_choice_leaves_the_keys_free(tmp_path: Path) -> None:
    """Whatever the window's size, the line with the keys is its own and says how to close the choice."""
    asking = app(tmp_path)
    async with asking.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (60, 12), (80, 15)):
            await resize(pilot, *size)
            for tabs in (3, 4, 5):
                await pilot.press("n", *["tab"] * tabs, "space")
                await pilot.pause()
                keys = screen_text(asking).split("\n")[-1]
                shown = re.split(" {2,}", keys.strip())
                assert {"Enter choose", "Esc leave as it is"} <= set(shown)
                assert shown[-1] == "F1 help"
                await pilot.press("escape", "escape")


async def test_a_choice_by_mouse_and_its_removal(tmp_path: Path) -> None:
    """A click opens a choice, a click chooses, and “not given” takes it back; Escape changes nothing."""
    store_sheet(store_in(tmp_path), {}, organisation="A", profile={"size": "1-9", "role": "C"})
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p")
        await pilot.click("#sector")
        await click_text(pilot, asking.screen, "Industry")
        assert only_sheet(tmp_path).profile == {"size": "1-9", "role": "C", "sector": "industry"}
        await pilot.press("tab", "tab", "space", "up", "enter")
        assert only_sheet(tmp_path).profile == {"role": "C", "sector": "industry"}
        await pilot.press("space", "down", "escape")
        assert page(asking) == "ProfilePage"
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "end", "backspace", "escape")
        assert page(asking) == "Home"
    assert only_sheet(tmp_path).profile == {"sector": "industry"}


async def test_nothing_is_created_where_nothing_is_given(tmp_path: Path) -> None:
    """Going through all fields, and on to the questions, stores no sheet."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n", *["tab"] * 6, "tab", "tab", "tab", "space", "escape", "f2")
        assert page(asking) == "Ask"
        await pilot.press("q", "n", "A", "backspace", "escape")
        assert page(asking) == "Home"
    assert not store_in(tmp_path).exists()


async def test_what_enter_does_is_shown(tmp_path: Path) -> None:
    """Enter goes to the next field, Space opens a choice, and in an open one Enter chooses."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n")
        assert dict(footer(asking))["enter"] == "next field"
        await pilot.press("tab", "tab", "tab")
        assert isinstance(asking.focused, Dropdown)
        assert dict(footer(asking))["enter"] == "next field"
        assert dict(footer(asking))["space"] == "open it"
        await pilot.press("space")
        assert dict(footer(asking))["enter"] == "choose"


async def test_enter_leads_through_all_fields_to_the_questions(tmp_path: Path) -> None:
    """Six times Enter: past every field, choices too, and after the last one to the first question."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n")
        for name in ("organisation", "respondent", "role", "sector", "country", "size"):
            assert page(asking) == "ProfilePage"
            assert asking.focused is asking.screen.query_one(f"#{name}")
            await pilot.press("enter")
        assert page(asking) == "Ask"


async def test_arrows_lead_from_field_to_field(tmp_path: Path) -> None:
    """In a line to write on ↑ and ↓ go to the field before and after, and help says so."""
    asking = app(tmp_path)
    async with asking.run_test(size=(80, 40)) as pilot:
        await pilot.press("n", "down", "down", "up", "A", "up")
        assert asking.focused is asking.screen.query_one("#organisation")
        assert only_sheet(tmp_path).respondent == "A"
        await pilot.press("f1")
        assert "previous field" in screen_text(asking)
        assert "move the cursor" not in screen_text(asking)


async def test_the_field_in_use_has_a_mark(tmp_path: Path) -> None:
    """A bar stands before the field that is written on, so that no colour is needed to find it."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("n")
        for label in ("Organisation", "Respondent", "Role or department", "Sector", "Country", "Employees"):
            assert [line.split("  ")[0] for line in screen_text(asking).split("\n") if "▌" in line] == [
                f" ▌ {label}"
            ]
            await pilot.press("tab")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 50)])
async def test_the_form_stands_under_the_top_line(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its labels begin where the name in the line at the top does."""
    asking = app(tmp_path)
    async with asking.run_test(size=size) as pilot:
        await pilot.press("n")
        await pilot.pause()
        left = frame_of(size[0]).left
        label = next(line for line in screen_text(asking).split("\n") if "Organisation" in line)
        assert label.index("Organisation") == left


def _in_view(field: Widget, form: Widget) -> bool:
    return form.content_region.contains_region(field.region)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=["40x12", "80x24"])
async def test_the_field_in_use_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    """The page opens at its first field, and each field is in view while one is in it."""
    asking = app(tmp_path)
    async with asking.run_test(size=size) as pilot:
        await pilot.press("n")
        assert "Organisation" in screen_text(asking)
        form = asking.screen.query_one("#form")
        for name in ("organisation", "respondent", "role", "sector", "country", "size"):
            field = asking.screen.query_one(f"#{name}")
            assert asking.focused is field
            await until(partial(_in_view, field, form))
            await pilot.press("tab")


async def test_the_page_opens_at_once(tmp_path: Path) -> None:
    """From the key press to the whole form it takes less than 150 ms of computing."""
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        took = []
        for _time in range(3):
            begin = time.process_time()
            asking.simulate_key("n")
            await until(lambda: page(asking) == "ProfilePage" and "Employees" in screen_text(asking))
            took.append(time.process_time() - begin)
            await pilot.press("escape")
        assert min(took) < 0.15, took


@pytest.mark.parametrize("theirs", [{"sector": "public"}, {"sector": "public", "size": "1-9"}], ids=str)
async def test_two_people_in_one_choice(tmp_path: Path, theirs: dict[str, str]) -> None:
    """What was chosen here stays on the page, and is not stored over theirs before one goes on."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="A")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p", "tab", "tab", "tab", "space")
        await until_still(asking)
        journal(store, id_).describe(theirs)
        await pilot.press("down", "down", "enter")
        await until_still(asking)
        assert only_sheet(tmp_path).profile == theirs
        assert notice_text(asking).startswith("Another window has just entered “Public sector” here.")
        await pilot.press("f2")
        assert only_sheet(tmp_path).profile == {**theirs, "sector": "industry"}


async def test_the_other_fields_of_another_window_store_nothing(tmp_path: Path) -> None:
    """A choice that came with the name that was first does not have ours stored over it."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="A")
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p", "end", "B")
        journal(store, id_).describe({"organisation": "theirs", "sector": "industry"})
        await pilot.press("enter")
        await until_still(asking)
        assert notice_text(asking).startswith("Another window has just entered “theirs” here.")
        assert only_sheet(tmp_path).organisation == "theirs"
        await pilot.press("ctrl+p", *"List", "enter")
        await until_still(asking)
        assert only_sheet(tmp_path).organisation == "AB"
        assert page(asking) == "Home"


async def test_two_people_in_one_profile(tmp_path: Path) -> None:
    """What another window has just entered is told; what was typed stays, and Enter stores it."""
    store = store_in(tmp_path)
    id_ = store_sheet(store, {}, organisation="A", profile={"role": "C"})
    asking = app(tmp_path)
    async with asking.run_test() as pilot:
        await pilot.press("a", "p", "tab", "tab")
        store.record(id_, 1, [("profile", "role", "theirs")], "")
        await pilot.press("end", "D", "tab")
        assert only_sheet(tmp_path).profile == {"role": "theirs"}
        assert notice_text(asking) == (
            "Another window has just entered “theirs” here."
            " What you entered is not stored yet; Enter stores it."
        )
        assert asking.focused is asking.screen.query_one("#role")
        assert "CD" in screen_text(asking)
        await pilot.press("enter")
        assert only_sheet(tmp_path).profile == {"role": "CD"}
        assert notice_text(asking) == ""
        store.rename(id_, ("theirs", ""), ("A", ""))
        await pilot.press(*["shift+tab"] * 3, "B", "tab")
        assert "smcheck · theirs " in screen_text(asking)
        assert "AB" in screen_text(asking)
        await pilot.press("enter")
        assert only_sheet(tmp_path).organisation == "AB"
