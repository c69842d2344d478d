"""Papers that cannot be read are refused with their reason, and tried again when that may help."""

from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from index import build
from index.stores import Step, Stores
from index_fakes import LIMITS, minutes, run


def bad_papers(folder: Path) -> dict[str, str]:
    """One of each kind that cannot be read, by name, with a word of its reason."""
    (folder / "empty.txt").touch()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    (folder / "page.pdf").write_bytes(b"<html>not found</html>")
    (folder / "sheet.xlsx").write_bytes(b"PK no reader for it")
    (folder / "large.txt").write_text("words " * 20_000, encoding="utf-8")
    locked = Canvas(str(folder / "locked.pdf"), encrypt=StandardEncryption("secret", canPrint=0))
    locked.drawString(72, 720, "Minutes of the Parks Committee")
    locked.save()
    scan = Canvas(str(folder / "scan.pdf"))
    scan.rect(72, 72, 300, 400, fill=1)
    scan.save()
    return {
        "empty.txt": "empty",
        "broken.pdf": "",
        "page.pdf": "PDF",
        "sheet.xlsx": ".xlsx",
        "large.txt": "limit",
        "locked.pdf": "password",
        "scan.pdf": "no",
    }


def test_bad_papers_are_refused_with_reason_and_remedy_and_the_rest_goes_on(parks_papers: Path, stores: Stores) -> None:
    wanted = bad_papers(parks_papers)
    said: list[Step] = []
    report = run(parks_papers, stores, said=said)
    assert report.indexed == 2
    listed = {refusal.name: refusal for refusal in report.refused}
    assert listed.keys() == wanted.keys()
    for name, reason in wanted.items():
        assert reason in listed[name].what
        assert listed[name].remedy
        assert any(step.stage == "refused" and name in str(step) for step in said)
    assert report.refused == tuple(stores.catalogue.refusals())


def test_refused_papers_are_tried_again_when_their_bytes_change(parks_papers: Path, stores: Stores) -> None:
    names = bad_papers(parks_papers)
    run(parks_papers, stores)
    later = Canvas(str(parks_papers / "scan.pdf"))
    later.drawString(72, 720, "Minutes of the Parks Committee of 3 June 2024")
    later.save()
    (parks_papers / "empty.txt").write_text(minutes(7, "3 June 2024"), encoding="utf-8")
    report = run(parks_papers, stores)
    assert (report.indexed, report.unchanged) == (2, 2)
    assert {refusal.name for refusal in report.refused} == set(names) - {"scan.pdf", "empty.txt"}


def test_a_refused_paper_that_is_gone_is_listed_no_more(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "empty.txt").touch()
    run(parks_papers, stores)
    (parks_papers / "empty.txt").unlink()
    assert run(parks_papers, stores).refused == ()


def test_a_paper_over_the_limit_is_read_once_the_limit_is_raised(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "large.txt").write_text("words " * 20_000, encoding="utf-8")
    assert len(run(parks_papers, stores).refused) == 1
    report = run(parks_papers, stores, limits=replace(LIMITS, size=1_000_000))
    assert (report.indexed, report.unchanged, report.refused) == (1, 2, ())


def test_a_paper_that_may_not_be_opened_is_refused_until_it_may(
    parks_papers: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def shut(path: Path, *values: object, **more: object) -> object:
        if path.name == "later.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, *values, **more)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", shut)
        for indexed in (1, 0):
            report = run(parks_papers, stores)
            assert report.indexed == indexed
            (refusal,) = report.refused
            assert (refusal.name, refusal.what) == ("later.md", "it cannot be opened (Permission denied)")
    report = run(parks_papers, stores)
    assert (report.indexed, report.unchanged, report.refused) == (1, 1, ())


@pytest.mark.parametrize("what", ["readers", "ocr"])
def test_a_refused_paper_is_tried_again_when_more_can_be_read(
    parks_papers: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    (parks_papers / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    run(parks_papers, stores)
    quiet: list[Step] = []
    run(parks_papers, stores, said=quiet)
    assert [step for step in quiet if "broken.pdf" in str(step)] == []
    before = build._readers()
    monkeypatch.setattr(build, "_readers", lambda: {**before, what: "more"})
    said: list[Step] = []
    report = run(parks_papers, stores, said=said)
    assert len(report.refused) == 1
    assert any("broken.pdf" in str(step) for step in said)
