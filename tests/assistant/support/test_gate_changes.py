"""The support gate on changes told in other words: by how much, from what, to what; the lie beside each."""

import pytest

from assistant.support.gate import judge

CRANES = (
    "Four cranes (41m) are now planned, rather than the original nine. The owner pays 4% of its income to the Forum."
)
VACANCIES = "The number of berth vacancies fell from 641 in the three months to July to 629 in the three months to August. That leaves it 32% below its peak in May 2022."
VISITORS = "The harbour had 1,200 visitors in June, compared with 900 in June of the year before."
NOISE = "Complaints about noise had doubled since the gates were opened, though those about smells had fallen."
RESERVE = "Proposed amount: £1m. Source of funding: reduce the £14m dredging reserve to £13m and use the income to fund the gates."
LEVY = "WHEREAS the costs are apportioned as Powell 50%, Chart 25% and Nepsend 25% and a request has been received for Nepsend to assume an additional 3%; NOW THEREFORE Nepsend agrees to the additional 3% and the costs be apportioned as Powell 50%, Nepsend 28% and Chart 22%."
GRANT = "The ministry had topped up the grant of £11.2 billion by £640m. Of this Portlea had another £48m (or a rise of 3.9 percent)."
LIBRARY = (
    "Library visits rose from 41,200 in 2022/23 to 61,900 in 2023/24, while loans of books fell from 30,500 to 20,300."
)
PAVILION = "12. Grant from reserves. It was RESOLVED to reduce the general reserve from £86,000 to £71,000 and to pay the difference to the Pavilion Trust."
LIGHTS = "The contractor was paid £4,800 in April, £4,650 in May and £5,100 in June. The Council now has 14 street lights rather than the previous 20."
BYPASS = "A grant of £2.4m was awarded, of which £0.6m is for the north of the county. The scheme is expected to take half an hour off each journey and to cost a third less than the bypass, which was put at £3.6m."
ALLOTMENTS = "Rent for the allotments will go up from £24 to £36 a plot from April, the first rise since 2016. The waiting list has come down from 90 to 60."
FUND = "The Fund stood at £3.2 million at the end of March. It paid out £0.8 million during the year, a quarter of its value, and took in £1.6 million, twice what it had paid out."

TRUE = [
    (CRANES, "The number of cranes planned has come down from nine to four."),
    (CRANES, "The plan has gone from nine cranes to four."),
    (
        VACANCIES,
        "There were 629 berth vacancies in the three months to August, about a third fewer than at the peak of May 2022.",
    ),
    (VACANCIES, "Berth vacancies were about a third below their peak of May 2022."),
    (VISITORS, "The harbour had a third more visitors in June than a year before."),
    (VISITORS, "Visitors in June were up by a third on the year before."),
    (NOISE, "Complaints about noise were twice what they had been before the gates were opened."),
    (RESERVE, "A million pounds was to be taken from the dredging reserve."),
    (RESERVE, "The dredging reserve was to come down by £1m."),
    (RESERVE, "The proposal was to bring the £14m dredging reserve down to £13m."),
    (
        LEVY,
        "Nepsend agreed that its part of the costs should go up from 25 to 28 per cent and Chart's come down to 22.",
    ),
    (LEVY, "Nepsend's share of the costs goes up to 28%."),
    (GRANT, "Portlea had received £48m of the additional £640m."),
    (LIBRARY, "Library visits went up by half in a year."),
    (LIBRARY, "Visits to the library were half as many again as the year before."),
    (LIBRARY, "Loans of books fell by a third."),
    (LIBRARY, "Book loans were down by about a third."),
    (PAVILION, "The Pavilion Trust is to be paid £15,000 from the general reserve."),
    (PAVILION, "The general reserve will come down by £15,000 to £71,000."),
    (LIGHTS, "The number of street lights has fallen from 20 to 14."),
    (LIGHTS, "The contractor was paid £4,650 in May and £5,100 in June."),
    (BYPASS, "A quarter of the £2.4m grant is for the north of the county."),
    (BYPASS, "The scheme is expected to cost a third less than the bypass."),
    (BYPASS, "A quarter of the grant is for the north of the county."),
    (ALLOTMENTS, "Allotment rents will rise by half."),
    (ALLOTMENTS, "The waiting list is down by a third."),
    (FUND, "The Fund paid out a quarter of its value."),
    (FUND, "It took in twice what it paid out."),
]

LIES = [
    (CRANES, "The number of cranes planned has gone up from four to nine."),
    (CRANES, "The plan has gone from four cranes to nine."),
    (CRANES, "The plan has gone from eight cranes to four."),
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
    (RESERVE, "Two million pounds was to be taken from the dredging reserve."),
    (RESERVE, "The proposal was to bring the £14m dredging reserve down to £12m."),
    (RESERVE, "The dredging reserve was to be cut from £14m to £10m."),
    (LEVY, "Nepsend agreed that its part of the costs should go up from 22 to 28 per cent."),
    (LEVY, "Nepsend's share of the costs goes up to 22%."),
    (LEVY, "Chart agreed that its part of the costs should go up from 25 to 28 per cent."),
    (LEVY, "Nepsend's part of the costs should go down from 28 to 25 per cent."),
    (GRANT, "Portlea had received £640m of the additional £11.2 billion."),
    (GRANT, "The ministry had added £48m to the grant."),
    (GRANT, "Portlea had received £640m."),
    (LIBRARY, "Library visits went up by a third in a year."),
    (LIBRARY, "Loans of books fell by half."),
    (LIBRARY, "Library visits went down by half in a year."),
    (LIBRARY, "Loans of books rose by a third."),
    (LIBRARY, "Library visits doubled in a year."),
    (LIBRARY, "Visits fell by a third."),
    (LIBRARY, "Loans of books rose by half."),
    (PAVILION, "The general reserve will come down by £16,000."),
    (PAVILION, "The general reserve will come down by £71,000."),
    (PAVILION, "The general reserve will come down to £15,000."),
    (PAVILION, "The Pavilion Trust is to be paid £51,000 from the general reserve."),
    (LIGHTS, "The number of street lights has risen from 14 to 20."),
    (LIGHTS, "The contractor was paid £5,100 in May and £4,650 in June."),
    (LIGHTS, "The number of street lights has fallen by 14."),
    (LIGHTS, "The number of street lights has fallen to 20."),
    (BYPASS, "The scheme is expected to cost a quarter less than the bypass."),
    (BYPASS, "Half of the grant is for the north of the county."),
    (BYPASS, "The scheme is expected to cost a third more than the bypass."),
    (ALLOTMENTS, "Allotment rents will rise by a third."),
    (ALLOTMENTS, "The waiting list is down by half."),
    (ALLOTMENTS, "The waiting list is up by a third."),
    (ALLOTMENTS, "Rents for allotments will fall by a third."),
    (ALLOTMENTS, "Allotment rents will double."),
    (ALLOTMENTS, "The waiting list is down by a quarter."),
    (ALLOTMENTS, "A plot will cost twice as much."),
    (FUND, "The Fund paid out a third of its value."),
    (FUND, "It paid out twice what it took in."),
    (FUND, "It took in three times what it paid out."),
    (FUND, "The Fund paid out half of its value."),
    (FUND, "The Fund paid out £1.6 million and took in £0.8 million."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_change_told_in_other_words_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_wrong_change_in_other_words_is_stopped(paragraph: str, sentence: str) -> None:
    assert not judge(sentence, [paragraph]).supported
