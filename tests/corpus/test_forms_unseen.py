"""Papers in forms that were written before they were read: a city, a shire, a board, a town of two languages, a pack."""

from corpus.models import Access, Outline, PartKind, Reading, Status
from corpus.outline import outline_of
from corpus.readers.html_blocks import blocks_of_html
from outlines import decisions_by_number, outline_of_text


def _of(paper: Outline, status: Status) -> list[str]:
    return [p.own for p in paper.paragraphs if p.status is status]


def test_a_citys_motions_each_with_its_roll_call() -> None:
    paper = outline_of_text(
        "CITY OF PINE HOLLOW\nREGULAR COUNCIL MEETING MINUTES\nTuesday, March 5, 2024, 7:00 p.m.\n\n"
        "The Regular Council meeting was called to order by Mayor Delia Orvane.\n\n"
        "APPROVAL OF AGENDA\nMotion by Lund, second by Tamm, to approve the agenda with item 7C withdrawn. "
        "Motion carried unanimously.\n\n"
        "6A. Vacation of Quarry Lane\nMayor Orvane opened the hearing.\n"
        "Motion by Tamm, second by Lund, to vacate Quarry Lane.\nAyes: Tamm. Nays: Brisk, Orvane. Motion failed 1-2.\n\n"
        "7A. Ordinance No. 2024-03, Fence Heights\nSecond reading. Motion by Ortega, second by Brisk, to amend Section 4. "
        "Amendment failed.\nMotion by Lund, second by Tamm, to adopt Ordinance No. 2024-03. Nays: Ortega. "
        "Motion carried 4-1.\n\n"
        "7B. Resolution No. 2024-11, Library Roof\nMotion by Brisk, second by Lund, to award the roof contract for $91,400. "
        "Motion carried unanimously.\n\n7C. Sign permit, 40 Main Street\nWithdrawn.\n"
    )
    (part,) = paper.parts
    assert (part.meeting.council, part.meeting.body) == ("City of Pine Hollow", "Council")
    decided = decisions_by_number(paper)
    assert list(decided) == ["6A", "7A", "7B", "7C"]
    assert decided["6A"] == ("Vacation of Quarry Lane", ())
    assert decided["7A"][0] == "Ordinance No. 2024-03, Fence Heights"
    assert [words[:27] for words in decided["7A"][1]] == ["Motion by Lund, second by T"]
    assert "award the roof contract" in decided["7B"][1][0]
    assert len(_of(paper, Status.AMENDMENT_LOST)) == 2
    assert [words[-10:] for words in _of(paper, Status.WITHDRAWN)] == ["Withdrawn."]


def test_a_shires_numbers_jump_and_a_recommendation_stands_apart_from_what_was_resolved() -> None:
    paper = outline_of_text(
        "SHIRE OF KARRABUP\n\nMINUTES\n\nORDINARY COUNCIL MEETING\n\nHeld in the Council Chambers, Karrabup\n"
        "on Tuesday 21 May 2024\n\nUNCONFIRMED\n\n1. DECLARATION OF OPENING\nCr J Marlow declared the meeting open.\n\n"
        "2. RECORD OF ATTENDANCE\n2.1 Attendance\nCr J Marlow, Cr P Dunne, Cr S Okell\n\n"
        "10. REPORTS OF OFFICERS\n\n10.1 Sealing of Wattle Road\nOFFICER'S RECOMMENDATION\n"
        "That Council approve sealing of Wattle Road at $240,000.\nAMENDMENT\nMoved: Cr Okell Seconded: Cr Dunne\n"
        'That the words "subject to grant funding" be added.\nLOST 1/2\nCOUNCIL RESOLUTION 038/24\n'
        "Moved: Cr Bray Seconded: Cr Marlow\nThat Council approve sealing of Wattle Road at $220,000.\nCARRIED 2/1\n"
        "For: Cr Marlow, Cr Dunne\nAgainst: Cr Okell\n\n14. MATTERS BEHIND CLOSED DOORS\n\n"
        "14.1 CONFIDENTIAL - Performance Review\nCOUNCIL RESOLUTION 039/24\nThat Council endorse the review.\nCARRIED 3/0\n\n"
        "15. CLOSURE\nThe meeting closed at 5.20pm.\n"
    )
    (part,) = paper.parts
    assert (part.meeting.council, part.meeting.body, part.draft) == ("Shire of Karrabup", "Council", True)
    decided = decisions_by_number(paper)
    refs = [ref for ref in decided if "." not in ref]
    assert refs == ["1", "2", "10", "14", "15"]
    assert [words for _, resolutions in decided.values() for words in resolutions] == [
        "That Council approve sealing of Wattle Road at $220,000.",
        "That Council endorse the review.",
    ]
    assert len(_of(paper, Status.RECOMMENDATION)) == 1
    assert "grant funding" in _of(paper, Status.AMENDMENT_LOST)[0]
    secret = [p.own for p in paper.paragraphs if p.access is Access.EXEMPT]
    assert any("endorse the review" in own for own in secret)
    assert not any("closed at" in own for own in secret)


def test_a_boards_motion_over_several_paragraphs_and_a_division_that_is_lost() -> None:
    paper = outline_of_text(
        "# Waimoana Community Board\n\nMinutes of a meeting of the Waimoana Community Board held on Thursday, 14 March 2024\n\n"
        "**Present**\n\nRewi Tane, Lois Park, Brent Shaw\n\n### 1 Welcome\n\nThe Chairperson opened the meeting.\n\n"
        "### 2 Apologies\n\nMOVED by Chairperson R Tane, seconded by Member L Park:\n\nThat the Waimoana Community Board:\n\n"
        "a) accept the apology from Member K Moore.\n\nCARRIED\n\n### 8 Quay Street parking\n\n"
        "MOVED by Member B Shaw, seconded by Member A Ruru:\n\nThat the Waimoana Community Board:\n\n"
        "a) approve Option 2, twelve spaces.\n\n"
        "Member L Park moved by way of amendment, seconded by Chairperson R Tane:\n\n"
        'That clause a) be replaced with "approve Option 3, eight spaces".\n\n'
        "The division was declared LOST on the casting vote of the Chairperson.\n\n"
        "That the Waimoana Community Board:\n\na) approve Option 2, twelve spaces.\n\nCARRIED\n\n### 9 Grants\n\nDeferred.\n"
    )
    decided = decisions_by_number(paper)
    assert list(decided) == ["1", "2", "8", "9"]
    assert "a) accept the apology from Member K Moore." in decided["2"][1][0]
    assert [words[:38] for words in decided["8"][1]] == ["That the Waimoana Community Board: a) "]
    assert any("Option 3" in own for own in _of(paper, Status.AMENDMENT_LOST))
    assert not any("Option 3" in own for own in _of(paper, Status.RESOLUTION))


def test_decisions_told_in_two_languages_at_once() -> None:
    paper = outline_of_text(
        "CYNGOR TREF LLANFAIR-Y-COED / LLANFAIR-Y-COED TOWN COUNCIL\n\nCOFNODION / MINUTES\n\n"
        "Ordinary Meeting held on Wednesday 10 January 2024\n\nPRESENNOL / PRESENT: Cllrs E. Morus, G. Prydderch\n\n"
        "120. PRAESEPT / PRECEPT\nCllr Prydderch proposed £84,000. An amendment by Cllr Hael to set it at £80,000 was put "
        "and lost by 1 vote to 3.\nPENDERFYNWYD / RESOLVED: that the precept be £84,000.\n\n"
        "121. CAIS CYNLLUNIO / PLANNING APPLICATION C24/0012/33/LL AND WORKS TO TREES\nPENDERFYNWYD / RESOLVED: no objection.\n\n"
        "122. GLANHAU / CLEANING\nPENDERFYNWYD / RESOLVED: to award the contract to the lowest tender.\n"
    )
    assert paper.parts[0].meeting.council == "Llanfair-y-Coed Town Council"
    assert [resolutions for _, resolutions in decisions_by_number(paper).values()] == [
        ("that the precept be £84,000.",),
        ("no objection.",),
        ("to award the contract to the lowest tender.",),
    ]


def test_a_pack_without_pages_is_parted_at_its_headings() -> None:
    source = (
        "<h1>Ottershire County Council</h1><h2>Environment Scrutiny Committee</h2><p>Wednesday 6 November 2024</p>"
        "<p>Agenda</p><ol><li>Apologies</li><li>Minutes of the meeting held on 18 September 2024</li>"
        "<li>Action tracker</li><li>Waste contract (exempt)</li></ol>"
        "<h2>Minutes of the Environment Scrutiny Committee held on 18 September 2024</h2>"
        "<p>Present: Councillors Q. Ashdown (Chair), W. Birk</p><h3>21 Flood response</h3>"
        "<p>RESOLVED: That the report be <s>noted</s> endorsed.</p><h3>22 Verge cutting</h3><p>The item was withdrawn.</p>"
        "<h2>Action tracker</h2><table><tr><th>Date</th><th>Topic</th><th>Action</th><th>Owner</th><th>Status</th></tr>"
        "<tr><td>18 September 2024</td><td>Flood</td><td>Send the map</td><td>Head of Highways</td><td>Open</td></tr></table>"
        "<h2>Forward Plan of Key Decisions</h2><table><tr><th>Ref</th><th>Title</th><th>Decision maker</th><th>Date</th></tr>"
        "<tr><td>FP/24/31</td><td>Waste contract</td><td>Cabinet</td><td>3 December 2024</td></tr></table>"
        "<h2>NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A: Waste contract</h2><p>1. The price is £4.1m.</p>"
    )
    paper = outline_of(Reading(tuple(blocks_of_html(f"<html><body>{source}</body></html>"))), "paper.html")
    assert [(part.kind, part.access) for part in paper.parts] == [
        (PartKind.AGENDA, Access.PUBLIC),
        (PartKind.MINUTES, Access.PUBLIC),
        (PartKind.TRACKER, Access.PUBLIC),
        (PartKind.FORWARD_PLAN, Access.PUBLIC),
        (PartKind.APPENDIX, Access.EXEMPT),
    ]
    assert paper.parts[1].meeting.date == "2024-09-18"
    assert [(item.title, item.pages) for item in paper.agenda_items][1] == (
        "Minutes of the meeting held on 18 September 2024",
        None,
    )
    assert decisions_by_number(paper)["21"][1] == ("That the report be endorsed.",)
    assert [action.owner for action in paper.actions] == ["Head of Highways"]
    assert [entry.number for entry in paper.forward_plan] == ["FP/24/31"]
    assert [p.own for p in paper.paragraphs if p.access is Access.EXEMPT][-1] == "1. The price is £4.1m."


def test_minutes_whose_items_are_headed_as_high_as_they_go_on_behind_a_marking_and_a_table() -> None:
    source = (
        "<h1>Ottershire County Council</h1><h2>Minutes of the Pensions Committee held on 18 September 2024</h2>"
        "<p>Present: Councillors Q. Ashdown (Chair), W. Birk</p><h2>1 Apologies</h2><p>There were none.</p>"
        "<h2>Work programme</h2><table><tr><th>Date</th><th>Topic</th><th>Lead</th></tr>"
        "<tr><td>January</td><td>Fees</td><td>Treasurer</td></tr></table><p>The programme was noted.</p>"
        "<h2>2 Fees</h2><p>RESOLVED: That the fees be paid.</p>"
        "<h2>EXEMPT BUSINESS</h2><h2>3 Fund manager</h2><p>RESOLVED: That Dalby Funds be appointed.</p>"
    )
    paper = outline_of(Reading(tuple(blocks_of_html(f"<html><body>{source}</body></html>"))), "paper.html")
    assert [part.kind for part in paper.parts] == [PartKind.MINUTES]
    assert decisions_by_number(paper)["2"][1] == ("That the fees be paid.",)
    assert decisions_by_number(paper)["3"][1] == ("That Dalby Funds be appointed.",)
    assert [p.access for p in paper.paragraphs if p.status is Status.RESOLUTION] == [Access.PUBLIC, Access.EXEMPT]


def test_what_all_were_in_favour_of_is_decided() -> None:
    paper = outline_of_text(
        "ASHCOMBE PARISH COUNCIL\n\nMINUTES OF THE PARISH COUNCIL MEETING HELD ON 16th JANUARY 2024\n\n"
        "Present: Cllr Mrs T Orme (Chairman), Cllr B Pask\n\n24/001 Apologies: Cllr R Slee. Accepted.\n"
        "24/002 To approve the minutes of 12th December: Proposed Cllr Pask, seconded Cllr Quill, all in favour.\n"
        "24/003 Grass cutting: It was proposed by Cllr Quill to appoint Green & Sons. The motion was lost 1-2.\n"
    )
    assert paper.parts[0].meeting.council == "Ashcombe Parish Council"
    statuses = {p.own[:6]: p.status for p in paper.paragraphs}
    assert (statuses["24/002"], statuses["24/003"]) == (Status.RESOLUTION, Status.AMENDMENT_LOST)
