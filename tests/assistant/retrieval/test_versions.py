"""One answer where several papers say the same: from the current version."""

from dataclasses import replace

from assistant.citations import CitedSpan, citation
from assistant.retrieval.current_versions import from_current, in_one_language, notes_on
from assistant.retrieval.features import NAMES, Signs
from assistant.retrieval.ranking import Candidate
from corpus.models import Meeting, Paragraph, Part, PartKind, Status
from index.models import Also, Placed

PART = Part(PartKind.MINUTES, "Minutes", Meeting("Aldermere", "Cabinet", "2024-01-16"), 1, 9, None, None)
WORDS = "RESOLVED that the Mere be dredged on the first {} of June and that the cost be met from fees."


def candidate(paper: str, own: str, *also: Also, score: float = 1.0) -> Candidate:
    paragraph = Paragraph(f"{paper}-{own[:9]}", own, own, 0, None, None, None, "2/24", None, 1, 1, Status.RESOLUTION)
    place = Placed(paragraph, PART, paper, f"{paper}.md", f"/{paper}.md", 1, also=also)
    return Candidate(place, 0, len(own), Signs(*(0.5,) * len(NAMES)), score)


def link(relation: str, paper: str) -> Also:
    return Also(relation, paper, 0, f"{paper}.md", "minutes", "Minutes", False)


DRAFT = candidate("draft", WORDS.format("Thursday"), link("current", "final"), score=2.0)
FINAL = candidate("final", WORDS.format("Tuesday"), link("earlier", "draft"))


def test_the_current_version_takes_the_place_of_an_earlier_one() -> None:
    assert from_current([DRAFT, FINAL]) == [FINAL]


def test_what_only_the_earlier_version_says_stays() -> None:
    alone = candidate("draft", "The Board heard that no boats could pass in March.", link("current", "final"))
    assert from_current([alone, FINAL]) == [alone, FINAL]


def test_of_copies_one_is_kept_whichever_ranks_first() -> None:
    one = candidate("a", WORDS, link("copy", "b"))
    two = candidate("b", WORDS, link("copy", "a"))
    assert from_current([one, two]) == from_current([two, one]) == [one]


def test_the_other_papers_are_named_in_notes() -> None:
    cited = citation(1, CitedSpan(FINAL.placed, 0, 8, 1.0))
    assert notes_on([cited]) == ("An earlier version of the paper behind [1] is in draft.md.",)
    assert cited.draft is False and [also.file for also in cited.also] == ["draft.md"]


def test_papers_that_are_not_linked_are_not_folded() -> None:
    two = replace(FINAL, placed=replace(FINAL.placed, also=()))
    other = replace(DRAFT, placed=replace(DRAFT.placed, also=()))
    assert from_current([other, two]) == [other, two]


def test_of_two_languages_the_one_that_ranks_first_is_answered_and_the_other_is_no_second_source() -> None:
    def side(paper: str, own: str, twin: int) -> Candidate:
        one = candidate(paper, own)
        return replace(one, placed=replace(one.placed, paragraph=replace(one.placed.paragraph, twin=twin)))

    welsh, english = side("a", "Penderfynwyd", -4), side("a", "Resolved", 4)
    elsewhere, plain = side("b", "Noted", 4), candidate("a", "Agreed")
    assert in_one_language([welsh, plain, english, elsewhere]) == [welsh, plain, elsewhere]
    assert in_one_language([english, english, welsh]) == [english, english]
