"""Copies, drafts, reprints and twins are known as such."""

from collections.abc import Iterator

from corpus.models import Outline
from corpus.versions import Link, Place, Version, VersionRelation, links_between, pack_date, version_of
from outlines import outline_of_text

MINUTES = (
    "# {title} of the Harbour Scrutiny Board\n\nTuesday 16 January 2024\n\nPresent: Councillor Brindle (Chair)\n\n"
    "1/24 Roads\n\nThe Board heard that the road to the harbour would be mended in the first week of May.\n\n"
    "2/24 Dredging\n\nRESOLVED that the Mere be dredged on the first {day} of June and that the cost be met from fees.\n"
)
PACK = "# Agenda\n\n## Harbour Scrutiny Board\n\nTuesday 19 March 2024 at 6 pm\n\n1 Apologies\n\n2 Minutes\n\n\n\n"


def links(*papers: Outline) -> list[Link]:
    """The links between all parts of the papers, as the index finds them."""
    return links_between(version for paper in papers for version in versions(paper))


def versions(paper: Outline) -> Iterator[Version]:
    for i, part in enumerate(paper.parts):
        text = " ".join(paragraph.own for paragraph in paper.paragraphs if paragraph.part == i)
        version = version_of(Place(paper.file, i), part, text, pack_date(paper.parts), paper.file)
        if version is not None:
            yield version


DRAFT = outline_of_text(MINUTES.format(title="Draft minutes", day="Thursday"), "draft.md")
PRINTED = outline_of_text(PACK + MINUTES.format(title="Minutes", day="Tuesday"), "pack.md")


def test_minutes_in_the_next_pack_come_before_their_draft() -> None:
    (link,) = links(DRAFT, PRINTED)
    assert (link.relation, link.current, link.other) == (
        VersionRelation.EARLIER,
        Place("pack.md", 1),
        Place("draft.md", 0),
    )
    assert links(PRINTED, DRAFT) == [link]


def test_the_same_words_under_two_names_are_a_copy() -> None:
    again = outline_of_text(MINUTES.format(title="Minutes", day="Tuesday"), "minutes_1.md")
    (link,) = links(PRINTED, again)
    assert link.relation is VersionRelation.COPY


def test_minutes_of_two_meetings_are_never_versions_of_each_other() -> None:
    later = outline_of_text(
        MINUTES.format(title="Minutes", day="Tuesday").replace("16 January", "13 February"), "later.md"
    )
    assert links(PRINTED, later) == []


def test_minutes_of_two_bodies_on_one_day_are_never_versions_of_each_other() -> None:
    again = MINUTES.format(title="Minutes", day="Tuesday")
    assert links(PRINTED, outline_of_text(again.replace("Harbour Scrutiny Board", "Roads Panel"), "panel.md")) == []
    (link,) = links(
        PRINTED, outline_of_text(again.replace("Harbour Scrutiny Board", "Harbour-Scrutiny Board"), "board.md")
    )
    assert link.relation is VersionRelation.COPY


def test_a_few_words_are_no_version() -> None:
    short = outline_of_text(
        "# Minutes of the Harbour Scrutiny Board\n\n16 January 2024\n\nPresent: Cllr Brindle\n", "short.md"
    )
    assert list(versions(short)) == []


def test_welsh_minutes_are_the_twin_of_the_english_ones() -> None:
    welsh = outline_of_text(
        "# Cofnodion Bwrdd Craffu Harbwr\n\n16 Ionawr 2024\n\nPresennol: Y Cynghorydd Brindle (Cadeirydd)\n\n"
        "1/24 Ffyrdd\n\nClywodd y Bwrdd y byddai y ffordd i yr harbwr yn cael ei hatgyweirio ym mis Mai gan y Cyngor.\n\n"
        "2/24 Carthu\n\nPENDERFYNWYD bod y llyn yn cael ei garthu ac y telir y gost gan y Bwrdd.\n",
        "cofnodion.md",
    )
    assert welsh.parts[0].meeting.date == "2024-01-16"
    assert welsh.minutes[1].resolutions == ("bod y llyn yn cael ei garthu ac y telir y gost gan y Bwrdd.",)
    (link,) = links(welsh, DRAFT)
    assert (link.relation, link.current.file, link.other.file) == (VersionRelation.TWIN, "draft.md", "cofnodion.md")
