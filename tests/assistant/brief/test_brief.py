"""Briefs over the sample papers: every statement borne out, and what was planted in the papers found."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from assistant.assistant import Assistant
from assistant.brief.models import Brief, BriefFor
from assistant.brief.page_fit import within
from assistant.brief.prepare import Desk, prepare
from assistant.brief.print import LineKind, brief_html, lines_of, statements_of, write_brief
from assistant.cli.run import main
from assistant.decisions.models import Register
from assistant.errors import WrongFilter
from assistant.records.as_json import plain_record
from assistant.retrieval.topic import Topic, topic_of
from borne_out import not_in_its_paragraphs
from corpus.models import Meeting, Role
from index.models import Placed, Scope
from index.stores import Stores
from liar import KINDS


@pytest.fixture(scope="module")
def scrutiny(assistant: Assistant) -> Brief:
    """The newest meeting with papers: the scrutiny committee of 8 July 2025."""
    return assistant.brief()


@pytest.fixture(scope="module")
def cabinet(assistant: Assistant) -> Brief:
    return assistant.brief(BriefFor(body="Cabinet", date="2023-11-14"))


def test_every_figure_and_name_of_a_statement_stands_in_a_paragraph_that_it_cites(
    scrutiny: Brief, cabinet: Brief
) -> None:
    for brief in (scrutiny, cabinet):
        statements = statements_of(brief)
        assert len(statements) > 15
        assert all(said.citations for said in statements)
        assert {said.text: not_in_its_paragraphs(said) for said in statements if not_in_its_paragraphs(said)} == {}


@pytest.mark.parametrize("kind", ["wrong figure", "wrong year", "wrong name", "half true"])
def test_that_look_at_figures_and_names_sees_a_lie(scrutiny: Brief, kind: str) -> None:
    statements = statements_of(scrutiny)
    texts = [said.text for said in statements]
    lies = [replace(said, text=lie) for said in statements if (lie := KINDS[kind](said.text, texts))]
    assert lies
    assert all(not_in_its_paragraphs(lie) for lie in lies)


def tampered(register: Register) -> Register:
    """The register with a lie of some kind in every decision and action that one can be made of."""
    decisions = [replace(one, words=words) for one in register.decisions if (words := lie_of(one.words))]
    actions = [replace(one, action=action) for one in register.actions if (action := lie_of(one.action))]
    return replace(register, decisions=tuple(decisions), actions=tuple(actions))


def lie_of(words: str) -> str | None:
    return next((lie for kind in ("wrong figure", "wrong year", "negated") if (lie := KINDS[kind](words, ()))), None)


def test_nothing_of_a_register_that_lies_is_told_in_a_brief(assistant: Assistant) -> None:
    reader = assistant.session.reader(Role.PUBLIC)
    register = tampered(reader.register())

    def search(title: str, meeting: Meeting, until: str) -> tuple[Topic, Sequence[Placed]]:
        return topic_of(reader.search(title, Scope(reader.access, meeting.council, until=until), 40)), ()

    desk = Desk(assistant.stores.catalogue, reader.access, register, search)
    told = [said.text for said in statements_of(prepare(BriefFor(), desk))]
    true = words_of_register(reader.register())
    lies = [words for words in words_of_register(register) if words not in true]
    assert len(lies) > 50
    assert len(told) > 10
    assert [lie for lie in lies if any(lie in text for text in told)] == []


def words_of_register(register: Register) -> list[str]:
    lines = [line for one in register.decisions for line in one.words.splitlines()]
    return [*lines, *(one.action for one in register.actions)]


def test_the_newest_meeting_with_papers_is_briefed_item_by_item(scrutiny: Brief) -> None:
    assert (scrutiny.body, scrutiny.date) == ("Children and Young People Scrutiny Committee", "2025-07-08")
    assert [item.number for item in scrutiny.items] == ["4", "5", "6"]
    assert scrutiny.formal[0] == "1. Apologies for Absence"


def test_members_are_asked_in_the_reports_own_words(scrutiny: Brief, cabinet: Brief) -> None:
    assert [said.text for said in scrutiny.items[1].asked] == [
        "1.1 That the Cabinet be recommended to pay for a second home education adviser for two years, at £47,000 a year.",
        "1.2 That schools be asked to offer a meeting to every family before a child is taken off the roll.",
        "1.3 That an examination centre be found in the borough for children educated at home.",
    ]
    assert all(c.status == "recommendation" for item in cabinet.items for said in item.asked for c in said.citations)


def test_the_earlier_decision_the_open_action_and_the_changed_figure_are_in_it(scrutiny: Brief) -> None:
    performance, education, transport = scrutiny.items
    assert any(
        "working group of Councillors Ellwood (lead), Iqbal and Tremlett" in said.text and said.when == "2024-09-10"
        for said in education.before
    )
    assert any(said.text.startswith("Working group to report by March 2025") for said in education.actions)
    care = next(change for change in performance.changes if change.measure == "Children in care")
    assert "396 children in care at 31 March 2025" in care.now.text
    assert "418 children in care at 31 March 2024" in care.before.text
    assert (care.before.when, care.now.when) == ("2024-09-10", "2025-07-08")
    assert any("148 in 2024/25" in change.now.text for change in transport.changes)


def test_nothing_of_a_later_day_is_in_a_brief(cabinet: Brief) -> None:
    statements = statements_of(cabinet)
    assert statements
    assert all((cited.meeting_date or "") <= cabinet.date for said in statements for cited in said.citations)


def test_an_earlier_decision_that_was_only_proposed_is_not_told_as_decided(assistant: Assistant) -> None:
    brief = assistant.brief(BriefFor(body="Children and Young People Scrutiny Committee", date="2025-07-08", item="6"))
    decided = [said for said in brief.items[0].before if said.text.startswith(("Resolved", "Agreed"))]
    assert decided
    assert all(cited.status in ("resolution", "deferred", "noted") for said in decided for cited in said.citations)


def test_one_item_is_told_at_more_length_and_an_unknown_one_names_those_that_are(assistant: Assistant) -> None:
    wanted = BriefFor(body="Cabinet", date="2023-11-14", item="4")
    brief = assistant.brief(wanted)
    assert [item.title for item in brief.items] == ["Library Service Review: Outcome of Consultation"]
    assert len(brief.items[0].figures) > 2
    assert assistant.brief(BriefFor(body="Cabinet", date="2023-11-14", item="library service")).items == brief.items
    with pytest.raises(WrongFilter, match="Item '44' has no paper for 14 November 2023. Items with papers: 4 "):
        assistant.brief(BriefFor(body="Cabinet", date="2023-11-14", item="44"))
    with pytest.raises(WrongFilter, match="No agenda or report for Cabinet on 1 January 1999"):
        assistant.brief(BriefFor(body="Cabinet", date="1999-01-01"))


def test_an_action_is_open_only_where_the_newest_tracker_still_lists_it(scrutiny: Brief) -> None:
    told = [said.text for said in statements_of(scrutiny)]
    assert not any("toothbrushing" in text for text in told)  # in the tracker of March 2024, not in that of July 2025
    assert not any("Complete" in said.text for said in scrutiny.actions)


def test_exempt_words_reach_no_brief_of_the_public(assistant: Assistant) -> None:
    wanted = BriefFor(body="Cabinet", date="2023-11-14")
    public = json.dumps(plain_record(assistant.brief(wanted)))
    for secret in ("2,850,000", "2,600,000", "2,310,000", "Kestrel"):
        assert secret not in public
    assert assistant.brief(wanted, Role.OFFICER).items


def test_a_brief_prints_on_two_pages_with_each_source_once(scrutiny: Brief, tmp_path: Path) -> None:
    words = sum(len(line.text.split()) for line in lines_of(scrutiny) if line.kind is not LineKind.SOURCE)
    assert words < 1200  # two pages of A4 hold these and the sources in small type
    page = brief_html(scrutiny)
    assert page.count('id="s1"') == 1
    assert "@page { size: A4" in page
    write_brief(scrutiny, tmp_path / "brief.docx")
    paragraphs = [p.text for p in docx.Document(str(tmp_path / "brief.docx")).paragraphs]
    assert paragraphs[0] == "Brief: Children and Young People Scrutiny Committee, 8 July 2025"
    assert any(text.startswith("1.3 That an examination centre be found") for text in paragraphs)
    with pytest.raises(ValueError, match=r"brief.odt: a brief is written as .html or .docx"):
        write_brief(scrutiny, tmp_path / "brief.odt")


def long(brief: Brief, items: int) -> Brief:
    """A brief with so many items, every second of which only asks to note."""
    item = next(one for one in brief.items if one.asked and one.figures)
    note = replace(item.asked[0], text="1.1 That the report be noted.")
    many = [replace(item, number=str(n), asked=item.asked if n % 2 else (note,)) for n in range(items)]
    return replace(brief, items=tuple(many), actions=brief.actions * 3)


def test_a_long_brief_is_cut_to_two_pages_and_says_what_is_left_out_and_where(scrutiny: Brief) -> None:
    whole = long(scrutiny, 12)
    cut = within(whole, 60, lambda one: len(statements_of(one)))
    assert len(statements_of(cut)) <= 60 < len(statements_of(whole))
    for before, after in zip(whole.items, cut.items, strict=True):
        assert after.asked == before.asked or [one.text for one in after.asked] == [one.text for one in before.asked]
        gone = len(before.figures) - len(after.figures)
        told = [line for line in after.left_out if "key figure" in line]
        assert [int(line.split()[0]) for line in told] == ([gone] if gone else [])
        assert all(before.figures[0].citations[0].file in line for line in told)
    numbers = {one.n for said in statements_of(cut) for one in said.citations}
    assert numbers == set(range(1, len(numbers) + 1))


def test_recommendations_to_decide_outlast_those_to_note_and_all_that_fits_is_put_back(scrutiny: Brief) -> None:
    whole = long(scrutiny, 12)
    bare = within(whole, 14, lambda one: len(statements_of(one)))
    assert all(one.asked for one in bare.items)
    assert within(whole, 10_000, lambda one: len(statements_of(one))) == whole
    heavy = within(whole, 60, lambda one: sum(2 if said.text.startswith("1.") else 1 for said in statements_of(one)))
    deciding, noting = heavy.items[1::2], heavy.items[::2]
    assert min(len(one.asked) for one in deciding) >= max(len(one.asked) for one in noting)


def test_a_printed_brief_names_what_it_leaves_out(scrutiny: Brief) -> None:
    lines = lines_of(long(scrutiny, 30))
    left = [line.text for line in lines if line.kind is LineKind.LEFT]
    assert left
    assert all(line.startswith("Left out here: ") for line in left)
    assert '<p class="left">Left out here: ' in brief_html(long(scrutiny, 30))


def test_words_of_the_papers_cannot_become_mark_up(scrutiny: Brief) -> None:
    hostile = replace(scrutiny, items=(replace(scrutiny.items[0], title="<script>alert(1)</script>"),))
    assert "<script>" not in brief_html(hostile)


def test_the_command_prints_json_and_a_page(sample: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "brief.html"
    options = ["--body", "Cabinet", "--date", "14 November 2023", "--item", "5", "--store", str(sample.folder)]
    assert main(["brief", *options, "--json", "--out", str(out)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["items"][0]["title"] == "Wharf Road Active Travel Scheme (Key Decision 23/041)"
    assert record["items"][0]["asked"][0]["citations"][0]["n"] == 1
    assert "path" not in record["items"][0]["asked"][0]["citations"][0]
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert main(["brief", *options]) == 0
    assert "You are asked" in capsys.readouterr().out
