"""The support gate on figures that stand in tables, lists and votes, told as sentences; the lie beside each."""

import pytest

from assistant.support.gate import judge

SHOW_OF_HANDS = "Six members voted for the amendment and 12 voted against it."
LOANS_IN_ROWS = "The borrowing in the 6 months to 30 September was as follows: £m £m £m Harbour loans 321.5 -17.8 303.7 Bank loans 75.0 0.0 75.0"
BERTHS = "The survey found that 362 boats need a berth. Ashcombe (64) and Dunmore (58) have the most while Tolver (7) and Greyling (0) have the fewest."
LOANS = "At 30 September the Board held £512.6m of loans. No new loan was taken in the half-year and £18.4m of loans matured and were not renewed."
TABLE = "KCH has 1.1 boathouses per 10,000 people, the highest. Authority 0-19 Year Olds Boathouses Boathouses per 10,000 Kelm 420,000 46 1.1 Essen 360,000 31 0.86 Birch 310,000 19 0.61 Surren 280,000 24 0.83"
SPLIT = "Takings of the tea room would be split 70:30: the Harbour Forum would receive 30% towards next year's regatta."
SURVEYS = "Beside a national average of 45% of surveys finished in 12 weeks, we finished 85% of our surveys in 12 weeks last month."
WARDS = "Ward Population Homes Vacant Northgate 8,140 3,520 61 Castle 7,905 3,310 44 Riverside 9,260 4,015 102 St Mary's 6,480 2,870 37"
COMPLAINTS = "Complaints received: refuse (31), parking (24), dogs (9) and noise (6). Two thirds of those about refuse were upheld."
CREDITORS = "31 March 30 September £000 £000 £000 Creditors 412 -55 357 Grants held 260 31 291 Deposits 88 -6 82"
VARIANCE = (
    "Item Budget Actual Variance Salaries 84,000 86,500 2,500 Repairs 31,000 24,200 -6,800 Insurance 9,600 9,900 300"
)
PARKING = "Parking income was £212,000 (2022/23: £188,000). Bus passes issued: 4,310 (4,980). Blue badges issued: 1,120 (960)."
BYLAW = "Bylaw 7 was read a third time. Recorded vote: Bell - Yea; Cray - Yea; Dunn - Yea; Frost - Nay. Carried."
QUARTER = "Against a target of 60 per cent, 48 per cent of moorings were inspected in the quarter. The Chair put the motion in paragraph 3 to the vote. Members between 25 and 39 did not reply."
CLINIC = "The clinic saw 93 people from the island and 217 from the mainland. More than 85 of them came twice and over 71 in May."

TRUE = [
    (LOANS_IN_ROWS, "Harbour loans fell by £17.8m to £303.7m over the 6 months to 30 September."),
    (LOANS_IN_ROWS, "Bank loans stayed at £75m in the 6 months to 30 September."),
    (BERTHS, "There were 64 boats in need of a berth in Ashcombe and 58 in Dunmore."),
    (BERTHS, "No boat in Greyling needs a berth, whereas 64 do in Ashcombe and 58 in Dunmore."),
    (BERTHS, "Tolver has 7 boats that need a berth."),
    (LOANS, "Loans of £18.4m matured during the half-year and were not renewed, leaving £512.6m at 30 September."),
    (LOANS, "The Board held £512.6m of loans at 30 September."),
    (TABLE, "Kelm, with 46 boathouses, has more of them for every 10,000 people than Essen or Birch."),
    (TABLE, "Essen has 31 boathouses."),
    (TABLE, "Birch has 0.61 boathouses per 10,000 people."),
    (SPLIT, "The Harbour Forum was to receive 30 per cent of what the tea room took."),
    (SURVEYS, "Last month 85% of surveys were finished within 12 weeks."),
    (SURVEYS, "The national average is 45% of surveys finished in 12 weeks."),
    (WARDS, "Riverside has 102 vacant homes."),
    (WARDS, "There are 7,905 people in Castle."),
    (WARDS, "Northgate has 61 homes vacant, and Castle 44."),
    (COMPLAINTS, "There were 24 complaints about parking and nine about dogs."),
    (COMPLAINTS, "Refuse drew 31 complaints, of which about two thirds were upheld."),
    (COMPLAINTS, "Noise brought in six complaints."),
    (CREDITORS, "Grants held rose by £31,000 to £291,000."),
    (CREDITORS, "Creditors fell by £55,000."),
    (CREDITORS, "Deposits came down from £88,000 to £82,000."),
    (VARIANCE, "Repairs came to 24,200 against a budget of 31,000."),
    (VARIANCE, "Insurance cost 9,900."),
    (VARIANCE, "The actual for salaries was 86,500."),
    (PARKING, "Parking income was £212,000, up from £188,000 in 2022/23."),
    (PARKING, "The number of bus passes issued was 4,310."),
    (PARKING, "There were 1,120 blue badges issued."),
    (BYLAW, "Three of the four votes were in favour of Bylaw 7."),
    (BYLAW, "One of the four votes was against Bylaw 7."),
    (QUARTER, "In the quarter 48 per cent of moorings were inspected."),
    (QUARTER, "The target was to inspect 60 per cent of moorings."),
    (QUARTER, "The motion in paragraph 3 was put to the vote."),
    (CLINIC, "The clinic saw 217 people from the mainland and 93 from the island."),
]

LIES = [
    (SHOW_OF_HANDS, "Half of the members voted for the amendment."),
    (SHOW_OF_HANDS, "Twice as many members voted for the amendment as voted against it."),
    (LOANS_IN_ROWS, "Harbour loans rose by £17.8m to £303.7m over the 6 months to 30 September."),
    (LOANS_IN_ROWS, "Harbour loans fell by £18.7m to £303.7m over the 6 months to 30 September."),
    (LOANS_IN_ROWS, "Harbour loans fell by £17.8m to £321.5m."),
    (LOANS_IN_ROWS, "Bank loans fell by £17.8m to £75m over the 6 months to 30 September."),
    (BERTHS, "There were 58 boats in need of a berth in Ashcombe and 64 in Dunmore."),
    (BERTHS, "There were 362 boats in need of a berth in Ashcombe."),
    (BERTHS, "Tolver has 58 boats that need a berth."),
    (BERTHS, "No boat in Greyling needs a berth, whereas 7 do in Ashcombe and 64 in Tolver."),
    (LOANS, "Loans of £512.6m matured during the half-year and were not renewed, leaving £18.4m at 30 September."),
    (LOANS, "The Board held £18.4m of loans at 30 September."),
    (TABLE, "Kelm, with 31 boathouses, has more of them for every 10,000 people than Essen or Birch."),
    (TABLE, "Essen has 19 boathouses."),
    (TABLE, "Essen has 46 boathouses."),
    (TABLE, "Birch has 0.86 boathouses per 10,000 people."),
    (SPLIT, "The Harbour Forum was to receive 70 per cent of what the tea room took."),
    (SURVEYS, "Last month 45% of surveys were finished within 12 weeks."),
    (SURVEYS, "The national average is 85% of surveys finished in 12 weeks."),
    (WARDS, "Riverside has 61 vacant homes."),
    (WARDS, "There are 9,260 people in Castle."),
    (WARDS, "Northgate has 44 homes vacant, and Castle 61."),
    (WARDS, "Castle has 102 vacant homes."),
    (COMPLAINTS, "There were 31 complaints about parking."),
    (COMPLAINTS, "There were 24 complaints about dogs."),
    (COMPLAINTS, "Noise brought in nine complaints."),
    (COMPLAINTS, "A third of the complaints about refuse were upheld."),
    (COMPLAINTS, "Refuse drew 24 complaints."),
    (CREDITORS, "Grants held fell by £31,000."),
    (CREDITORS, "Creditors fell by £31,000."),
    (CREDITORS, "Creditors rose by £55,000."),
    (CREDITORS, "Deposits came down from £82,000 to £88,000."),
    (CREDITORS, "Grants held rose by £31,000 to £260,000."),
    (CREDITORS, "Creditors fell by £45,000."),
    (CREDITORS, "Deposits stood at £357,000."),
    (VARIANCE, "Repairs came to 86,500."),
    (VARIANCE, "Insurance cost 24,200."),
    (VARIANCE, "Salaries came to 24,200 and repairs to 86,500."),
    (VARIANCE, "Salaries were 84,000 and insurance 31,000."),
    (PARKING, "Parking income was £188,000, down from £212,000 in 2022/23."),
    (PARKING, "The number of bus passes issued was 1,120."),
    (PARKING, "There were 4,310 blue badges issued."),
    (BYLAW, "Two of the four votes were in favour of Bylaw 7."),
    (BYLAW, "Three of the four votes were against Bylaw 7."),
    (BYLAW, "Three of the five votes were in favour of Bylaw 7."),
    (BYLAW, "Four of the votes were in favour of Bylaw 7."),
    (QUARTER, "In the quarter 60 per cent of moorings were inspected."),
    (QUARTER, "The target was 48 per cent of moorings."),
    (QUARTER, "The motion in paragraph 4 was put to the vote."),
    (QUARTER, "Members between 39 and 25 did not reply."),
    (CLINIC, "The clinic saw 217 people from the island and 93 from the mainland."),
    (CLINIC, "More than 14 of them came in May."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_figure_of_a_row_or_list_told_as_a_sentence_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_figure_of_another_row_or_place_is_stopped(paragraph: str, sentence: str) -> None:
    assert not judge(sentence, [paragraph]).supported
