"""What if: switch departments and set-up on and off, see all numbers move; nothing is stored."""

from dataclasses import dataclass
from functools import cached_property

from textual.content import Content

from smcheck.advice import Effect
from smcheck.pack import Pack
from smcheck.report.case import Case, open_case
from smcheck.report.labels import answer_word, department_label, item_short, section_label, verdict_word
from smcheck.report.sentences import effect_text
from smcheck.report.still_open import nobody_sentence
from smcheck.scoring import Span
from smcheck.tui.text import cell, joined, plain, stacked
from smcheck.tui.widgets.answer_list import MARKS
from smcheck.tui.widgets.result_list import ResultRow
from smcheck.words.language import _
from smcheck.words.numbers import span

_COLUMN = 10
"""Columns for a score, now and then."""


@dataclass(frozen=True)
class Trial:
    """A case, and what is switched in it; never written back."""

    case: Case
    switched: tuple[tuple[str, str], ...] = ()

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """What can be switched: departments that exist, and the scored set-up."""
        pack, sheet = self.case.pack, self.case.sheet
        departments = map(pack.department_path, pack.departments)
        setup = (path for path in _setup(pack) if self.case.figures.share(path) is not None)
        return tuple(path for path in (*departments, *setup) if sheet.answer(path) != "na")

    def answer(self, path: str) -> str | None:
        """The answer as switched."""
        return dict(self.switched).get(path, self.case.sheet.answer(path))

    def switch(self, path: str) -> "Trial":
        """The trial with one answer switched on or off; back to its own answer where it had that."""
        switched = dict(self.switched)
        wanted = "no" if self.answer(path) == "yes" else "yes"
        switched[path] = wanted
        if self.case.sheet.answer(path) == wanted:
            del switched[path]
        return Trial(self.case, tuple(switched.items()))

    @cached_property
    def then(self) -> Case:
        """The case as it would be."""
        sheet = self.case.sheet.with_answers(dict(self.switched))
        return open_case(self.case.pack, sheet, self.case.figures.id)


def _setup(pack: Pack) -> list[str]:
    """The scored items of all questions but those of the departments and of what calls for departments."""
    others = {pack.file.departments, *(need.item.partition(".")[0] for need in pack.needs)}
    scored = [path for paths in pack.scored_items.values() for path in paths]
    return [path for path in scored if path.partition(".")[0] not in others]


def rows(trial: Trial, width: int) -> list[ResultRow]:
    """The switches, for a width in columns; each row's ``why`` is the path that it switches."""
    found = [ResultRow(plain(_("Switch on or off"), "bold"), heading=True)]
    for path in trial.paths:
        changed = path in dict(trial.switched)
        answer = trial.answer(path)
        room = max(width - 16, 8)
        name = _name(trial.case, path, room)
        word = (
            _("changed") if changed else {"unknown": answer_word("unknown"), None: _("open")}.get(answer, "")
        )
        found.append(
            ResultRow(
                joined(
                    plain(f"{MARKS[answer]} ", "bold" if answer == "yes" else ""),
                    cell(name, room, "bold" if changed else ""),
                    plain(word, "$accent"),
                ),
                ("switch", path),
            )
        )
    return found


def _name(case: Case, path: str, room: int) -> str:
    """A department by its name where there is room, else by its short one, as the set-up is."""
    question, _dot, item = path.partition(".")
    if question == case.pack.file.departments:
        label = department_label(case, item)
        if plain(label).cell_length < room:
            return label
    return item_short(case, path)


def numbers(trial: Trial, width: int) -> Content:
    """The numbers now and then, and the next best department."""
    now, then = trial.case.result, trial.then.result
    label = max(width - 2 * _COLUMN, 12)
    rows: list[Content | str] = [
        joined(
            " " * label,
            cell(_("now"), _COLUMN, "$foreground-muted"),
            cell(_("then"), _COLUMN, "$foreground-muted"),
        ),
        _row(_("BENCHMARK"), now.benchmark.score, then.benchmark.score, label),
        _verdict_row(now.benchmark.verdict, then.benchmark.verdict, label, width),
        _row(_("FIT"), now.fit.score, then.fit.score, label),
        "",
    ]
    for id_ in dict.fromkeys((*now.benchmark.sections, *then.benchmark.sections)):
        before, after = now.benchmark.sections.get(id_), then.benchmark.sections.get(id_)
        name = section_label(trial.case, id_)
        rows.append(_row(name, before.score if before else None, after.score if after else None, label))
    advised = [advice for advice in trial.then.advice.departments if advice.label == "advised"]
    rows += ["", plain(_("Next best"), "bold")]
    if advised:
        best = advised[0]
        rows.append(plain(department_label(trial.case, best.department)))
        rows.append(plain(_("fit {effect}").format(effect=effect_text(best.fit)), "$foreground-muted"))
    else:
        rows.append(plain(nobody_sentence(trial.then)))
    return stacked(*rows)


def _verdict_row(now: str, then: str, label: int, width: int) -> Content:
    """The verdict, or both where it changes; below the scores as far as there is room to their left."""
    word = plain(verdict_word(then), "bold")
    row = word if now == then else joined(f"{verdict_word(now)} → ", word)
    return joined(" " * max(min(label, width - row.cell_length), 0), row)


def brief(trial: Trial) -> Content:
    """Benchmark and fit now and then, in two rows."""
    now, then = trial.case.result, trial.then.result
    benchmark = effect_text(Effect(now.benchmark.score, then.benchmark.score))
    return stacked(
        joined(plain(_("BENCHMARK"), "bold"), f" {benchmark} {verdict_word(then.benchmark.verdict)}"),
        joined(plain(_("FIT"), "bold"), f" {effect_text(Effect(now.fit.score, then.fit.score))}"),
    )


def _row(name: str, now: Span | None, then: Span | None, label: int) -> Content:
    before, after = (span(*score) if score else "–" for score in (now, then))
    moved = "bold $primary" if before != after else ""
    return joined(cell(name, label), cell(before, _COLUMN), cell(after, _COLUMN, moved))
