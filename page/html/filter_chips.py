"""Filters as chips to press: those that are set, and those that a question names. Pure, everything escaped."""

import json
from html import escape

from assistant.models import Filters
from page.filters import fields_of, summary


def chips_html(filters: Filters) -> str:
    """The filters that are set, each as a chip that clears it; "" for none."""
    chips = [
        _chip("pick is-set", dict.fromkeys(fields, ""), "Remove the filter", words, "×")
        for fields, words in _named(filters)
    ]
    return f'<p class="chips"><span>Searching only:</span>{"".join(chips)}</p>' if chips else ""


def recognised_html(guessed: Filters) -> str:
    """What a question itself names, each as a chip that makes it a filter; "" for nothing."""
    known = fields_of(guessed)
    chips = [
        _chip("pick", {field: known[field] for field in fields if field in known}, "Search only", words, "+")
        for fields, words in _named(guessed)
    ]
    return f'<p class="chips"><span>Your question names:</span>{"".join(chips)}</p>' if chips else ""


def _named(filters: Filters) -> list[tuple[tuple[str, ...], str]]:
    """The fields and words of each chip: the first and the last date share one."""
    dates = summary(Filters(since=filters.since, until=filters.until))
    kind = summary(Filters(kind=filters.kind))
    chips = (
        (("council",), filters.council),
        (("body",), filters.body),
        (("kind",), kind),
        (("since", "until"), dates),
    )
    return [(fields, words) for fields, words in chips if words]


def _chip(kind: str, fields: dict[str, str], act: str, words: str, sign: str) -> str:
    """A chip that gives the form's fields these values. `act`: what it does, for who does not see its sign."""
    return (
        f'<button type="button" class="{kind}" data-act="filter" data-fields="{escape(json.dumps(fields))}">'
        f'<span class="sr">{act} </span>{escape(words)}<span aria-hidden="true"> {sign}</span></button>'
    )
