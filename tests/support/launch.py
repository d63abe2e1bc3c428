"""Becomes another program, on a terminal of its own and under limits.

``launch.py OPTIONS -- PROGRAM ARGUMENT…`` with ``--tty NAME``, ``--largest BYTES``, ``--room FOLDER SIZE``,
``--fixed FOLDER`` and ``--bound`` in any number.

``--tty`` makes a terminal the controlling one, which only the leader of a session can do.
``--largest`` is the largest file that may be written, as a full disk would have it.
``--room`` puts an empty file system of a size such as ``256k`` on a folder, for this program only.
``--fixed`` makes the medium read-only that a folder lies on, for this program only.
``--bound`` takes from root the right to pass over the modes of files and folders.
"""

import ctypes
import os
import resource
import sys

_CLONE_NEWNS = 0x00020000
_MS_REC_PRIVATE = 0x4000 | 0x40000
_MS_BIND, _MS_REMOUNT, _MS_RDONLY = 4096, 32, 1
_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _own_terminal(name: str) -> None:
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests themselves must not hang up
    terminal = os.open(name, os.O_RDWR)
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for stream in range(3):
        os.dup2(terminal, stream)
    os.close(terminal)


def _own_room(folder: str, size: str) -> None:
    libc = _libc()
    _checked(libc.unshare(_CLONE_NEWNS))
    _checked(libc.mount(b"none", b"/", None, ctypes.c_ulong(_MS_REC_PRIVATE), None))
    _checked(libc.mount(b"tmpfs", folder.encode(), b"tmpfs", ctypes.c_ulong(0), f"size={size}".encode()))


def _fixed_medium(folder: str) -> None:
    libc = _libc()
    _checked(libc.unshare(_CLONE_NEWNS))
    _checked(libc.mount(b"none", b"/", None, ctypes.c_ulong(_MS_REC_PRIVATE), None))
    for flags in (_MS_BIND, _MS_BIND | _MS_REMOUNT | _MS_RDONLY):
        _checked(libc.mount(folder.encode(), folder.encode(), None, ctypes.c_ulong(flags), None))


def _bind_by_modes() -> None:
    if os.geteuid() == 0:
        libc = _libc()
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            _checked(libc.prctl(_PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0))


def main(arguments: list[str]) -> None:
    """Do what the options say, then become the program."""
    while (option := arguments.pop(0)) != "--":
        if option == "--tty":
            _own_terminal(arguments.pop(0))
        elif option == "--largest":
            size = int(arguments.pop(0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        elif option == "--room":
            _own_room(arguments.pop(0), arguments.pop(0))
        elif option == "--fixed":
            _fixed_medium(arguments.pop(0))
        elif option == "--bound":
            _bind_by_modes()
        else:
            raise SystemExit(f"no option {option}")
    os.execvp(arguments[0], arguments)  # noqa: S606 - the program that a test names


if __name__ == "__main__":
    main(sys.argv[1:])
