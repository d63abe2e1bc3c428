"""smcheck installed from its wheel, in place, and not at all: the same program each time."""

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import smcheck
from smcheck.words.language import LANGUAGES
from support.cli import EXAMPLE_FILE, ROOT, Outcome
from support.installation import Installed, build, clone, repository_files, run

SHELLS = ("bash", "zsh", "fish")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or sys.platform == "win32", reason="needs the repository, and a shell"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this module's copies and environments are."""
    return tmp_path_factory.mktemp("packaging")


@pytest.fixture(scope="module")
def wheel(folder: Path) -> Path:
    """The wheel, built from a copy of the repository."""
    return build(clone(folder / "for-wheel"), "wheel", folder / "wheel")


@pytest.fixture(scope="module")
def installed(folder: Path, wheel: Path) -> Installed:
    """An environment with the wheel installed."""
    made = Installed(folder / "installed")
    made.install(str(wheel))
    return made


@pytest.fixture(scope="module")
def editable(folder: Path) -> Installed:
    """An environment with a copy of the repository installed in place."""
    repository = clone(folder / "in-place")
    made = Installed(folder / "editable")
    made.install("--editable", str(repository))
    return made


def names(wheel: Path) -> set[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def score_of(outcome: Outcome) -> object:
    """The benchmark's score in a result."""
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)["benchmark"]["score"]


# ── the wheel ─────────────────────────────────────────────────────────────────────────────────


def test_wheel_holds_what_is_needed(wheel: Path) -> None:
    """All modules, the questions with their figures, translations, completions, the style sheet, py.typed."""
    modules = {
        str(file) for file in repository_files() if file.parts[0] == "smcheck" and file.suffix == ".py"
    }
    questions = {f"smcheck/{file}" for file in repository_files() if file.parts[0] == "questions"}
    made = {
        f"smcheck/completions/{code}.{shell}" for code in ("de", "en") for shell in ("bash", "zsh", "fish")
    }
    others = {"smcheck/py.typed", "smcheck/tui/smcheck.tcss", "smcheck/locale/de/LC_MESSAGES/smcheck.mo"}
    assert (modules | questions | made | others) - names(wheel) == set()
    assert len(modules) > 50


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    """No sources of translations, no tests, nothing of the repository's surroundings."""
    assert {name for name in names(wheel) if name.endswith((".po", ".pot", ".pyc"))} == set()
    assert {name.partition("/")[0] for name in names(wheel)} == {
        "smcheck",
        f"smcheck-{smcheck.__version__}.dist-info",
    }


def test_wheel_names_licence_and_dependencies(wheel: Path) -> None:
    """The licence is in it, and nothing but what is declared is needed."""
    info = f"smcheck-{smcheck.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{info}/METADATA").decode()
        assert (ROOT / "LICENSE").read_bytes() == archive.read(f"{info}/licenses/LICENSE")
    needed = [
        line for line in metadata.splitlines() if line.startswith("Requires-Dist") and "extra" not in line
    ]
    assert sorted(line.split()[1].partition("<")[0].partition(">")[0] for line in needed) == [
        "platformdirs",
        "pydantic",
        "rich",
        "textual",
        "tomli-w",
    ]


def test_source_distribution_builds_the_same_wheel(folder: Path, wheel: Path) -> None:
    """Who builds from the sources gets the same files."""
    source = build(clone(folder / "for-sdist"), "sdist", folder / "sdist")
    with tarfile.open(source) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    assert names(wheel) == names(build(unpacked, "wheel", folder / "second-wheel"))


# ── installed ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["installed", "editable"])
def test_installed(request: pytest.FixtureRequest, folder: Path, kind: str) -> None:
    """Version, German help, a score, completion: all work from any folder."""
    program: Installed = request.getfixturevalue(kind)
    assert program.run("--version") == Outcome(0, f"smcheck {smcheck.__version__}\n", "")
    german = program.run("--lang", "de", "--help")
    assert (german.code, german.err, german.out[:15]) == (0, "", "Aufruf: smcheck")
    result = program.run("score", str(EXAMPLE_FILE), "--format", "json")
    assert score_of(result) == {"low": 12.5, "high": 25}
    for code in LANGUAGES:
        script = program.run("--lang", code, "completion", "bash")
        (folder / f"{kind}.{code}.bash").write_text(script.out, encoding="utf-8")
        parsed = subprocess.run(["bash", "-n", str(folder / f"{kind}.{code}.bash")], check=False)
        assert (script.code, parsed.returncode) == (0, 0)


def test_installed_uses_nothing_of_the_repository(installed: Installed) -> None:
    """The package and its questions are the wheel's own, and the example in it can be scored."""
    script = "import smcheck.pack as p; print(p.__file__); print(p.default_folder())"
    found = run([str(installed.folder / "bin" / "python"), "-c", script], installed.folder).out.splitlines()
    assert [Path(path).is_relative_to(installed.packages.resolve()) for path in found] == [True, True]
    example = Path(found[1]) / "example.json"
    assert score_of(installed.run("score", str(example), "--format", "json")) == {"low": 12.5, "high": 25}


def test_editable_follows_the_sources(editable: Installed, folder: Path) -> None:
    """Installed in place, an edited questionnaire is asked at once."""
    texts = folder / "in-place" / "questions" / "social-media" / "en.toml"
    texts.write_text(
        texts.read_text(encoding="utf-8").replace('label = "Goals"', 'label = "Aims"'), encoding="utf-8"
    )
    outcome = editable.run("--lang", "en", "score", str(EXAMPLE_FILE))
    assert (outcome.code, "\n  Aims  " in outcome.out) == (0, True)


def compile_catalogue(repository: Path) -> None:
    """What ``pybabel compile -D smcheck -d smcheck/locale`` does in a repository."""
    command = [sys.executable, "-m", "babel.messages.frontend", "compile", "-D", "smcheck"]
    subprocess.run([*command, "-d", "smcheck/locale"], cwd=repository, capture_output=True, check=True)


def test_editable_follows_the_translations(editable: Installed, folder: Path) -> None:
    """Installed in place, an edited translation is spoken once it is compiled, by CONTRIBUTING's command."""
    catalogue = folder / "in-place" / "smcheck" / "locale" / "de" / "LC_MESSAGES" / "smcheck.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(
        text.replace("weder eine Datei noch ein gespeicherter Bogen", "nirgends"), encoding="utf-8"
    )
    compile_catalogue(folder / "in-place")
    outcome = editable.run("--lang", "de", "score", "nowhere")
    assert outcome.err == "smcheck: nowhere: nirgends\n"


# ── not installed ─────────────────────────────────────────────────────────────────────────────


def test_bare_clone(folder: Path) -> None:
    """A clone runs without being installed; it lacks what a build makes, completions and German."""
    repository = clone(folder / "bare")
    assert not (repository / "smcheck" / "completions").exists()

    def program(*arguments: str) -> Outcome:
        command = [sys.executable, "-S", "-m", "smcheck", *arguments]  # without any installed smcheck
        packages = ":".join(path for path in sys.path if path.endswith("-packages"))
        return run(command, folder, PYTHONPATH=f"{repository}:{packages}")

    assert program("--version") == Outcome(0, f"smcheck {smcheck.__version__}\n", "")
    assert "COMMAND" in program("--lang", "de", "--help").out
    compile_catalogue(repository)
    assert "BEFEHL" in program("--lang", "de", "--help").out
    result = program(
        "score", str(repository / "questions" / "social-media" / "example.json"), "--format", "json"
    )
    assert score_of(result) == {"low": 12.5, "high": 25}
    without = program("completion", "bash")
    assert (without.code, without.out) == (1, "")
    assert without.err.startswith(
        f"smcheck: {repository}/smcheck/completions/en.bash: made while smcheck is inst"
    )


# ── completions ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shell", SHELLS)
def test_completion_script_parses(installed: Installed, tmp_path: Path, shell: str, language: str) -> None:
    """Each shell reads its script without running it."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here; Debian's package {shell} brings it")
    script = tmp_path / f"smcheck.{shell}"
    script.write_text(installed.run("--lang", language, "completion", shell).out, encoding="utf-8")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_bash_script_names_its_place(installed: Installed) -> None:
    """The script and the README name the same place, where bash looks for it by itself."""
    place = "~/.local/share/bash-completion/completions/smcheck"
    header = installed.run("completion", "bash").out.split("\n\n")[0]
    assert [line for line in header.splitlines() if "/" in line][1:] == [
        f"# Its place: {place}; a new shell finds it there by itself."
    ]
    assert f"smcheck completion bash > {place}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["sc"], {"score", "schema"}),
        (["score", "--form"], {"--format"}),
        (["score", "--format", ""], {"text", "json", "jsonl", "markdown"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["--lang", ""], {"de", "en"}),
    ],
    ids=lambda typed: " ".join(typed) if isinstance(typed, list) else "",
)
def test_bash_completes(installed: Installed, tmp_path: Path, typed: list[str], expected: set[str]) -> None:
    """What bash offers for a beginning is what the command line takes."""
    script = tmp_path / "smcheck.bash"
    script.write_text(installed.run("completion", "bash").out, encoding="utf-8")
    words = " ".join(f"'{word}'" for word in ("smcheck", *typed))
    lines = (
        f"source {script}; COMP_WORDS=({words}); COMP_CWORD={len(typed)};"
        " $(complete -p smcheck | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(["bash", "-c", lines], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert {word for word in done.stdout.split() if word != "smcheck.bash"} == expected, done.stderr
