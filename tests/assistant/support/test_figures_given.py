"""A figure of a sentence stands in its paragraphs or their context in any form, or the sentence is stopped."""

import pytest

from assistant.support.figures_given import figure_faults
from assistant.support.source import read, source_of

POTHOLES = (
    "In 2022/23 the Council repaired 11,240 potholes, 78 per cent of them within 28 days, at a cost of £1,500,000. "
    "Crews worked from 7.30am, five days a week."
)


def _reasons(sentence: str, paragraph: str, context: str = "") -> list[str]:
    faults = figure_faults(read(sentence), source_of([paragraph], [context] if context else []))
    return [fault.reason for fault in faults]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("The Council mended 11,240 potholes for £1.5m.", POTHOLES),
        ("It spent £1,500k, or £1.5 million, on potholes.", POTHOLES),
        ("Some 11,000 potholes were repaired.", POTHOLES),
        ("Nearly four in five were mended within four weeks.", POTHOLES),
        ("More than three quarters were mended within 28 days.", POTHOLES),
        ("Crews start at half past seven.", POTHOLES),
        ("Nine voted for it and four against.", "The vote was 9 to 4."),
        ("Two dozen traders replied.", "24 traders replied."),
        ("Half the traders replied.", "Of 48 traders, 24 replied."),
        ("A third of the fund is left.", "The fund held £90,000, of which £30,000 is left."),
        ("The share rose by two points.", "The share rose from 20% to 22%."),
        ("The bill is up by £26m.", "It was £207m last year and is £233m now."),
        ("The two grants come to £9,000 together.", "A grant of £4,000 and another of £5,000 were made."),
        ("The fee doubled.", "The fee rose from £10 to £20."),
        ("Twice as many came.", "In 2022, 150 came, and in 2023, 300."),
        ("The bill is two and a half times as high.", "The bill rose from £40 to £100."),
        ("It took three days.", "It took 72 hours."),
        ("The lease ran for two years.", "The lease ran from May 2021 to May 2023."),
        ("The overspend is a quarter of a million.", "The overspend is £247,675."),
        ("Several thousand people came.", "There was a large crowd."),
        ("Zero emission buses run in Q3.", "Buses without exhausts run in the third quarter."),
        ("One of the halls has a COVID-19 grant.", "A hall has a grant for what the virus cost it."),
        ("One day it may open again.", "It may open again."),
        ("The trip was mostly in the second half.", "The trip was mostly in the last two quarters."),
        ("Four partners take turns.", "Council, Trust, police and health take turns."),
        ("The Leader said twice that it would close.", "The Leader said so in May and in June."),
    ],
)
def test_a_figure_may_stand_in_any_form(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        ("The Council repaired 12,140 potholes.", POTHOLES, "No paragraph gives 12,140"),
        ("There were 400 children.", "There were 396 children.", "No paragraph gives 400"),
        ("It cost £1.7m.", POTHOLES, "No paragraph gives £1.7m"),
        ("It cost £1.5 thousand.", POTHOLES, "No paragraph gives £1.5 thousand"),
        ("About half were mended in time.", POTHOLES, "No paragraph gives half"),
        ("They took 28 weeks.", POTHOLES, "The paragraph says 28 days, not 28 weeks"),
        ("78 weeks were lost.", POTHOLES, "The paragraph says 78 per cent, not 78 weeks"),
        ("It rose by £36m.", "It was £207m last year and is £233m now.", "No paragraph gives £36m"),
        ("Fourteen backed it.", "For: 17. Against: 43.", "No paragraph gives Fourteen"),
        ("It came in the bottom 10 councils.", "It came in the bottom 10%.", "The paragraph says 10%, not 10"),
        ("The rate is 76 per 1,000.", "The rate is 76 per 10,000.", "The paragraph gives 76 per 10000, not per 1000"),
        ("The mast is 120 metres high.", "The mast is 120 feet high.", "The paragraph says 120 feet, not 120 metres"),
    ],
)
def test_a_figure_that_is_not_given_is_a_fault(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


def test_a_figure_may_stand_in_the_context() -> None:
    assert _reasons("Under minute 14 the fee rose.", "The fee rose.") == ["No paragraph gives 14"]
    assert _reasons("Under minute 14 the fee rose.", "The fee rose.", "minute 14") == []


def test_a_table_gives_its_figures_in_the_unit_of_its_headers() -> None:
    table = "Service | Budget £000 | Spent %\nLibraries | 1,840 | 97"
    assert _reasons("Libraries had £1.84 million and spent 97 per cent.", table) == []
    assert _reasons("Libraries had £1,840.", table) == ["The paragraph says 1,840, not £1,840"]
    defences = "Project | Budget £m | Forecast £m\nDefences | 12.4 | 13.1"
    assert _reasons("The defences are £0.7m over their budget.", defences) == []
