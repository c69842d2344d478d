"""The gate beside true sentences with another verb: today it stops hardly one."""

from collections.abc import Iterator

from assistant.support.gate import judge
from corpus.outline import outline_of
from corpus.read import KNOWN, read_paper
from liar import KNOWN_HOLES, another_verb, sentences_of
from places import SAMPLE

# Measured over the sample's own sentences: 7 of 126 lies with another verb are stopped, about one in twenty. This is the
# gate's known hole: its list of verbs that a paraphrase may put in ("used", "paid", "found") is wide, and a verb by itself
# is weighed by no rule. Until the gate closes it, it may not grow.
FLOOR = 6


def _paragraphs() -> Iterator[str]:
    for path in sorted(SAMPLE.iterdir()):
        if path.suffix in KNOWN:
            for paragraph in outline_of(read_paper(path, 10**9), path.name).paragraphs:
                yield paragraph.text


def test_the_share_of_lies_with_another_verb_that_is_stopped_does_not_fall() -> None:
    lies = {
        lie: paragraph
        for paragraph in _paragraphs()
        for sentence in sentences_of(paragraph)
        if (lie := another_verb(sentence, [])) is not None
    }
    stopped = [lie for lie, paragraph in lies.items() if not judge(lie, [paragraph]).supported]
    assert len(lies) > 100
    assert len(stopped) >= FLOOR, len(stopped)


def test_only_the_verb_is_another() -> None:
    lie = another_verb("The Trust sold the home in 2019.", [])
    assert lie is not None
    told, said = lie.split(), "The Trust sold the home in 2019.".split()
    assert [i for i, (one, other) in enumerate(zip(told, said, strict=True)) if one != other] == [2]


def test_a_sentence_without_an_active_verb_in_the_past_has_no_such_lie() -> None:
    for sentence in ("The home was sold by the Trust.", "The Trust sells the home.", "The Trust has sold the home."):
        assert another_verb(sentence, []) is None


def test_a_kind_of_lie_that_is_a_known_hole_is_no_kind_that_must_be_stopped() -> None:
    assert list(KNOWN_HOLES) == ["another verb"]
