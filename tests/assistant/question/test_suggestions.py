"""What a question names, sources in their surroundings, and questions to ask next, on the sample papers."""

import pytest

from assistant.assistant import Assistant
from assistant.models import Asked, Filters
from assistant.question.named_filters import recognised
from assistant.question.understanding import understand
from corpus.models import Access, Role

BODIES = ["Cabinet", "Parks and Gardens Committee"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Cabinet decide in January 2024?", Filters(body="Cabinet", since="2024-01-01", until="2024-01-31")),
        ("minutes of 8 January 2024", Filters(since="2024-01-08", until="2024-01-08", kind="minutes")),
        (
            "What did the forward plan say in 2023?",
            Filters(since="2023-01-01", until="2023-12-31", kind="forward-plan"),
        ),
        ("How many gates were there in 2022/23?", Filters()),  # a year of figures, not of meetings
        ("What changed between 2022 and 2024?", Filters()),
        ("potholes", Filters()),
    ],
)
def test_what_a_question_names(question: str, names: Filters) -> None:
    assert recognised(understand(question, [], BODIES)) == names


def test_examples_are_answered_by_the_papers(assistant: Assistant) -> None:
    for question in assistant.examples():
        answer = assistant.ask(Asked(question))
        assert not answer.abstained
        wanted = {"recommendation"} if "recommended" in question else {"resolution", "noted", "deferred"}
        assert answer.citations[0].status in wanted


def test_follow_ups_are_answered_from_other_paragraphs(assistant: Assistant) -> None:
    asked = Asked(assistant.examples()[0])
    cited = [one.paragraph for one in assistant.ask(asked).citations]
    for question in assistant.follow_ups(asked, cited):
        answer = assistant.ask(Asked(question))
        assert not answer.abstained
        assert {one.paragraph for one in answer.citations} - set(cited)


def test_a_source_stands_between_its_neighbours_and_is_marked_only_where_the_words_are_its_own(
    assistant: Assistant,
) -> None:
    cited = assistant.ask(Asked(assistant.examples()[0])).citations[0]
    found = assistant.source(cited.paragraph, cited.quote, Role.PUBLIC)
    assert found is not None
    assert found.citation.quote == cited.quote
    assert found.before or found.after
    other = assistant.source(cited.paragraph, "words that stand nowhere", Role.PUBLIC)
    assert other is not None
    assert other.citation.quote == ""
    assert assistant.source("no such paragraph", "", Role.PUBLIC) is None


def test_an_exempt_paragraph_is_no_source_for_the_public(assistant: Assistant) -> None:
    catalogue = assistant.stores.catalogue
    exempt = [
        name
        for one in catalogue.passage_texts()
        if one[2] == "exempt"
        for name in next(iter(catalogue.passages([one[0]], frozenset({one[2]})).values()))[0].paragraphs
    ]
    assert exempt
    for name in exempt:
        assert assistant.source(name, "", Role.PUBLIC) is None
        found = assistant.source(name, "", Role.MEMBER)
        assert found is not None


def test_the_public_sees_no_exempt_neighbour(assistant: Assistant) -> None:
    catalogue = assistant.stores.catalogue
    public = [one[0] for one in catalogue.passage_texts() if one[2] == "public"]
    hidden = {
        place.paragraph.own
        for place in catalogue.paragraphs(_all_ids(assistant), frozenset(Access)).values()
        if place.paragraph.access == "exempt" and len(place.paragraph.own) > 40
    }
    assert hidden
    for passage, _ in catalogue.passages(public, frozenset({Access.PUBLIC})).values():
        found = assistant.source(passage.paragraphs[0], "", Role.PUBLIC)
        assert found is not None
        assert not hidden & {near.text for near in (*found.before, *found.after)}


def _all_ids(assistant: Assistant) -> list[str]:
    catalogue = assistant.stores.catalogue
    ids = [one[0] for one in catalogue.passage_texts()]
    return [name for passage, *_ in catalogue.passages(ids, frozenset(Access)).values() for name in passage.paragraphs]
