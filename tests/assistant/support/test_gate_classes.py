"""The support gate, class by class: a sentence that the paragraph bears out beside the lie that is nearest to it."""

import json

import pytest

from assistant.support.gate import judge
from places import QUESTIONS

GATE = QUESTIONS / "sample-gate.jsonl"

FORUM = "The Harbour Forum was re-established in June and expressed disappointment with the reply about moorings."
PANEL = "The Panel concurred with the officers. The Tidal Survey was ratified in May 2023 and remains embargoed."
TURNOUT = "Residents will be eligible to vote between 3 and 9 May on which of the four schemes goes ahead."
VOTES = "The Chair put the amendment to the vote and the voting was as follows:\nFor (15) Mr Ashe, Mrs Boon, Mr Crale, Ms Drew, Mr Ely"
GRANT = "The Hardship Fund allocated £46,200 to seafarers' homes, 231 awards in total."
RISE = "The number of berths let in 2023/24 rose by 25% on the previous year. The harbour service opened in 2019."
TONNES = "Dredging fell to 540 tonnes in 2021/22. Landings of fish fell in 2022/23 by 3%."
RATE = "The rate of salvage was 60 per 1,000, the crew had more confidence, and the results were below the national average."
OUTCOME = (
    "A review of moorings was carried out in May. The outcome of which recommended that a boatmen's alliance be formed."
)


YEARS = "The harbour recycled or reused 44.1 per cent of its waste in 2023/24, up from 42.6 per cent in 2022/23. The target was 46 per cent."
MOTION = "Mr Ashe moved that the Council call on the Harbour Board to withdraw the charges that are to begin on 1 May."
CASELOAD = "We began the year with an average caseload of 18.8 and finished the year with a higher one of 21.2."
LETTINGS = "The berths are let as follows: 97% of the tenants had a letter. 94% had a visit within two weeks."
DECLINED = "A meeting was held with the bank about opening a branch at the quay. They declined to do so."
CABINET = "On 12 May the Cabinet gave approval to transfer the moorings. The Harbour Panel considered this on 7 June."
SCHOOLS = "The share of pupils who walk is 26.3% in primary school (the national average is 21.6%)."
LIMIT = "The centres are open to visitors only during business hours, and one machine was out of order for over a week."


@pytest.mark.parametrize(
    ("paragraph", "sentence", "flaw"),
    [
        (FORUM, "The Harbour Forum was set up again in June.", None),
        (FORUM, "The Harbour Forum was disbanded in June.", "absent"),
        (FORUM, "The Harbour Forum welcomed the reply about moorings.", "opposite"),
        (PANEL, "The Panel agreed with the officers.", None),
        (PANEL, "The Panel disagreed with the officers.", "opposite"),
        (PANEL, "The Tidal Survey was ratified in May 2023 but is still embargoed.", None),
        (PANEL, "The Tidal Survey was ratified in spring 2022.", "date"),
        (TURNOUT, "Residents may vote from 3 to 9 May.", None),
        (TURNOUT, "Councillors will vote between 3 and 9 May on which of the four schemes goes ahead.", "name"),
        (VOTES, "Fifteen members voted for the amendment, among them Mr Ashe and Ms Drew.", None),
        (VOTES, "Fifteen members voted against the amendment.", "negation"),
        (GRANT, "Seafarers' homes were given £46,200 from the Hardship Fund.", None),
        (GRANT, "Each seafarer's home was given £46,200 from the Hardship Fund.", "scope"),
        (RISE, "A quarter more berths were let in 2023/24 than in the year before.", None),
        (RISE, "The number of berths let has risen by 25% since the harbour service opened.", "scope"),
        (TONNES, "Dredging was down to 540 tonnes in 2021/22.", None),
        (TONNES, "In 2022/23 dredging fell to 540 tonnes.", "date"),
        (RATE, "Salvage stood at 60 per 1,000, lower than the national average.", None),
        (RATE, "The rate of salvage was above the national average.", "direction"),
        (YEARS, "The harbour recycled 44.1% of its waste in 2023/24, up from 42.6% the year before.", None),
        (YEARS, "The harbour recycled 42.6% of its waste in 2023/24, up from 42.6% in 2022/23.", "date"),
        (MOTION, "Mr Ashe wanted the Harbour Board asked to withdraw the charges.", None),
        (MOTION, "The Council asked the Harbour Board to double the charges.", "decision"),
        (CASELOAD, "The average caseload went up from 18.8 to 21.2 over the year.", None),
        (CASELOAD, "The year began with an average caseload of 21.2.", "figure-for-another-thing"),
        (LETTINGS, "Ninety-four per cent of the tenants had had a visit in the previous fortnight.", None),
        (DECLINED, "The bank would not open a branch at the quay.", None),
        (DECLINED, "The bank is to open a branch at the quay.", "negation"),
        (CABINET, "The Cabinet approved the transfer of the moorings on 12 May.", None),
        (CABINET, "The Harbour Panel approved the transfer of the moorings.", "name"),
        (SCHOOLS, "In primary school 26.3% of pupils walk, against 21.6% nationally.", None),
        (SCHOOLS, "The share of primary pupils who walk is below the national average.", "direction"),
        (LIMIT, "One machine had been out of order for more than a week.", None),
        (LIMIT, "One machine was out of order for over a year.", "unit"),
        (LIMIT, "The centres are open to visitors at all hours.", "scope"),
        (OUTCOME, "A review of moorings was not carried out in May.", "negation"),
        (OUTCOME, "The review of moorings in May recommended that a boatmen's alliance be formed.", None),
    ],
)
def test_a_lie_is_stopped_and_the_truth_beside_it_passes(paragraph: str, sentence: str, flaw: str | None) -> None:
    assert judge(sentence, [paragraph]).flaw == flaw


def test_a_little_is_not_nothing() -> None:
    paragraph = "Less than 0.2% of the waste is landfilled and most of the remainder is incinerated."
    assert judge("Almost none of the waste is landfilled: less than 0.2%.", [paragraph]).supported


def test_a_day_counted_from_another_is_a_length_of_time() -> None:
    paragraph = "The panel met on day 10 after receiving the referral."
    assert judge("The panel met ten days after receiving the referral.", [paragraph]).supported
    assert judge("The panel met within 10 weeks of receiving the referral.", [paragraph]).flaw == "unit"


@pytest.mark.parametrize(
    ("sentence", "flaw"),
    [
        ("4.12 That the mooring charge be raised to £45.", None),
        ("4.13 That the mooring charge be raised to £45.", "figure"),
        ("24/006 | The mooring charge to be raised to £45 | Cabinet", "figure"),
    ],
)
def test_a_number_that_the_sentence_brings_must_be_the_paragraph_s(sentence: str, flaw: str | None) -> None:
    assert judge(sentence, ["4.12 That the mooring charge be raised to £45."]).flaw == flaw


AROUND = [
    "Aldermere Borough Council; Harbour Panel; minutes; meeting on 9 January 2024; Moorings and Dredging; Resolved."
]


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("The charge for a mooring was raised to £45 from 1 April 2024.", True),
        ("The Harbour Panel raised the charge for a mooring to £45.", True),
        ("Dredging was raised.", False),  # the title's thing with the paragraph's verb
        ("The Harbour Panel met to fund dredging for moorings.", False),  # the meeting's verb
    ],
)
def test_a_title_bears_out_what_is_spoken_of_and_no_deed(sentence: str, supported: bool) -> None:
    paragraph = "That the charge for a mooring be raised to £45 from 1 April 2024."
    assert judge(sentence, [paragraph], ["resolution"], context=AROUND).supported is supported


def test_every_beginning_and_end_of_a_sentence_is_judged_without_a_fault() -> None:
    for line in GATE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = row["sentence"].split()
        for n in range(1, len(words)):
            for cut in (" ".join(words[:n]), " ".join(words[n:])):
                judge(cut, row["paragraphs"])
                judge(row["sentence"], [cut])
