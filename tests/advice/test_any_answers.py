"""What must hold of all advice, whatever was answered."""

from hypothesis import assume, given
from hypothesis import strategies as st

from smcheck.advice import Advice, advise
from smcheck.scoring import assess
from smcheck.sheet import Sheet
from support.builders import FIGURES, PACK, sheets


def advice_on(sheet: Sheet) -> Advice:
    """The advice on a sheet, held against the documented figures."""
    return advise(PACK, FIGURES, sheet, assess(PACK, FIGURES, sheet))


@given(sheets())
def test_at_most_three_and_everything_once(sheet: Sheet) -> None:
    """Whatever is advised is a next step or under “also”, once; nothing else is."""
    advice = advice_on(sheet)
    steps = [(step.kind, step.id) for step in (*advice.next_steps, *advice.also)]
    advised = {("rule", found.rule) for found in advice.setup}
    advised |= {("department", one.department) for one in advice.departments if one.label == "advised"}
    assert len(advice.next_steps) == min(3, len(advised))
    assert sorted(steps) == sorted(advised)


@given(sheets())
def test_one_that_takes_charge_is_among_the_next_steps(sheet: Sheet) -> None:
    """Where any department would take charge of a need, one of them is a next step."""
    advice = advice_on(sheet)
    charge = {one.department for one in advice.departments if one.takes_charge}
    first = {step.id for step in advice.next_steps if step.kind == "department"}
    assert not charge or charge & first


@given(sheets())
def test_urgency_decides(sheet: Sheet) -> None:
    """Nothing waits behind something less urgent, but for the one that takes the third place."""
    advice = advice_on(sheet)
    places = [step.urgency for step in advice.next_steps]
    also = [step.urgency for step in advice.also]
    assert places == sorted(places)
    assert also == sorted(also)
    if not (advice.next_steps and advice.next_steps[-1].takes_charge):
        assert not places or not also or places[-1] <= also[0]


@given(sheets(), st.sampled_from([None, *PACK.departments]), st.sampled_from(["yes", "no", "unknown", None]))
def test_a_company_with_one_department_or_none(
    sheet: Sheet, department: str | None, answer: str | None
) -> None:
    """It is told nothing about departments: none is missing, none is a step, no rule speaks of others."""
    changes: dict[str, str | None] = dict.fromkeys(map(PACK.department_path, PACK.departments), "na")
    if department is not None:
        changes[PACK.department_path(department)] = answer
    advice = advice_on(sheet.with_answers(changes))
    assert (advice.departments, advice.missing_leads) == ((), ())
    assert {step.kind for step in (*advice.next_steps, *advice.also)} <= {"rule"}
    of_others = {"one_person", "one_department", "marketing_alone", "no_lead", "cross_departmental"}
    assert of_others.isdisjoint(found.rule for found in advice.setup)


@given(sheets())
def test_what_a_department_is_advised_for_is_a_need(sheet: Sheet) -> None:
    """It takes charge of needs that are not covered, helps with others, and each once."""
    result = assess(PACK, FIGURES, sheet)
    for one in advise(PACK, FIGURES, sheet, result).departments:
        assert sheet.answer(PACK.department_path(one.department)) in {"no", "unknown"}
        assert {*one.takes_charge}.isdisjoint(one.helps)
        assert {*one.takes_charge, *one.helps} <= result.needs.open.keys()
        assert all(result.needs.open[item].covered != "yes" for item in one.takes_charge)
        assert (one.label == "advised") == bool(one.takes_charge or one.helps)
        assert one.label != "advised" or set(one.evidence) - {"figure"}, "a survey alone advises nothing"


@given(sheets())
def test_every_missing_lead_is_asked_for(sheet: Sheet) -> None:
    """Who takes charge of something is a missing lead; one that is not listed was not answered."""
    advice = advice_on(sheet)
    charge = {one.department for one in advice.departments if one.takes_charge}
    assert charge <= {*advice.missing_leads}
    for department in {*advice.missing_leads} - charge:
        assert sheet.answer(PACK.department_path(department)) is None


@given(sheets(), st.data())
def test_following_the_advice_is_never_worse(sheet: Sheet, data: st.DataObject) -> None:
    """With an advised department brought in, goals covered are what was promised, and no need is lost."""
    before = advice_on(sheet)
    advised = [one for one in before.departments if one.label == "advised"]
    assume(advised)
    one = data.draw(st.sampled_from(advised))
    followed = sheet.with_answer(PACK.department_path(one.department), "yes")
    result = assess(PACK, FIGURES, followed)
    assert result.needs.goals_covered == one.goals_covered.after
    assert all(result.needs.open[item].covered == "yes" for item in one.takes_charge)
