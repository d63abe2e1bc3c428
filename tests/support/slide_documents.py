"""A small document with every kind of block, as an invented company's report would be."""

from datetime import date
from fractions import Fraction

from smcheck.report.document.model import (
    Bands,
    Comment,
    Comments,
    CountBand,
    Differences,
    Document,
    DocumentPart,
    Item,
    Link,
    Matrix,
    MatrixRow,
    Need,
    Needs,
    Notes,
    Numbered,
    Pairs,
    Part,
    Plan,
    Questions,
    Recommendations,
    ScoreBand,
    Section,
    Shares,
    Source,
    Sources,
    Step,
    Steps,
    Text,
)
from smcheck.scoring import Span

PEOPLE = "  =1+1 <b>{{ x }}</b> \x1b[31m \u202eabc"
"""What somebody may type, wherever there is a field."""


def judged_item(label: str, state: str, answer: str, percent: int, note: str = "") -> Item:
    """An item of a judged section; its gap follows from state and percentage."""
    low = Fraction(-percent) if state != "yes" else Fraction(100 - percent)
    high = Fraction(100 - percent) if state != "no" else Fraction(-percent)
    if note:
        low, high = Fraction(percent - 100), Fraction(percent - 100)
    gap = None if state == "na" else Span(low, high)
    texts = () if gap is None else tuple(dict.fromkeys(f"{int(end):+d}".replace("-", "−") for end in gap))
    return Item(
        f"team.{label}",
        label,
        note,
        "",
        state,
        answer,
        Fraction(percent),
        f"{percent}\u202f%",
        gap,
        texts,
        "1",
    )


def shared_item(label: str, state: str, answer: str, percent: int) -> Item:
    """An item of a described section."""
    return Item(
        f"goals.{label}", label, "", "", state, answer, Fraction(percent), f"{percent}\u202f%", source="1"
    )


def step(number: int, title: str, comment: Comment | None = None) -> Step:
    """A recommendation with all of its texts."""
    return Step(
        f"rules.r{number}",
        number,
        title,
        f"„Wer gerade Lust hat“ heißt: Niemand muss ({number}).",
        f"Benennen Sie Personen und regeln Sie die Vertretung ({number}).",
        "Wer: Geschäftsleitung",
        f"„Wer macht das bei uns?“ ({number})",
        (
            f"2015 hieß es: Social Media ist zur Teamaufgabe geworden ({number}). ¹",
            "Dazu unsere Einschätzung.",
        ),
        f"Dann: Aufbau 1 statt 0 von 3 ({number}).",
        comment,
    )


def _summary_part() -> DocumentPart:
    bands = Bands(
        "Sie",
        "Befragte",
        (
            ScoreBand(
                "Gesamtwert",
                "Schnitt aus beiden",
                "13–25 von 100",
                "58",
                Span(Fraction(25, 2), Fraction(25)),
                Fraction(5804, 100),
            ),
            CountBand("Aufbau", "0 von 3", "1,7", ("no", "no", "no"), Fraction(169, 100), judged=True),
            CountBand(
                "Abteilungen",
                "1–2 von 4",
                "2,4",
                ("yes", "unknown", "no", "no"),
                Fraction(239, 100),
                judged=True,
            ),
        ),
        legend="schraffiert: nicht bekannt",
    )
    described = Bands(
        "Sie",
        "Befragte",
        (
            CountBand(
                "Ziele", "4 von 6", "3,1", ("yes",) * 4 + ("no",) * 2, Fraction(307, 100), judged=False
            ),
            CountBand(
                "Herausforderungen", "2 von 3", "1,2", ("yes", "yes", "no"), Fraction(119, 100), judged=False
            ),
        ),
        caption="Beschrieben, nicht bewertet: Mehr ist hier weder besser noch schlechter.",
    )
    needs = Needs(
        ("Ziel oder offene Herausforderung", "Üblicherweise federführend", "Heute"),
        (
            Need("Bekanntheit steigern", "Bekanntheit", "covered", "Marketing", "beteiligt"),
            Need("Bewerber gewinnen", "Bewerber", "missing", "Personalabteilung", "nicht beteiligt"),
            Need("Kunden gewinnen", "Neue Kunden", "covered", "Marketing", "beteiligt"),
            Need(
                "Kunden auf Social Media betreuen",
                "Service",
                "not_known",
                "Kundenservice",
                "nicht bekannt, ob beteiligt",
            ),
            Need("Datenschutz", "Datenschutz", "missing", "Recht und Datenschutz", "nicht beteiligt"),
        ),
    )
    comment = Comment(
        "Benennen Sie Zuständige", f"Mit Frau Muster besprechen.{PEOPLE}", "B. Beispiel, 22. November 2026"
    )
    steps = Steps(
        "Wer",
        "Bis wann",
        (
            step(1, "Benennen Sie Zuständige", comment),
            step(2, "Klären Sie zuerst, ob der Kundenservice beteiligt ist"),
            step(3, "Holen Sie die Personalabteilung dazu"),
        ),
    )
    return DocumentPart(
        "summary",
        "Zusammenfassung",
        "",
        (
            Section("next_steps", "Die nächsten Schritte", "", (steps,), "sechs weitere"),
            Section(
                "where_you_stand",
                "Wo Sie stehen",
                "In beidem erfüllen Sie weniger als die befragten Unternehmen im Schnitt; Ihr Gesamtwert liegt "
                "33 bis 46 Punkte darunter.",
                (bands, described),
            ),
            Section(
                "who_takes_charge",
                "Wer sich darum kümmert",
                "Mit Kundenservice, Personalabteilung sowie Recht und Datenschutz ist alles abgedeckt. "
                "1 von 2 Herausforderungen ist im Griff.",
                (needs, Text("Noch nicht beantwortet: Big Data.", soft=True)),
            ),
        ),
    )


def _item_parts() -> tuple[DocumentPart, DocumentPart]:
    heads = ("Sie", "Befragte: ja")
    team = Differences(
        *heads,
        "← Befragte vorn",
        "Sie vorn →",
        (
            judged_item("Eigenes, spezialisiertes Team", "no", "nein", 51),
            judged_item("Abteilungsübergreifendes Team", "no", "nein", 36),
            judged_item("Wer gerade Lust hat", "yes", "ja", 18, "erfüllt mit „nein“"),
        ),
    )
    departments = Differences(
        *heads,
        "← Befragte vorn",
        "Sie vorn →",
        (
            judged_item("Marketing", "yes", "ja", 90),
            judged_item("PR / Öffentlichkeitsarbeit", "na", "gibt es nicht", 64),
            judged_item("Vertrieb", "no", "nein", 46),
            judged_item("Kundenservice", "unknown", "weiß nicht", 39),
        ),
    )
    goals = Shares(
        *heads,
        (
            shared_item("Bekanntheit steigern", "yes", "ja", 77),
            shared_item("Expertenstatus aufbauen", "no", "nein", 68),
            shared_item("Bewerber gewinnen", "yes", "ja", 56),
            shared_item("Kontakt zu Journalisten und anderen Interessengruppen", "unknown", "weiß nicht", 31),
        ),
    )
    challenges = Shares(*heads, (shared_item("Ressourcen: Zeit, Personal, Budget", "yes", "ja", 49),))
    without = Pairs((("Ohne Vergleichszahl", "Eine Person allein: nein. Eine Agentur: nein."),), soft=True)
    comment = Comments((Comment("Aufbau", "Der Aufbau ist neu.\nSeit Mai.", "B. Beispiel"),))
    where = DocumentPart(
        "where",
        "Wo Sie stehen",
        "Balken nach links: So viele von 100 befragten Unternehmen erfüllen, was Sie nicht erfüllen.",
        (
            Section(
                "team",
                "Aufbau",
                "Im Aufbau erfüllen Sie 0 von 3 Punkten.",
                (team, without, comment),
                "Bitkom 2015 ¹",
            ),
            Section(
                "departments", "Abteilungen", "Sie beteiligen 1 bis 2 von 4.", (departments,), "Pivot 2010 ²"
            ),
        ),
    )
    described = DocumentPart(
        "described",
        "Beschrieben, nicht bewertet",
        "Mehr ist hier weder besser noch schlechter.",
        (
            Section("goals", "Ziele", "Sie verfolgen 4 von 6.", (goals,), "Bitkom 2015 ¹"),
            Section("challenges", "Herausforderungen", "Sie nennen 2 von 3.", (challenges,), "Bitkom 2015 ¹"),
        ),
    )
    return where, described


def matrix(needs: int) -> Matrix:
    """A matrix of three departments and so many needs, in which every part occurs."""
    parts = (
        Part("lead", "involved", "federführend, beteiligt"),
        Part("lead", "missing", "federführend, fehlt"),
        Part("lead", "not_known", "federführend, nicht bekannt"),
        Part("lead", "covered", "federführend, schon abgedeckt"),
        Part("help", "involved", "hilft, beteiligt"),
        Part("help", "missing", "hilft, nicht beteiligt"),
        Part("help", "not_known", "hilft, nicht bekannt"),
        Part("", "", ""),
    )
    names = (
        "Bekanntheit",
        "Experten",
        "Bewerber",
        "Neue Kunden",
        "Presse u. a.",
        "Kunden betreuen",
        "Ressourcen",
        "Datenschutz",
        "Big Data",
    )
    rows = tuple(
        MatrixRow(
            label,
            state,
            answer,
            "90\u202f%",
            tuple(parts[(shift + need) % len(parts)] for need in range(needs)),
        )
        for shift, (label, state, answer) in enumerate(
            (
                ("Marketing", "yes", "ja"),
                ("Kundenservice", "unknown", "weiß nicht"),
                ("Produktentwicklung", "na", "gibt es nicht"),
                ("PR / Öffentlichkeitsarbeit", "no", "nein"),
                ("Vertrieb", "no", "nein"),
                ("Personalabteilung", "no", "nein"),
                ("Geschäftsleitung", "yes", "ja"),
                ("IT und Daten", "no", "nein"),
                ("Recht und Datenschutz", "no", "nein"),
            )
        )
    )
    return Matrix(
        "",
        tuple((name, f"{name} als Ziel") for name in names[:needs]),
        "Beteiligt",
        "Befragte",
        rows,
        "Abgedeckt",
        tuple(("ja", "nein", "?")[need % 3] for need in range(needs)),
        parts[:-1],
    )


def _advice_parts(needs: int) -> tuple[DocumentPart, DocumentPart]:
    titles = (
        "Holen Sie Recht und Datenschutz dazu",
        "Bilden Sie ein abteilungsübergreifendes Team",
        "Geben Sie jedem Ziel einen messbaren Zielwert",
        "Holen Sie die PR dazu",
    )
    steps = (
        step(1, "Benennen Sie Zuständige"),
        step(2, "Klären Sie zuerst, ob der Kundenservice beteiligt ist"),
        step(3, "Holen Sie die Personalabteilung dazu"),
    )
    also = tuple(step(number, title) for number, title in enumerate(titles, start=4))
    recommendations = Recommendations(("Warum", "Beleg", "Was sich ändert"), steps, "Außerdem", also)
    plan = Plan(
        ("Was", "Wer", "Bis wann"),
        tuple((one.number, one.title, one.number < 4) for one in (*steps, *also)),
        "Nächster Blick auf den Plan am",
    )
    who = DocumentPart(
        "who",
        "Wer macht was",
        "Es fehlen: Personalabteilung, Recht und Datenschutz.",
        (
            Section("who", "Wer macht was", "", (matrix(needs),)),
            Section("recommendations", "Empfehlungen", "", (recommendations,)),
        ),
    )
    looks = Questions((("Eine Abteilung allein – und doch sind zwei beteiligt?", "Was gilt?"),))
    notes = Notes((("Welche Abteilungen sind beteiligt?", f"Vertrieb ab Januar.{PEOPLE}\nZweite Zeile."),))
    return who, DocumentPart(
        "plan",
        "Plan",
        "Zum Ausfüllen am Tisch: wer es übernimmt und bis wann.",
        (
            Section("plan", "Plan", "", (plan,)),
            Section("second_look", "Noch einmal hinsehen", "", (looks,)),
            Section("notes", "Notizen und Kommentare", "", (notes,)),
        ),
    )


def _source_part() -> DocumentPart:
    def source(marker: str, name: str) -> Source:
        return Source(
            marker,
            name,
            (
                ("Titel", f"Marketing in ITK-Unternehmen, jährliche Umfrage, {name}"),
                ("Jahr", "2015, erschlossen"),
                ("Alter", "11 Jahre, historisch"),
                ("Befragt wurden", "Marketingleitungen von IT- und Telekommunikationsunternehmen"),
                ("Land", "Deutschland"),
                ("Zahl der Befragten", "nicht veröffentlicht"),
                ("Nicht veröffentlicht", "Zeitraum, Stichprobe, Art der Befragung, Gewichtung"),
            ),
            frozenset({"Zahl der Befragten"}),
            (Link("haufe.de", "https://www.haufe.de/marketing?a=1&b=2"),),
        )

    return DocumentPart(
        "sources",
        "Quellen und Rechenweg",
        "Zwei Umfragen unter zwei verschiedenen Gruppen, nicht als eine Stichprobe zu lesen.",
        (
            Section(
                "surveys",
                "Umfragen",
                "",
                (Sources((source("¹", "Bitkom 2015"), source("²", "Pivot Conference 2010"))),),
            ),
            Section(
                "cautions",
                "Vorsicht beim Lesen",
                "",
                (Pairs((("Alter", "Beide Umfragen sind historisch."),)),),
            ),
            Section(
                "method",
                "So wird gerechnet",
                "",
                (Numbered(("Verglichen wird nur, wozu es eine Zahl gibt.", "Jeder Punkt zählt 1.")),),
            ),
        ),
    )


def slide_document(*, organisation: str = "Beispiel GmbH", needs: int = 5, summary: str = "") -> Document:
    """A document with every kind of block; ``summary`` is the consultant's."""
    return Document(
        language="de",
        organisation=organisation,
        title="Social Media im ganzen Unternehmen",
        date=date(2026, 11, 26),
        date_words="26. November 2026",
        headline="Bei Aufbau und Abteilungen liegen Sie hinter den befragten Unternehmen.",
        second="Für 2 bis 3 Ihrer 4 Ziele ist die Abteilung beteiligt, die sich üblicherweise darum kümmert.",
        situation=(
            "Selbsteinschätzung vom 26. November 2026: Industrie, Deutschland, 50 bis 249 Beschäftigte.",
            "Alle 28 Fragen sind beantwortet, eine davon mit „weiß nicht“.",
        ),
        summary=Comment("", summary, "B. Beispiel, 26. November 2026") if summary else None,
        sources_note="Verglichen mit zwei Umfragen: Bitkom 2015 und Pivot Conference 2010. Sie sind ein Maßstab, nicht der heutige Markt.",
        parts=(_summary_part(), *_item_parts(), *_advice_parts(needs), _source_part()),
    )
