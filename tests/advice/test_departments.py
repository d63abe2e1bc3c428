"""Which departments are advised: order, labels, evidence, and effects against scoring again."""

from hypothesis import given

from smcheck.advice import DepartmentAdvice, Effect
from smcheck.advice.departments import advise_departments
from smcheck.pack import FigureSet
from smcheck.scoring import assess
from smcheck.sheet import Sheet
from support.builders import FIGURES, PACK, all_items, pack_of, several, sheet_of, sheets, span

NO_GOAL = all_items("goals", "no")
NO_CHALLENGE = all_items("challenges", "no")


def advised(sheet: Sheet, figures: FigureSet = FIGURES) -> dict[str, DepartmentAdvice]:
    """The advice on a sheet's departments, by department, in order."""
    found = advise_departments(PACK, figures, sheet, assess(PACK, figures, sheet))
    return {entry.department: entry for entry in found}


def test_only_no_and_unknown() -> None:
    """Advice goes to departments answered no or unknown: not to those on board, without, or not asked."""
    sheet = sheet_of({"departments": {"marketing": "yes", "pr": "no", "sales": "unknown", "support": "na"}})
    found = advised(sheet)
    assert {name: entry.answer for name, entry in found.items()} == {"pr": "no", "sales": "unknown"}


def test_labels() -> None:
    """Service calls for support and product development; pr has only a figure; legal has neither."""
    sheet = sheet_of(
        {
            "goals": {**NO_GOAL, "service": "yes"},
            "challenges": NO_CHALLENGE,
            "departments": all_items("departments", "no"),
        }
    )
    found = advised(sheet)
    assert {name: entry.label for name, entry in found.items()} == {
        "support": "advised",
        "product_development": "advised",
        "marketing": "common",
        "pr": "common",
        "sales": "common",
        "hr": "neither",
        "management": "neither",
        "it": "neither",
        "legal": "neither",
    }
    assert (found["support"].leads, found["support"].supports) == (("goals.service",), ())
    assert (
        found["product_development"].leads,
        found["product_development"].supports,
    ) == ((), ("goals.service",))


def test_order() -> None:
    """Needs led, then fit gained, then share, then the pack's order.

    Needs: awareness (marketing 2, pr 1, sales 1), service (support 2, product development 1), privacy
    (legal 2, it 1). One need led each: support and legal gain 2/3 ÷ 3, marketing 1/2 ÷ 3; only support has a
    share.
    None led: product development and it gain 1/3 ÷ 3, in the pack's order; pr and sales 1/4 ÷ 3, by share.
    hr and management gain nothing and have no share.
    """
    sheet = sheet_of(
        {
            "goals": {**NO_GOAL, "awareness": "yes", "service": "yes"},
            "challenges": {**NO_CHALLENGE, "privacy": "yes"},
            "in_hand": {"privacy": "no"},
            "departments": all_items("departments", "no"),
        }
    )
    found = advised(sheet)
    assert list(found) == [
        "support",
        "legal",
        "marketing",
        "product_development",
        "it",
        "pr",
        "sales",
        "hr",
        "management",
    ]
    assert Effect(span(0), span("200/9")) == found["support"].fit
    assert Effect(span(0), span("50/3")) == found["marketing"].fit


def test_needs_led_come_before_gain() -> None:
    """Pr leads two needs and comes before hr, which leads one with more weight of its own."""
    sheet = sheet_of(
        {
            "goals": {**NO_GOAL, "expert": "yes", "stakeholders": "yes", "applicants": "yes"},
            "challenges": NO_CHALLENGE,
            "departments": all_items("departments", "no", marketing="yes"),
        }
    )
    assert list(advised(sheet))[:2] == ["pr", "hr"]


def test_share_decides_among_equals() -> None:
    """Without needs the share decides: in bitkom-2012 support 36, sales 31, hr 8, product development 7.

    The pack has each pair the other way round; what has no share comes last, in its order.
    """
    sheet = sheet_of(
        {"goals": NO_GOAL, "challenges": NO_CHALLENGE, "departments": all_items("departments", "no")}
    )
    assert list(advised(sheet, PACK.figures("bitkom-2012"))) == [
        "marketing",
        "pr",
        "support",
        "sales",
        "hr",
        "product_development",
        "management",
        "it",
        "legal",
    ]


def test_evidence() -> None:
    """Figure, named arguments, judgement: only what the needs in question rest on."""
    sheet = sheet_of(
        {
            "goals": {**NO_GOAL, "service": "yes", "expert": "yes", "applicants": "yes", "customers": "yes"},
            "challenges": NO_CHALLENGE,
            "departments": all_items("departments", "no"),
        }
    )
    found = advised(sheet)
    assert {
        name: found[name].evidence for name in ("support", "product_development", "hr", "pr", "legal")
    } == {
        "support": ("figure", "B3", "judgement"),  # customers rests on judgement, service on B3
        "product_development": ("B4", "judgement"),  # expert on B4, service on judgement
        "hr": ("B4",),
        "pr": ("figure", "judgement"),
        "legal": (),
    }


def test_other_figures() -> None:
    """Share and label come from the figure set in use: ragan-2012 has legal (14) and no sales."""
    sheet = sheet_of(
        {"goals": NO_GOAL, "challenges": NO_CHALLENGE, "departments": all_items("departments", "no")}
    )
    found = advised(sheet, PACK.figures("ragan-2012"))
    assert {name: (found[name].percent, found[name].label) for name in ("legal", "sales")} == {
        "legal": (14, "common"),
        "sales": (None, "neither"),
    }


def test_no_need() -> None:
    """Without needs there is no fit to gain, before or after."""
    sheet = sheet_of({"goals": NO_GOAL, "challenges": NO_CHALLENGE, "departments": {"pr": "no"}})
    entry = advised(sheet)["pr"]
    assert Effect(None, None) == entry.fit
    assert entry.fit.gain == 0


def test_gain_is_the_middle() -> None:
    """From 10..30 to 20..50 the middle moves from 20 to 35."""
    assert Effect(span(10, 30), span(20, 50)).gain == 15


@given(sheets())
def test_effects_equal_scoring_again(sheet: Sheet) -> None:
    """Every effect is what assessing the whole sheet with that one answer changed gives."""
    result = assess(PACK, FIGURES, sheet)
    for entry in advise_departments(PACK, FIGURES, sheet, result):
        again = assess(PACK, FIGURES, sheet.with_answer(PACK.department_path(entry.department), "yes"))
        assert Effect(result.fit.score, again.fit.score) == entry.fit
        assert Effect(result.benchmark.score, again.benchmark.score) == entry.benchmark


@given(sheets())
def test_order_holds(sheet: Sheet) -> None:
    """Any advice is sorted by needs led, fit gained, share and the pack's order."""
    keys = [
        (-len(entry.leads), -entry.fit.gain, -(entry.percent or 0), PACK.departments.index(entry.department))
        for entry in advise_departments(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))
    ]
    assert sorted(keys) == keys


ODD = pack_of(
    # Departments that are needs, that count in two sections, and one section without weight.
    sections=[{"id": "all", "weight": 2}, {"id": "idle", "weight": 0}],
    questions=[
        several("departments", ["a", "b", "c"], na=True),
        {**several("goals", ["x"]), "section": "idle"},
        {"id": "in_hand", "section": "all", "kind": "several", "each_of": "departments"},
    ],
    needs=[
        {"item": "departments.a", "lead": ["b"], "support": ["a"]},
        {"item": "departments.b", "lead": ["a", "b", "c"]},
        {"item": "goals.x", "lead": ["c"]},
    ],
)
ODD_FIGURES = FigureSet.model_validate(
    {
        "format": 1,
        "id": "odd",
        "dated": PACK.file.dated,
        "sources": [{"id": "s", "publisher": "s", "year": 2020, "links": ["https://example.org/"]}],
        "figures": [
            {"item": item, "percent": percent, "source": "s"}
            for item, percent in (("departments.a", 30), ("departments.b", 60), ("goals.x", 10))
        ],
    }
)


@given(sheets(ODD))
def test_effects_in_an_odd_pack(sheet: Sheet) -> None:
    """The same where a department is itself a need, so that its answer opens and closes needs."""
    result = assess(ODD, ODD_FIGURES, sheet)
    for entry in advise_departments(ODD, ODD_FIGURES, sheet, result):
        again = assess(ODD, ODD_FIGURES, sheet.with_answer(ODD.department_path(entry.department), "yes"))
        assert Effect(result.fit.score, again.fit.score) == entry.fit
        assert Effect(result.benchmark.score, again.benchmark.score) == entry.benchmark
