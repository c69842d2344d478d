"""The support gate on figures told in other words: shares, multiples, times of day, changes, lists; the lie beside each."""

import pytest

from assistant.support import judge

AWARDS = (
    "During 2024 the Seafarers' Fund made 480 awards in total: 250 for fuel only, 205 for food only, and 25 for both."
)
ACCOUNT = "The Treasurer reported £1,612.40 in the main account, of which £790.15 was set aside for the harbour lights; the second account stood at £1,000.20 including £240.10 for the slipway."
LETTER = (
    "A higher proportion of female boatholders heard of the scheme by letter (46%) compared to male boatholders (23%)."
)
SALARY = "The ratio of the highest salary at the harbour office to the median one is 7.9:1. This leaves out the pilots."
DENTIST = "WHEREAS one in eight island residents does not have a dentist, and many must travel to the mainland;"
RANK = "The Authority has moved from the bottom 20% of harbours for dredging to the top 10% of harbours."
EXTENDED = "The Chairman proposed that the meeting be extended beyond 3.30pm, to end no later than 4.15pm."
HOURS = "The quay office will open from 08:45 to 16:30 on weekdays."
CRANES = (
    "Four cranes (41m) are now planned, rather than the original nine. The owner pays 4% of its income to the Forum."
)
FORUM = "Members were told that the Bay Forum had not paid for the previous 2 years. It was agreed to pay up to £380."
VACANCIES = "The number of berth vacancies fell from 641 in the three months to July to 629 in the three months to August. That leaves it 32% below its peak in May 2022."
VISITORS = "The harbour had 1,200 visitors in June, compared with 900 in June of the year before."
NOISE = "Complaints about noise had doubled since the gates were opened, though those about smells had fallen."
TENANTS = "Of the 460 tenants who replied, 305 were in favour of the new gate and 155 were against it."
SHOW_OF_HANDS = "Six members voted for the amendment and 12 voted against it."
RESERVE = "Proposed amount: £1m. Source of funding: reduce the £14m dredging reserve to £13m and use the income to fund the gates."
LEAN_TO = "The Club may have £400 of the £800 allocated for the lean-to, the other £400 being kept in case it is built."
LOANS_IN_ROWS = "The borrowing in the 6 months to 30 September was as follows: £m £m £m Harbour loans 321.5 -17.8 303.7 Bank loans 75.0 0.0 75.0"
BERTHS = "The survey found that 362 boats need a berth. Ashcombe (64) and Dunmore (58) have the most while Tolver (7) and Greyling (0) have the fewest."
LOANS = "At 30 September the Board held £512.6m of loans. No new loan was taken in the half-year and £18.4m of loans matured and were not renewed."
LEVY = "WHEREAS the costs are apportioned as Powell 50%, Chart 25% and Nepsend 25% and a request has been received for Nepsend to assume an additional 3%; NOW THEREFORE Nepsend agrees to the additional 3% and the costs be apportioned as Powell 50%, Nepsend 28% and Chart 22%."
GRANT = "The ministry had topped up the grant of £11.2 billion by £640m. Of this Portlea had another £48m (or a rise of 3.9 percent)."
TABLE = "KCH has 1.1 boathouses per 10,000 people, the highest. Authority 0-19 Year Olds Boathouses Boathouses per 10,000 Kelm 420,000 46 1.1 Essen 360,000 31 0.86 Birch 310,000 19 0.61 Surren 280,000 24 0.83"
SPLIT = "Takings of the tea room would be split 70:30: the Harbour Forum would receive 30% towards next year's regatta."
BINS = "Bins for refuse and bins for paper will be emptied by turns on a fortnightly basis."
SURVEYS = "Beside a national average of 45% of surveys finished in 12 weeks, we finished 85% of our surveys in 12 weeks last month."
PREFERENCE = "More than 94% of members were given one of the berths that they asked for and over 82% were given their first choice."

TRUE = [
    (AWARDS, "A little over half of the 480 awards were for fuel only."),
    (AWARDS, "About two fifths of the awards were for food only."),
    (AWARDS, "The fund made 480 awards, some 52% of them for fuel only."),
    (ACCOUNT, "Not far short of half of the £1,612.40 in the main account was set aside for the harbour lights."),
    (ACCOUNT, "About a quarter of the second account is for the slipway."),
    (LETTER, "Men were half as likely as women to have heard of the scheme by letter."),
    (SALARY, "Leaving the pilots aside, the highest salary is about eight times the median one."),
    (SALARY, "The highest salary is nearly eight times the median."),
    (DENTIST, "One island resident in eight is without a dentist."),
    (DENTIST, "One in eight residents of the island has no dentist."),
    (RANK, "The Authority has moved from the bottom fifth of harbours to the top tenth."),
    (EXTENDED, "The Chairman proposed going on past half past three."),
    (EXTENDED, "The Chairman proposed that the meeting go on beyond 15:30, and end by a quarter past four."),
    (EXTENDED, "The meeting was to end by 4.15 at the latest."),
    (HOURS, "The quay office is to be open on weekdays from a quarter to nine until half past four."),
    (HOURS, "The quay office will open at 8.45am on weekdays."),
    (HOURS, "On weekdays the quay office will be open until 4.30pm."),
    (CRANES, "The number of cranes planned has come down from nine to four."),
    (CRANES, "The plan has gone from nine cranes to four."),
    (FORUM, "The Bay Forum had paid nothing for the two earlier years."),
    (FORUM, "The Forum had not paid for the last two years."),
    (
        VACANCIES,
        "There were 629 berth vacancies in the three months to August, about a third fewer than at the peak of May 2022.",
    ),
    (VACANCIES, "Berth vacancies were about a third below their peak of May 2022."),
    (VISITORS, "The harbour had a third more visitors in June than a year before."),
    (VISITORS, "Visitors in June were up by a third on the year before."),
    (NOISE, "Complaints about noise were twice what they had been before the gates were opened."),
    (TENANTS, "About two thirds of the tenants who replied were in favour of the new gate."),
    (TENANTS, "Some 66% of the 460 tenants who replied favoured the new gate."),
    (TENANTS, "Two in three of those who replied were in favour of the new gate."),
    (RESERVE, "A million pounds was to be taken from the dredging reserve."),
    (RESERVE, "The dredging reserve was to come down by £1m."),
    (RESERVE, "The proposal was to bring the £14m dredging reserve down to £13m."),
    (LEAN_TO, "The Club may have £400 of the £800 for the lean-to, the other half being kept in case it is built."),
    (LOANS_IN_ROWS, "Harbour loans fell by £17.8m to £303.7m over the 6 months to 30 September."),
    (LOANS_IN_ROWS, "Bank loans stayed at £75m in the 6 months to 30 September."),
    (BERTHS, "There were 64 boats in need of a berth in Ashcombe and 58 in Dunmore."),
    (BERTHS, "Tolver has 7 boats that need a berth."),
    (LOANS, "Loans of £18.4m matured during the half-year and were not renewed, leaving £512.6m at 30 September."),
    (LOANS, "The Board held £512.6m of loans at 30 September."),
    (
        LEVY,
        "Nepsend agreed that its part of the costs should go up from 25 to 28 per cent and Chart's come down to 22.",
    ),
    (LEVY, "Nepsend's share of the costs goes up to 28%."),
    (GRANT, "Portlea had received £48m of the additional £640m."),
    (TABLE, "Kelm, with 46 boathouses, has more of them for every 10,000 people than Essen or Birch."),
    (TABLE, "Essen has 31 boathouses."),
    (TABLE, "Birch has 0.61 boathouses per 10,000 people."),
    (SPLIT, "The Harbour Forum was to receive 30 per cent of what the tea room took."),
    (BINS, "Refuse and paper bins will be emptied by turns every other week."),
    (BINS, "Refuse bins will be emptied once a fortnight."),
    (SURVEYS, "Last month 85% of surveys were finished within 12 weeks."),
    (SURVEYS, "The national average is 45% of surveys finished in 12 weeks."),
    (PREFERENCE, "Over 82% of members got their first choice."),
    (PREFERENCE, "More than 94% of members were given one of the berths that they asked for."),
    (PREFERENCE, "Upwards of four in five members got their first choice."),
]

LIES = [
    (AWARDS, "A little over half of the 480 awards were for food only."),
    (AWARDS, "About a third of the awards were for food only."),
    (AWARDS, "About two thirds of the awards were for fuel only."),
    (AWARDS, "The fund made 480 awards, some 62% of them for fuel only."),
    (AWARDS, "Nearly half of the awards were for fuel only."),
    (ACCOUNT, "Not far short of half of the money in the second account is for the slipway."),
    (ACCOUNT, "About a quarter of the main account was set aside for the harbour lights."),
    (ACCOUNT, "Just over half of the money in the main account was set aside for the harbour lights."),
    (ACCOUNT, "A third of the second account is for the slipway."),
    (LETTER, "Male boatholders were twice as likely as female ones to have heard of the scheme by letter."),
    (LETTER, "Men were twice as likely as women to have heard of the scheme by letter."),
    (LETTER, "Female boatholders were three times as likely as male ones to have heard of the scheme by letter."),
    (LETTER, "Women were half as likely as men to have heard of the scheme by letter."),
    (LETTER, "Men were a third as likely as women to have heard of the scheme by letter."),
    (SALARY, "The highest salary is about ten times the median one."),
    (SALARY, "The highest salary is about six times the median."),
    (SALARY, "The highest salary is more than eight times the median."),
    (DENTIST, "One island resident in five is without a dentist."),
    (DENTIST, "Eight island residents in ten are without a dentist."),
    (DENTIST, "Seven in eight residents of the island have no dentist."),
    (RANK, "The Authority has moved from the bottom fifth of harbours to the top third."),
    (RANK, "The Authority has moved from the bottom tenth of harbours to the top fifth."),
    (RANK, "The Authority has moved from the bottom quarter of harbours to the top tenth."),
    (EXTENDED, "The Chairman proposed going on past half past four."),
    (EXTENDED, "The Chairman proposed going on past a quarter past three."),
    (EXTENDED, "The Chairman proposed that the meeting end no later than quarter to four."),
    (EXTENDED, "The meeting was to be extended beyond 3.30am."),
    (HOURS, "The quay office is to be open on weekdays from a quarter past eight until half past four."),
    (HOURS, "The quay office will open at 8.15am on weekdays."),
    (HOURS, "The quay office will open at 8.45pm on weekdays."),
    (HOURS, "The quay office will open from half past four until a quarter to nine on weekdays."),
    (CRANES, "The number of cranes planned has gone up from four to nine."),
    (CRANES, "The plan has gone from four cranes to nine."),
    (CRANES, "The plan has gone from eight cranes to four."),
    (FORUM, "The Bay Forum had paid nothing for the three earlier years."),
    (FORUM, "The Bay Forum had not paid for the two earlier months."),
    (
        VACANCIES,
        "There were 629 berth vacancies in the three months to August, about a quarter fewer than at the peak of May 2022.",
    ),
    (VACANCIES, "Berth vacancies were about two thirds below their peak of May 2022."),
    (VACANCIES, "There were 641 berth vacancies in the three months to August."),
    (VISITORS, "The harbour had a half more visitors in June than a year before."),
    (VISITORS, "The harbour had a quarter more visitors in June than a year before."),
    (VISITORS, "The harbour had a third fewer visitors in June than a year before."),
    (VISITORS, "The harbour had twice as many visitors in June as a year before."),
    (NOISE, "Complaints about noise were three times what they had been before the gates were opened."),
    (TENANTS, "About two thirds of the tenants who replied were against the new gate."),
    (TENANTS, "About half of the tenants who replied were in favour of the new gate."),
    (TENANTS, "About three quarters of the tenants who replied were in favour of the new gate."),
    (TENANTS, "Some 76% of the 460 tenants who replied favoured the new gate."),
    (TENANTS, "A third of the tenants who replied were in favour of the new gate."),
    (SHOW_OF_HANDS, "Half of the members voted for the amendment."),
    (SHOW_OF_HANDS, "Twice as many members voted for the amendment as voted against it."),
    (RESERVE, "Two million pounds was to be taken from the dredging reserve."),
    (RESERVE, "The proposal was to bring the £14m dredging reserve down to £12m."),
    (RESERVE, "The dredging reserve was to be cut from £14m to £10m."),
    (LEAN_TO, "The Club may have £400 of the £800 for the lean-to, the other third being kept in case it is built."),
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
    (LEVY, "Nepsend agreed that its part of the costs should go up from 22 to 28 per cent."),
    (LEVY, "Nepsend's share of the costs goes up to 22%."),
    (LEVY, "Chart agreed that its part of the costs should go up from 25 to 28 per cent."),
    (LEVY, "Nepsend's part of the costs should go down from 28 to 25 per cent."),
    (GRANT, "Portlea had received £640m of the additional £11.2 billion."),
    (GRANT, "The ministry had added £48m to the grant."),
    (GRANT, "Portlea had received £640m."),
    (TABLE, "Kelm, with 31 boathouses, has more of them for every 10,000 people than Essen or Birch."),
    (TABLE, "Essen has 19 boathouses."),
    (TABLE, "Essen has 46 boathouses."),
    (TABLE, "Birch has 0.86 boathouses per 10,000 people."),
    (SPLIT, "The Harbour Forum was to receive 70 per cent of what the tea room took."),
    (BINS, "Refuse and paper bins will be emptied by turns on a monthly basis."),
    (BINS, "Refuse bins will be emptied weekly."),
    (BINS, "Refuse and paper bins will be emptied by turns every month."),
    (SURVEYS, "Last month 45% of surveys were finished within 12 weeks."),
    (SURVEYS, "The national average is 85% of surveys finished in 12 weeks."),
    (PREFERENCE, "Two in five members got their first choice."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_figure_told_in_other_words_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_wrong_figure_in_other_words_is_stopped(paragraph: str, sentence: str) -> None:
    assert not judge(sentence, [paragraph]).supported
