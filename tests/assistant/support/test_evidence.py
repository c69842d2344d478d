"""What the gate takes as given besides a paragraph's words."""

from assistant.support.evidence import judged
from made_up import place

INSPECTED = place("The roads were inspected on 10 March by two engineers.", date="2025-03-13")


def test_a_name_that_stands_above_a_paragraph_is_given() -> None:
    said = "The roads of Mr Quill's question were inspected on 10 March by two engineers."
    unknown = judged(said, [INSPECTED])
    assert (unknown.supported, unknown.reason) == (False, "No paragraph names Quill")
    assert judged(said, [INSPECTED], {INSPECTED.paragraph.id: "Question by Mr Quill"}).supported


def test_what_is_told_as_wanting_is_what_no_heading_gives_either() -> None:
    told = judged("On 13 March 2025 Mr Quill heard that the roads were inspected on 10 March.", [INSPECTED])
    assert not told.supported
    assert told.reason == "No paragraph names Quill"
