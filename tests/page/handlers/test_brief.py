"""The Brief tab."""

import json

from corpus.models import Role
from page.handlers.brief import BriefHandlers
from page_fakes import FakeAssistant
from page_papers import BODY


def test_a_meeting_is_chosen_from_those_that_have_papers(fake: FakeAssistant) -> None:
    page = BriefHandlers(fake, Role.PUBLIC)
    names, keys = zip(*page.meetings(), strict=True)
    assert names == ("The newest meeting", f"{BODY}, 25 March 2024", "Cabinet, 14 August 2023")
    assert "Brief: Cabinet, 14 August 2023" in page.brief(keys[2], "")


def test_every_section_has_its_sources(fake: FakeAssistant) -> None:
    html = BriefHandlers(fake, Role.PUBLIC).brief("", "7")
    for title in ("You are asked", "Key figures", "What has changed", "decided and said before", "Open actions"):
        assert title in html
    assert html.count('class="chip"') == 7
    assert "What would it cost to stop?" in html


def test_an_item_that_is_not_there_says_what_to_do(fake: FakeAssistant) -> None:
    assert "Leave the item out" in BriefHandlers(fake, Role.PUBLIC).brief("", "99")


def test_a_brief_is_saved_for_word_and_as_a_page(fake: FakeAssistant) -> None:
    page = BriefHandlers(fake, Role.PUBLIC)
    asked = json.dumps(["", ""])
    assert page.saved_brief({"asked": asked, "as": "docx"})["base64"].startswith("UEsDB")
    assert "School transport" in page.saved_brief({"asked": asked, "as": "html"})["words"]
