"""The support gate on shares and multiples told in other words: half of, twice as many, one in eight; the lie beside each."""

import pytest

from assistant.support.gate import judge

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
TENANTS = "Of the 460 tenants who replied, 305 were in favour of the new gate and 155 were against it."
LEAN_TO = "The Club may have £400 of the £800 allocated for the lean-to, the other £400 being kept in case it is built."
PREFERENCE = "More than 94% of members were given one of the berths that they asked for and over 82% were given their first choice."
PLANNING = "5.3 Of the 148 planning applications received in the quarter, 111 were decided within eight weeks; 22 were withdrawn and the remaining 15 are outstanding. Fee income came to £96,400 against a budget of £128,500."
FALLS = "The rate of falls among those over 65 in the district is four times the national rate, and one in six of them lives alone."
TURNOUT = (
    "Turnout was 38 per cent in the parish, compared with 29 per cent across the borough. In 2019 it was 34 per cent."
)
POOL = "2.4 The pool had 18,300 swimmers in the year. Of these, 6,120 were under 16. Swimming lessons cost £6.50 and a family ticket £13.00. The pool closed for 3 weeks in August, when the boiler was replaced for £42,000, and the café took £88,000, of which £44,600 was on Saturdays."
WORKING_GROUP = "The Working Group met on 12 occasions in 2022 and on 8 occasions in 2023; attendance averaged 64 per cent and 71 per cent."
FUND_SPENT = "Members voted as follows: For 9, Against 3, Abstentions 1. Three quarters of the £24,000 fund has been spent, and £6,000 remains."
SPEEDS = "The speed survey on Mill Road recorded 2,640 vehicles, 1 in 12 of them above 36 mph. On Quarry Lane one in five of 910 vehicles was above 36 mph."

TRUE = [
    (AWARDS, "A little over half of the 480 awards were for fuel only."),
    (AWARDS, "About two fifths of the awards were for food only."),
    (AWARDS, "The fund made 480 awards, some 52% of them for fuel only."),
    (ACCOUNT, "Not far short of half of the £1,612.40 in the main account was set aside for the harbour lights."),
    (ACCOUNT, "Just under half of the money in the main account was set aside for the harbour lights."),
    (ACCOUNT, "About a quarter of the second account is for the slipway."),
    (LETTER, "Men were half as likely as women to have heard of the scheme by letter."),
    (SALARY, "Leaving the pilots aside, the highest salary is about eight times the median one."),
    (SALARY, "The highest salary is nearly eight times the median."),
    (DENTIST, "One island resident in eight is without a dentist."),
    (DENTIST, "One in eight residents of the island has no dentist."),
    (RANK, "The Authority has moved from the bottom fifth of harbours to the top tenth."),
    (TENANTS, "About two thirds of the tenants who replied were in favour of the new gate."),
    (TENANTS, "Some 66% of the 460 tenants who replied favoured the new gate."),
    (TENANTS, "Two in three of those who replied were in favour of the new gate."),
    (LEAN_TO, "The Club may have £400 of the £800 for the lean-to, the other half being kept in case it is built."),
    (PREFERENCE, "Over 82% of members got their first choice."),
    (PREFERENCE, "More than 94% of members were given one of the berths that they asked for."),
    (PREFERENCE, "Upwards of four in five members got their first choice."),
    (PLANNING, "Three quarters of the planning applications were decided within eight weeks."),
    (PLANNING, "About one application in ten is still outstanding."),
    (PLANNING, "Fee income was a quarter below budget."),
    (PLANNING, "Some 15% of applications were withdrawn."),
    (PLANNING, "Fee income reached just three quarters of its budget of £128,500."),
    (FALLS, "People over 65 fall four times as often as in the country as a whole."),
    (FALLS, "One in six of those over 65 lives alone."),
    (TURNOUT, "Turnout across the borough was 29 per cent, well under a third."),
    (TURNOUT, "Turnout in the parish had been about a third in 2019."),
    (POOL, "A third of the swimmers were under 16."),
    (POOL, "Just over half of what the café took was on Saturdays."),
    (POOL, "A family ticket costs twice as much as a lesson."),
    (POOL, "About one swimmer in three was under 16."),
    (WORKING_GROUP, "The Working Group held 12 meetings in 2022 and 8 in 2023."),
    (FUND_SPENT, "Three quarters of the fund has been spent."),
    (FUND_SPENT, "A quarter of the £24,000 fund remains."),
    (SPEEDS, "One vehicle in twelve was above 36 mph on Mill Road."),
    (SPEEDS, "On Quarry Lane a fifth of the vehicles were above 36 mph."),
    (SPEEDS, "One in five vehicles on Quarry Lane was above 36 mph."),
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
    (TENANTS, "About two thirds of the tenants who replied were against the new gate."),
    (TENANTS, "About half of the tenants who replied were in favour of the new gate."),
    (TENANTS, "About three quarters of the tenants who replied were in favour of the new gate."),
    (TENANTS, "Some 76% of the 460 tenants who replied favoured the new gate."),
    (TENANTS, "A third of the tenants who replied were in favour of the new gate."),
    (LEAN_TO, "The Club may have £400 of the £800 for the lean-to, the other third being kept in case it is built."),
    (PREFERENCE, "Two in five members got their first choice."),
    (PLANNING, "Two thirds of the planning applications were decided within eight weeks."),
    (PLANNING, "Three quarters of the planning applications were withdrawn."),
    (PLANNING, "About one application in ten was withdrawn."),
    (PLANNING, "Fee income was a third below budget."),
    (PLANNING, "Fee income was a quarter above budget."),
    (PLANNING, "One application in four is still outstanding."),
    (PLANNING, "Half of the planning applications were decided within eight weeks."),
    (FALLS, "The rate of falls is three times the national rate."),
    (FALLS, "One in five of those over 65 lives alone."),
    (FALLS, "Six in ten of those over 65 live alone."),
    (FALLS, "The national rate of falls is four times that of the district."),
    (TURNOUT, "Turnout across the borough was nearly two fifths."),
    (TURNOUT, "Half of the electors in the parish voted."),
    (TURNOUT, "A fifth of electors in the parish voted."),
    (TURNOUT, "Turnout in the parish was about a quarter."),
    (POOL, "Two thirds of the swimmers were under 16."),
    (POOL, "A quarter of the swimmers were under 16."),
    (POOL, "Just under half of what the café took was on Saturdays."),
    (POOL, "A lesson costs twice as much as a family ticket."),
    (POOL, "A family ticket costs three times as much as a lesson."),
    (POOL, "About one swimmer in five was under 16."),
    (POOL, "Half of the swimmers were under 16."),
    (POOL, "The boiler cost half of what the café took."),
    (POOL, "A third of what the café took was on Saturdays."),
    (WORKING_GROUP, "The Working Group met half as often in 2023 as in 2022."),
    (WORKING_GROUP, "The Working Group met twice as often in 2022 as in 2023."),
    (WORKING_GROUP, "Attendance averaged 71 per cent in 2022."),
    (WORKING_GROUP, "The Working Group held 8 meetings in 2022 and 12 in 2023."),
    (FUND_SPENT, "Two thirds of the fund has been spent."),
    (FUND_SPENT, "A third of the £24,000 fund remains."),
    (FUND_SPENT, "Half of the £24,000 fund remains."),
    (FUND_SPENT, "A quarter of the fund has been spent."),
    (SPEEDS, "One vehicle in five was above 36 mph on Mill Road."),
    (SPEEDS, "On Quarry Lane a third of the vehicles were above 36 mph."),
    (SPEEDS, "One in twelve vehicles on Quarry Lane was above 36 mph."),
    (SPEEDS, "One vehicle in ten was above 36 mph on Mill Road."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_share_told_in_other_words_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_wrong_share_in_other_words_is_stopped(paragraph: str, sentence: str) -> None:
    assert not judge(sentence, [paragraph]).supported


@pytest.mark.parametrize(
    "odd",
    [
        "0 times as many",
        "1 in 000",
        "every 0 weeks",
        "0:1",
        "0 to 8.1:1",
        "0 times a year",
        "half of £0",
        "12 -3 9 0 0 0",
    ],
)
def test_a_nought_breaks_nothing(odd: str) -> None:
    paragraph = f"The boats had {odd}, or twice as many as 0 of the 0; a ratio of 8.1:1."
    assert not judge(f"The boats had {odd}, and 7 times as many as 5.", [paragraph, odd]).supported
