"""Numbers of minutes as a sequence: decimals, letter codes, roman sections, codes behind titles, and what is no number."""

import pytest

from corpus.minutes.numbers import Numbered, best_run, left_out, roman_place
from corpus.models import Outline
from outlines import outline_of_text

HEAD = "# Minutes of the Lakes Committee\n\nTuesday 16 January 2024\n\nPresent: Councillor Brindle (Chair)\n\n"


def outline(body: str, head: str = HEAD) -> Outline:
    return outline_of_text(head + body, "minutes.md")


def refs(body: str, head: str = HEAD) -> list[str]:
    return [minute.ref for minute in outline(body, head).minutes]


def ref_of(paper: Outline, words: str) -> str | None:
    return next(paragraph.ref for paragraph in paper.paragraphs if words in paragraph.own and not paragraph.heading)


def test_numbers_left_out_between_two() -> None:
    assert left_out((9.0, 1.0), (9.0, 2.0)) == left_out((9.0, 2.0), (10.0,)) == left_out((9.0,), (9.0, 1.0)) == 0
    assert left_out((9.0, 1.0), (9.0, 10.0)) == 8
    assert left_out((9.0, 1.0), (9.0,)) is None


def test_a_run_is_judged_as_a_whole_and_not_broken_for_a_number_far_off() -> None:
    found = [Numbered(i, (place,), str(place), "Title") for i, place in enumerate((1.0, 2.0, 40.0, 3.0, 4.0))]
    assert [one.ref for one in best_run(found)] == ["1.0", "2.0", "3.0", "4.0"]


def test_roman_numbers_with_and_without_a_letter() -> None:
    assert [roman_place(numeral) for numeral in ("IV", "IVA", "MIX", "VC")] == [4, 4.01, None, None]


def test_titles_that_begin_with_a_number_a_road_or_a_reference() -> None:
    body = (
        "41. APOLOGIES\n\nNone.\n\n42. 26/00120/FUL - BARN AT TARN END\n\nRESOLVED: That it be refused.\n\n"
        "43. 12 QUAY STREET\n\nDeferred.\n\n44. A591 CROSSING\n\nNoted.\n\n45. 2026/27 FEES\n\nAgreed.\n"
    )
    assert refs(body) == ["41", "42", "43", "44", "45"]
    assert outline(body).minutes[1].title == "26/00120/FUL - BARN AT TARN END"


def test_decimals_after_whole_numbers_with_gaps_and_a_list_inside() -> None:
    body = (
        "2 APOLOGIES\n\nNone.\n\n9 REPORTS\n\n9.1 2023-24 REPORT\n\nNoted.\n\n9.2 ANCHORS\n\nThat Council:\n\n"
        "1. Buys two; and\n\n2. Sells one.\n\n9.10 INVESTMENTS\n\nNoted.\n\n10.1 LATE ITEM\n\nRefused.\n\n12 CLOSE\n"
    )
    paper = outline(body)
    assert [minute.ref for minute in paper.minutes] == ["2", "9", "9.1", "9.2", "9.10", "10.1", "12"]
    assert ref_of(paper, "Refused") == "10.1"


def test_paragraphs_that_print_their_minutes_number_and_their_own() -> None:
    paper = outline(
        "4. Moorings\n\n4.1 The Board met the users.\n\n4.2 They want six more.\n\n5. Fees\n\n5.1 Agreed.\n"
    )
    assert [ref_of(paper, words) for words in ("users", "six more", "Agreed")] == ["4.1", "4.2", "5.1"]


def test_topics_that_letters_count_inside_a_minute() -> None:
    paper = outline(
        "1. MINUTES\n\nAgreed.\n\n2. MATTERS ARISING\n\na) Swans\n\nThe warden had counted nine.\n\n"
        "b) Weed\n\nIt will be cut in May.\n\n3. CLOSE\n\nIt was agreed that:\n\na) boats be let; and\n\nb) fees rise.\n"
    )
    assert [ref_of(paper, words) for words in ("counted nine", "cut in May")] == ["2(a)", "2(b)"]
    assert ref_of(paper, "boats be let") == "3"


def test_letter_codes_with_their_sections_and_files() -> None:
    body = (
        "CA CONSENT\n\nCA-1 24-0101 Minutes of December 5\n\nCA-2 24-0117 Gravel, $4,200.00\n\nApproved.\n\n"
        "DC NEW BUSINESS\n\nDC-1 24-0122 Rules of the Harbor\n\nOn a roll call the motion failed.\n"
    )
    paper = outline(body)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("CA", "CONSENT"),
        ("CA-1", "Minutes of December 5"),
        ("CA-2", "Gravel, $4,200.00"),
        ("DC", "NEW BUSINESS"),
        ("DC-1", "Rules of the Harbor"),
    ]
    assert ref_of(paper, "motion failed") == "DC-1"


def test_codes_on_lines_that_stand_together() -> None:
    paper = outline("LT2.1 Lights\nNoted.\nLT2.2 Signs\nRefused.\n\nLT2.3 Benches\nDeferred.\n")
    assert [ref_of(paper, words) for words in ("Noted", "Refused", "Deferred")] == ["LT2.1", "LT2.2", "LT2.3"]


@pytest.mark.parametrize("line", ["A591 works begin in May.", "Q1 Income rose", "S106 Money is due."])
def test_a_road_a_quarter_and_a_section_of_an_act_are_no_codes(line: str) -> None:
    assert refs(f"1. Roads\n\nThe report was noted.\n\n{line}\n\n2. Parks\n\nNoted.\n") == ["1", "2"]


def test_sections_that_count_a_b_c_and_codes_inside_them() -> None:
    head = "F-1\nBOARD OF EDUCATION\nMINUTES OF REGULAR MEETING\nJanuary 20, 2026\n\nPresent: Dorn, Ives\n\n"
    body = "A. OPENING\n\nAt 7 p.m.\n\nB. CONSENT\n\nB-1 Minutes\n\nB-2 Bills\n\nCarried.\n\nC. REPORTS\n\nNone.\n"
    assert refs(body, head) == ["A", "B", "B-1", "B-2", "C"]


def test_codes_that_stand_behind_titles() -> None:
    body = "Opening (A)\n\nAt 7 p.m.\n\nMinutes Approved (D)\n\nCarried.\n\nResolution No. 77 (I-2)\n\nCarried 4-1.\n"
    paper = outline(body)
    assert [minute.ref for minute in paper.minutes] == ["A", "D", "I-2"]
    assert ref_of(paper, "4-1") == "I-2"


def test_sections_in_roman_numbers_whose_numbers_begin_anew() -> None:
    body = (
        "**II. Consent**\n\n1. Minutes\n\nCarried.\n\n2. Bills\n\nPaid.\n\n"
        "**IIA. Late Item**\n\n1. Pump\n\nBought.\n\n**III. Close**\n\n7 p.m.\n"
    )
    paper = outline(body)
    assert [minute.ref for minute in paper.minutes] == ["II", "II.1", "II.2", "IIA", "IIA.1", "III"]
    assert [ref_of(paper, words) for words in ("Paid", "Bought")] == ["II.2", "IIA.1"]


def test_an_agendas_sections_in_roman_numbers() -> None:
    paper = outline_of_text(
        "LAKE ASSEMBLY\n\nAGENDA for the meeting of Wednesday 18 June 2014 at 11 am\n\nI. Papers\n\n1. Fares Order\n\n"
        "II. Questions\n\n1. Mr Voss to ask about the ferry ... pp. 3-4\n\n2. Dr Pell to ask about the pier\n\nIII. Bills\n\n1. Fish Bill\n"
    )
    assert [ref_of(paper, words) for words in ("ferry", "pier", "Fish")] == ["II.1", "II.2", "III.1"]
    assert [item.number for item in paper.agenda_items] == ["I", "I.1", "II", "II.1", "II.2", "III", "III.1"]
    assert (paper.agenda_items[3].title, paper.agenda_items[3].pages) == ("Mr Voss to ask about the ferry", "3-4")


def test_a_word_that_says_what_is_numbered() -> None:
    paper = outline(
        "**ARTICLE 1. Reports**\n\nHeard.\n\n**ARTICLE 2. 40 Acres**\n\nBought.\n\n**ARTICLE 4. Fees**\n\nLost.\n"
    )
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("1", "Reports"),
        ("2", "40 Acres"),
        ("4", "Fees"),
    ]


def test_a_heading_that_the_clerk_numbered_wrongly_keeps_its_number() -> None:
    titles = ["1. ANTS", "2. BEES", "3. CATS", "4. DOGS", "8. EELS", "5. FROGS"]
    assert refs("".join(f"{title}\n\nWords of it.\n\n" for title in titles)) == ["1", "2", "3", "4", "8", "5"]


def test_a_first_number_that_begins_no_count_is_no_paragraphs() -> None:
    paper = outline("5. Fees\n\nThey rise.\n\n9. a list goes on from elsewhere with this.\n\n6. Close\n\nWe closed.\n")
    assert ref_of(paper, "goes on") == "5"


def test_a_colon_inside_a_title_does_not_cut_it_where_words_follow() -> None:
    body = "7/24 25 Wharf Road: lease to the sailing club\n\nLost.\n\n8/24 Police report: No report.\n\n9/24 Close\n"
    assert [minute.title for minute in outline(body).minutes] == [
        "25 Wharf Road: lease to the sailing club",
        "Police report",
        "Close",
    ]


def test_what_stands_below_the_meetings_close_is_of_no_minute() -> None:
    paper = outline("1. Roads\n\nBad.\n\n2. Parks\n\nGood.\n\nThe meeting closed at 8 pm.\n\nNext time in May.\n")
    assert [ref_of(paper, words) for words in ("Good", "closed at", "in May")] == ["2", None, None]
    paper = outline("1. Roads\n\nBad.\n\n2. Parks\n\nThe meeting adjourned for lunch at 1 pm.\n\nGood.\n")
    assert ref_of(paper, "Good") == "2"


def test_business_kept_from_the_public_is_counted_by_a_letter() -> None:
    assert refs("1. ROADS\n\nBad.\n\n2. PARKS\n\nGood.\n\nE1. TENDERS\n\nAgreed.\n") == ["1", "2", "E1"]


def test_items_that_the_minutes_count_themselves() -> None:
    assert refs("ITEM 1: BUDGET\n\nAdopted.\n\nITEM 2: MEETINGS\n\nAgreed.\n") == ["1", "2"]


def test_numbers_behind_the_files_of_a_roll() -> None:
    head = "HARBOR CITY COUNCIL MEETING REPORT\nMay 9, 2005 4:30 PM\n\n"
    body = (
        "05-11 1. ROLL CALL: Present: Brook, Cole.\n\n05-12 2. AGENDA: Moved by Brook to adopt. Motion Carried 2-0.\n\n"
        "05-13 3. Quay works. Moved by Cole to adopt. Motion Failed 1-1.\n\n"
        "05-14 4. Fees. Moved by Brook to file. Motion Carried 2-0.\n"
    )
    assert refs(body, head) == ["1", "2", "3", "4"]


def test_a_number_on_a_line_of_its_own_and_an_address_that_is_none() -> None:
    head = "1660 Mole Street\nDenby\n303-555-2307\n\nBOARD OF DIRECTORS MEETING\nFebruary 27, 2018 at 5:30 PM\n\nMINUTES\n\n"
    body = (
        "I.\n\nCall to Order\nChair Tull called the meeting to order at 5:31 p.m.\n\nVIII.\n\nMinutes of January 30, 2018\n\n"
        "Carried.\n\nXI.\n\nAction\n\nA. That a van be bought.\n"
    )
    paper = outline(body, head)
    assert [minute.ref for minute in paper.minutes] == ["I", "VIII", "XI"]
    assert ref_of(paper, "van be bought") == "XI.A"


def test_a_number_on_a_line_of_its_own_over_a_title_that_begins_with_one() -> None:
    body = "1.\n\nCALL TO ORDER\n\nAt 5.\n\n2.\n\n12 MONTH LEASE\n\nLost.\n\n3.\n\n2026 BUDGET\n\nCarried.\n"
    assert [(minute.ref, minute.title) for minute in outline(body).minutes] == [
        ("1", "CALL TO ORDER"),
        ("2", "12 MONTH LEASE"),
        ("3", "2026 BUDGET"),
    ]


@pytest.mark.parametrize("line", ["(620) 555-0147", "2.30 p.m. (put off from Thursday)", "301 Mill Street"])
def test_a_telephone_an_hour_and_a_house_number_nothing_below_them(line: str) -> None:
    paper = outline(f"{line}\n\nOakes moved to buy the bridge and it was so agreed by all.\n")
    assert ref_of(paper, "Oakes moved") is None


def test_minutes_whose_long_paragraphs_count_up_without_titles() -> None:
    body = "".join(
        f"{n}. The Board heard at length of the {thing}, and then it went on to the next of its many matters.\n\n"
        for n, thing in enumerate(("eels", "weirs", "locks"), 1)
    )
    assert [ref_of(outline(body), words) for words in ("eels", "weirs", "locks")] == ["1", "2", "3"]


def test_brackets_behind_a_full_stop_belong_to_the_title() -> None:
    (minute, _) = outline("CA-1 Contract to Lark, Inc. ($412,800, Bid 7)\n\nCarried.\n\nCA-2 Fees\n\nLost.\n").minutes
    assert minute.title == "Contract to Lark, Inc. ($412,800, Bid 7)"
