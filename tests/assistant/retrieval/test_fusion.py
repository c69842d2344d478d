"""Rankings of pieces fused by reciprocal rank."""

from assistant.retrieval.fusion import fused
from assistant.retrieval.pieces import EvidencePiece
from made_up import place

A, B, C, D, *OWN = (EvidencePiece(one, (one,)) for one in (place(f"Paragraph {n}.", n=n) for n in range(24)))


def test_one_ranking_stays_as_it_is() -> None:
    assert fused([[C, A, B]]) == [C, A, B]


def test_the_first_ten_of_the_question_s_own_stay_in_front_of_all() -> None:
    assert fused([OWN, [A, B], [A, B], [A, B]])[:12] == [*OWN[:10], A, B]


def test_what_two_rankings_hold_goes_before_what_one_holds_and_stands_once() -> None:
    # Behind the ten B: 1/71 + 1/62; C: 1/61; A: 1/72; D: 1/63.
    assert fused([[*OWN[:10], B, A], [C, B, D]])[10:] == [B, C, D, A]


def test_the_earlier_ranking_is_first_where_ranks_are_the_same() -> None:
    assert fused([[], [A], [B], [C]]) == [A, B, C]
    assert fused([[], [C], [B], [A]]) == [C, B, A]


def test_a_piece_that_a_ranking_holds_twice_counts_once_there() -> None:
    assert fused([[], [A, B, B], [A]]) == [A, B]
    assert fused([[], [B, B, B], [A, C], [A]])[0] == A
