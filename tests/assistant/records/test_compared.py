"""A made-up record beside what there is now: words changed, a paragraph gone or out of reach, another answer."""

from dataclasses import replace

from assistant.citations import citation, whole
from assistant.models import Answer, Asked, FoundPassage, Mode
from assistant.records.audit import AnswerRecord, Changed, Made, Replay, compared, record_of, sha_of
from corpus.models import Access, Role
from index.models import Placed
from made_up import place

CITED = place("The Council bought ten oak benches for the north shore of the mere.", ref="7/24", n=1)
OTHER = place("Five were mended.", n=2)
ASKED = Asked("Were benches bought?")
MADE = Made("3", "words", None, None)
ANSWER = Answer(
    question="Were benches bought?",
    answer="Minute 7/24: ten. [1]",
    abstained=False,
    reason=None,
    mode=Mode.EXTRACTIVE,
    citations=(citation(1, whole(CITED)),),
    passages=(FoundPassage("minutes.txt", "", 1.0, (CITED.paragraph.id, OTHER.paragraph.id)),),
    seconds=0.1,
)


def by_id(*places: Placed) -> dict[str, Placed]:
    return {one.paragraph.id: one for one in places}


def record(asked: Asked = ASKED, *places: Placed) -> AnswerRecord:
    return record_of(asked, ANSWER, by_id(*(places or (CITED, OTHER))), MADE, "2024-03-05T09:00:00+00:00")


def replayed(
    *places: Placed, now: Answer = ANSWER, made: Made = MADE, around: tuple[Placed, ...] = (), hidden: str = ""
) -> Replay:
    return compared(record(), now, made, by_id(*places), around, frozenset({hidden}))


def reworded(words: str) -> Placed:
    return replace(CITED, paragraph=replace(CITED.paragraph, text=words, own=words))


def test_a_record_keeps_the_words_of_cited_paragraphs_and_the_hash_of_all() -> None:
    held = record().paragraphs
    assert [(one.paragraph, one.cited, one.text) for one in held] == [
        (CITED.paragraph.id, True, CITED.paragraph.text),
        (OTHER.paragraph.id, False, ""),
    ]
    assert held[1].sha256 == sha_of("Five were mended.")


def test_what_the_asker_may_not_see_is_not_recorded() -> None:
    exempt = replace(OTHER, paragraph=replace(OTHER.paragraph, access=Access.EXEMPT))
    assert len(record(Asked("?"), CITED, exempt).paragraphs) == 1
    assert len(record(Asked("?", role=Role.OFFICER), CITED, exempt).paragraphs) == 2


def test_the_same_answer_from_the_same_words_is_the_same() -> None:
    replay = replayed(CITED, OTHER, now=replace(ANSWER, answer="minute 7/24:  TEN [1]"))
    assert (replay.same, replay.differences) == (True, ())


def test_other_words_under_the_same_id_or_in_the_same_place_are_told() -> None:
    new = reworded("The Council bought twelve oak benches for the north shore of the mere.")
    moved = replace(new, paragraph=replace(new.paragraph, id="new"))
    for replay in (replayed(new), replayed(around=(moved,))):
        assert [(one.what, one.now) for one in replay.differences] == [(Changed.REWORDED, new.paragraph.text)]
        assert replay.differences[0].where == "minutes-2024-03-04.txt, 7/24, line 1"
        assert not replay.same


def test_a_paragraph_that_nothing_like_it_took_the_place_of_is_gone() -> None:
    other = replace(OTHER, paragraph=replace(OTHER.paragraph, ref="7/24"))
    assert [one.what for one in replayed(around=(other,)).differences] == [Changed.GONE]


def test_of_a_paragraph_out_of_reach_no_word_is_told() -> None:
    difference = replayed(hidden=CITED.paragraph.id).differences[0]
    assert (difference.what, difference.then, difference.now) == (Changed.CLOSED, "", "")


def test_another_index_is_told_but_leaves_the_answer_the_same() -> None:
    replay = replayed(CITED, made=replace(MADE, index_version="4"))
    assert replay.same
    assert [(one.what, one.where, one.then, one.now) for one in replay.differences] == [
        (Changed.MADE, "index version", "3", "4")
    ]


def test_another_answer_is_told() -> None:
    replay = replayed(CITED, now=replace(ANSWER, answer="The papers do not say.", abstained=True))
    assert [one.what for one in replay.differences] == [Changed.ANSWER]
