"""Long work off the window's thread: it says how far it is, can be stopped, and answers in the window's thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

_THREAD = ThreadPoolExecutor(1, "papers")
_running: set["Job"] = set()


class Stopped(Exception):
    """The user stopped the work before anything was written."""


class Job(QObject):
    """A piece of work. Its function gets the job, to say how far it is and to ask whether to go on."""

    _over = Signal(object, object)
    _step = Signal(int, int)

    def __init__(
        self,
        owner: QObject,
        work: Callable[["Job"], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        told: Callable[[int, int], None] | None = None,
        *,
        thread: ThreadPoolExecutor = _THREAD,
    ) -> None:
        """`done` and `failed` are called in the window's thread, and not at all once the owner is gone."""
        super().__init__()
        self._work: Callable[[Job], Any] | None = work
        self._done, self._failed, self._told = done, failed, told
        self._alone = False
        self._stop = Event()
        owner.destroyed.connect(self._owner_gone)
        self._over.connect(self._end)
        self._step.connect(self._tell)
        _running.add(self)
        thread.submit(self._run)

    def stop(self) -> None:
        """Ask it to stop: it writes nothing from now on; what is written already stands."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def go_on(self, step: int = 0, of: int = 0) -> None:
        """For its function: say how far it is. Raises `Stopped` if the user stopped it."""
        if self.stopped:
            raise Stopped
        if of:
            self._step.emit(step, of)

    def _run(self) -> None:
        result: Any = None
        error: Exception | None = None
        try:
            self.go_on()
            work, self._work = self._work, None  # what it holds is let go when it is done
            result = work(self) if work is not None else None
        except Exception as caught:  # noqa: BLE001  it is raised or said in the window's thread
            error = caught
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._over.emit(result, error)

    def _owner_gone(self) -> None:
        self._alone = True
        self.stop()

    def _tell(self, step: int, of: int) -> None:
        if self._told is not None and not self.stopped and not self._alone:
            self._told(step, of)

    def _end(self, result: object, error: object) -> None:
        _running.discard(self)
        if self._alone:
            return
        if isinstance(error, Exception):
            self._failed(error)
        else:
            self._done(result)
