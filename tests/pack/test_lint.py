"""Every rule of the linter, each on the shipped pack with one thing broken."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcheck.pack import default_folder, load_pack
from smcheck.pack.checks.wording import is_compound, sentences
from smcheck.pack.files import LARGEST, LONGEST_LINE
from smcheck.pack.lint import Finding, format_finding, lint
from smcheck.words.fault import Fault
from smcheck.words.language import use

DOCUMENTED = "figures/documented.toml"
RAGAN = "figures/ragan-2012.toml"


@dataclass(frozen=True)
class Edit:
    """One replacement in one file; ``old`` occurs in it, and its first occurrence is replaced.

    With ``after`` it is the first one behind that text.
    """

    file: str
    old: str
    new: str
    after: str = ""

    def apply(self, folder: Path) -> None:
        """Make it in a copy of the pack."""
        path = folder / self.file
        text = path.read_text("utf-8")
        before, after, rest = text.partition(self.after) if self.after else ("", "", text)
        assert self.old in rest
        path.write_text(before + after + rest.replace(self.old, self.new, 1), "utf-8")


def both(old: str, new: str, after: str = "") -> tuple[Edit, Edit]:
    """The same replacement in both languages."""
    return Edit("de.toml", old, new, after), Edit("en.toml", old, new, after)


def question(extra: str) -> Edit:
    """A further question with the id ``extra``, put after the last."""
    return Edit("pack.toml", "# ── needs", f'[[questions]]\nid = "extra"\n{extra}\n\n# ── needs')


def question_texts(more: str = "") -> tuple[Edit, Edit]:
    """The texts of that question."""
    return both(
        "# ── items",
        f'[questions.extra]\ntext = "Extra?"\nwhy = "Extra."\nhelp = "Extra."\n{more}\n# ── items',
    )


def rule(when: str) -> tuple[Edit, ...]:
    """A further rule with the id ``extra`` and this condition, and its texts."""
    return (
        Edit(
            "pack.toml",
            "# ── arguments",
            f'[[rules]]\nid = "extra"\nkind = "second_look"\nwhen = {when}\n\n# ── arguments',
        ),
        *both("# ── arguments", '[rules.extra]\ntitle = "Extra"\ntext = "Extra"\n\n# ── arguments'),
    )


def figure(extra: str) -> Edit:
    """What goes before the figures of the documented set."""
    return Edit(DOCUMENTED, "[[figures]]", f"{extra}\n\n[[figures]]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack to break."""
    copy = tmp_path / "pack"
    shutil.copytree(default_folder(), copy)
    return copy


def found(folder: Path) -> list[str]:
    """What the linter says, short: severity, file, place and rule of each finding."""
    return [
        f"{finding.severity} {Path(finding.file).relative_to(folder).as_posix()}"
        f" {finding.place} {finding.rule}"
        for finding in lint(folder)
    ]


EXTRA = 'section = "team"\nkind = "several"\nitems = [{ id = "x" }]'
EXTRA_ITEM = '[items.extra.x]\nlabel = "X"\ninline = "x"\nshort = "X"\nhelp = "X."\n'

CASES: dict[str, tuple[tuple[Edit, ...], list[str]]] = {
    # ── shape ──
    "unknown key": (
        (Edit("pack.toml", "minutes = 3", "minutes = 3\ncolour = 1"),),
        ["error pack.toml colour unknown-key"],
    ),
    "missing key": ((Edit("pack.toml", "minutes = 3", ""),), ["error pack.toml minutes missing-key"]),
    "misspelt key": (
        (Edit("pack.toml", "minutes = 3", "minuts = 3"),),
        ["error pack.toml minutes missing-key", "error pack.toml minuts unknown-key"],
    ),
    "newer format": (
        (Edit("pack.toml", "format = 2", "format = 3"),),
        ["error pack.toml format wrong-value"],
    ),
    "id in capitals": (
        (Edit("pack.toml", 'id = "in_hand"', 'id = "In hand"'),),
        ["error pack.toml questions[6].id wrong-format"],
    ),
    "date in quotes": (
        (Edit("pack.toml", "dated = 2026-11-26", 'dated = "2026-11-26"'),),
        ["error pack.toml dated wrong-value"],
    ),
    "empty list": (
        (
            Edit(
                RAGAN,
                'links = ["https://www.ragan.com/survey-marketing-pr-lead-the-social-media-push/"]',
                "links = []",
            ),
        ),
        [f"error {RAGAN} sources[0].links empty"],
    ),
    "empty text": ((Edit("en.toml", '"Sector"', '""'),), ["error en.toml profile.sector.label empty"]),
    "blank text": ((Edit("en.toml", '"Sector"', '" "'),), ["error en.toml profile.sector.label empty"]),
    "long short label": (
        (Edit("de.toml", 'short = "Entwicklung"', 'short = "Produktentwicklung"'),),
        ["error de.toml items.departments.product_development.short long-text"],
    ),
    # ── references ──
    "dangling question": (
        (Edit("pack.toml", 'only_if = "goals"', 'only_if = "goal"'),),
        ["error pack.toml questions[4].only_if dangling-id"],
    ),
    "dangling departments": (
        (Edit("pack.toml", 'departments = "departments"', 'departments = "department"'),),
        ["error pack.toml departments dangling-id"],
    ),
    "departments that resemble no question": (
        (Edit("pack.toml", 'departments = "departments"', 'departments = "zz"'),),
        ["error pack.toml departments dangling-id"],
    ),
    "dangling section": (
        (Edit("pack.toml", 'section = "team"\nkind = "one"', 'section = "teem"\nkind = "one"'),),
        ["error pack.toml questions[1].section dangling-id"],
    ),
    "dangling need": (
        (Edit("pack.toml", 'item = "goals.expert"', 'item = "goals.experts"'),),
        ["error pack.toml needs[1].item dangling-id"],
    ),
    "dangling lead": (
        (Edit("pack.toml", 'lead = ["legal"]', 'lead = ["lawyers"]'),),
        ["error pack.toml needs[7].lead dangling-id"],
    ),
    "dangling stand-in": (
        (Edit("pack.toml", 'stand_in = ["sales"]', 'stand_in = ["sale"]'),),
        ["error pack.toml needs[5].stand_in dangling-id"],
    ),
    "dangling support": (
        (Edit("pack.toml", 'support = ["pr", "sales"]', 'support = ["pr", "shop"]'),),
        ["error pack.toml needs[0].support dangling-id"],
    ),
    "evidence for what is no department": (
        (Edit("pack.toml", 'evidence = { support = ["B3"] }', 'evidence = { shop = ["B3"] }'),),
        [
            "error pack.toml needs[5].evidence dangling-id",
            "warning pack.toml needs[5].evidence.shop evidence-without-part",
        ],
    ),
    "department given twice": (
        (Edit("pack.toml", 'support = ["pr", "sales"]', 'support = ["pr", "pr"]'),),
        ["error pack.toml needs[0].support[1] duplicate-id"],
    ),
    "dangling argument": (
        (Edit("pack.toml", 'evidence = ["A1"]', 'evidence = ["A1", "A3"]'),),
        ["error pack.toml rules[1].evidence dangling-id"],
    ),
    "dangling item of a figure": (
        (Edit(RAGAN, 'item = "departments.legal"', 'item = "departments.lega"'),),
        [f"error {RAGAN} figures[5].item dangling-id"],
    ),
    "dangling source": (
        (Edit(RAGAN, 'percent = 14\nsource = "ragan-2012"', 'percent = 14\nsource = "ragan-2013"'),),
        [f"error {RAGAN} figures[5].source dangling-id"],
    ),
    "item given twice": (
        (Edit("pack.toml", '{ id = "agency" },', '{ id = "agency" }, { id = "agency" },'),),
        ["error pack.toml questions[0].items[6].id duplicate-id"],
    ),
    "figure given twice": (
        (Edit(RAGAN, 'item = "departments.legal"', 'item = "departments.it"'),),
        [f"error {RAGAN} figures[5].item duplicate-id"],
    ),
    "choice given twice": (
        (Edit("pack.toml", 'size = ["1-9"', 'size = ["1-9", "1-9"'),),
        ["error pack.toml profile.size[1] duplicate-id"],
    ),
    "set of another name": (
        (Edit(RAGAN, 'id = "ragan-2012"', 'id = "ragan"'),),
        [f"error {RAGAN} id set-id"],
    ),
    # ── structure ──
    "section of no kind": (
        (Edit("pack.toml", 'id = "team"\nkind = "judged"', 'id = "team"'),),
        ["error pack.toml sections[0].kind missing-key"],
    ),
    "section of a kind that there is not": (
        (Edit("pack.toml", 'kind = "judged"', 'kind = "judge"'),),
        ["error pack.toml sections[0].kind wrong-value"],
    ),
    "judged section without a favourable answer": (
        (
            Edit("pack.toml", 'id = "challenges"\nkind = "described"', 'id = "challenges"\nkind = "judged"'),
            *both(
                "alike",
                'more = "{range}"\nfew_exist = "{of} {items}"\nnone_exist = "{of}"\n# alike',
                after="[sections.challenges]",
            ),
        ),
        [
            "error pack.toml sections[3] nothing-judged",
            "warning pack.toml sections[3] section-without-figures",
        ],
    ),
    "favourable answer in a described section": (
        (Edit("pack.toml", '{ id = "expert" }', '{ id = "expert", favourable = "yes" }'),),
        ["error pack.toml questions[3].items[1].favourable stray-key"],
    ),
    "items of a question with one answer": (
        (
            Edit(
                "pack.toml",
                'section = "challenges"\nkind = "several"',
                'section = "challenges"\nkind = "one"',
            ),
        ),
        ["error pack.toml questions[5] unanswerable", "error pack.toml questions[5].none stray-key"],
    ),
    "question without items": (
        (question('section = "team"\nkind = "several"'), *question_texts()),
        ["error pack.toml questions[7] unanswerable"],
    ),
    "questions that wait for each other": (
        (
            question(EXTRA + '\nonly_if = "goals"'),
            *question_texts(EXTRA_ITEM),
            Edit(
                "pack.toml",
                'id = "goals"\nsection = "goals"',
                'id = "goals"\nonly_if = "extra"\nsection = "goals"',
            ),
        ),
        [
            "error pack.toml questions[3].only_if unanswerable",
            "error pack.toml questions[4].only_if unanswerable",
            "error pack.toml questions[7].only_if unanswerable",
        ],
    ),
    "question before what decides on it": (
        (Edit("pack.toml", 'kind = "one"\noptions_of', 'kind = "one"\nonly_if = "goals"\noptions_of'),),
        ["warning pack.toml questions[1].only_if late-gate"],
    ),
    "none of these beside one answer": (
        (
            Edit("pack.toml", 'kind = "one"\nonly_if', 'kind = "one"\nnone = true\nonly_if'),
            *both("options = { all", 'none = "–"\noptions = { all'),
        ),
        ["error pack.toml questions[4].none stray-key"],
    ),
    "need without lead": (
        (Edit("pack.toml", 'lead = ["legal"]', "lead = []"),),
        ["error pack.toml needs[7].lead need-without-lead"],
    ),
    "lead that stands in for itself": (
        (
            Edit(
                "pack.toml",
                'lead = ["legal"]\nstand_in = ["management"]',
                'lead = ["legal"]\nstand_in = ["legal"]',
            ),
        ),
        ["error pack.toml needs[7].stand_in[0] stand-in-is-lead"],
    ),
    "evidence for a department without part": (
        (Edit("pack.toml", 'evidence = { hr = ["B4", "judgement"] }', 'evidence = { legal = ["B4"] }'),),
        ["warning pack.toml needs[2].evidence.legal evidence-without-part"],
    ),
    "unused argument": (
        (Edit("pack.toml", 'evidence = ["B1", "B5"]', 'evidence = ["B1"]'),),
        ["warning pack.toml arguments[6].id unused-argument"],
    ),
    "described section with too few figures": (
        (Edit(DOCUMENTED, 'item = "challenges.privacy"', 'item = "team.one_person"'),),
        ["warning pack.toml sections[3] section-without-figures"],
    ),
    "judged section with too few figures for what is judged": (
        (Edit(DOCUMENTED, 'item = "team.ad_hoc"', 'item = "team.one_person"'),),
        ["warning pack.toml sections[0] section-without-figures"],
    ),
    # ── rules ──
    "rule without condition": (
        rule("[]"),
        ["error pack.toml rules[20].when rule-without-condition"],
    ),
    "advice without evidence": (
        (Edit("pack.toml", 'evidence = ["B1", "B5"]', "evidence = []"),),
        [
            "warning pack.toml arguments[2].id unused-argument",
            "warning pack.toml arguments[6].id unused-argument",
            "error pack.toml rules[3].evidence advice-without-evidence",
        ],
    ),
    "advice without urgency": (
        (Edit("pack.toml", "urgency = 3\n", ""),),
        ["error pack.toml rules[9].urgency no-urgency"],
    ),
    "urgency that there is not": (
        (Edit("pack.toml", "urgency = 3", "urgency = 4"),),
        ["error pack.toml rules[9].urgency wrong-value"],
    ),
    "second look with what advice has": (
        (
            Edit(
                "pack.toml",
                'kind = "second_look"',
                'kind = "second_look"\nurgency = 1\nevidence = ["A1"]\nchanges = { "team.ad_hoc" = "no" }',
            ),
        ),
        [
            "error pack.toml rules[12].changes stray-key",
            "error pack.toml rules[12].evidence stray-key",
            "error pack.toml rules[12].urgency stray-key",
        ],
    ),
    "two forms in one condition": (
        rule('[{ none_of = "goals", count_of = "goals", max = 1 }]'),
        ["error pack.toml rules[20].when[0] condition-form"],
    ),
    "count without limit": (
        rule('[{ count_of = "goals" }]'),
        ["error pack.toml rules[20].when[0] condition-form"],
    ),
    "answer compared with nothing": (
        rule('[{ answer = "daily" }]'),
        ["error pack.toml rules[20].when[0].is condition-form"],
    ),
    "answer that cannot be given": (
        rule('[{ answer = "team.agency", is = ["na"] }]'),
        ["error pack.toml rules[20].when[0].is unknown-answer"],
    ),
    "key that the form does not look at": (
        rule('[{ none_of = "goals", max = 1 }]'),
        ["error pack.toml rules[20].when[0].max stray-key"],
    ),
    "key that no form looks at, deep inside": (
        rule('[{ any_of = [{ any_of = [{ solo = true, is = ["yes"] }] }] }]'),
        ["error pack.toml rules[20].when[0].any_of[0].any_of[0].is stray-key"],
    ),
    "key that an exception does not look at": (
        rule('[{ solo = true }]\nunless = [{ needs = "nobody_here", min = 1 }]'),
        ["error pack.toml rules[20].unless[0].min stray-key"],
    ),
    "unknown key deep inside a condition": (
        rule('[{ any_of = [{ solo = true, ist = ["yes"] }] }]'),
        ["error pack.toml rules[20].when[0].any_of[0].ist unknown-key"],
    ),
    "choice of the profile that there is not": (
        rule('[{ profile = "size", is = ["10"] }]'),
        ["error pack.toml rules[20].when[0].is unknown-answer"],
    ),
    "field of the profile that there is not": (
        rule('[{ profile = "role", is = ["10"] }]'),
        ["error pack.toml rules[20].when[0].profile wrong-value"],
    ),
    "nothing chosen in a question with several answers": (
        rule('[{ chosen = "team", is = ["no"] }]'),
        ["error pack.toml rules[20].when[0].chosen dangling-id"],
    ),
    "needs in a state that there is not": (
        rule('[{ needs = "somewhere" }]'),
        ["error pack.toml rules[20].when[0].needs wrong-value"],
    ),
    "question that is counted and has no items": (
        rule('[{ known_of = "daily" }]'),
        ["error pack.toml rules[20].when[0].known_of dangling-id"],
    ),
    "item of an exception that there is not": (
        rule('[{ solo = true }]\nunless = [{ any_of = [{ answer = "team.adhoc", is = ["yes"] }] }]'),
        ["error pack.toml rules[20].unless[0].any_of[0].answer dangling-id"],
    ),
    "change to the answer that advice is for": (
        (Edit("pack.toml", 'changes = { "team.ad_hoc" = "no" }', 'changes = { "team.ad_hoc" = "yes" }'),),
        ["error pack.toml rules[1].changes.team.ad_hoc changes-nothing"],
    ),
    "change of what there is not": (
        (Edit("pack.toml", 'changes = { "team.ad_hoc" = "no" }', 'changes = { "team.adhoc" = "no" }'),),
        ["error pack.toml rules[1].changes dangling-id"],
    ),
    "rule that can never hold": (
        rule('[{ none_of = "goals" }, { answer = "goals.service", is = ["yes"] }]'),
        ["error pack.toml rules[20].when[1] rule-never-holds"],
    ),
    "rule whose exception always holds": (
        rule('[{ solo = true }]\nunless = [{ count_of = "departments", max = 9 }]'),
        ["error pack.toml rules[20].unless[0] rule-never-holds"],
    ),
    # ── figures ──
    "percentage above 100": (
        (Edit(DOCUMENTED, "percent = 90", "percent = 900"),),
        [f"error {DOCUMENTED} figures[3].percent percent-range"],
    ),
    "percentage below 0": (
        (Edit(RAGAN, "percent = 27", "percent = -27"),),
        [f"error {RAGAN} figures[0].percent percent-range"],
    ),
    "percentage in quotes": (
        (Edit(RAGAN, "percent = 27", 'percent = "27"'),),
        [f"error {RAGAN} figures[0].percent percent-range"],
    ),
    "fine percentage": (
        (Edit(RAGAN, "percent = 27", "percent = 2.7e-9"),),
        [f"error {RAGAN} figures[0].percent fine-number"],
    ),
    "figure without source": (
        (Edit(RAGAN, 'percent = 27\nsource = "ragan-2012"', "percent = 27"),),
        [f"error {RAGAN} figures[0].source figure-without-source"],
    ),
    "source without year": (
        (Edit(RAGAN, "year = 2012", ""),),
        [f"error {RAGAN} sources[0].year source-without-year"],
    ),
    "survey of the future": (
        (Edit(RAGAN, "year = 2012", "year = 2027"),),
        [f"error {RAGAN} sources[0].year late-year"],
    ),
    "earlier value that is not earlier": (
        (Edit(DOCUMENTED, "year = 2013, percent = 24", "year = 2015, percent = 24"),),
        [f"error {DOCUMENTED} figures[0].earlier[0].year late-year"],
    ),
    "country that is no choice": (
        (Edit(DOCUMENTED, 'country = ["de"]', 'country = ["de", "aq"]'),),
        [f"error {DOCUMENTED} sources[0].country[1] unknown-choice"],
    ),
    "sector that is no choice": (
        (Edit(DOCUMENTED, 'sector = ["itk"]', 'sector = ["it"]'),),
        [f"error {DOCUMENTED} sources[0].sector[0] unknown-choice"],
    ),
    "size that is no choice": (
        (Edit(DOCUMENTED, 'sector = ["itk"]', 'sector = ["itk"]\nsize = ["20+"]'),),
        [f"error {DOCUMENTED} sources[0].size[0] unknown-choice"],
    ),
    "source of nothing": (
        (
            figure('[[sources]]\nid = "extra"\npublisher = "–"\nyear = 2015\nlinks = ["https://localhost"]'),
            *both(
                "others.investor_relations",
                'sources.extra = { title = "–", population = "–", asked = "–" }\nothers.investor_relations',
            ),
        ),
        [f"warning {DOCUMENTED} sources[2].id unused-source"],
    ),
    "caution of a reserved name": (
        (
            Edit(
                DOCUMENTED,
                'source = "pivot-2010"\n\n[[figures]]',
                'source = "pivot-2010"\ncaution = "old"\n\n[[figures]]',
            ),
            *both("challenges_wording =", 'old = "–"\nchallenges_wording ='),
        ),
        [f"error {DOCUMENTED} figures[3].caution reserved-caution"],
    ),
    # ── languages ──
    "text in no language": (
        (question(EXTRA), *question_texts()),
        ["error de.toml items.extra.x missing-text", "error en.toml items.extra.x missing-text"],
    ),
    "choice without its preposition": (
        both(", other = ", ", others = ", after="within = {"),
        [
            "error de.toml profile.country.within.other missing-text",
            "warning de.toml profile.country.within.others orphan-text",
            "error en.toml profile.country.within.other missing-text",
            "warning en.toml profile.country.within.others orphan-text",
        ],
    ),
    "text in one language": (
        (Edit("de.toml", "B5 = ", "# B5 = "),),
        ["error de.toml arguments.B5 missing-translation"],
    ),
    "part of a text in one language": (
        (Edit("en.toml", 'help = "Systems, security, analytics."', ""),),
        ["error en.toml items.departments.it.help missing-key"],
    ),
    "note in one language": (
        (
            Edit(
                "de.toml",
                "limitations = ",
                "# limitations = ",
                after="[figures.documented.sources.pivot-2010]",
            ),
        ),
        ["error de.toml figures.documented.sources.pivot-2010.limitations missing-translation"],
    ),
    "row of advice that is too long": (
        (Edit("en.toml", 'today = "', f'today = "{"x" * 45}', after="[rules.owner]"),),
        ["error en.toml rules.owner.today long-text"],
    ),
    "advice without its row": (
        both("today = ", "# today = ", after="[rules.owner]"),
        ["error de.toml rules.owner.today missing-text", "error en.toml rules.owner.today missing-text"],
    ),
    "somebody to talk to who is no department": (
        (Edit("pack.toml", 'who = "management"', 'who = "managment"'),),
        ["error pack.toml rules[0].who dangling-id"],
    ),
    "somebody to talk to who is said twice": (
        both("title = ", 'who = "–"\ntitle = ', after="[rules.ad_hoc]"),
        ["warning de.toml rules.ad_hoc.who orphan-text", "warning en.toml rules.ad_hoc.who orphan-text"],
    ),
    "second look with a text that advice has": (
        both("title = ", 'who = "–"\ntitle = ', after="[rules.ad_hoc_and_dedicated]"),
        [
            "warning de.toml rules.ad_hoc_and_dedicated.who orphan-text",
            "warning en.toml rules.ad_hoc_and_dedicated.who orphan-text",
        ],
    ),
    "department without texts": (
        both("[departments.legal]", "[departments.law]"),
        [
            "warning de.toml departments.law orphan-text",
            "error de.toml departments.legal missing-text",
            "warning en.toml departments.law orphan-text",
            "error en.toml departments.legal missing-text",
        ],
    ),
    "need without what it is called": (
        both("usual = ", "# usual = ", after="[items.goals.service]"),
        [
            "error de.toml items.goals.service.usual missing-text",
            "error en.toml items.goals.service.usual missing-text",
        ],
    ),
    "what is no need is called one": (
        both("label = ", 'usual = "–"\nlabel = ', after="[items.team.agency]"),
        [
            "warning de.toml items.team.agency.usual orphan-text",
            "warning en.toml items.team.agency.usual orphan-text",
        ],
    ),
    "judged section without its sentence": (
        both("few_exist = ", "# few_exist = ", after="[sections.team]"),
        [
            "error de.toml sections.team.few_exist missing-text",
            "error en.toml sections.team.few_exist missing-text",
        ],
    ),
    "described section with a sentence of judged ones": (
        both(
            "count = ",
            'more = "{{range}}"\ncount = '.replace("{{", "{").replace("}}", "}"),
            after="[sections.goals]",
        ),
        [
            "warning de.toml sections.goals.more orphan-text",
            "warning en.toml sections.goals.more orphan-text",
        ],
    ),
    "source text in no language": (
        (*both("[figures.documented.sources.pivot-2010]", "[figures.documented.sources.pivot]"),),
        [
            "warning de.toml figures.documented.sources.pivot orphan-text",
            "error de.toml figures.documented.sources.pivot-2010 missing-text",
            "warning en.toml figures.documented.sources.pivot orphan-text",
            "error en.toml figures.documented.sources.pivot-2010 missing-text",
        ],
    ),
    "other figure's text in one language": (
        (Edit("de.toml", 'others.investor_relations = "Investor Relations beteiligt"', ""),),
        ["error de.toml figures.documented.others.investor_relations missing-translation"],
    ),
    "caution without text": (
        (Edit(RAGAN, "percent = 70", 'percent = 70\ncaution = "extra"'),),
        ["error de.toml cautions.extra missing-text", "error en.toml cautions.extra missing-text"],
    ),
    "figure set without texts": (
        (
            *both("[figures.ragan-2012]", "[figures.ragan-2013]"),
            *both("[figures.ragan-2012.", "[figures.ragan-2013."),
        ),
        [
            "error de.toml figures.ragan-2012 missing-text",
            "warning de.toml figures.ragan-2013 orphan-text",
            "error en.toml figures.ragan-2012 missing-text",
            "warning en.toml figures.ragan-2013 orphan-text",
        ],
    ),
    "orphan in one language": (
        (Edit("de.toml", "[cautions]", '[cautions]\nextra = "–"'),),
        ["warning de.toml cautions.extra orphan-text"],
    ),
    "text for none of these, which is not offered": (
        (
            Edit(
                "pack.toml",
                'section = "goals"\nkind = "several"\nnone = true',
                'section = "goals"\nkind = "several"',
            ),
        ),
        [
            "warning de.toml questions.goals.none orphan-text",
            "warning en.toml questions.goals.none orphan-text",
        ],
    ),
    # ── wording ──
    "labels alike": (
        (Edit("en.toml", 'label = "Sales"', 'label = "MARKETING"'),),
        ["error en.toml items.departments.sales.label duplicate-label"],
    ),
    "short labels alike": (
        (Edit("de.toml", 'short = "Personal"', 'short = "Recht"'),),
        ["error de.toml items.departments.legal.short duplicate-label"],
    ),
    "option like an item that is offered with it": (
        (Edit("en.toml", 'nobody = "Nobody in particular"', 'nobody = "Marketing"'),),
        ["error en.toml questions.daily.options.nobody duplicate-label"],
    ),
    "choices alike": (
        (Edit("en.toml", 'fr = "France"', 'fr = "Germany"'),),
        ["error en.toml profile.country.options.fr duplicate-label"],
    ),
    "two questions in one": (
        (
            Edit(
                "en.toml",
                'text = "Which goals does your company pursue',
                'text = "Why? Which goals does your company pursue',
            ),
        ),
        ["warning en.toml questions.goals.text compound-question"],
    ),
    "two question words in one": (
        (Edit("de.toml", 'text = "Wer beantwortet', 'text = "Wer und wie beantwortet'),),
        ["warning de.toml questions.daily.text compound-question"],
    ),
    "two things in one label": (
        (Edit("en.toml", 'label = "IT and data"', 'label = "IT; data"'),),
        ["warning en.toml items.departments.it.label compound-question"],
    ),
    "why in two sentences": (
        (Edit("de.toml", "Wer zuständig ist, entscheidet,", "Wer ist zuständig? Das entscheidet,"),),
        ["warning de.toml questions.team.why long-why"],
    ),
    "unknown placeholder": (
        (Edit("en.toml", "you involve {count},", "you involve {count} {what},"),),
        ["error en.toml sections.departments.count placeholder"],
    ),
    "brace left open": (
        (Edit("en.toml", "a measure is still missing. Name", "a measure is still { missing. Name"),),
        ["error en.toml rules.owner.text placeholder"],
    ),
    "placeholder with a format": (
        (Edit("en.toml", "you involve {count},", "you involve {count:>9},"),),
        ["error en.toml sections.departments.count placeholder"],
    ),
    "placeholder left out": (
        (
            Edit(
                "de.toml",
                "{range} befragten Unternehmen beteiligen",
                "Viele der befragten Unternehmen beteiligen",
            ),
        ),
        ["error de.toml sections.departments.more missing-placeholder"],
    ),
    "placeholder that stays empty": (
        (Edit("de.toml", "Beides ist angekreuzt.", "Beides ist angekreuzt: {about}."),),
        ["warning de.toml rules.ad_hoc_and_dedicated.text empty-placeholder"],
    ),
}


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=CASES.keys())
def test_a_broken_pack_gives_exactly_its_findings(
    folder: Path, edits: tuple[Edit, ...], expected: list[str]
) -> None:
    """Each fault is found at its file and place by its rule, nothing follows from it, and a fix is named."""
    for edit in edits:
        edit.apply(folder)

    assert expected == found(folder)
    for finding in lint(folder):
        assert re.fullmatch(r"\S.*[^.:]", finding.message)
        assert re.fullmatch(r"[A-Z].{7,}\.", finding.fix)


def test_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    """Faults of reference, figure and text are found together, sorted by file and place."""
    edits = (
        Edit("pack.toml", 'lead = ["legal"]', "lead = []"),
        Edit("pack.toml", 'evidence = ["B2"]', 'evidence = ["B9"]'),
        Edit(DOCUMENTED, 'item = "goals.service"', 'item = "goals.servce"'),
        Edit(DOCUMENTED, "year = 2010", "year = 2100"),
        Edit("de.toml", 'short = "Vertrieb"', 'short = "Recht"'),
        Edit("de.toml", "[rules.owner]", "[rules.owners]"),
    )
    for edit in edits:
        edit.apply(folder)

    expected = [
        "error de.toml items.departments.legal.short duplicate-label",
        "error de.toml rules.owner missing-translation",
        "warning de.toml rules.owners orphan-text",
        f"error {DOCUMENTED} figures[12].item dangling-id",
        f"error {DOCUMENTED} sources[1].year late-year",
        "error pack.toml needs[7].lead need-without-lead",
        "error pack.toml rules[4].evidence dangling-id",
    ]
    assert expected == found(folder)


def test_all_faults_of_shape_are_told_at_once(folder: Path) -> None:
    """All keys, types and limits that are wrong are found together, and nothing that only follows."""
    edits = (
        Edit("pack.toml", "minutes = 3", ""),
        Edit("pack.toml", 'departments = "departments"', 'departments = "Departments"'),
        Edit("pack.toml", '{ id = "dedicated", favourable', '{ id = "dedicated", favorable'),
        Edit(DOCUMENTED, "percent = 90", "percent = 900"),
        Edit(DOCUMENTED, "percent = 51", "percent = 5.1234567"),
        Edit(DOCUMENTED, "year = 2010", ""),
        Edit("de.toml", 'short = "Vertrieb"', 'short = ""'),
        Edit("de.toml", "[rules.owner]", "[rules.owner]\ntitel = 1"),
    )
    for edit in edits:
        edit.apply(folder)

    expected = [
        "error de.toml items.departments.sales.short empty",
        "error de.toml rules.owner.titel unknown-key",
        f"error {DOCUMENTED} figures[0].percent fine-number",
        f"error {DOCUMENTED} figures[3].percent percent-range",
        f"error {DOCUMENTED} sources[1].year source-without-year",
        "error pack.toml departments wrong-format",
        "error pack.toml minutes missing-key",
        "error pack.toml questions[0].items[0].favorable unknown-key",
    ]
    assert expected == found(folder)


def test_files_are_judged_by_themselves(folder: Path) -> None:
    """While one file has faults of shape, what is wrong in the others is found all the same."""
    Edit("pack.toml", "minutes = 3", "").apply(folder)
    Edit("en.toml", 'fr = "France"', 'fr = "Germany"').apply(folder)

    assert found(folder) == [
        "error en.toml profile.country.options.fr duplicate-label",
        "error pack.toml minutes missing-key",
    ]


def test_something_else_is_one_finding(folder: Path) -> None:
    """A file that is no questionnaire at all is told once, not key by key."""
    (folder / "en.toml").write_text("".join(f"a{number} = 1\n" for number in range(2000)), "utf-8")

    assert found(folder) == ["error en.toml  too-many-faults"]


@pytest.mark.parametrize("name", ["pack.toml", "de.toml", "en.toml", DOCUMENTED])
@pytest.mark.parametrize(
    ("content", "rule_id", "place"),
    [
        pytest.param(None, "missing-file", "", id="missing"),
        pytest.param(b"# Gr\xfc\xdfe", "not-utf-8", "byte 4", id="not UTF-8"),
        pytest.param(b"a = 1\nb = \n", "not-toml", "line 2, column 5", id="not TOML"),
        pytest.param(b"#\n" * (LARGEST // 2) + b"\n", "large-file", "", id="too large"),
        pytest.param(b"\n#" + b"x" * LONGEST_LINE, "long-line", "line 2", id="long line"),
        pytest.param(b"a = " + b"[" * 5000, "not-toml", "", id="lists in lists"),
        pytest.param(b"a." * 1500 + b"a = 1", "not-toml", "", id="tables in tables"),
        pytest.param(b"[a]" * 40_000, "long-line", "line 1", id="tables on one line"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_finding(
    folder: Path, name: str, content: bytes | None, rule_id: str, place: str
) -> None:
    """Whatever a file holds, the linter says so and does not fail."""
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)

    about = [(finding.rule, finding.place) for finding in lint(folder) if finding.file == str(folder / name)]
    assert about == [(rule_id, place)]


def test_a_file_that_cannot_be_opened_is_a_finding(folder: Path) -> None:
    """A folder in a file's place is told, not raised."""
    (folder / "en.toml").unlink()
    (folder / "en.toml").mkdir()

    assert found(folder) == ["error en.toml  unreadable-file"]


def test_a_file_of_no_language_is_a_finding(folder: Path) -> None:
    """A stray file would be offered as a language."""
    (folder / "notes.toml").write_text("a = 1", "utf-8")

    assert found(folder) == ["error notes.toml  stray-file"]


def test_a_folder_that_is_none_is_a_finding(tmp_path: Path) -> None:
    """The folder itself may be mistyped."""
    assert [(finding.rule, finding.file) for finding in lint(tmp_path / "none")] == [
        ("no-folder", str(tmp_path / "none"))
    ]


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    """What every pack has is named file by file."""
    assert found(tmp_path) == [
        f"error {name}  missing-file" for name in ("de.toml", "en.toml", DOCUMENTED, "pack.toml")
    ]


def test_a_finding_is_one_line() -> None:
    """File, place, rule, message and fix are on one line; what a file holds cannot break out of it."""
    finding = Finding("error", "minutes", "unknown-key", "unknown key “a\nb”", "Take it out.", "pack.toml")

    assert format_finding(finding) == "pack.toml: minutes: [unknown-key] unknown key “a␊b”. Take it out."


def test_a_finding_without_place_names_the_file_only() -> None:
    """A whole file at fault has no place in it."""
    finding = Finding("error", "", "missing-file", "no such file", "Add it.", "pack.toml")

    assert format_finding(finding) == "pack.toml: [missing-file] no such file. Add it."


def test_the_fix_of_a_misspelt_id_names_the_nearest(folder: Path) -> None:
    """A misspelt id is told which id was probably meant."""
    Edit("pack.toml", 'item = "goals.expert"', 'item = "goals.experts"').apply(folder)

    (finding,) = lint(folder)
    assert finding.fix.startswith("Write “goals.expert”, or else one of: team.dedicated,")


@pytest.fixture
def german() -> Iterator[None]:
    """German in use."""
    use("de")
    yield
    use("en")


@pytest.mark.usefixtures("german")
def test_rules_are_the_same_in_german(folder: Path) -> None:
    """The rule of a fault is told apart from its message, in whatever language that is."""
    Edit("pack.toml", 'item = "goals.expert"', 'item = "goals.experts"').apply(folder)
    Edit("pack.toml", '{ id = "agency" },', '{ id = "agency" }, { id = "agency" },').apply(folder)

    assert found(folder) == [
        "error pack.toml needs[1].item dangling-id",
        "error pack.toml questions[0].items[6].id duplicate-id",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who answers comments and messages?", False),
        ("Which departments are involved in sales and service?", False),
        ("Gibt es eine zuständige Person und eine Maßnahme?", False),
        ("Wie viele sind es, und sowohl hier als auch dort?", False),
        ("Who answers? How fast?", True),
        ("Who and how many answer?", True),
        ("Which goals do you pursue, and how are they measured?", True),
        ("Is it planned and whether it works?", True),
        ("Wer und wie antwortet?", True),
        ("Ist geklärt, ob und bis wann geantwortet wird?", True),
        ("Wird geantwortet und wenn ja, von wem?", False),
        ("Ist festgelegt, was gilt und ob es eingehalten wird?", True),
    ],
)
def test_a_question_that_asks_two_things(text: str, expected: bool) -> None:
    """Two question marks or joined question words make two questions; a list of things does not."""
    assert expected == is_compound(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One sentence, with a comma; and more.", 1),
        ("One. Two.", 2),
        ("One! And two.", 2),
        ("Ein Satz, z. B. Marketing, usw. Vertrieb, am 1. Mai.", 1),
        ("Ein Satz. „Noch einer.“", 2),
        ("Version 1.5 is out …and more", 1),
    ],
)
def test_the_number_of_sentences(text: str, expected: int) -> None:
    """A full stop ends a sentence, one of an abbreviation or an ordinal does not."""
    assert expected == sentences(text)


def test_a_rule_that_leads_nowhere_beside_departments_that_are_nowhere(folder: Path) -> None:
    """What is wrong first keeps nobody from asking whether the rules can hold."""
    Edit("pack.toml", 'departments = "departments"', 'departments = "zzzz"').apply(folder)
    Edit("pack.toml", 'id = "marketing"', 'id = "marketin"').apply(folder)
    assert any(line.startswith("error pack.toml departments ") for line in found(folder))


FILES = ("pack.toml", "de.toml", "en.toml", DOCUMENTED)
SHIPPED = {name: (default_folder() / name).read_bytes() for name in FILES}
JUNK = st.one_of(
    st.binary(max_size=3),
    st.sampled_from([b'"', b"[", b"]", b"\n", b"= ", b"1e-9", b"inf", b"{}", b"x = 1\n"]),
)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped pack in which every example overwrites one file."""
    copy = tmp_path_factory.mktemp("packs") / "pack"
    shutil.copytree(default_folder(), copy)
    return copy


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), JUNK), min_size=1, max_size=3),
)
@settings(max_examples=60)
def test_any_bytes_give_findings_and_what_does_not_load_gives_errors(
    broken: Path, name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    """The linter never fails, and it finds an error in every pack that cannot be used."""
    content = bytearray(SHIPPED[name])
    for position, length, new in changes:
        start = int(position * len(SHIPPED[name]))
        content[start : start + length] = new
    (broken / name).write_bytes(content)
    errors = [finding for finding in lint(broken) if finding.severity == "error"]
    try:
        pack = load_pack(broken)
        usable = bool(
            [pack.texts(code) for code in pack.languages] + [pack.figures(id_) for id_ in pack.figure_sets]
        )
    except Fault:
        usable = False
    finally:
        (broken / name).write_bytes(SHIPPED[name])

    assert usable or errors
