"""Which file is meant."""

from pathlib import Path

from assembly_desk.store.errors import Unusable

WAL, SHM = "-wal", "-shm"


def path_of(url_or_path: str) -> Path:
    """The file that a plain path or a `sqlite:///` URL names, absolute, links followed.

    Raises `Unusable` for any other database, and for one in memory: a record lives in a file.
    """
    if "://" not in url_or_path:
        if not url_or_path or "\0" in url_or_path:
            raise Unusable(repr(url_or_path), "names-nothing")
        return Path(url_or_path).resolve()
    # Only here: a plain path is the rule, and SQLAlchemy takes longer to load than a sitting.
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    scheme = url_or_path.partition("://")[0]
    try:
        url = make_url(url_or_path)
    except (ArgumentError, ValueError):  # a port that is no number is a ValueError
        raise Unusable(scheme, "no-url") from None
    if url.get_backend_name() != "sqlite":  # a URL may hold a password: only its kind is told
        raise Unusable(scheme, "not-sqlite")
    if not url.database or url.database == ":memory:" or url.query or "\0" in url.database:
        raise Unusable(scheme, "more-than-file")
    return Path(url.database).resolve()


def beside(path: Path, suffix: str) -> Path:
    """The file of that name and the suffix."""
    return path.with_name(path.name + suffix)
