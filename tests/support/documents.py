"""A document by hand: the worked example in German, with every kind of block in it."""

from dataclasses import replace
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


def example(organisation: str = "Beispiel GmbH") -> Document:
    """The worked example."""
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
        summary=None,
        sources_note=(
            "Verglichen mit zwei Umfragen: Bitkom 2015 (IT- und Telekommunikationsunternehmen in Deutschland) "
            "und Pivot Conference 2010 (Fachleute aus Marketing und Werbung). Sie sind ein Maßstab, nicht der "
            "heutige Markt. Wer sich üblicherweise worum kümmert, ist unsere Einschätzung."
        ),
        parts=(_summary(), _where(), _described(), _who(), _plan(), _sources()),
    )


STEPS = (
    Step(
        id="rules.ad_hoc",
        number=1,
        title="Benennen Sie Zuständige",
        situation="„Wer gerade Lust hat“ heißt: Niemand muss.",
        text="Benennen Sie Personen, geben Sie ihnen Zeit dafür und regeln Sie die Vertretung.",
        who="Geschäftsleitung",
        say="Wer antwortet, wenn alle im Urlaub sind?",
        evidence=("2015 hieß es: Social Media ist zur Teamaufgabe geworden. ¹",),
        effect="Aufbau 1 statt 0 von 3",
        comment=Comment(
            "rules.ad_hoc", "Bis März klären.\nMit dem Betriebsrat.", "A. Beispiel, 27. 11. 2026"
        ),
    ),
    Step(
        id="departments.support",
        number=2,
        title="Klären Sie zuerst, ob der Kundenservice beteiligt ist",
        situation="",
        text="Wenn nicht, holen Sie ihn dazu: Er übernimmt es üblicherweise, Kunden auf Social Media zu betreuen.",
        who="Kundenservice",
        say="Wer beantwortet bei Ihnen Kommentare?",
        evidence=("Der Kundenservice kennt die Anliegen der Kunden. ²", "Dazu unsere Einschätzung."),
        effect="3 statt 2–3 von 4 Zielen abgedeckt",
    ),
    Step(
        id="departments.hr",
        number=3,
        title="Holen Sie die Personalabteilung dazu",
        situation="Sie wollen Bewerber gewinnen.",
        text="Das übernimmt üblicherweise die Personalabteilung, doch sie ist nicht beteiligt.",
        who="Personalabteilung",
        say="Wie finden uns Bewerber?",
        evidence=("Je nach Strategie sei es sinnvoll. ²", "Dazu unsere Einschätzung."),
        effect="3–4 statt 2–3 von 4 Zielen abgedeckt",
    ),
)
ALSO = (
    replace(
        STEPS[2], id="departments.legal", number=4, title="Holen Sie Recht und Datenschutz dazu", effect=""
    ),
    replace(STEPS[2], id="departments.it", number=5, title="Holen Sie IT und Daten dazu", say="", who=""),
)


def _summary() -> DocumentPart:
    bands = Bands(
        own_head="Sie",
        theirs_head="Befragte",
        caption="",
        legend="schraffiert: nicht bekannt",
        rows=(
            ScoreBand(
                "Gesamtwert",
                "Schnitt aus beiden",
                "13–25 von 100",
                "58",
                Span(Fraction(25, 2), Fraction(25)),
                Fraction(58),
            ),
            CountBand("Aufbau", "0 von 3", "1,7", ("no",) * 3, Fraction(169, 100), judged=True),
            CountBand(
                "Abteilungen",
                "1–2 von 4",
                "2,4",
                ("yes", "unknown", "no", "no"),
                Fraction(239, 100),
                judged=True,
            ),
        ),
    )
    described = Bands(
        own_head="",
        theirs_head="",
        caption="Beschrieben, nicht bewertet: Mehr ist hier weder besser noch schlechter.",
        rows=(
            CountBand(
                "Ziele", "4 von 6", "3,1", ("yes",) * 4 + ("no",) * 2, Fraction(307, 100), judged=False
            ),
            CountBand(
                "Herausforderungen", "2 von 3", "1,2", ("yes", "yes", "no"), Fraction(119, 100), judged=False
            ),
        ),
    )
    needs = Needs(
        heads=("Ziel oder offene Herausforderung", "Üblicherweise federführend", "Heute"),
        rows=(
            Need("Bekanntheit steigern", "Bekanntheit", "covered", "Marketing", "beteiligt"),
            Need("Bewerber gewinnen", "Bewerber", "missing", "Personalabteilung", "nicht beteiligt"),
            Need("Kunden gewinnen", "Neue Kunden", "covered", "Marketing", "beteiligt"),
            Need(
                "Kunden auf Social Media betreuen",
                "Kunden betreuen",
                "not_known",
                "Kundenservice",
                "nicht bekannt, ob beteiligt",
            ),
            Need("Datenschutz", "Datenschutz", "missing", "Recht und Datenschutz", "nicht beteiligt"),
        ),
    )
    return DocumentPart(
        "summary",
        "Zusammenfassung",
        "",
        (
            Section(
                "next_steps", "Die nächsten Schritte", "", (Steps("Wer", "Bis wann", STEPS),), "zwei weitere"
            ),
            Section(
                "bands",
                "Wo Sie stehen",
                "In beidem erfüllen Sie weniger als die befragten Unternehmen im Schnitt; "
                "Ihr Gesamtwert liegt 33 bis 46 Punkte darunter.",
                (bands, described),
            ),
            Section(
                "needs",
                "Wer sich darum kümmert",
                "Mit Kundenservice, Personalabteilung sowie Recht und Datenschutz ist alles abgedeckt. "
                "1 von 2 Herausforderungen ist im Griff.",
                (needs,),
            ),
        ),
    )


def item(
    label: str, state: str, answer: str, percent: int, gap: tuple[int, ...] = (), note: str = ""
) -> Item:
    """An item; ``gap`` has one end, or two where it is a range."""
    texts = tuple(f"+{end}" if end > 0 else f"\u2212{-end}" if end < 0 else "0" for end in gap)
    span = Span(Fraction(gap[0]), Fraction(gap[-1])) if gap else None
    return Item("", label, note, "", state, answer, Fraction(percent), f"{percent} %", span, texts, "1")


def _where() -> DocumentPart:
    team = Differences(
        "Sie",
        "Befragte: ja",
        "← Befragte vorn",
        "Sie vorn →",
        (
            item("Eigenes, spezialisiertes Team", "no", "nein", 51, (-51,)),
            item("Abteilungsübergreifendes Team", "no", "nein", 36, (-36,)),
            item("Wer gerade Lust hat", "yes", "ja", 18, (-82,), "erfüllt mit „nein“"),
        ),
    )
    departments = Differences(
        "Sie",
        "Befragte: ja",
        "← Befragte vorn",
        "Sie vorn →",
        (
            item("Marketing", "yes", "ja", 90, (10,)),
            item("PR / Öffentlichkeitsarbeit", "no", "nein", 64, (-64,)),
            replace(item("Vertrieb", "na", "gibt es nicht", 46), changed="nach dem Ergebnis geändert"),
            item("Kundenservice", "unknown", "weiß nicht", 39, (-39, 61)),
        ),
    )
    rest = Pairs(
        (
            (
                "Ohne Vergleichszahl",
                "Eine Person allein: nein. Eine Abteilung allein: ja. Eine Agentur: nein.",
            ),
        ),
        soft=True,
    )
    note = Comments((Comment("Aufbau", "Das ist seit Mai anders.", "A. Beispiel, 27. 11. 2026"),))
    return DocumentPart(
        "where",
        "Wo Sie stehen",
        "Balken nach links: So viele von 100 befragten Unternehmen erfüllen, was Sie nicht erfüllen. "
        "Nach rechts: So viele erfüllen nicht, was Sie erfüllen.",
        (
            Section(
                "team",
                "Aufbau",
                "Im Aufbau erfüllen Sie 0 von 3 Punkten, die befragten Unternehmen im Schnitt 1,7.",
                (team, rest, note),
                "Bitkom 2015 ¹",
            ),
            Section(
                "departments",
                "Abteilungen",
                "Von den 4 Abteilungen mit Vergleichszahl beteiligen Sie 1 bis 2.",
                (departments, rest),
                "Pivot Conference 2010 ²",
            ),
        ),
    )


def _described() -> DocumentPart:
    goals = Shares(
        "Sie",
        "Befragte: ja",
        (
            item("Bekanntheit steigern", "yes", "ja", 77),
            item("Expertenstatus aufbauen", "no", "nein", 68),
            item("Kontakt zu Journalisten und anderen Interessengruppen", "unknown", "weiß nicht", 31),
        ),
    )
    return DocumentPart(
        "described",
        "Beschrieben, nicht bewertet",
        "Grauer Balken: So viele von 100 befragten Unternehmen sagen „ja“. Davor steht Ihre Antwort.",
        (
            Section(
                "goals",
                "Ziele",
                "Sie verfolgen 4 von 6, die befragten Unternehmen im Schnitt 3,1.",
                (
                    goals,
                    Pairs((("Messbare Zielwerte", "Für einige Ziele schriftlich festgehalten."),), soft=True),
                ),
                "Bitkom 2015 ¹",
            ),
        ),
    )


NONE = Part("", "", "")


def _who() -> DocumentPart:
    lead = {
        state: Part("lead", state, f"federführend, {state}")
        for state in ("involved", "missing", "not_known", "covered")
    }
    help_ = {state: Part("help", state, f"hilft, {state}") for state in ("involved", "missing", "not_known")}
    matrix = Matrix(
        department_head="Abteilung",
        needs=(
            ("Bekanntheit", "Bekanntheit steigern"),
            ("Bewerber", "Bewerber gewinnen"),
            ("Neue Kunden", "Kunden gewinnen"),
            ("Kunden betreuen", "Kunden auf Social Media betreuen"),
            ("Datenschutz", "Datenschutz"),
        ),
        involved_head="Beteiligt",
        theirs_head="Befragte",
        rows=(
            MatrixRow(
                "Marketing",
                "yes",
                "ja",
                "90 %",
                (lead["involved"], help_["involved"], lead["involved"], help_["involved"], NONE),
            ),
            MatrixRow(
                "PR / Öffentlichkeitsarbeit",
                "no",
                "nein",
                "64 %",
                (help_["missing"], help_["missing"], NONE, NONE, NONE),
            ),
            MatrixRow(
                "Vertrieb", "no", "nein", "46 %", (help_["missing"], NONE, lead["covered"], NONE, NONE)
            ),
            MatrixRow(
                "Kundenservice",
                "unknown",
                "weiß nicht",
                "39 %",
                (NONE, NONE, help_["not_known"], lead["not_known"], NONE),
            ),
            MatrixRow("Produktentwicklung", "na", "gibt es nicht", "–", (NONE,) * 5),
            MatrixRow("Personalabteilung", "no", "nein", "–", (NONE, lead["missing"], NONE, NONE, NONE)),
        ),
        covered_head="Abgedeckt",
        covered=("ja", "nein", "ja", "?", "nein"),
        legend=(*lead.values(), *help_.values()),
    )
    return DocumentPart(
        "who",
        "Wer macht was",
        "Es fehlen: Personalabteilung, Recht und Datenschutz. Nicht bekannt: Kundenservice.",
        (
            Section("who_does_what", "", "", (matrix,)),
            Section(
                "recommendations",
                "Empfehlungen",
                "",
                (Recommendations(("Warum", "Beleg", "Was sich ändert"), STEPS, "Außerdem", ALSO),),
            ),
        ),
    )


def _plan() -> DocumentPart:
    plan = Plan(
        ("Was", "Wer", "Bis wann"),
        tuple((step.number, step.title, step.number <= 3) for step in (*STEPS, *ALSO)),
        "Nächster Blick auf den Plan am",
    )
    return DocumentPart(
        "plan",
        "Plan",
        "Zum Ausfüllen am Tisch: wer es übernimmt und bis wann. Am besten mit Namen, nicht mit Abteilungen.",
        (
            Section("plan", "", "", (plan,)),
            Section(
                "second_look",
                "Noch einmal hinsehen",
                "",
                (
                    Questions(
                        (
                            (
                                "Eine Abteilung allein – und doch sind zwei beteiligt?",
                                "Beteiligt sind zwei. Was gilt?",
                            ),
                        )
                    ),
                ),
            ),
            Section(
                "notes", "Notizen und Kommentare", "", (Notes((("Aufbau", "Erste Zeile.\nZweite Zeile."),)),)
            ),
        ),
    )


def _sources() -> DocumentPart:
    labels = ("Titel", "Jahr", "Zahl der Befragten")
    sources = Sources(
        (
            Source(
                "1",
                "Bitkom",
                tuple(
                    zip(
                        labels,
                        ("Marketing in ITK-Unternehmen", "2015, erschlossen", "nicht veröffentlicht"),
                        strict=True,
                    )
                ),
                frozenset({"Zahl der Befragten"}),
                (
                    Link(
                        "haufe.de",
                        "https://www.haufe.de/marketing-vertrieb/online-marketing/"
                        "itk-jedes-zweite-unternehmen-mit-social-media-team_132_317256.html",
                    ),
                ),
            ),
            Source(
                "2",
                "Pivot Conference (Brian Solis)",
                tuple(
                    zip(
                        labels,
                        ("Brands Pursue the Social Consumer", "2010", "700, nur in einem Bericht"),
                        strict=True,
                    )
                ),
                frozenset(),
                (Link("conversity.be", "http://www.conversity.be/blog/who-owns-social-media/"),),
            ),
        )
    )
    return DocumentPart(
        "sources",
        "Quellen und Rechenweg",
        "Zwei Umfragen unter zwei verschiedenen Gruppen, nicht als eine Stichprobe zu lesen.",
        (
            Section("surveys", "", "", (sources,)),
            Section(
                "cautions",
                "Vorsicht beim Lesen",
                "",
                (
                    Pairs(
                        (("Alter", "Beide Umfragen sind historisch. Sie sagen, wie es 2015 und 2010 war."),)
                    ),
                ),
            ),
            Section(
                "method",
                "So wird gerechnet",
                "",
                (
                    Numbered(
                        ("Verglichen wird nur, wozu eine Umfrage eine Zahl nennt.", "Jeder Punkt zählt 1.")
                    ),
                ),
            ),
            Section("end", "", "", (Text("Zum Weiterlesen steht alles im Netz.", soft=True),)),
        ),
    )
