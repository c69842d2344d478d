"""The Matters tab."""

from corpus.models import Role
from page.handlers.matters import MatterHandlers
from page_fakes import FakeAssistant


def test_meetings_stand_in_order_with_what_is_not_decided_told_apart(fake: FakeAssistant) -> None:
    html = MatterHandlers(fake, Role.PUBLIC).matter("bus pass")
    assert html.index("Recommended – not a decision") < html.index("25 March 2024") < html.index(">Decided<")


def test_every_point_of_a_chart_is_a_figure_with_a_source(fake: FakeAssistant) -> None:
    html = MatterHandlers(fake, Role.PUBLIC).matter("bus pass")
    assert html.count("<circle") == html.count('<th scope="row">31 March') == 3
    assert [f'data-key="matter-{n}"' in html for n in (3, 4, 5, 6)] == [True, True, True, False]


def test_nothing_found_says_what_to_do(fake: FakeAssistant) -> None:
    assert "Use fewer words" in MatterHandlers(fake, Role.PUBLIC).matter("mermaids")
    assert "Name a topic" in MatterHandlers(fake, Role.PUBLIC).matter("")
