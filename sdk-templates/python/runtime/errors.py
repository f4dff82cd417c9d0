"""The errors that methods declare; every SDK renders its own `errors`. These are the tests'."""

from __future__ import annotations

from . import _declared, _wire

__all__ = ["TaskLockedError", "TaskNotFoundDetails", "TaskNotFoundError"]


class TaskNotFoundDetails(_wire.Model):
    """Which task it was."""

    task_id: _wire.UUID


class TaskNotFoundError(_declared.DeclaredError):
    """There is no such task."""

    details: TaskNotFoundDetails

    def __init__(self, message: str, details: TaskNotFoundDetails, *, method: str = "") -> None:
        super().__init__(1404, "task_not_found", message, details, method=method)


class TaskLockedError(_declared.DeclaredError):
    """Another one writes at this moment."""

    def __init__(self, message: str, details: object = None, *, method: str = "") -> None:
        super().__init__(1409, "locked", message, details, method=method)


declared: _declared.Readers = {
    "locked": _declared.Reader(1409, TaskLockedError),
    "task_not_found": _declared.Reader(1404, TaskNotFoundError, lambda: TaskNotFoundDetails),
}
"""How each is known and read, by the name that travels."""
