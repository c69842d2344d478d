"""The support gate on figures told in other words: shares, multiples, times of day, changes, rows; the lie beside each."""

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
PLANNING = "5.3 Of the 148 planning applications received in the quarter, 111 were decided within eight weeks; 22 were withdrawn and the remaining 15 are outstanding. Fee income came to £96,400 against a budget of £128,500."
LIBRARY = (
    "Library visits rose from 41,200 in 2022/23 to 61,900 in 2023/24, while loans of books fell from 30,500 to 20,300."
)
CLERK = "The Clerk's hours will be 12 a week in winter and 24 a week in summer, at £14.20 an hour."
SURGERY = "The surgery will be open from 9.30am to 12.15pm on Tuesdays, and the hall from 7pm until 10pm."
PAVILION = "12. Grant from reserves. It was RESOLVED to reduce the general reserve from £86,000 to £71,000 and to pay the difference to the Pavilion Trust."
WARDS = "Ward Population Homes Vacant Northgate 8,140 3,520 61 Castle 7,905 3,310 44 Riverside 9,260 4,015 102 St Mary's 6,480 2,870 37"
COMPLAINTS = "Complaints received: refuse (31), parking (24), dogs (9) and noise (6). Two thirds of those about refuse were upheld."
FALLS = "The rate of falls among those over 65 in the district is four times the national rate, and one in six of them lives alone."
NEWSLETTER = "The newsletter comes out quarterly and is delivered to 2,400 homes; the website is updated weekly."
TURNOUT = (
    "Turnout was 38 per cent in the parish, compared with 29 per cent across the borough. In 2019 it was 34 per cent."
)
LIGHTS = "The contractor was paid £4,800 in April, £4,650 in May and £5,100 in June. The Council now has 14 street lights rather than the previous 20."
CREDITORS = "31 March 30 September £000 £000 £000 Creditors 412 -55 357 Grants held 260 31 291 Deposits 88 -6 82"
BYPASS = "A grant of £2.4m was awarded, of which £0.6m is for the north of the county. The scheme is expected to take half an hour off each journey and to cost a third less than the bypass, which was put at £3.6m."
POOL = "2.4 The pool had 18,300 swimmers in the year. Of these, 6,120 were under 16. Swimming lessons cost £6.50 and a family ticket £13.00. The pool closed for 3 weeks in August, when the boiler was replaced for £42,000, and the café took £88,000, of which £44,600 was on Saturdays."
WORKING_GROUP = "The Working Group met on 12 occasions in 2022 and on 8 occasions in 2023; attendance averaged 64 per cent and 71 per cent."
FUND_SPENT = "Members voted as follows: For 9, Against 3, Abstentions 1. Three quarters of the £24,000 fund has been spent, and £6,000 remains."
SPEEDS = "The speed survey on Mill Road recorded 2,640 vehicles, 1 in 12 of them above 36 mph. On Quarry Lane one in five of 910 vehicles was above 36 mph."
ALLOTMENTS = "Rent for the allotments will go up from £24 to £36 a plot from April, the first rise since 2016. The waiting list has come down from 90 to 60."
SESSION = "The afternoon session runs from 1.15pm to 3.45pm. The Chair adjourned the meeting at 8.50pm and it resumed at 9.05pm."
VARIANCE = (
    "Item Budget Actual Variance Salaries 84,000 86,500 2,500 Repairs 31,000 24,200 -6,800 Insurance 9,600 9,900 300"
)
INSPECTIONS = "Bins are collected every two weeks and the play area is inspected every month by staff and once a year by an outside firm."
FUND = "The Fund stood at £3.2 million at the end of March. It paid out £0.8 million during the year, a quarter of its value, and took in £1.6 million, twice what it had paid out."
PARKING = "Parking income was £212,000 (2022/23: £188,000). Bus passes issued: 4,310 (4,980). Blue badges issued: 1,120 (960)."
BYLAW = "Bylaw 7 was read a third time. Recorded vote: Bell - Yea; Cray - Yea; Dunn - Yea; Frost - Nay. Carried."
QUARTER = "Against a target of 60 per cent, 48 per cent of moorings were inspected in the quarter. The Chair put the motion in paragraph 3 to the vote. Members between 25 and 39 did not reply."
CLINIC = "The clinic saw 93 people from the island and 217 from the mainland. More than 85 of them came twice and over 71 in May."
BEYOND = "3) The meeting was to go on beyond 3.30pm. The motion was put to the vote: For (9) Mr Ash, Mrs Boon, Ms Cole Against (3) Mr Dean, Mr Early, Mr Fox Abstain (0) Motion carried."

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
    (BERTHS, "No boat in Greyling needs a berth, whereas 64 do in Ashcombe and 58 in Dunmore."),
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
    (PLANNING, "Three quarters of the planning applications were decided within eight weeks."),
    (PLANNING, "About one application in ten is still outstanding."),
    (PLANNING, "Fee income was a quarter below budget."),
    (PLANNING, "Some 15% of applications were withdrawn."),
    (PLANNING, "Fee income reached just three quarters of its budget of £128,500."),
    (LIBRARY, "Library visits went up by half in a year."),
    (LIBRARY, "Visits to the library were half as many again as the year before."),
    (LIBRARY, "Loans of books fell by a third."),
    (LIBRARY, "Book loans were down by about a third."),
    (CLERK, "The Clerk will work twice as many hours a week in summer as in winter."),
    (CLERK, "In winter the Clerk will work half as many hours as in summer."),
    (SURGERY, "The surgery opens at half past nine and closes at a quarter past twelve on Tuesdays."),
    (SURGERY, "The hall will be open from seven o'clock until ten in the evening."),
    (SURGERY, "The hall is to be open from 19:00 to 22:00."),
    (PAVILION, "The Pavilion Trust is to be paid £15,000 from the general reserve."),
    (PAVILION, "The general reserve will come down by £15,000 to £71,000."),
    (WARDS, "Riverside has 102 vacant homes."),
    (WARDS, "There are 7,905 people in Castle."),
    (WARDS, "Northgate has 61 homes vacant, and Castle 44."),
    (COMPLAINTS, "There were 24 complaints about parking and nine about dogs."),
    (COMPLAINTS, "Refuse drew 31 complaints, of which about two thirds were upheld."),
    (COMPLAINTS, "Noise brought in six complaints."),
    (FALLS, "People over 65 fall four times as often as in the country as a whole."),
    (FALLS, "One in six of those over 65 lives alone."),
    (NEWSLETTER, "The newsletter comes out every three months."),
    (NEWSLETTER, "The newsletter appears four times a year."),
    (TURNOUT, "Turnout across the borough was 29 per cent, well under a third."),
    (TURNOUT, "Turnout in the parish had been about a third in 2019."),
    (LIGHTS, "The number of street lights has fallen from 20 to 14."),
    (LIGHTS, "The contractor was paid £4,650 in May and £5,100 in June."),
    (CREDITORS, "Grants held rose by £31,000 to £291,000."),
    (CREDITORS, "Creditors fell by £55,000."),
    (CREDITORS, "Deposits came down from £88,000 to £82,000."),
    (BYPASS, "A quarter of the £2.4m grant is for the north of the county."),
    (BYPASS, "The scheme is expected to cost a third less than the bypass."),
    (BYPASS, "A quarter of the grant is for the north of the county."),
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
    (ALLOTMENTS, "Allotment rents will rise by half."),
    (ALLOTMENTS, "The waiting list is down by a third."),
    (SESSION, "The afternoon session runs from a quarter past one to a quarter to four."),
    (SESSION, "The meeting resumed at 21:05."),
    (SESSION, "The meeting was adjourned at 8.50 in the evening."),
    (VARIANCE, "Repairs came to 24,200 against a budget of 31,000."),
    (VARIANCE, "Insurance cost 9,900."),
    (VARIANCE, "The actual for salaries was 86,500."),
    (INSPECTIONS, "The play area is inspected monthly by staff and annually by an outside firm."),
    (INSPECTIONS, "Bins are collected fortnightly."),
    (INSPECTIONS, "Bins are collected every other week."),
    (FUND, "The Fund paid out a quarter of its value."),
    (FUND, "It took in twice what it paid out."),
    (PARKING, "Parking income was £212,000, up from £188,000 in 2022/23."),
    (PARKING, "The number of bus passes issued was 4,310."),
    (PARKING, "There were 1,120 blue badges issued."),
    (BYLAW, "Three of the four votes were in favour of Bylaw 7."),
    (BYLAW, "One of the four votes was against Bylaw 7."),
    (QUARTER, "In the quarter 48 per cent of moorings were inspected."),
    (QUARTER, "The target was to inspect 60 per cent of moorings."),
    (QUARTER, "The motion in paragraph 3 was put to the vote."),
    (CLINIC, "The clinic saw 217 people from the mainland and 93 from the island."),
    (BEYOND, "Just three members, Mr Dean, Mr Early and Mr Fox, voted against going on beyond half past three."),
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
    (PLANNING, "Two thirds of the planning applications were decided within eight weeks."),
    (PLANNING, "Three quarters of the planning applications were withdrawn."),
    (PLANNING, "About one application in ten was withdrawn."),
    (PLANNING, "Fee income was a third below budget."),
    (PLANNING, "Fee income was a quarter above budget."),
    (PLANNING, "One application in four is still outstanding."),
    (PLANNING, "Half of the planning applications were decided within eight weeks."),
    (LIBRARY, "Library visits went up by a third in a year."),
    (LIBRARY, "Loans of books fell by half."),
    (LIBRARY, "Library visits went down by half in a year."),
    (LIBRARY, "Loans of books rose by a third."),
    (LIBRARY, "Library visits doubled in a year."),
    (LIBRARY, "Visits fell by a third."),
    (LIBRARY, "Loans of books rose by half."),
    (CLERK, "The Clerk will work twice as many hours a week in winter as in summer."),
    (CLERK, "The Clerk will work three times as many hours a week in summer as in winter."),
    (CLERK, "In summer the Clerk will work half as many hours as in winter."),
    (SURGERY, "The surgery opens at half past ten on Tuesdays."),
    (SURGERY, "The surgery closes at a quarter to twelve on Tuesdays."),
    (SURGERY, "The hall is to be open from 18:00 to 22:00."),
    (SURGERY, "The surgery opens at 9.30pm on Tuesdays."),
    (SURGERY, "The surgery opens at 7pm on Tuesdays."),
    (PAVILION, "The general reserve will come down by £16,000."),
    (PAVILION, "The general reserve will come down by £71,000."),
    (PAVILION, "The general reserve will come down to £15,000."),
    (PAVILION, "The Pavilion Trust is to be paid £51,000 from the general reserve."),
    (WARDS, "Riverside has 61 vacant homes."),
    (WARDS, "There are 9,260 people in Castle."),
    (WARDS, "Northgate has 44 homes vacant, and Castle 61."),
    (WARDS, "Castle has 102 vacant homes."),
    (COMPLAINTS, "There were 31 complaints about parking."),
    (COMPLAINTS, "There were 24 complaints about dogs."),
    (COMPLAINTS, "Noise brought in nine complaints."),
    (COMPLAINTS, "A third of the complaints about refuse were upheld."),
    (COMPLAINTS, "Refuse drew 24 complaints."),
    (FALLS, "The rate of falls is three times the national rate."),
    (FALLS, "One in five of those over 65 lives alone."),
    (FALLS, "Six in ten of those over 65 live alone."),
    (FALLS, "The national rate of falls is four times that of the district."),
    (NEWSLETTER, "The newsletter comes out monthly."),
    (NEWSLETTER, "The website is updated daily."),
    (NEWSLETTER, "The newsletter appears every two months."),
    (NEWSLETTER, "The website is updated each month."),
    (TURNOUT, "Turnout across the borough was nearly two fifths."),
    (TURNOUT, "Half of the electors in the parish voted."),
    (TURNOUT, "A fifth of electors in the parish voted."),
    (TURNOUT, "Turnout in the parish was about a quarter."),
    (LIGHTS, "The number of street lights has risen from 14 to 20."),
    (LIGHTS, "The contractor was paid £5,100 in May and £4,650 in June."),
    (LIGHTS, "The number of street lights has fallen by 14."),
    (LIGHTS, "The number of street lights has fallen to 20."),
    (CREDITORS, "Grants held fell by £31,000."),
    (CREDITORS, "Creditors fell by £31,000."),
    (CREDITORS, "Creditors rose by £55,000."),
    (CREDITORS, "Deposits came down from £82,000 to £88,000."),
    (CREDITORS, "Grants held rose by £31,000 to £260,000."),
    (CREDITORS, "Creditors fell by £45,000."),
    (CREDITORS, "Deposits stood at £357,000."),
    (BYPASS, "The scheme is expected to cost a quarter less than the bypass."),
    (BYPASS, "Half of the grant is for the north of the county."),
    (BYPASS, "The scheme is expected to cost a third more than the bypass."),
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
    (ALLOTMENTS, "Allotment rents will rise by a third."),
    (ALLOTMENTS, "The waiting list is down by half."),
    (ALLOTMENTS, "The waiting list is up by a third."),
    (ALLOTMENTS, "Rents for allotments will fall by a third."),
    (ALLOTMENTS, "Allotment rents will double."),
    (ALLOTMENTS, "The waiting list is down by a quarter."),
    (ALLOTMENTS, "A plot will cost twice as much."),
    (SESSION, "The afternoon session runs from a quarter past one to half past three."),
    (SESSION, "The meeting resumed at 20:05."),
    (SESSION, "The meeting was adjourned at 9.05pm."),
    (SESSION, "The meeting resumed at 8.50pm."),
    (SESSION, "The afternoon session starts at a quarter to four."),
    (SESSION, "The afternoon session ends at a quarter past one."),
    (VARIANCE, "Repairs came to 86,500."),
    (VARIANCE, "Insurance cost 24,200."),
    (VARIANCE, "Salaries came to 24,200 and repairs to 86,500."),
    (VARIANCE, "Salaries were 84,000 and insurance 31,000."),
    (INSPECTIONS, "Bins are collected every week."),
    (INSPECTIONS, "Bins are collected every three weeks."),
    (INSPECTIONS, "The play area is inspected weekly by staff."),
    (INSPECTIONS, "The play area is inspected every two years by an outside firm."),
    (FUND, "The Fund paid out a third of its value."),
    (FUND, "It paid out twice what it took in."),
    (FUND, "It took in three times what it paid out."),
    (FUND, "The Fund paid out half of its value."),
    (FUND, "The Fund paid out £1.6 million and took in £0.8 million."),
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
    (BEYOND, "Just nine members, Mr Dean, Mr Early and Mr Fox, voted against going on beyond half past three."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_figure_told_in_other_words_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_wrong_figure_in_other_words_is_stopped(paragraph: str, sentence: str) -> None:
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
