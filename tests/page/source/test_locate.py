"""Where a paragraph stands on a page."""

from page.source.locate import locate


def test_line_breaks_hyphens_and_ligatures_do_not_matter() -> None:
    page = "Before. The of\ufb01cer re-\r\nported the co\x02\nst of it. After."
    found = locate(page, "The officer reported the cost of it.", "reported the cost")
    assert found.paragraph == (8, page.index(" After"))
    assert found.quotes == ((page.index("re-"), page.index(" of it")),)


def test_a_figure_is_not_marked_inside_another() -> None:
    assert locate("A rise of 18% was seen.", "A rise of 18% was seen.", "8%").quotes == ()


def test_a_list_item_is_found_by_its_own_words() -> None:
    page = "The Board agreed to:\n(a) note the report\n(b) ask for more"
    found = locate(page, "The Board agreed to:\n(b) ask for more", "ask for more")
    assert found.paragraph == (page.index("(b)"), len(page))


def test_a_paragraph_that_runs_on_is_found_as_far_as_it_goes() -> None:
    text = "It was agreed that the long matter be looked at again next year by all."
    page = f"Heading\n{text[:50]}\nPage 3"
    found = locate(page, text, "")
    assert found.paragraph is not None
    assert page[found.paragraph.start : found.paragraph.end] == text[:50].rstrip()
