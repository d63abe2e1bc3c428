"""A pack from its folder: structure at once, texts and figure sets when they are asked for."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from smcheck.files.toml import parse_toml
from smcheck.pack.files import is_folder, read_pack
from smcheck.pack.models import Argument, FigureSet, Item, Need, PackFile, Question, Section
from smcheck.pack.references import faults, figure_faults, raise_first
from smcheck.pack.shapes import build
from smcheck.pack.text_references import text_faults
from smcheck.pack.texts import Texts
from smcheck.words.fault import Fault, unknown_word
from smcheck.words.language import _

ANSWERS = ("yes", "no", "unknown", "na")
"""What an item can be answered with: ``unknown`` was asked and nobody knows, ``na`` does not exist here."""
DEFAULT_FIGURES = "documented"


def default_folder() -> Path:
    """The folder of the pack ``social-media``: in the wheel, else in the clone."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "questions"
    questions = installed if installed.is_dir() else package.parent / "questions"
    return questions / "social-media"


def load_pack(folder: Path | str | None = None) -> "Pack":
    """The pack in ``folder``, or ``social-media`` without one.

    Raises:
        Fault: a file is missing, is not TOML, or does not fit; it names file and place.
    """
    root = Path(folder) if folder is not None else default_folder()
    if not is_folder(root):
        raise Fault(
            _("not a folder"), file=str(root), expected=_("a folder with a pack.toml"), rule="no-folder"
        )
    contents: dict[str, bytes] = {}
    for name, content in read_pack(root).items():
        if isinstance(content, Fault):
            raise content
        contents[name] = content
    if "pack.toml" not in contents:
        raise Fault(_("no pack.toml in this folder"), file=str(root), rule="missing-file")
    return restore_pack(root, contents)


def restore_pack(root: Path, contents: dict[str, bytes]) -> "Pack":
    """A pack from the bytes of its files, by name, however large; ``root`` is what faults call the folder.

    Raises:
        Fault: ``pack.toml`` is not TOML or does not fit.
    """
    name = str(root / "pack.toml")
    file = build(PackFile, parse_toml(contents["pack.toml"], name), name)
    raise_first(faults(file), name)
    return Pack(root, file, contents)


@dataclass(frozen=True, eq=False)
class Pack:
    """A questionnaire: sections, questions, items, departments, needs and rules.

    Equality is identity; two packs with the same :attr:`hash` ask and say the same.
    """

    folder: Path
    file: PackFile
    contents: dict[str, bytes]
    _texts: dict[str, Texts] = field(default_factory=dict, init=False, repr=False)
    """Cache of the texts that were asked for, by language."""
    _figures: dict[str, FigureSet] = field(default_factory=dict, init=False, repr=False)
    """Cache of the figure sets that were asked for, by id."""

    @property
    def id(self) -> str:
        """The pack's permanent name."""
        return self.file.id

    @property
    def version(self) -> str:
        """The pack's version, three numbers."""
        return self.file.version

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the names and bytes of all files: the same hash asks and scores the same."""
        from hashlib import sha256  # brings OpenSSL with it, and a first question needs no hash

        digest = sha256()
        for name, content in sorted(self.contents.items()):
            digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape"))
            digest.update(content)
        return digest.hexdigest()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order."""
        return self.file.sections

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, in the order in which they are asked."""
        return self.file.questions

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its path ``question.item``, those of ``each_of`` questions included."""
        return {
            f"{question.id}.{item.id}": item
            for question in self.questions
            for item in self.items_of(question)
        }

    def items_of(self, question: Question) -> tuple[Item, ...]:
        """The items that a question can have, whatever was answered so far."""
        if question.each_of:
            return tuple(Item(id=item.id) for item in self.question_by_id[question.each_of].items)
        return question.items

    @cached_property
    def section_items(self) -> dict[str, dict[str, Item]]:
        """The items that each section's questions hold themselves, by section and path."""
        return {
            section.id: {
                f"{question.id}.{item.id}": item
                for question in self.questions
                if question.section == section.id
                for item in question.items
            }
            for section in self.sections
        }

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """The departments' ids, in order."""
        return tuple(item.id for item in self.question_by_id[self.file.departments].items)

    def department_path(self, department: str) -> str:
        """The item of a department: ``departments.sales``."""
        return f"{self.file.departments}.{department}"

    def options(self, question: Question) -> tuple[str, ...]:
        """The options of a ``one`` question."""
        shared = self.question_by_id[question.options_of].items if question.options_of else ()
        return tuple(item.id for item in shared) + question.options

    def answers_to(self, path: str) -> tuple[str, ...]:
        """What an item or a question with one answer can be answered with; nothing for any other path."""
        item = self.items.get(path)
        if item is not None:
            return ANSWERS if item.na else ANSWERS[:3]
        question = self.question_by_id.get(path)
        if question is None or question.kind != "one":
            return ()
        return (*self.options(question), "unknown")

    @property
    def needs(self) -> tuple[Need, ...]:
        """What calls for departments, in order."""
        return self.file.needs

    @cached_property
    def in_hand(self) -> dict[str, str]:
        """The item that says whether another is in hand: ``in_hand.x`` for ``challenges.x``."""
        return {
            f"{question.each_of}.{item.id}": f"{question.id}.{item.id}"
            for question in self.questions
            if question.each_of
            for item in self.question_by_id[question.each_of].items
        }

    @cached_property
    def argument_by_id(self) -> dict[str, Argument]:
        """The arguments by their ids."""
        return {argument.id: argument for argument in self.file.arguments}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the pack has texts in."""
        return tuple(
            name.removesuffix(".toml") for name in self.contents if "/" not in name and name != "pack.toml"
        )

    def texts(self, language: str) -> Texts:
        """The texts in a language; in the pack's first language where it does not have this one.

        Raises:
            Fault: the language's file does not fit, or the pack has no texts at all.
        """
        if not self.languages:
            raise Fault(
                _("no texts"), file=str(self.folder), expected="de.toml, en.toml", rule="missing-file"
            )
        code = language if language in self.languages else self.languages[0]
        if code not in self._texts:
            file = str(self.folder / f"{code}.toml")
            texts = build(Texts, parse_toml(self.contents[f"{code}.toml"], file), file)
            raise_first(text_faults(self.file, texts), file)
            self._texts[code] = texts
        return self._texts[code]

    @cached_property
    def figure_sets(self) -> tuple[str, ...]:
        """The ids of the figure sets, the default first."""
        names = [Path(name).stem for name in self.contents if name.startswith("figures/")]
        return tuple(sorted(names, key=lambda name: (name != DEFAULT_FIGURES, name)))

    def figures(self, name: str = DEFAULT_FIGURES) -> FigureSet:
        """The figure set of this name.

        Raises:
            Fault: there is no such set, or its file does not fit.
        """
        if name not in self.figure_sets:
            raise unknown_word(_("figure set"), name, self.figure_sets, limit=len(self.figure_sets))
        if name not in self._figures:
            file = str(self.folder / "figures" / f"{name}.toml")
            figures = build(FigureSet, parse_toml(self.contents[f"figures/{name}.toml"], file), file)
            raise_first(figure_faults(self.file, figures, name), file)
            self._figures[name] = figures
        return self._figures[name]

    @cached_property
    def answer_paths(self) -> dict[str, tuple[str, ...]]:
        """The paths of the answers that each question can have: its own id, or those of its items."""
        return {
            question.id: (question.id,)
            if question.kind == "one"
            else tuple(f"{question.id}.{item.id}" for item in self.items_of(question))
            for question in self.questions
        }

    @cached_property
    def gates(self) -> dict[str, tuple[str, ...]]:
        """By question the paths of which one must be answered yes for it to apply; none if it always does."""
        gates = {question.id: question.only_if or question.each_of for question in self.questions}
        return {id_: self.answer_paths[gate] if gate else () for id_, gate in gates.items()}
