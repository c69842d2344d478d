"""The support gate on what is told in another order or form than the paper's: each truth beside the lie nearest to it."""

import pytest

from assistant.support.gate import judge

MOVED = "(3) Mr Vance proposed, and Ms Joshi seconded, the motion that the slipway be repaired."
MAP = "Ferry links with Tolver and Ashcombe have improved since 2019, and both harbours have asked for more."
HEAD = "1. Ruth Ellwood, Head of Moorings, presented the report to the panel. Mr Crale left the meeting."
REPORTED = (
    "The Harbour Master reported that the survey was ordered in May and subsequently considered by the Pilots' Board."
)
SORRY = "Apologies for absence were received from Councillor Vance and Councillor Joshi."
CLOSED = "There being no further business the meeting closed at 8.05pm."
PLAN = "RESOLVED that the Council: (i) Notes the survey; (ii) Adopts the Harbour Plan; and (iii) Delegates its printing to the Clerk."
LOST = "R12 T. Vance, J. Scott: THAT we approve the sale of the old lifeboat house. DEFEATED"
RESCINDED = "That we rescind resolution R7 of 4 May, approving in principle the sale of the slipway. Carried."
RECORDED = "That the by-law on berths be passed. Carried. Recorded vote: Piper - Yea; Moore - Yea; Scott - Nay."
ROLL = "The voting was as follows: For (12) Mr Ashe, Mrs Boon Against (0) Abstain (3) Ms Drew, Mr Ely, Mr Fry. Motion carried."
SERVICE = "There have been no concerns about the boom and the inspectors are satisfied that it meets the rules."
EXCEPT = "All crews have been trained in the past year except that of the Tolver lifeboat."
NOT_ALL = "Not all the reasons in the call-in were valid: reasons 1 and 5 were."
STAFF = "The policy relates to all staff, including the pilots."
MAY = "Mooring fees may be reduced next year, and the quay could be widened. Berths should be booked by telephone."
WOULD = "The Clerk said that the tower would be repainted in spring and that it was agreed the sum could be paid."
AWAITED = "A consultant had looked at dredging and spoken to the crews. The final report was still awaited."
DONE = "The Council had not made a safety check during the year. This has now been carried out."
HUBS = "The offer has seven boathouses, two slipways and a mobile crane, with berths of oak (£230 plus VAT for short or £263 plus VAT for long)."
ABOVE = "Crossings were at 93.9 per cent, which is higher than all ferries nationally (92.5 per cent). Tides were below the average."
PROFIT = "The regatta accounts are ready. It made a £43 profit and has new helpers."
NO_LONGER = "The rowing club is no longer running."
ADVISED = "DM/24 - boat shed at Maple Quay - approval recommended."
DEBATE = "The petition had over 6,000 names. It was subject to debate by the Council in May."
COVER = "Marshes (SSSI) cover 8.5% of the harbour. The fund was £65m short."
GRADES = "Outstanding\tGood\tPoor"
GRADED = "2023\t10%\t60%\t30%"
LATER = "2024\t20%\t65%\t15%"


@pytest.mark.parametrize(
    ("paragraphs", "true", "lie"),
    [
        (MOVED, "The motion was proposed by Mr Vance and seconded by Ms Joshi.", "The motion was proposed by Ms Joshi and seconded by Mr Vance."),
        (MOVED, "Ms Joshi seconded the motion that Mr Vance moved.", "Mr Vance seconded the motion that Ms Joshi moved."),
        (MAP, "Ferry links with Ashcombe and Tolver have improved since 2019.", "Ferry links with Ashcombe and Tolver have worsened since 2019."),
        (HEAD, "Ruth Ellwood presented the report to the panel.", "Mr Crale presented the report to the panel."),
        (HEAD, "The Head of Moorings, Ruth Ellwood, presented the report.", "The Head of Moorings, Mr Crale, presented the report."),
        (REPORTED, "The survey was ordered in May and later considered by the Pilots' Board.", "The survey was ordered in June and later considered by the Pilots' Board."),
        (SORRY, "Councillor Joshi sent apologies.", "Councillor Crale sent apologies."),
        (CLOSED, "The meeting ended at 8.05pm.", "The meeting ended at 9.05pm."),
        (PLAN, "The Council adopted the Harbour Plan and left its printing to the Clerk.", "The Council deferred the Harbour Plan."),
        (LOST, "The Council voted down the sale of the old lifeboat house.", "The Council approved the sale of the old lifeboat house."),
        (RESCINDED, "The approval in principle of the slipway's sale was rescinded.", "The sale of the slipway was deferred."),
        (RECORDED, "Scott voted against the by-law on berths.", "Moore voted against the by-law on berths."),
        (ROLL, "The motion was carried by 12 votes to none, with 3 abstentions.", "The motion was carried by 3 votes to none, with 12 abstentions."),
        (ROLL, "Nobody voted against the motion.", "Two members voted against the motion."),
        (ROLL, "The motion was carried, twelve members being for it.", "The Council voted against the motion."),
        (SERVICE, "There are no concerns about the boom.", "The inspectors are not satisfied that the boom meets the rules."),
        (EXCEPT, "In the past year all crews have been trained except that of the Tolver lifeboat.", "Every crew has been trained in the past year."),
        (NOT_ALL, "Reasons 1 and 5 of the call-in were valid.", "All the reasons in the call-in were valid."),
        (STAFF, "The policy relates to all staff.", "The policy relates only to the pilots."),
        (MAY, "Mooring fees may be reduced next year.", "Mooring fees will be reduced next year."),
        (MAY, "The quay could be widened.", "The quay is widened."),
        (MAY, "Berths should be booked by telephone.", "Berths are booked by telephone."),
        (WOULD, "The tower would be repainted in spring, the Clerk said.", "The tower was repainted in spring."),
        (WOULD, "It was agreed that the sum be paid.", "It was agreed that the sum not be paid."),
        (AWAITED, "The final report was awaited.", "The consultant has delivered the final report."),
        (DONE, "The Council has since made a safety check.", "The Council made two safety checks during the year."),
        (HUBS, "The offer has seven boathouses, two slipways and a mobile crane.", "The offer has two boathouses, seven slipways and a mobile crane."),
        (HUBS, "Berths cost £230 plus VAT for short and £263 plus VAT for long.", "Berths cost £230 plus VAT for long and £263 plus VAT for short."),
        (ABOVE, "Crossings were higher than those of all ferries nationally.", "Crossings were lower than those of all ferries nationally."),
        (ABOVE, "Tides were lower than the average.", "Tides were ahead of the average."),
        (PROFIT, "The regatta made a profit of £43.", "The regatta ended with a £43 loss."),
        (NO_LONGER, "The rowing club no longer runs.", "The rowing club is still running."),
        (ADVISED, "DM/24 - boat shed at Maple Quay - approval recommended.", "The boat shed at Maple Quay has been approved."),
        (DEBATE, "The petition was debated by the Council in May.", "The petition was debated by the Council in June."),
        (COVER, "Marshes take up 8.5% of the harbour.", "Marshes cover 5.8% of the harbour."),
        ((GRADES, GRADED, LATER), "In 2023 60% were graded good, and in 2024 65%.", "In 2023 65% were graded good, and in 2024 60%."),
        (MAP, "According to the report, ferry links with Tolver have improved.", "According to the report, ferry links with Vance have improved."),
    ],
)  # fmt: skip
def test_a_truth_told_otherwise_passes_and_the_lie_beside_it_does_not(
    paragraphs: str | tuple[str, ...], true: str, lie: str
) -> None:
    given = [paragraphs] if isinstance(paragraphs, str) else list(paragraphs)
    verdict = judge(true, given)
    assert verdict.supported, verdict.reason
    assert not judge(lie, given).supported
