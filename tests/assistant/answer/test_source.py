"""Sources in their surroundings, on the sample papers: what stands beside a cited paragraph, and who may see it."""

from assistant.assistant import Assistant
from assistant.models import Asked
from corpus.models import Access, Role


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
