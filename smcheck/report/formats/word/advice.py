"""What to do: the next steps, all recommendations, and the plan with lines to write on."""

from smcheck.report.document.model import Plan, Recommendations, Step, Steps
from smcheck.report.formats.word.elements import Cell, Element, Place, Row, Run, Tab, Table, cell, paragraph
from smcheck.report.formats.word.prose import comment_row


def steps_elements(block: Steps, place: Place) -> list[Element]:
    """The next steps, with lines to write on: who, and by when; the hint says where the others are."""
    head = Row(
        (
            cell("smcheck Row Head", place.hint, span=2),
            cell("smcheck Row Head", block.who_head),
            cell("smcheck Row Head", block.when_head),
        ),
        head=True,
    )
    rows = [Row((*_step(step), _line(), _line())) for step in block.rows]
    return [Table("smcheck Blocks", (14.0, 100.0, 29.0, 27.0), (head, *rows), place.title)]


def _step(step: Step) -> tuple[Cell, Cell]:
    text = paragraph(
        "smcheck Step Text", step.why, Run(f" {step.effect}" if step.effect else "", "smcheck Soft")
    )
    return (
        cell("smcheck Step Number", str(step.number)),
        Cell((paragraph("smcheck Step Title", step.title), text)),
    )


def recommendations_elements(block: Recommendations, place: Place) -> list[Element]:
    """All that is advised: what, why, on what evidence, and what changes; comments below each."""
    why, evidence, effect = block.heads
    head = Row(
        (
            cell("smcheck Row Head", "", span=2),
            cell("smcheck Row Head", why),
            cell("smcheck Row Head", evidence),
            cell("smcheck Row Head", effect),
        ),
        head=True,
    )
    rows = [row for step in block.rows for row in _recommendation(step)]
    if block.also:
        rows.append(Row((cell("smcheck Legend", block.also_head, span=5, stay=True),)))
        rows += [row for step in block.also for row in _recommendation(step)]
    return [Table("smcheck Blocks", (7.0, 44.0, 45.0, 42.0, 32.0), (head, *rows), place.title)]


def _recommendation(step: Step) -> list[Row]:
    who = [paragraph("smcheck Evidence", step.who)] if step.who else []
    reasons = [part for part in (step.situation, step.text, step.say) if part]
    row = Row(
        (
            cell("smcheck Plan Number", str(step.number), stay=bool(step.comment)),
            Cell((paragraph("smcheck Recommendation", step.title), *who)),
            Cell(tuple(paragraph("smcheck Reason", part) for part in reasons or [""])),
            Cell(tuple(paragraph("smcheck Evidence", part) for part in step.evidence or [""])),
            cell("smcheck Effect", step.effect),
        )
    )
    return [row, comment_row(step.comment, spans=(2, 3))] if step.comment else [row]


def plan_elements(block: Plan, place: Place) -> list[Element]:
    """All that is advised with room to write: what, who, by when; and when to look at it again."""
    head = Row(
        (cell("smcheck Row Head", ""), *(cell("smcheck Row Head", head) for head in block.heads)), head=True
    )
    rows = (
        Row(
            (
                cell("smcheck Plan Number", str(number)),
                cell("smcheck Recommendation" if next_step else "smcheck Plan Text", text),
                _line(),
                _line(),
            ),
            height=11.5,
        )
        for number, text, next_step in block.rows
    )
    table = Table("smcheck Blocks", (8.0, 81.0, 47.0, 34.0), (head, *rows), place.title)
    return [table, paragraph("smcheck Date Line", f"{block.review} ", Tab())]


def _line() -> Cell:
    return cell("smcheck Line", "")
