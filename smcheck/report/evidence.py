"""Evidence: what a piece of advice rests on, in at most one line."""

from smcheck.report.case import Case
from smcheck.report.labels import host, one_line, survey
from smcheck.words.language import _, n_
from smcheck.words.numbers import whole


def evidence_lines(case: Case, evidence: tuple[str, ...], item: str = "") -> tuple[str, ...]:
    """The line of evidence that adds most: an argument, else our judgement beside the survey's figure.

    Args:
        case: the case that the advice belongs to.
        evidence: ``figure``, arguments such as ``B3``, ``judgement``.
        item: the item whose figure is meant by ``figure``, such as ``departments.support``.
    """
    arguments = [basis for basis in evidence if basis not in {"figure", "judgement"}]
    if arguments:
        line = argument_line(case, arguments[0])
        return (
            _("{argument}; beside it, smcheck's judgement").format(argument=line)
            if "judgement" in evidence
            else line,
        )
    figure = figure_words(case, item) if "figure" in evidence else ""
    if "judgement" not in evidence:
        return (figure,) if figure else ()
    if figure:
        return (_("smcheck's judgement; {figure}").format(figure=figure),)
    text = n_(
        "smcheck's judgement; this survey has no figure for it",
        "smcheck's judgement; these surveys have no figure for it",
        len(case.figures.sources),
    )
    return (text,)


def argument_line(case: Case, argument: str) -> str:
    """What an article says, and where it can be read."""
    text = one_line(case.texts.arguments[argument]).removesuffix(".")
    return f"{text} ({host(case.pack.argument_by_id[argument].link)})"


def figure_words(case: Case, item: str) -> str:
    """How many surveyed companies involve a department; empty where no figure is documented."""
    figure, source = case.figures.by_item.get(item), case.figures.source(item)
    if figure is None or source is None:
        return ""
    text = _("{n} of 100 surveyed companies involve it ({survey})")
    return text.format(n=whole(100 * figure.share), survey=survey(source))
