"""A made-up brief cut to a height: what goes first, what is put back, and what is said of it."""

from assistant.brief.models import Brief, CitedStatement, ItemBrief
from assistant.brief.page_fit import within
from assistant.brief.print import statements_of
from assistant.decisions.entries import cited
from made_up import place


def said(text: str, n: int = 1) -> CitedStatement:
    """A statement of a made-up report; `n` is its line."""
    return CitedStatement(text, tuple(cited([place(text, file="report.pdf", n=n, page=n)])))


def item(number: str, asked: str, figures: int = 2, before: int = 2) -> ItemBrief:
    return ItemBrief(
        number=number,
        title=f"Item {number}",
        asked=(said(asked),),
        figures=tuple(said(f"Figure {n} of item {number}.", n) for n in range(1, figures + 1)),
        before=tuple(said(f"Decision {n} before item {number}.", n) for n in range(1, before + 1)),
        actions=(),
        changes=(),
        questions=(),
    )


DECIDE, NOTE = item("4", "That the Cabinet agree to buy benches."), item("5", "That the report be noted.")
BRIEF = Brief(
    "Aldermere", "Cabinet", "2024-03-04", (DECIDE, NOTE), (said("Mend the benches: late"), said("Sweep: late")), ()
)


def height(brief: Brief) -> float:
    """A point for each statement."""
    return float(len(statements_of(brief)))


def test_a_brief_that_fits_stays_as_it_is() -> None:
    assert within(BRIEF, height(BRIEF), height) is BRIEF


def test_figures_of_what_is_only_noted_go_first_and_the_item_says_so() -> None:
    cut = within(BRIEF, 11, height)
    assert [len(one.figures) for one in cut.items] == [2, 1]
    assert [one.left_out for one in cut.items] == [(), ("1 key figure (report.pdf, page 2)",)]


def test_recommendations_outlast_all_else() -> None:
    cut = within(BRIEF, 2, height)
    assert [len(one.asked) for one in cut.items] == [1, 1]
    assert [one.text for one in statements_of(cut)] == [DECIDE.asked[0].text, NOTE.asked[0].text]
    assert cut.left_out == ("2 open actions (report.pdf, page 1)",)


def test_what_still_fits_is_put_back_and_nothing_more() -> None:
    for most in range(2, 13):
        cut = within(BRIEF, most, height)
        assert most - 2 <= height(cut) <= most  # actions of no item go by halves and do not come back


def test_sources_of_a_cut_brief_are_numbered_anew() -> None:
    numbers = [one.n for one in (cited for said in statements_of(within(BRIEF, 6, height)) for cited in said.citations)]
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))


def test_many_places_of_what_is_left_out_are_not_all_named() -> None:
    figures = tuple(CitedStatement("One.", tuple(cited([place("One.", file=f"{n}.pdf", page=n)]))) for n in range(1, 6))
    wide = Brief(None, None, "2024-03-04", (ItemBrief("4", "Benches", (), figures, (), (), (), ()),), (), ())
    left = within(wide, 0, height).items[0].left_out
    assert left == ("5 key figures (1.pdf, page 1; 2.pdf, page 2; 3.pdf, page 3; and elsewhere)",)
