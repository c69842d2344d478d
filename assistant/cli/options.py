"""What the options of a command mean: settings, filters, days, the lines of a batch."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.models import Filters
    from assistant.settings import Settings


def settings_of(options: argparse.Namespace) -> "Settings":
    """The settings of the environment, with what the command's options say instead."""
    from assistant.settings import Settings

    given = {
        "store": options.store,
        "role": options.role,
        "host": getattr(options, "host", None),
        "port": getattr(options, "port", None),
    }
    return Settings(**{name: value for name, value in given.items() if value is not None})


def filters_given(options: argparse.Namespace) -> "Filters":
    """The filters that the options set."""
    from assistant.models import Filters

    return Filters(
        options.council, options.body, day_of(options.since, "--since"), day_of(options.until, "--until"), options.kind
    )


def day_of(text: str | None, option: str) -> str | None:
    """The day that an option names, as YYYY-MM-DD; None where it is not given.

    Raises: ValueError that names the option where the text is no date.
    """
    from corpus.dates import first_date

    if text is None:
        return None
    day = first_date(text)
    if day is None:
        raise ValueError(f"{option} {text!r} is no date. Write it as 2024-01-08 or 8 January 2024.")
    return day


def lines_of(path: Path, one_of: tuple[str, ...]) -> list[dict[str, Any]]:
    """The lines of a batch. Raises: ValueError that names the line which holds none of these fields."""
    from assistant.evaluation.measures import load_gold

    lines = load_gold(path)
    for line in lines:
        turns = line.get("turns") if "turns" in one_of else None
        if not any(name in line for name in one_of) or (turns and not all("question" in turn for turn in turns)):
            raise ValueError(f"{path.name}, id {line['id']}: no {one_of[0]}. Each line needs one, see docs/formats.md.")
    return lines
