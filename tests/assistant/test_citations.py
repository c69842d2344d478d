"""A made-up paragraph as a citation: the words relied on, and of a long one the part that matters."""

from dataclasses import replace

from assistant.citations import CitedSpan, citation, whole
from corpus.models import PartKind, Status
from index.models import Also
from made_up import place

OWN = "Ten benches were bought. Five were mended."


def test_a_citation_points_at_the_paragraph_and_quotes_the_words_relied_on() -> None:
    held = place(OWN, Status.NOTED, ref="7/24", intro="Parks:")
    cited = citation(3, CitedSpan(held, 25, 42, 1.0))
    assert (cited.n, cited.paragraph, cited.file, cited.line) == (3, held.paragraph.id, held.file, 1)
    assert (cited.council, cited.body, cited.meeting_date) == ("Aldermere Borough Council", "Council", "2024-03-04")
    assert (cited.part, cited.status, cited.ref) == ("minutes", "noted", "7/24")
    assert (cited.quote, cited.text) == ("Five were mended.", f"Parks:\n{OWN}")


def test_a_whole_paragraph_is_relied_on_with_all_its_own_words() -> None:
    assert whole(place(OWN, intro="Parks:")).quote == OWN


def test_of_a_long_paragraph_the_part_round_the_words_relied_on_is_cited_verbatim() -> None:
    words = " ".join(f"Bench {n} was mended." for n in range(400))
    lead = "The ranger reported: " * 50
    held = place(words, intro=lead)
    start = words.index("Bench 300 was")
    cited = citation(1, CitedSpan(held, start, start + 21, 1.0))
    intro, piece = cited.text.rsplit("\n", 1)
    assert len(cited.text) <= 2500
    assert piece in words
    assert cited.quote in piece
    assert lead.endswith(intro)
    assert len(intro) == 600


def test_a_paragraph_without_a_lead_in_of_2500_characters_is_cited_whole() -> None:
    words = "a" * 2500
    assert citation(1, whole(place(words))).text == words
    assert len(citation(1, whole(place(words + "b"))).text) < 2500


def test_other_papers_that_say_the_same_are_named_once() -> None:
    also = Also("copy", "sha", 0, "pack.pdf", "minutes", "Minutes", False)
    held = replace(place(OWN, kind=PartKind.MINUTES), also=(also, also))
    assert [(one.file, one.relation) for one in citation(1, whole(held)).also] == [("pack.pdf", "copy")]
