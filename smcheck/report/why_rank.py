"""How the rank came about: why it is a range, and how its ends are found."""

from collections.abc import Sequence
from fractions import Fraction

from smcheck.report.case import Case
from smcheck.report.exact import exact
from smcheck.report.surveys import source_lines
from smcheck.report.why_score import quotient, why_section
from smcheck.words.language import _
from smcheck.words.numbers import percent_span, span


def why_rank(case: Case, section_id: str) -> list[str]:
    """Why the share of surveyed companies with more is a range, and how its ends are found."""
    section = case.result.benchmark.sections.get(section_id)
    if section is None:
        return why_section(case, section_id)
    shares = sorted(
        item.percent if item.favourable == "yes" else 100 - item.percent
        for item in section.items
        if item.lead is not None
    )
    complements = sorted(100 - share for share in shares)
    n, low, high = section.of, int(section.count.low), int(section.count.high)
    more = section.surveyed_with_more
    lines = [
        _("Yours: {count} of {of} favourable answers.").format(count=span(*section.count), of=n),
        _(
            "Only the share of each item is published, not how the items go together. The share of companies "
            "with more is therefore known as a range: {range}."
        ).format(range=percent_span(*more)),
        _("Shares with the favourable answer, ascending: {shares}.").format(
            shares=", ".join(exact(share) for share in shares)
        ),
    ]
    if high == n:
        lines.append(_("Lowest 0: nobody can have more than all {of}.").format(of=n))
    else:
        terms = _terms(n - high, complements)
        text = _("Lowest {value} = 100 − the smallest of 100, {terms}")
        lines.append(text.format(value=exact(more.low), terms=terms))
    if low == n:
        lines.append(_("Highest 0: nobody can have more than all {of}.").format(of=n))
    else:
        text = _("Highest {value} = the smallest of 100, {terms}")
        lines.append(text.format(value=exact(more.high), terms=_terms(low + 1, shares)))
    if not section.count.exact:
        lines.append(_("Answers are open, so the widest range is taken."))
    lines.append(_("Formula: Rüger 1978; it equals the optimum of the linear program over all combinations."))
    return lines + source_lines(case, (item.source for item in section.items if item.lead is not None))


def _terms(k: int, shares: Sequence[Fraction]) -> str:
    """The terms of the bound on “at least k”: the n−t smallest shares over k−t, for t = 0..k−1."""
    n = len(shares)
    return ", ".join(quotient(" + ".join(exact(share) for share in shares[: n - t]), k - t) for t in range(k))
