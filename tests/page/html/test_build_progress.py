"""How far a build is."""

from index.stores import Step
from page.html.build_progress import progress_html

READ = Step("Reading 2/4 a.pdf, page 5 of 10", "a.pdf", 2, 4, 5, 10, "reading")


def test_progress_goes_by_file_and_page() -> None:
    html = progress_html(READ, [])
    assert "Reading paper 2 of 4: a.pdf, page 5 of 10" in html
    assert 'value="19"' in html  # (1 + 5/10) of 4 papers read, which is half of the work
    assert 'value="50"' in progress_html(Step("x", "a", 1, 4, stage="embedding"), [])
