"""How the numbers of a section came about."""

from collections.abc import Iterable
from fractions import Fraction

from smcheck.advice.cautions import as_of
from smcheck.report.case import Case
from smcheck.report.comparison import same_answer
from smcheck.report.labels import answer_word, item_short, join_words, section_label
from smcheck.report.passport import Pairs, short_passport
from smcheck.report.sections import section_line
from smcheck.report.tab_content import Lines, Why
from smcheck.scoring import DescribedSection, ItemResult, JudgedSection
from smcheck.words.language import _
from smcheck.words.numbers import count_words, decimal, decimal_range, mean_words


def passports(case: Case, sources: Iterable[str | None]) -> tuple[Pairs, ...]:
    """What one has to know of each survey, once."""
    found = dict.fromkeys(source for source in sources if source)
    on = as_of(case.pack, case.sheet)
    return tuple(short_passport(case.pack, case.figures, source, on) for source in found)


def why_section(case: Case, id_: str) -> Why:
    """A section: what was counted, theirs, the score or the likeness, the rank, what is left out."""
    judged = case.result.benchmark.sections.get(id_)
    line = section_line(case, id_)
    section = judged or case.result.described[id_]
    known = [item for item in section.items if item.percent is not None]
    lines = [
        *_answer_counts(case, known),
        *_theirs(known, section.surveyed_mean),
        *(_judged_lines(judged) if judged else _described_lines(case.result.described[id_], known)),
        *_left_out_lines(case, section.items),
    ]
    count = count_words(*section.count) if section.count.of else ""
    return Why(
        title=f"{section_label(case, id_)}: {count}" if count else section_label(case, id_),
        text=" ".join(filter(None, (line.count_sentence, line.sentence))),
        lines=tuple(lines),
        sources=passports(case, [item.source for item in known]),
    )


def _answer_counts(case: Case, items: list[ItemResult]) -> Lines:
    """The answers, grouped: ``Marketing yes; PR and Sales no``."""
    groups: dict[str | None, list[str]] = {}
    for item in items:
        groups.setdefault(item.answer, []).append(item_short(case, item.path))
    if groups:
        text = "; ".join(f"{join_words(names)} {answer_word(answer)}" for answer, names in groups.items())
        yield _("counted"), text
    met_by_no = [item_short(case, item.path) for item in items if item.favourable == "no"]
    if met_by_no:
        yield "", _("{items}: met by “no”").format(items=join_words(met_by_no))
    if {None, "unknown"} & groups.keys():
        yield "", _("what is not known may be so or not: hence the range")


def _theirs(items: list[ItemResult], mean: Fraction) -> Lines:
    """The sum of the percentages, and the mean that it makes."""
    if len(items) < 2:  # no sum
        return
    shares = [favourable_percent(item) for item in items]
    text = _("{sum} = {total} %, so {mean} of these {n} on average")
    yield (
        _("theirs"),
        text.format(
            sum=" + ".join(decimal(share) for share in shares),
            total=decimal(sum(shares, Fraction(0))),
            mean=mean_words(mean),
            n=len(items),
        ),
    )


def favourable_percent(item: ItemResult) -> Fraction:
    """The percentage (0..100) of surveyed companies with the favourable answer; yes where there is none."""
    percent = item.percent or Fraction(0)
    return 100 - percent if item.favourable == "no" else percent


def _judged_lines(section: JudgedSection) -> Lines:
    compared = section.comparison
    if compared is None:
        return
    text = _("{count} = {score} of 100, theirs {theirs}")
    yield (
        _("score"),
        text.format(
            count=count_words(*section.count),
            score=decimal_range(*compared.score),
            theirs=decimal(compared.surveyed),
        ),
    )
    rank = compared.surveyed_with_more
    text = _("between {low} and {high} of 100 have more; single percentages allow no closer number")
    if not rank.exact and (rank.low > 0 or rank.high < 100):
        yield _("rank"), text.format(low=decimal(rank.low), high=decimal(rank.high))


def _described_lines(section: DescribedSection, items: list[ItemResult]) -> Lines:
    if section.alike is None or section.possible is None:
        return
    if section.alike.exact:
        same = [same_answer(item.percent or Fraction(0), item.answer) for item in items]
        text = _("{sum} = {total}, divided by {n} = {alike} of 100")
        yield (
            _("alike"),
            text.format(
                sum=" + ".join(map(decimal, same)),
                total=decimal(sum(same, Fraction(0))),
                n=len(items),
                alike=decimal(section.alike.low),
            ),
        )
    else:
        yield _("alike"), _("{alike} of 100").format(alike=decimal_range(*section.alike))
    possible = decimal_range(*section.possible)
    yield _("possible"), _("{range} of 100, whatever one answers").format(range=possible)
    yield "", _("described, not judged: it enters neither score nor verdict")


def _left_out_lines(case: Case, items: Iterable[ItemResult]) -> Lines:
    names = [item_short(case, item.path) for item in items if item.percent is None]
    if names:
        yield _("left out"), _("{items}: no figure").format(items=join_words(names))
