"""Minutes in the forms of councils in Canada, Australia, the United States, Ireland and Scotland, all made up."""

from corpus.models import PartKind, Status
from outlines import decisions_by_number, outline_of_text


def test_motions_that_end_with_their_outcome_and_business_inside_an_item() -> None:
    paper = outline_of_text(
        "THE CORPORATION OF THE TOWNSHIP OF ALDER RIVER\nMINUTES OF THE REGULAR COUNCIL MEETING\n\n"
        "Tuesday, March 12, 2024 at 6:00 p.m.\n\nPRESENT: Mayor D. Larch, Councillors P. Boone and S. Ivey\n\n"
        "1. CALL TO ORDER\n\nMayor Larch called the meeting to order.\n\n2. ADOPTION OF AGENDA\n\n"
        "Resolution No. 2024-061\nMoved by: Councillor Boone\nSeconded by: Councillor Ivey\n"
        "THAT the agenda be adopted as circulated.\nCARRIED\n\n3. BUSINESS\n\n3.1 Road Grader\n\n"
        "Resolution No. 2024-062\nMoved by: Councillor Ivey\nSeconded by: Councillor Boone\n"
        "THAT Council purchase a road grader at a cost of $312,000 plus HST.\nCARRIED\n\n3.2 Fireworks By-law\n\n"
        "Resolution No. 2024-063\nMoved by: Councillor Ivey\nSeconded by: Councillor Boone\n"
        "THAT By-law 2024-15 be read a third time and passed.\nDEFEATED\n\n4. ADJOURNMENT\n\nAt 7:12 p.m.\n"
    )
    decided = decisions_by_number(paper)
    assert decided["2"] == ("ADOPTION OF AGENDA", ("THAT the agenda be adopted as circulated.",))
    assert decided["3.1"] == ("Road Grader", ("THAT Council purchase a road grader at a cost of $312,000 plus HST.",))
    assert decided["3.2"] == ("Fireworks By-law", ())
    lost = [p.own for p in paper.paragraphs if p.status is Status.AMENDMENT_LOST]
    assert len(lost) == 1 and "By-law 2024-15" in lost[0]


def test_a_council_resolution_that_differs_from_what_officers_recommended() -> None:
    paper = outline_of_text(
        "MINUTES of the Ordinary Meeting of the Shire of Wattle Council held on Wednesday 21 February 2024\n\n"
        "PRESENT: Cr A Denison (Mayor), Cr J Platt\n\n1. APOLOGIES\n\nNil.\n\n2. REPORTS\n\n2.1 Swimming Pool\n\n"
        "OFFICER'S RECOMMENDATION\nThat Council accept the tender.\n\nCOUNCIL RESOLUTION 16/24\n"
        "Moved: Cr Sturt   Seconded: Cr Platt\nThat Council defer the tender until March.\nCARRIED 3/1\n\n"
        "2.2 Dog Fees\n\nCOUNCIL RESOLUTION 17/24\nMoved: Cr Rowe   Seconded: Cr Sturt\nThat the fee be $35.\n"
        "CARRIED UNANIMOUSLY\n\n3. CLOSURE\n\nAt 11.40 am.\n"
    )
    decided = decisions_by_number(paper)
    assert decided["2.1"] == ("Swimming Pool", ("That Council defer the tender until March.",))
    assert decided["2.2"] == ("Dog Fees", ("That the fee be $35.",))


def test_a_title_that_ends_with_minutes_and_roman_numbers() -> None:
    paper = outline_of_text(
        "CITY OF PINE HOLLOW\nCITY COUNCIL\nREGULAR MEETING MINUTES\nApril 9, 2024\n\n"
        "The meeting was called to order by Mayor Teller at 7:00 p.m.\n\nROLL CALL: Mayor Teller, Members Ash, Burke.\n\n"
        "I. APPROVAL OF MINUTES\n\nMotion by Ash, second by Burke, to approve the minutes. Motion carried 4-0.\n\n"
        "II. CONSENT AGENDA\n\nNo items.\n\nIII. NEW BUSINESS\n\n"
        "Motion by Ash, second by Cole, to buy a truck for $640,000. Motion failed 2-2.\n\nIV. ADJOURNMENT\n\nAt 8:45 p.m.\n"
    )
    assert (paper.parts[0].kind, paper.parts[0].meeting.date) == (PartKind.MINUTES, "2024-04-09")
    assert [minute.ref for minute in paper.minutes] == ["I", "II", "III", "IV"]
    assert "4-0" in paper.minutes[0].resolutions[0] and paper.minutes[2].resolutions == ()


def test_numbers_with_a_dash_and_what_was_proposed_seconded_and_agreed() -> None:
    paper = outline_of_text(
        "BALLYGRANNA COUNTY COUNCIL\n\nMinutes of Monthly Meeting held on Monday, 11th March, 2024\n\n"
        "Present: Cllr. M. Keane, Cllr. N. Fahy\n\nMD03/24-1 Confirmation of Minutes\n\nConfirmed.\n\n"
        "MD03/24-2 Roads Programme\n\nIt was proposed by Cllr. Nolan, seconded by Cllr. Daly and agreed that the Schedule "
        "be adopted.\n"
    )
    decided = decisions_by_number(paper)
    assert list(decided) == ["MD03/24-1", "MD03/24-2"]
    assert decided["MD03/24-2"][1][0].endswith("agreed that the Schedule be adopted.")


def test_a_title_in_capitals_keeps_what_stands_behind_its_colon() -> None:
    paper = outline_of_text(
        "GLENMARROCH COUNCIL\n\nMinute of Meeting of the Planning Committee held on Wednesday 13 March 2024\n\n"
        "Present: Councillors Airlie and Bain.\n\n1  DECLARATION OF INTERESTS\n\nThere were none.\n\n"
        "2  APPLICATION 24/00231/PP: WIND TURBINE, HILL OF MARROCH\n\nReport PC/24/11 had been circulated.\n\n"
        "Decision\nThe Committee agreed to approve the application.\n\n3  OTHER BUSINESS\n\nNone.\n"
    )
    assert decisions_by_number(paper)["2"] == (
        "APPLICATION 24/00231/PP: WIND TURBINE, HILL OF MARROCH",
        ("The Committee agreed to approve the application.",),
    )


def test_minutes_of_which_some_name_their_agenda_item() -> None:
    paper = outline_of_text(
        "CABINET\n\nMINUTES of a meeting of the Cabinet held on Thursday, 18 January 2024.\n\nPRESENT\nMrs A Thorne\n\n"
        "112 MINUTES\n\nThe minutes of 14 December were agreed.\n\n113 SCHOOL PLACES [Item 6]\n\n"
        "RESOLVED that Elm School be enlarged.\n\n114 EXCLUSION [Item 7]\n\nRESOLVED that the public be excluded.\n"
    )
    assert [(minute.ref, minute.title, minute.item) for minute in paper.minutes] == [
        ("112", "MINUTES", None),
        ("113", "SCHOOL PLACES", "6"),
        ("114", "EXCLUSION", "7"),
    ]


def test_decisions_of_one_paragraph_are_each_told_from_the_word_resolved_on() -> None:
    paper = outline_of_text(
        "Minutes of the Llanfaen Community Council held on Monday 15 January 2024\n\nPresent: Cllrs A Pryce, B Rees\n\n"
        "24/05 Planning: Extension at Ty Gwyn. RESOLVED no objection. Barn at Ty Isaf. RESOLVED to object.\n\n"
        "24/06 Finance\nIt was resolved to pay the Clerk £312.50.\nAction: Clerk to tell the bank.\n\n"
        '24/07 Motion\nThe following motion stood:\n"That the bridge be built."\nThe motion was put and declared carried.\n'
    )
    decided = decisions_by_number(paper)
    assert decided["24/05"][1] == ("no objection. Barn at Ty Isaf.", "to object.")
    assert decided["24/06"][1] == ("to pay the Clerk £312.50.",)
    assert '"That the bridge be built."' in decided["24/07"][1][0]
    assert [p.own for p in paper.paragraphs if p.status is Status.ACTION] == ["Action: Clerk to tell the bank."]
