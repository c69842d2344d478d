"""A marking keeps from the public what it stands on, and nothing else."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.models import Access
from corpus.outline import outline_of
from corpus.readers.pdf import read_pdf
from outlines import outline_of_text

_MINUTES = "# Minutes of the Harbour Board\n\nTuesday 16 January 2024\n\nPresent: Councillor Brindle (Chair)\n\n"
_REPORT = "# Report to the Cabinet\n\n"

# OPEN stands where the public may read, SECRET where it may not.
PAPERS = {
    "minutes marked above those present": (
        "# Minutes of the Harbour Board\n\n"
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\n\nTuesday 16 January 2024\n\n"
        "Present: Councillor Brindle (Chair)\n\n1/24 Roads\n\nThe road SECRET.\n\n2/24 Mere\n\n"
        "RESOLVED that SECRET be sold.\n"
    ),
    "minutes that call themselves confidential": (
        "# Confidential Minutes of the Harbour Board\n\nTuesday 16 January 2024\n\n"
        "Present: Councillor Brindle (Chair)\n\n1/24 Roads\n\nThe road SECRET.\n\n2/24 Mere\n\n"
        "RESOLVED that SECRET be sold.\n"
    ),
    "a minute marked in its title": _MINUTES
    + (
        "1/24 Roads\n\nThe road OPEN.\n\n"
        "2/24 Sale of the Mere (Exempt under paragraph 3 of Schedule 12A)\n\n"
        "RESOLVED that SECRET be sold.\n\n3/24 Close\n\nThe meeting OPEN closed at 8 pm.\n"
    ),
    "a minute marked below its title": _MINUTES
    + (
        "1/24 Roads\n\nThe road OPEN.\n\n2/24 Sale of the Mere\n\n"
        "(Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A)\n\n"
        "RESOLVED that SECRET be sold.\n\n3/24 Close\n\nThe meeting OPEN closed at 8 pm.\n"
    ),
    "minutes behind a heading": _MINUTES
    + (
        "1/24 Roads\n\nThe road OPEN.\n\n2/24 Exclusion of the press and public\n\n"
        "RESOLVED that the press and public OPEN be excluded under section 100A(4) as exempt information is likely to be disclosed.\n\n"
        "# CONFIDENTIAL MINUTES\n\n3/24 Sale of the Mere\n\nRESOLVED that SECRET be sold.\n\n"
        "4/24 Staff\n\nThe Clerk SECRET was paid.\n"
    ),
    "minutes behind a line that opens Part II": _MINUTES
    + (
        "1/24 Roads\n\nThe road OPEN.\n\nPART II - EXEMPT BUSINESS\n\n3/24 Sale of the Mere\n\n"
        "RESOLVED that SECRET be sold.\n\n4/24 Staff\n\nThe Clerk SECRET was paid.\n"
    ),
    "the public excluded, and no marking": _MINUTES
    + (
        "1/24 Exclusion of the press and public\n\n"
        "RESOLVED that OPEN the press and public be excluded from the meeting for the following item as it involves exempt information.\n\n"
        "2/24 Sale\n\nRESOLVED that OPEN the Mere be sold.\n"
    ),
    "a label far down a heading": _REPORT
    + (
        "Subject: Sale of the Mere\n\nReport of: Director\n\nDate: 5 March 2024\n\nWards: All\n\n"
        "Key decision: Yes\n\nContact: A. Clerk\n\n"
        "Confidential or exempt: Exempt, paragraph 3 of Schedule 12A\n\n1.1 The price is SECRET.\n"
    ),
    "a label in a table": _REPORT
    + (
        "Subject\tSale of the Mere\n\nReport of\tDirector\n\n"
        "Exempt information\tParagraph 3 of Schedule 12A, Local Government Act 1972\n\n# 1 Price\n\n"
        "1.1 The price is SECRET.\n"
    ),
    "a label that says no": _REPORT
    + ("Subject: Roads\n\nReport of: Director\n\nConfidential or exempt: No\n\n1.1 The road is OPEN.\n"),
    "a label that says none": _REPORT + "Subject: Roads\n\nExempt information: None\n\n1.1 The road is OPEN.\n",
    "a report that says it is not exempt": _REPORT
    + ("Subject: Roads\n\nThis report is not exempt. It is for publication.\n\n1.1 The road is OPEN.\n"),
    "a label that names an appendix": _REPORT
    + (
        "Subject: Roads\n\nExempt: Appendix B is not for publication by virtue of paragraph 3.\n\n"
        "1.1 The road is OPEN.\n\n\n\n\n# Appendix A\n\nOPEN roads are long and wide here.\n\n\n\n"
        "\n# Appendix B\n\nNot for publication: paragraph 3\n\nThe price is SECRET.\n"
    ),
    "a marked appendix": _REPORT
    + ("Subject: Roads\n\n1.1 The road is OPEN.\n\n\n\n\n# Exempt Appendix B\n\nThe price is SECRET.\n"),
    "an appendix marked in brackets": _REPORT
    + ("Subject: Roads\n\n1.1 The road is OPEN.\n\n\n\n\n# Appendix B (restricted)\n\nThe price is SECRET.\n"),
    "an appendix marked behind a dash": _REPORT
    + ("Subject: Roads\n\n1.1 The road is OPEN.\n\n\n\n\n# Appendix B - Exempt\n\nThe price is SECRET.\n"),
    "a section marked in its heading": _REPORT
    + ("Subject: Roads\n\n1.1 The road is OPEN.\n\n## EXEMPT: commercial terms\n\n2.1 The price is SECRET.\n"),
    "an annex marked on a line of its own": _REPORT
    + "Subject: Roads\n\n1.1 The road is OPEN.\n\nCONFIDENTIAL ANNEX\n\n2.1 The price is SECRET.\n",
    "a report not open to the public": _REPORT
    + "PART 2 - not for the public: closed\n\nSubject: Mere\n\n2.1 The price is SECRET.\n",
    "a report that says what it contains": (
        "# Part B Report to the Cabinet\n\nSubject: Mere\n\n"
        "This report contains exempt information as defined in paragraph 3 of Schedule 12A\n\n"
        "2.1 The price is SECRET.\n"
    ),
    "a security marking": _REPORT + "OFFICIAL-SENSITIVE\n\nSubject: Mere\n\n2.1 The price is SECRET.\n",
    "a front sheet that lists a marked item": (
        "# Agenda\n\nHarbour Board\n\nTuesday 16 January 2024 at 6pm\n\n1 Apologies OPEN\n\n"
        "2 Roads\n\n3 Exclusion of the public OPEN\n\n"
        "4 Sale of the Mere (exempt under paragraph 3) OPEN\n\n5 Date of next meeting OPEN\n"
    ),
    "a forward plan": (
        "# Forward plan\n\nNumber\tTitle\tMaker\tPrivate\tDate\n\n12/24\tSale OPEN\tCabinet\tYes, exempt\t4 May 2024\n"
    ),
    "a paragraph marked at its front": _REPORT
    + ("Subject: Roads\n\n1.1 The road is OPEN.\n\n1.2 [EXEMPT] The price is SECRET.\n\n1.3 The road is OPEN again.\n"),
    "a paragraph marked in brackets": _REPORT
    + (
        "Subject: Roads\n\n1.1 The road is OPEN.\n\n1.2 (Not for publication) The price is SECRET.\n\n"
        "1.3 The road is OPEN again.\n"
    ),
    "a private report": _REPORT + "PRIVATE REPORT\n\nSubject: Mere\n\n2.1 The price is SECRET.\n",
    "a report that says it is not for publication": _REPORT
    + (
        "This report is not for publication because it contains exempt information within paragraph 3.\n\n"
        "Subject: Mere\n\n2.1 The price is SECRET.\n"
    ),
    "a report about exempt information": _REPORT
    + (
        "Subject: Access to information\n\n"
        "1.1 The constitution says that exempt information OPEN must not be published.\n\n"
        "## Confidential information\n\n2.1 Staff must keep OPEN letters.\n\n## Exempt persons\n\n"
        "Children are exempt OPEN.\n"
    ),
    "other things that are exempt or restricted": _REPORT
    + (
        "Subject: Council tax exemptions\n\n## Exempt properties\n\n"
        "2.1 OPEN student houses are exempt.\n\n## Restricted parking zones\n\n3.1 OPEN cars.\n"
    ),
    "a record of decision": (
        "# Record of decision\n\nCabinet member: Cllr Finch\n\nSubject: Sale of the Mere\n\n"
        "Exempt: Yes\n\nDecision: That SECRET be sold.\n"
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_public_reads_what_is_open_and_nothing_else(name: str) -> None:
    paragraphs = outline_of_text(PAPERS[name]).paragraphs
    assert any(word in paragraph.own for paragraph in paragraphs for word in ("OPEN", "SECRET"))
    for paragraph in paragraphs:
        if "SECRET" in paragraph.text:
            assert paragraph.access is Access.EXEMPT, paragraph.own
        elif "OPEN" in paragraph.own:
            assert paragraph.access is Access.PUBLIC, paragraph.own


@pytest.mark.parametrize("place", [40, 800])
def test_a_running_head_or_foot_marks_its_pages(tmp_path: Path, place: int) -> None:
    canvas = Canvas(str(tmp_path / "paper.pdf"), pagesize=(595, 842))
    for page in range(1, 7):
        if page > 3:
            canvas.drawString(250, 842 - place, "CONFIDENTIAL")
        for line in range(10):
            word = "SECRET" if page > 3 else "OPEN"
            canvas.drawString(
                72, 640 - 40 * line, f"{line + 1}. The boats of harbour {page} are {word} to all who pass by it."
            )
        canvas.showPage()
    canvas.save()
    paragraphs = outline_of(read_pdf(tmp_path / "paper.pdf"), "paper.pdf").paragraphs
    assert len(paragraphs) >= 60
    assert {p.access for p in paragraphs if "SECRET" in p.own} == {Access.EXEMPT}
    assert {p.access for p in paragraphs if "OPEN" in p.own} == {Access.PUBLIC}
