"""What to do: the next steps, all recommendations, and the plan with room to write."""

from smcheck.report.document.model import Plan, Recommendations, Section, Step, Steps
from smcheck.report.formats.powerpoint.drawings.words import head
from smcheck.report.formats.powerpoint.grid import Grid
from smcheck.report.formats.powerpoint.spoken import block_lines
from smcheck.report.formats.powerpoint.table import Cell, Row, cell
from smcheck.report.formats.powerpoint.text import Run, Tone, sentences

_AIR = 1.0


def step_grid(section: Section, block: Steps) -> Grid:
    """The next steps with number, title and reason, and room for a person and a date.

    The whole text is in the speaker notes.
    """
    top = Row((Cell(), head(section.name), head(block.who_head), head(block.when_head)), 8)
    rows = tuple(_step_row(step) for step in block.rows)
    words = tuple(
        " ".join((f"{step.number}. {step.title}.", step.situation or step.text, step.effect))
        for step in block.rows
    )
    return Grid(section.name, (14, 196.67, 45, 35), top, rows, words)


def _step_row(step: Step) -> Row:
    effect = ((Run(step.effect, 14, tone=Tone.SOFT),),) if step.effect else ()
    return Row(
        (
            Cell(((Run(str(step.number), 20, bold=True, tone=Tone.BRAND),),), anchor="top"),
            Cell(((Run(step.title, 16, bold=True),), (Run(step.situation or step.text, 14),), *effect)),
            Cell(),
            Cell(),
        ),
        22,
        "hair",
        _AIR,
    )


def recommendation_grid(section: Section, block: Recommendations) -> Grid:
    """The next steps with reason and what changes, then the titles of the others in one row.

    The rest is in the speaker notes, and the plan has a row for each.
    """
    why, _evidence, change = block.heads
    top = Row((Cell(), head(section.name), head(why), head(change)), 8)
    rows = [_advice_row(step) for step in block.rows]
    words = [_in_words(step) for step in block.rows]
    if block.also:
        rows.append(_also_row(block))
        words.append(" ".join((f"{block.also_head}:", *map(_in_words, block.also))))
    return Grid(section.name, (14, 96, 104, 76.67), top, tuple(rows), tuple(words))


def _in_words(step: Step) -> str:
    return f"{step.number}. {step.title}. {_reason(step)} {step.effect}"


def _reason(step: Step) -> str:
    """How it is today, or the advice's first sentence."""
    return step.situation or sentences(step.text)[0]


def _also_row(block: Recommendations) -> Row:
    first, last = block.also[0].number, block.also[-1].number
    numbers = str(first) if first == last else f"{first}–{last}"
    titles = "; ".join(step.title for step in block.also)
    return Row(
        (
            cell(Run(numbers, 12, bold=True, tone=Tone.BRAND)),
            cell(Run(block.also_head)),
            cell(Run(titles, 12, tone=Tone.SOFT)),
            Cell(),
        ),
        9.6,
        "hair",
        _AIR,
    )


def _advice_row(step: Step) -> Row:
    return Row(
        (
            cell(Run(str(step.number), bold=True, tone=Tone.BRAND)),
            cell(Run(step.title, bold=True)),
            cell(Run(_reason(step), tone=Tone.SOFT)),
            cell(Run(step.effect)) if step.effect else Cell(),
        ),
        9.6,
        "hair",
        _AIR,
    )


def plan_grid(section: Section, block: Plan) -> Grid:
    """Number and title, and two empty columns; the last row is for the day of the next look."""
    what, who, when = block.heads
    top = Row((Cell(), head(what), head(who), head(when)), 7.5, "rule")
    rows = [
        Row(
            (
                cell(Run(str(number), bold=True, tone=Tone.BRAND)),
                cell(Run(title, bold=first)),
                Cell(),
                Cell(),
            ),
            9.6,
            "hair",
        )
        for number, title, first in block.rows
    ]
    rows.append(Row((Cell(), cell(Run(block.review, tone=Tone.SOFT)), Cell(), Cell()), 9.6, "hair"))
    return Grid(section.name, (11, 159.67, 70, 50), top, tuple(rows), tuple(block_lines(block)))
