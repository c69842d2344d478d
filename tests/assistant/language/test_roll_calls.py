"""The names of a roll call."""

from assistant.language.annotated import read
from assistant.language.roll_calls import called


def test_the_names_of_a_roll_call_are_found_by_side() -> None:
    assert called(read("Bell - Yea; Cray - Aye; Dunn - Nay; Frost - Abstained.")) == {
        "yes": ["Bell", "Cray"],
        "no": ["Dunn"],
        "none": ["Frost"],
    }


def test_a_text_without_a_roll_call_has_none() -> None:
    assert called(read("Councillor Bell voted for the motion.")) == {}
