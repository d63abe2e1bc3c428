"""When an app has come to rest: exactly, whatever else the machine does.

Textual's pilot takes the app to be at rest where the process has used little time lately. On a machine with
other work, a process that is kept waiting uses little time too, and tests look at pages half made.
"""

import asyncio
from collections.abc import Iterator
from time import monotonic
from typing import Any, cast

import pytest
from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.worker import WorkerState

PATIENCE = 30.0
"""Seconds after which an app that has not come to rest never will."""


def use_stillness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pilot wait until the app is at rest, after each key, click and pause."""

    async def wait_for_idle(*_seconds: float) -> None:
        await until_still(active_app.get())

    async def wait_for_screen(pilot: Pilot[object], timeout: float = PATIENCE) -> bool:
        await until_still(pilot.app, timeout)
        return True

    monkeypatch.setattr("textual.app.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_screen)


async def until_still(app: App[Any], seconds: float = PATIENCE) -> None:
    """Wait until nothing happens any more but by a key, a click, another program or a clock."""
    end = monotonic() + seconds
    while restless := next(_restless(app), ""):
        assert monotonic() < end, f"never at rest: {restless}"
        await asyncio.sleep(0 if restless == "steps" else 0.001)


def _restless(app: App[Any]) -> Iterator[str]:
    """What goes on in an app; nothing where it has ended."""
    if not app._running or app._exit or app._exception is not None:
        return
    for pump in [app, *app._registry]:
        if _busy(pump):
            yield repr(pump)
    if app._resize_event is not None:
        yield "a new size"
    yield from _unfinished(app)
    if app._batch_count:
        yield "changes made together"
    if app.animator._animations or app.animator._scheduled:
        yield "animations"
    if any(worker.state in (WorkerState.PENDING, WorkerState.RUNNING) for worker in app.workers):
        yield "workers"
    if cast("Any", asyncio.get_running_loop())._ready:
        yield "steps"


def _unfinished(app: App[Any]) -> Iterator[str]:
    """What is still to be laid out or drawn, in front or behind a window."""
    for screen in app.screen_stack:
        timer: Any = screen._update_timer
        if timer._active.is_set():  # it runs for as long as there is something to lay out or to draw
            yield f"layout of {screen}"
    screen = app.screen
    if screen._callbacks or screen._dirty_widgets:
        yield "callbacks, or widgets to draw"
    if screen._layout_required or screen._scroll_required or screen._repaint_required:
        yield "layout"
    if screen._recompose_required:
        yield "composing"


def _busy(pump: MessagePump) -> bool:
    """Whether a pump has anything to do, that is, does not stand waiting for a message."""
    queue: Any = pump._message_queue
    waits = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return bool(queue.qsize() or pump._pending_message or pump._next_callbacks or not waits)
