"""Departments: who leads and who supports what the company pursues and faces, and who is missing."""

from textual.content import Content

from smcheck.report.case import Case
from smcheck.report.labels import answer_word, department_label, item_inline, item_short
from smcheck.report.sentences import fit_sentence
from smcheck.report.still_open import open_needs, still_open_sentence
from smcheck.scoring import NeedScore
from smcheck.tui.text import cell, hanging, joined, plain, right_cell, stacked
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _, n_
from smcheck.words.numbers import percent_span

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def rows(case: Case, width: int) -> list[ResultRow]:
    """The tab's rows for a width in columns."""
    needs = list(case.result.fit.needs.values())
    if not needs:
        return [ResultRow(plain(fit_sentence(case.result.fit)), ("fit", ""))]
    return [
        *_matrix(case, needs, width),
        ResultRow(
            stacked("", hanging(plain(""), plain(_legend(), "$foreground-muted"), width), ""), heading=True
        ),
        *_team(case, width),
        *_backing(case, needs, width),
    ]


def _legend() -> str:
    return _("L leads · s supports · ! missing · ? not known · – does not exist here")


def _matrix(case: Case, needs: list[NeedScore], width: int) -> list[ResultRow]:
    first = 20 if width >= 60 else 13
    last = 13 if width >= 60 else 0
    room = (width - first - last) // len(needs)
    names = [item_short(case, need.item) for need in needs]
    lettered = any(plain(name).cell_length + 1 > room for name in names)
    heads = list(_LETTERS[: len(needs)]) if lettered else names
    column = min(room, 5) if lettered else room
    if lettered and width >= 60:
        first = min(width - last - column * len(needs), 28)
    rows = [
        ResultRow(
            joined(
                " " * first,
                *(cell(head, column, "bold") for head in heads),
                right_cell(_("on board"), last, "$foreground-muted") if last else "",
            ),
            heading=True,
        )
    ]
    for department in case.pack.departments:
        word = answer_word(case.sheet.answer(case.pack.department_path(department)))
        marks = [_mark(need, department) for need in needs]
        rows.append(
            ResultRow(
                joined(
                    cell(department_label(case, department), first - 1),
                    " ",
                    *(cell(mark, column, "bold $error" if "!" in mark else "bold") for mark in marks),
                    right_cell(word, last) if last else "",
                ),
                ("department", department),
            )
        )
    if lettered:
        rows.append(
            ResultRow(
                stacked("", *(plain(f"{head}  {name}") for head, name in zip(heads, names, strict=False))),
                heading=True,
            )
        )
    return rows


def _mark(need: NeedScore, department: str) -> str:
    part = _("L") if department in need.leads else _("s") if department in need.supports else ""
    if not part:
        return "·"
    if department in need.missing:
        return part + "!"
    if department in need.unsure:
        return part + "?"
    return part + "–" if department in need.absent else part


def _team(case: Case, width: int) -> list[ResultRow]:
    team = case.advice.smallest_team
    if team.departments:
        names = ", ".join(department_label(case, department) for department in team.departments)
        text = _("The smallest team that gives every goal and challenge its lead adds: {names}.").format(
            names=names
        )
    elif not team.without_lead:
        text = _("Every goal and challenge has its lead.")
    elif len(team.without_lead) < len(case.result.fit.needs):
        text = _("Every goal and challenge that can have a lead has one.")
    else:
        text = ""
    found = (
        [ResultRow(stacked(hanging(plain(""), plain(text, "bold"), width), ""), ("fit", ""))] if text else []
    )
    if team.without_lead:
        names = ", ".join(item_inline(case, item) for item in team.without_lead)
        text = n_(
            "Nobody here can lead: {names}. The department does not exist.",
            "Nobody here can lead: {names}. The departments do not exist.",
            len(_leads_of(case, team.without_lead)),
        ).format(names=names)
        found.append(ResultRow(stacked(plain(text), ""), ("fit", "")))
    undecided = still_open_sentence(open_needs(case))
    if undecided:
        found.append(ResultRow(stacked(hanging(plain(""), plain(undecided), width), ""), ("fit", "")))
    return found


def _leads_of(case: Case, items: tuple[str, ...]) -> set[str]:
    """The departments that would lead these needs."""
    return {department for item in items for department in case.result.fit.needs[item].leads}


def _backing(case: Case, needs: list[NeedScore], width: int) -> list[ResultRow]:
    found = [ResultRow(plain(_("How far each is backed"), "bold"), heading=True)]
    for need in needs:
        low, high = (100 * value for value in need.backing)
        share = _("nobody exists") if need.homeless else percent_span(low, high)
        label: Content = cell(item_inline(case, need.item), min(34, width - 16))
        found.append(ResultRow(joined(label, right_cell(share, 15, "bold")), ("need", need.item)))
    return found
