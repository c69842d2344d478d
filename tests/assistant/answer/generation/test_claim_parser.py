"""A model's words as they arrive become claims, whatever shape they have."""

import json

import pytest

from assistant.answer.generation.claim_parser import Claim, ClaimReader, statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was agreed [1].", [("It was agreed.", [1])]),
        ("It was agreed. [1]", [("It was agreed.", [1])]),
        ("It was agreed [1][3]. It was noted [2, 4].", [("It was agreed.", [1, 3]), ("It was noted.", [2, 4])]),
        ("- It was agreed [1]\n- It was noted [2]", [("It was agreed", [1]), ("It was noted", [2])]),
        ("It cost £41.2 million [1].", [("It cost £41.2 million.", [1])]),
        ("Nobody knows.", [("Nobody knows.", [])]),
        ("[1]", []),
        ("", []),
    ],
)
def test_statements_keep_their_own_markers(text: str, found: list[tuple[str, list[int]]]) -> None:
    assert [(claim.text, list(claim.numbers)) for claim in statements(text)] == found


WHOLE = "The fee rose to £5 [1]. It was noted. [2, 3]\nThe charge ends in 2027 [4]"
OBJECTS = json.dumps(
    {
        "claims": [
            {"claim": "The fee rose to £5.", "paragraphs": [1], "words": "rose to £5"},
            {"claim": "It was {noted}.", "paragraphs": [2, 3], "words": ""},
        ]
    }
)


def read_in(text: str, size: int) -> list[Claim]:
    reader = ClaimReader()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return [claim for piece in pieces for claim in reader.feed(piece)] + reader.finish()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20, 1000])
def test_claims_do_not_depend_on_how_the_words_were_cut(size: int) -> None:
    assert read_in(WHOLE, size) == [
        Claim("The fee rose to £5.", (1,)),
        Claim("It was noted.", (2, 3)),
        Claim("The charge ends in 2027", (4,)),
    ]
    assert read_in(OBJECTS, size) == [
        Claim("The fee rose to £5.", (1,), "rose to £5"),
        Claim("It was {noted}.", (2, 3)),
    ]


def test_a_claim_is_read_before_the_model_has_ended() -> None:
    reader = ClaimReader()
    assert reader.feed("The fee rose to £5 [1].") == []  # a marker may follow
    assert reader.feed(" It was") == [Claim("The fee rose to £5.", (1,))]
    reader = ClaimReader()
    assert reader.feed(OBJECTS[: OBJECTS.index("}") + 1]) == [Claim("The fee rose to £5.", (1,), "rose to £5")]


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{OBJECTS}\n```",
        OBJECTS + " I hope that this helps!",
        OBJECTS[:-1],
        OBJECTS[:-30],
        '[{"sentence": "The fee rose to £5 [1]."}]',
        '{"claims": [{"claim": "The fee rose to £5.", "citations": "[1]", "quote": null}, {"claim": 7}, {"x": tru]}',
        '<think>Perhaps it fell [2]. No.</think>{"text": "The fee rose to £5.", "paragraph": 1}',
        "<think>Perhaps it fell [2]. No.</think>\nThe fee rose to £5 [1].",
    ],
)
def test_fences_prose_thoughts_and_broken_objects_cost_no_more_than_themselves(text: str) -> None:
    first = read_in(text, 5)[0]
    assert (first.text, first.numbers) == ("The fee rose to £5.", (1,))


def test_an_initial_or_a_title_ends_no_sentence() -> None:
    text = "The Council appointed Debra A. Johnson [1]. Cllr. Ash and Mr. Box of No. 4 spoke [2]. It was carried [3]."
    expected = ["The Council appointed Debra A. Johnson.", "Cllr. Ash and Mr. Box of No. 4 spoke.", "It was carried."]
    assert [claim.text for claim in read_in(text, 7)] == expected
    assert [claim.text for claim in statements(text)] == expected


@pytest.mark.parametrize("text", ["{", "[]", "[[[", '{"claims": 3}', "```", "\x00", "[1] [2]", "{" * 5000, "<think>"])
def test_nothing_is_made_of_nothing(text: str) -> None:
    assert read_in(text, 9) == []
