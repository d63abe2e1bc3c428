"""Copies of the repository, and environments of their own to install them into, without a network."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from support.cli import ROOT, Outcome, environment


def repository_files() -> list[Path]:
    """The files that belong to the repository, committed or not yet, below its root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    return [
        name for name in names if (ROOT / name).is_file()
    ]  # a deleted file is listed until it is committed


def clone(folder: Path) -> Path:
    """A copy of the repository as a clone has it: nothing that is made while smcheck is installed."""
    for name in repository_files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return folder


class Installed:
    """An environment that has smcheck installed and sees the other packages of this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        venv.create(folder, with_pip=False, symlinks=True)
        self.packages = next(folder.glob("lib/python*/site-packages"))
        # A path in such a file is searched after the environment's own; .pth files found there are not read.
        others = "\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
        (self.packages / "others.pth").write_text(others + "\n", encoding="utf-8")

    def install(self, *what: str) -> None:
        """Install without dependencies and without a network."""
        # The other environment may hold an smcheck of its own, which would be taken for this one.
        options = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed")
        self._python("-m", "pip", "install", *options, *what)

    def _python(self, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.folder / "bin" / "python"), *arguments],
            env=environment(self.folder, PYTHONPATH="", PIP_DISABLE_PIP_VERSION_CHECK="1"),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, *arguments: str) -> Outcome:
        """Run the installed ``smcheck``, in a folder that has nothing to do with the repository."""
        return run([str(self.folder / "bin" / "smcheck"), *arguments], self.folder)


def run(command: list[str], folder: Path, **variables: str) -> Outcome:
    """Run a program in ``folder`` that finds no module outside its environment but through ``variables``."""
    done = subprocess.run(
        command,
        env={**environment(folder, PYTHONPATH=""), **variables},
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def build(repository: Path, kind: str, output: Path) -> Path:
    """Build the ``wheel`` or the ``sdist`` of a copy of the repository; gives the file."""
    done = subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(output)],
        env=environment(output.parent, PYTHONPATH=""),
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = output.iterdir()
    return made
