"""Small packs made for a purpose: their structure is given, their texts are filled in."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Table = dict[str, Any]
TODAY = "2026-01-01"


def toml(table: Mapping[str, Any], outer: str = "") -> str:
    """A table as TOML, tables inside it under dotted keys; the values of ``dated`` are days."""
    lines = []
    for key, value in table.items():
        place = outer + json.dumps(key, ensure_ascii=False)
        if isinstance(value, Mapping) and value:
            lines.append(toml(value, f"{place}."))
        else:
            lines.append(f"{place} = {TODAY if key == 'dated' else _value(value)}\n")
    return "".join(lines)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(key, ensure_ascii=False)} = {_value(entry)}" for key, entry in value.items()
            )
            + "}"
        )
    if isinstance(value, list | tuple):
        return "[\n" + ",\n".join(map(_value, value)) + "\n]"  # a line has a limit, and a list has none
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def several(id_: str, items: Iterable[str], **more: Any) -> Table:
    """A question with items to mark; each is scored, and none of them may exist."""
    found = [{"id": item, "favourable": "yes", "na": True} for item in items]
    return {"id": id_, "section": "all", "kind": "several", "items": found, **more}


def numbered_ids(letter: str, count: int) -> list[str]:
    """Ids that count from 0: ``g0``, ``g1`` and so on."""
    return [f"{letter}{number}" for number in range(count)]


def write_pack(
    folder: Path, questions: list[Table], *, text: str = "Text", figures: Iterable[str] = (), **tables: Any
) -> Path:
    """Write a pack with these questions, whose texts are all ``text``; gives the file of an empty sheet.

    ``figures`` are the items with a figure; ``tables`` are other keys of ``pack.toml``.
    """
    structure: Table = {
        "format": 2,
        "id": "small",
        "version": "1.0.0",
        "dated": TODAY,
        "departments": questions[0]["id"],
        "minutes": 1,
        "profile": {"sector": ["itk"], "country": ["de"], "size": ["small"]},
        "sections": [{"id": "all", "kind": "judged"}],
        "questions": questions,
        **tables,
    }
    documented = {
        "format": 2,
        "id": "documented",
        "dated": TODAY,
        "sources": [{"id": "s", "publisher": text[:200], "year": 2020, "links": ["https://localhost/"]}],
        "figures": [{"item": item, "percent": 50, "source": "s"} for item in figures],
    }
    (folder / "figures").mkdir(parents=True)
    (folder / "pack.toml").write_text(toml(structure), encoding="utf-8")
    (folder / "figures" / "documented.toml").write_text(toml(documented), encoding="utf-8")
    for language in ("de", "en"):
        (folder / f"{language}.toml").write_text(toml(_texts(structure, text)), encoding="utf-8")
    sheet = folder / "example.json"
    sheet.write_text(json.dumps({"format": 1, "pack": "small", "answers": {}}), encoding="utf-8")
    return sheet


def _texts(structure: Table, text: str) -> Table:
    questions = structure["questions"]
    needs = [need["item"] for need in structure.get("needs", ())]
    departments = next(q["items"] for q in questions if q["id"] == structure["departments"])
    return {
        "title": text,
        "description": text,
        "profile": {
            field: {"label": text, "options": dict.fromkeys(choices, text)}
            for field, choices in structure["profile"].items()
        },
        "sections": {section["id"]: _section_texts(section, text) for section in structure["sections"]},
        "questions": {
            question["id"]: {
                "text": text,
                "why": text,
                "help": text,
                **({"none": text} if question.get("none") else {}),
                "options": dict.fromkeys(question.get("options", ()), text),
            }
            for question in questions
        },
        "items": {
            question["id"]: {
                item["id"]: _item_texts(text, need=f"{question['id']}.{item['id']}" in needs)
                for item in question["items"]
            }
            for question in questions
            if question.get("items")
        },
        "departments": {
            item["id"]: dict.fromkeys(("bring_in", "find_out", "subject", "who", "say"), text)
            for item in departments
        },
        "rules": {rule["id"]: _rule_texts(rule, text) for rule in structure.get("rules", ())},
        "arguments": {argument["id"]: text for argument in structure.get("arguments", ())},
        "figures": {
            "documented": {
                "label": text,
                "note": text,
                "sources": {"s": {"title": text, "population": text, "asked": text, "note": text}},
            }
        },
    }


def _section_texts(section: Table, text: str) -> Table:
    found = dict.fromkeys(("label", "inline", "within"), text)
    found["count"] = "{count} {of} {mean}" + _doubled(text)
    if section["kind"] == "described":
        return {**found, "alike": "{alike}" + _doubled(text)}
    return {**found, "more": "{range}", "few_exist": "{of} {items}", "none_exist": "{of}"}


def _item_texts(text: str, *, need: bool) -> Table:
    usual = {"usual": text} if need else {}
    return {"label": text, "inline": text, "short": text[:16], "help": text, **usual}


def _rule_texts(rule: Table, text: str) -> Table:
    advice = {"today": text[:45], "who": text, "say": text} if rule["kind"] == "setup" else {}
    return {"title": text, "text": _doubled(text), **advice}


def _doubled(text: str) -> str:
    """A text for places where braces mean something."""
    return text.replace("{", "{{").replace("}", "}}")


def write_full_pack(folder: Path, text: str) -> Path:
    """Write a pack that uses everything that a pack can have, every text of which is ``text``."""
    departments = several("d", ["a", "b"])
    goals = {
        "id": "g",
        "section": "goals",
        "kind": "several",
        "none": True,
        "items": [{"id": "a"}, {"id": "b"}],
    }
    one = {"id": "o", "section": "all", "kind": "one", "options": ["x", "y"], "options_of": "d"}
    held = {"id": "h", "section": "goals", "kind": "several", "each_of": "g", "none": True}
    sheet = write_pack(
        folder,
        [departments, goals, one, held],
        text=text,
        sections=[{"id": "all", "kind": "judged"}, {"id": "goals", "kind": "described"}],
        figures=["d.a", "d.b", "g.a"],
        needs=[{"item": "g.a", "lead": ["b"], "support": ["a"], "evidence": {"b": ["A1", "judgement"]}}],
        rules=[
            {
                "id": "r",
                "kind": "setup",
                "urgency": 1,
                "evidence": ["A1", "judgement"],
                "when": [{"needs": "not_in_hand_though_covered"}],
                "unless": [{"any_of": [{"solo": True}, {"profile": "size", "is": ["small"]}]}],
            },
            {"id": "s", "kind": "second_look", "when": [{"answer": "d.a", "is": ["yes"]}]},
        ],
        arguments=[
            {"id": "A1", "link": "https://localhost/" + "".join(text.split()).translate(_NO_LINK)[:100]}
        ],
    )
    answers = {"d": {"a": "yes", "b": "no"}, "g": {"a": "yes", "b": "no"}, "o": "x", "h": {"a": "no"}}
    sheet.write_text(
        json.dumps({"format": 1, "pack": "small", "organisation": "Beispiel GmbH", "answers": answers}),
        encoding="utf-8",
    )
    return sheet


_NO_LINK = str.maketrans("", "", '<>"')
