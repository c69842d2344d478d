"""The support gate on times of day, periods and frequencies told in other words; the lie beside each."""

import pytest

from assistant.support.gate import judge

EXTENDED = "The Chairman proposed that the meeting be extended beyond 3.30pm, to end no later than 4.15pm."
HOURS = "The quay office will open from 08:45 to 16:30 on weekdays."
FORUM = "Members were told that the Bay Forum had not paid for the previous 2 years. It was agreed to pay up to £380."
BINS = "Bins for refuse and bins for paper will be emptied by turns on a fortnightly basis."
CLERK = "The Clerk's hours will be 12 a week in winter and 24 a week in summer, at £14.20 an hour."
SURGERY = "The surgery will be open from 9.30am to 12.15pm on Tuesdays, and the hall from 7pm until 10pm."
NEWSLETTER = "The newsletter comes out quarterly and is delivered to 2,400 homes; the website is updated weekly."
SESSION = "The afternoon session runs from 1.15pm to 3.45pm. The Chair adjourned the meeting at 8.50pm and it resumed at 9.05pm."
INSPECTIONS = "Bins are collected every two weeks and the play area is inspected every month by staff and once a year by an outside firm."
BEYOND = "3) The meeting was to go on beyond 3.30pm. The motion was put to the vote: For (9) Mr Ash, Mrs Boon, Ms Cole Against (3) Mr Dean, Mr Early, Mr Fox Abstain (0) Motion carried."

TRUE = [
    (EXTENDED, "The Chairman proposed going on past half past three."),
    (EXTENDED, "The Chairman proposed that the meeting go on beyond 15:30, and end by a quarter past four."),
    (EXTENDED, "The meeting was to end by 4.15 at the latest."),
    (HOURS, "The quay office is to be open on weekdays from a quarter to nine until half past four."),
    (HOURS, "The quay office will open at 8.45am on weekdays."),
    (HOURS, "On weekdays the quay office will be open until 4.30pm."),
    (FORUM, "The Bay Forum had paid nothing for the two earlier years."),
    (FORUM, "The Forum had not paid for the last two years."),
    (BINS, "Refuse and paper bins will be emptied by turns every other week."),
    (BINS, "Refuse bins will be emptied once a fortnight."),
    (CLERK, "The Clerk will work twice as many hours a week in summer as in winter."),
    (CLERK, "In winter the Clerk will work half as many hours as in summer."),
    (SURGERY, "The surgery opens at half past nine and closes at a quarter past twelve on Tuesdays."),
    (SURGERY, "The hall will be open from seven o'clock until ten in the evening."),
    (SURGERY, "The hall is to be open from 19:00 to 22:00."),
    (NEWSLETTER, "The newsletter comes out every three months."),
    (NEWSLETTER, "The newsletter appears four times a year."),
    (SESSION, "The afternoon session runs from a quarter past one to a quarter to four."),
    (SESSION, "The meeting resumed at 21:05."),
    (SESSION, "The meeting was adjourned at 8.50 in the evening."),
    (INSPECTIONS, "The play area is inspected monthly by staff and annually by an outside firm."),
    (INSPECTIONS, "Bins are collected fortnightly."),
    (INSPECTIONS, "Bins are collected every other week."),
    (BEYOND, "Just three members, Mr Dean, Mr Early and Mr Fox, voted against going on beyond half past three."),
]

LIES = [
    (EXTENDED, "The Chairman proposed going on past half past four."),
    (EXTENDED, "The Chairman proposed going on past a quarter past three."),
    (EXTENDED, "The Chairman proposed that the meeting end no later than quarter to four."),
    (EXTENDED, "The meeting was to be extended beyond 3.30am."),
    (HOURS, "The quay office is to be open on weekdays from a quarter past eight until half past four."),
    (HOURS, "The quay office will open at 8.15am on weekdays."),
    (HOURS, "The quay office will open at 8.45pm on weekdays."),
    (HOURS, "The quay office will open from half past four until a quarter to nine on weekdays."),
    (FORUM, "The Bay Forum had paid nothing for the three earlier years."),
    (FORUM, "The Bay Forum had not paid for the two earlier months."),
    (BINS, "Refuse and paper bins will be emptied by turns on a monthly basis."),
    (BINS, "Refuse bins will be emptied weekly."),
    (BINS, "Refuse and paper bins will be emptied by turns every month."),
    (CLERK, "The Clerk will work twice as many hours a week in winter as in summer."),
    (CLERK, "The Clerk will work three times as many hours a week in summer as in winter."),
    (CLERK, "In summer the Clerk will work half as many hours as in winter."),
    (SURGERY, "The surgery opens at half past ten on Tuesdays."),
    (SURGERY, "The surgery closes at a quarter to twelve on Tuesdays."),
    (SURGERY, "The hall is to be open from 18:00 to 22:00."),
    (SURGERY, "The surgery opens at 9.30pm on Tuesdays."),
    (SURGERY, "The surgery opens at 7pm on Tuesdays."),
    (NEWSLETTER, "The newsletter comes out monthly."),
    (NEWSLETTER, "The website is updated daily."),
    (NEWSLETTER, "The newsletter appears every two months."),
    (NEWSLETTER, "The website is updated each month."),
    (SESSION, "The afternoon session runs from a quarter past one to half past three."),
    (SESSION, "The meeting resumed at 20:05."),
    (SESSION, "The meeting was adjourned at 9.05pm."),
    (SESSION, "The meeting resumed at 8.50pm."),
    (SESSION, "The afternoon session starts at a quarter to four."),
    (SESSION, "The afternoon session ends at a quarter past one."),
    (INSPECTIONS, "Bins are collected every week."),
    (INSPECTIONS, "Bins are collected every three weeks."),
    (INSPECTIONS, "The play area is inspected weekly by staff."),
    (INSPECTIONS, "The play area is inspected every two years by an outside firm."),
    (BEYOND, "Just nine members, Mr Dean, Mr Early and Mr Fox, voted against going on beyond half past three."),
]


@pytest.mark.parametrize(("paragraph", "sentence"), TRUE)
def test_a_time_told_in_other_words_is_borne_out(paragraph: str, sentence: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert verdict.supported, verdict.reason


@pytest.mark.parametrize(("paragraph", "sentence"), LIES)
def test_a_wrong_time_in_other_words_is_stopped(paragraph: str, sentence: str) -> None:
    assert not judge(sentence, [paragraph]).supported
