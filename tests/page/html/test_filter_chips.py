"""Filters as chips."""

import json

from assistant.models import Filters
from page.html.filter_chips import chips_html, recognised_html
from page_papers import MINUTES_2024


def test_filters_are_chips_that_clear_them() -> None:
    html = chips_html(MINUTES_2024)
    assert html.count("data-act") == 3
    assert "Remove the filter </span>Cabinet" in html
    assert chips_html(Filters()) == ""


def test_what_a_question_names_is_offered_as_a_filter() -> None:
    html = recognised_html(Filters(body="Cabinet", since="2024-01-08", until="2024-01-08"))
    assert "8 January 2024" in html
    assert json.dumps({"since": "2024-01-08", "until": "2024-01-08"}).replace('"', "&quot;") in html
