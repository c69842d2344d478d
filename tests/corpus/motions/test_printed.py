"""Which paragraphs a motion's record holds: of its words, who moved it, its outcome and its votes."""

from corpus.models import Motion
from outlines import outline_of_text

_HEAD = "HARTSMEAD COUNCIL\n\nMINUTES of the meeting held on 14 March 2024\n\n12. FAIRS\n\n"


def read(text: str) -> tuple[list[Motion], dict[str, str]]:
    """The motions of minutes, and the first words of each paragraph by its id."""
    outline = outline_of_text(f"{_HEAD}{text}")
    return list(outline.motions), {one.id: " ".join(one.own.split()[:3]) for one in outline.paragraphs}


def test_it_holds_its_mover_its_points_the_line_that_puts_it_its_outcome_and_its_votes() -> None:
    (motion,), words = read(
        "Mr Ash proposed and Mr Birch seconded the motion that:\n\n(a) the fair be held in May;\n\n(b) stalls be free.\n\n"
        "Mr Cole asked who would pay.\n\n"
        "The Chairman put the motion to the vote and the voting was as follows:\n\n"
        "For (3) Mr Ash, Mr Birch, Mr Dean\n\nAgainst (1) Mr Cole\n\nMotion carried."
    )
    assert [words[name] for name in motion.printed] == ["Mr Ash proposed", "(a) the fair", "(b) stalls be"]
    assert motion.put is not None and words[motion.put] == "The Chairman put"
    assert [words[name] for name in motion.told_and_put] == [
        "Motion carried.",
        "The Chairman put",
        "For (3) Mr",
        "Against (1) Mr",
    ]
    assert set(motion.paragraphs) == {*motion.printed, *motion.told_and_put}


def test_reasons_before_its_words_are_its_own_and_debate_behind_them_is_not() -> None:
    (motion,), words = read(
        "Moved by Mr Ash, seconded by Mr Birch:\n\nWHEREAS the fair is old;\n\nAND WHEREAS it is loved;\n\n"
        "THEREFORE BE IT RESOLVED THAT the fair be kept.\n\nMr Cole thanked them.\n\nCarried."
    )
    assert [words[name] for name in motion.printed] == [
        "Moved by Mr", "WHEREAS the fair", "AND WHEREAS it", "THEREFORE BE IT",
    ]  # fmt: skip
    assert [words[name] for name in motion.told] == ["Carried."]
