"""What amendments of made-up minutes change in their motions, and how that is printed."""

import pytest

from assistant.cli.decisions import print_register
from assistant.decisions.amendments import edits_of
from assistant.decisions.entries import decisions_of
from assistant.decisions.models import Decision, Edit, EntryKind, Register
from corpus.models import Meeting, Outcome, Paragraph, Part, PartKind, Status
from index.models import Placed
from page.html.decisions import register_html

WORDS = (
    "“Council is asked to:",
    "(1) Note the survey of the mere by the ranger and the thanks of its members for that work.",
    "(2) Buy ten oak benches for the north shore before the summer fair at a cost of £4,100.",
)
OPENS = "2) Councillor Cedar proposed and Councillor Dogwood seconded the following amendment:"
AMENDED = (
    "Council is asked to:",
    "1. Note the survey of the mere by the ranger and the thanks of its members for that work;",
    "2. Buy twenty oak benches for the north shore before the summer fair at a cost of £8,200.",
    "3. Ask for a report in May.",
)


def line(own: str, status: Status, n: int = 1, ref: str = "12(1)", intro: str = "") -> Placed:
    """A paragraph of a made-up council's minutes."""
    part = Part(PartKind.MINUTES, "Minutes", Meeting("Aldermere", "Council", "2024-03-04"), 1, 99, None, None)
    text = f"{intro}\n{own}" if intro else own
    paragraph = Paragraph(f"p{n}", text, own, 0, "4", "Benches", None, ref, None, n, n, status, intro=intro)
    return Placed(paragraph, part, "paper", "minutes.txt", "minutes.txt", n)


def minute(told: str = "Amendment lost.", resolved: tuple[str, ...] = WORDS[1:]) -> list[Decision]:
    motion = "1) Councillor Ash proposed and Councillor Birch seconded the motion that"
    places = [line(motion, Status.MOTION, 1)]
    places += [line(own, Status.MOTION, 2 + n, intro=motion) for n, own in enumerate(WORDS)]
    places.append(line(OPENS, Status.AMENDMENT, 10, "12(2)"))
    places += [line(own, Status.AMENDMENT, 11 + n, "12(2)", OPENS) for n, own in enumerate(AMENDED)]
    if told:
        places += [
            line("3) The amendment was put.", Status.VOTE, 20, "12(3)"),
            line(told, Status.RESOLUTION, 21, "12(3)"),
        ]
    places.append(line("4) RESOLVED that the Council:", Status.RESOLUTION, 30, "12(4)"))
    places += [
        line(own, Status.RESOLUTION, 31 + n, "12(4)", "4) RESOLVED that the Council:") for n, own in enumerate(resolved)
    ]
    return decisions_of(places)


def test_an_amendment_tells_what_it_changes_and_keeps_its_whole_words() -> None:
    motion, amendment, resolution = minute()
    assert (amendment.kind, amendment.amends) == (EntryKind.AMENDMENT_LOST, motion.id)
    assert [(edit.removed, edit.added) for edit in amendment.edits] == [
        ("ten", "twenty"),
        ("£4,100.", "£8,200. Ask for a report in May."),
    ]
    assert amendment.words.endswith(AMENDED[-1])
    assert motion.became == resolution.id


def test_numbers_of_lists_capitals_and_punctuation_are_no_change() -> None:
    assert edits_of("(1) Note the survey;\n(2) Buy benches.", "1. note the survey\n2. buy benches") == ()


def test_another_text_is_read_whole() -> None:
    assert edits_of("Buy ten oak benches for the north shore.", "Sell the boathouse to its tenant in June.") == ()


def test_an_amendment_without_a_told_fate_is_not_carried_by_what_was_resolved_in_the_motions_words() -> None:
    amendment = minute(told="")[1]
    assert (amendment.fate, amendment.became) == (None, None)
    assert minute(told="", resolved=AMENDED[1:])[1].fate is Outcome.CARRIED


def test_a_motion_put_in_parts_has_the_count_of_the_vote_on_the_whole() -> None:
    places = [
        line("1) Councillor Ash proposed and Councillor Birch seconded that ten benches be bought.", Status.MOTION),
        *(
            line(own, Status.VOTE, 2 + n, "12(2)")
            for n, own in enumerate(
                [
                    "2) The Mayor put part 1 of the motion to the vote and the voting was as follows:",
                    "For (9)",
                    "Against (4)",
                    "3) The Mayor put the motion to the vote and the voting was as follows:",
                    "For (11)",
                    "Against (2)",
                ]
            )
        ),
    ]
    assert decisions_of(places)[0].tally == "11 for, 2 against"


def test_a_motion_that_is_only_named_is_no_entry() -> None:
    named = line("Motion for debate – Clean streets for the market square", Status.MOTION, 1, "12")
    moved = line("1) Councillor Ash proposed and Councillor Birch seconded that the square be swept.", Status.MOTION, 2)
    assert [one.words[:2] for one in decisions_of([named, moved])] == ["1)"]


@pytest.mark.parametrize(
    "edit, said",
    [
        (Edit("Buy", "ten", "twenty"), "for “ten” puts “twenty”"),
        (Edit("at a cost", "", "of £9"), "adds after “… at a cost”: “of £9”"),
        (Edit("", "Note it", ""), "leaves out at the start: “Note it”"),
    ],
)
def test_a_change_is_said_in_a_sentence(edit: Edit, said: str) -> None:
    assert edit.in_words == said


def test_the_register_prints_nothing_twice_unless_asked_for_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    register = Register(tuple(minute()), (), ())
    print_register(register)
    short = capsys.readouterr().out
    assert short.count("thanks of its members") == 1
    assert "for “ten” puts “twenty”" in short
    print_register(register, whole=True)
    assert capsys.readouterr().out.count("thanks of its members") == 3


def test_the_page_shows_what_an_amendment_changes_and_keeps_the_whole_to_be_opened() -> None:
    html = register_html(Register(tuple(minute()), (), ()), "{}")
    assert "<del>ten</del> <ins>twenty</ins>" in html
    assert "The amendment in full" in html
    assert "The motion in full" in html
