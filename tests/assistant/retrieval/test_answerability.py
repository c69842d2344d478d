"""How likely it is that the paragraphs answer."""

import pytest

from assistant.question import understand
from assistant.retrieval import answerability
from assistant.retrieval.answerability import THRESHOLD
from assistant.retrieval.answerability_features import doubts
from assistant.retrieval.features import NAMES, Signs
from assistant.retrieval.ranking import Candidate
from assistant.retrieval.search import Ranked, SearchResult
from assistant.retrieval.weights import fitted_weights
from corpus.models import Access, Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed, StoredPassage

PART = Part(
    PartKind.MINUTES, "Minutes", Meeting("Aldermere Borough Council", "Cabinet", "2024-01-09"), 1, 9, None, None
)
PASSAGE = StoredPassage("g1", "sha", "cabinet.txt", 0, "", "", "", None, None, None, "minutes", Access.PUBLIC, (), ())


def found(question: str) -> SearchResult:
    asked = understand(question)
    return SearchResult(asked, (Ranked(PASSAGE, 1.0, (), ()),), dict.fromkeys(asked.words, 3.0))


def candidate(own: str, n: int = 1, score: float = 10.0, level: float = 0.5) -> Candidate:
    paragraph = Paragraph(f"p{n}", own, own, 0, "7", None, None, None, None, 1, 1, Status.DISCUSSION)
    return Candidate(
        Placed(paragraph, PART, "sha", "cabinet.txt", "/c", n), 0, len(own), Signs(*(level,) * len(NAMES)), score
    )


def sure(question: str, *own: str, level: float = 0.5) -> float:
    return answerability.confidence(
        found(question), [candidate(text, n, 10.0 - n, level) for n, text in enumerate(own, 1)]
    )


def test_nothing_found_is_no_confidence() -> None:
    assert answerability.confidence(found("potholes?"), []) == 0.0


def test_there_is_a_weight_and_a_centre_for_every_sign() -> None:
    signs = doubts(found("How many potholes were mended?"), [candidate("They mended 11,240 potholes.")])
    assert set(signs) == set(fitted_weights().doubts)


@pytest.mark.parametrize("own", ["They mended 11,240 potholes.", "Nobody knows.", "x"])
@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_confidence_is_a_probability(own: str, level: float) -> None:
    assert 0.0 <= sure("How many potholes were mended?", own, level=level) <= 1.0
    assert 0.0 < THRESHOLD < 1.0


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("How many potholes were mended?", "They mended 11,240 potholes.", "They mended potholes."),
        ("On what date do the charges begin?", "The charges begin on 1 October 2024.", "The charges begin later."),
        ("How much does the scheme cost?", "The scheme costs £96,000.", "The scheme costs a good deal."),
    ],
)
def test_a_paragraph_without_the_shape_asked_for_is_doubted(question: str, right: str, wrong: str) -> None:
    assert sure(question, right) > sure(question, wrong)


def test_another_year_is_doubted() -> None:
    question = "How many potholes were mended in 2021/22?"
    assert sure(question, "In 2021/22 they mended 11,240 potholes.") > sure(
        question, "In 2022/23 they mended 11,240 potholes."
    )


def test_a_question_about_words_of_no_paper_has_no_confidence() -> None:
    mermaids = SearchResult(understand("Are there any mermaids?"), (Ranked(PASSAGE, 1.0, (), ()),), {"mermaid": 0.0})
    assert answerability.confidence(mermaids, [candidate("There are benches by the Mere.")]) == 0.0


def test_a_sentence_with_every_word_the_year_and_the_figure_is_enough() -> None:
    question = "How many potholes were mended in 2023/24?"
    assert sure(question, "In 2023/24 they mended 11,240 potholes.", level=1.0) > THRESHOLD
