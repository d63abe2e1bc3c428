"""The verdict as the sentence that a report begins with."""

from smcheck.pack.loading import DEFAULT_FIGURES
from smcheck.report.case import Case
from smcheck.report.headline import headline, name_sections, verdict_groups
from smcheck.report.labels import capital
from smcheck.words.language import _


def verdict_sentence(case: Case) -> str:
    """The verdict in a whole sentence, the first one of a report.

    The app's headline is shorter. Where the verdict is open or the survey allows none both are the same.
    """
    if is_incomparable(case):
        return _("Too little is comparable for an overall verdict.")
    if case.result.benchmark.verdict in {"open", "none"}:
        return headline(case).sentence
    groups = verdict_groups(case)
    return _one_side(case, groups) if len(groups) == 1 else _sides(case, groups)


def is_incomparable(case: Case) -> bool:
    """Whether there is no verdict because too little of what was asked exists in the company."""
    sections = case.result.benchmark.sections.values()
    return (
        case.result.benchmark.verdict == "none"
        and case.figures.id == DEFAULT_FIGURES
        and any(section.reason == "few_exist" for section in sections)
    )


def _one_side(case: Case, groups: dict[str, list[str]]) -> str:
    """All sections on the same side."""
    ((verdict, sections),) = groups.items()
    texts = {
        "above": _("In {inline} you are above the surveyed companies."),
        "below": _("In {inline} you are below the surveyed companies."),
        "level": _("In {inline} you are level with the surveyed companies."),
    }
    return name_sections(case, texts[verdict], sections)


def _sides(case: Case, groups: dict[str, list[str]]) -> str:
    """Each side with its sections, in the sections' order."""
    first, *others = groups
    beginnings = {
        "above": _("{within} you are above"),
        "below": _("{within} you are below"),
        "level": _("{within} you are level with"),
    }
    following = {
        "above": _("{within} above"),
        "below": _("{within} below"),
        "level": _("{within} level with"),
    }
    texts = [beginnings[first], *(following[verdict] for verdict in others)]
    sides = (
        name_sections(case, text, sections) for text, sections in zip(texts, groups.values(), strict=True)
    )
    return capital(_("{sides} the surveyed companies.").format(sides=", ".join(sides)))
