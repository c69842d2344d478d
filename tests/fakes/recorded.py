"""The motions of a paper that a test writes as text, as the catalogue records them."""

from assistant.decisions.recorded import Recorded, with_main
from index.models import Placed
from outlines import outline_of_text


def places_of(source: str, file: str = "paper.txt") -> list[Placed]:
    """Every paragraph of a paper with its place."""
    paper = outline_of_text(source, file)
    return [Placed(one, paper.parts[one.part], file, file, file, n) for n, one in enumerate(paper.paragraphs)]


def records_of(source: str, file: str = "paper.txt") -> list[Recorded]:
    """Every motion of a paper with its paragraphs."""
    places = {place.paragraph.id: place for place in places_of(source, file)}
    return with_main((motion, places) for motion in outline_of_text(source, file).motions)


SHIRE = """WARRABEE SHIRE COUNCIL

MINUTES OF THE ORDINARY MEETING OF COUNCIL HELD ON TUESDAY, 18 MARCH 2025

PRESENT: Cr Una Vale (Mayor), Cr Tom Orde, Cr Pia Lund, Cr Max Neal, Cr Jo Sands

7.1    SALE OF THE OLD DEPOT
MOTION
Moved: Cr Tom Orde
Seconded: Cr Pia Lund
That Council sells the old depot in Quarry Road for $640,000.
In Favour: Crs Tom Orde and Pia Lund
Against: Crs Una Vale, Max Neal and Jo Sands
LOST 2/3

7.2    LIBRARY OPENING HOURS
RESOLUTION 2025/031
Moved: Cr Max Neal
Seconded: Cr Jo Sands
That Council opens the library on Sundays from 10 am until 2 pm.
In Favour: Crs Una Vale, Pia Lund, Max Neal and Jo Sands
Against: Cr Tom Orde
CARRIED 4/1

7.3    NOTICE OF RESCISSION - WEIR TRACK
Moved: Cr Pia Lund
Seconded: Cr Tom Orde
That Council rescinds resolution 2024/118 of 17 December 2024 (sealing of Weir Track).
LOST
"""

TOWN = """OSTLEIGH TOWN COUNCIL

Minutes of the Meeting of the Council held on Thursday 9 January 2025 at 7.00 pm

Present: Councillors A Dray (Chair), B Finch, C Hoy, D Kemp, E Moss

12. MARKET STALLS
Councillor Finch moved, and Councillor Hoy seconded, that the rent of a stall be £18 a day.

First amendment
Councillor Kemp moved, and Councillor Moss seconded, that the rent of a stall be £12 a day.
The amendment was put to a recorded vote:
For: Councillors Kemp, Moss (2)
Against: Councillors Dray, Finch, Hoy (3)
The amendment was LOST.

Second amendment
Councillor Moss moved, and Councillor Kemp seconded, that £500 be kept for new awnings.
The amendment was put to a recorded vote:
For: Councillors Dray, Hoy, Kemp, Moss (4)
Against: Councillor Finch (1)
The amendment was CARRIED.

The substantive motion was put to a recorded vote:
For: Councillors Dray, Finch, Hoy (3)
Against: Councillors Kemp, Moss (2)
RESOLVED: That the rent of a stall be £18 a day, and £500 be kept for new awnings.

13. BANDSTAND
The Clerk recommended that the bandstand be let to the Brass Band for £900 a year.
The Council resolved not to accept the recommendation and to close the bandstand until Easter.

14. CLOCK
Councillor Dray withdrew the motion that the station clock be gilded at a cost of £4,100.

15. PONY PADDOCK
Mr Vine asked that the council buy the pony paddock behind the church.

16. KIOSK
The numbers being equal, 2 votes to 2, on the motion of Councillor Hoy, seconded by Councillor Finch, that the kiosk be painted green, the Chair gave her casting vote for the motion, which was carried.
"""

COMMITTEE = """GLENBARR COUNCIL

MINUTE of MEETING of the LEISURE COMMITTEE held on MONDAY, 3 FEBRUARY 2025

Present: Councillor Ada Roy (Chair)

4.  SWIMMING LESSONS
Motion
That the fee be set at £7 a lesson from 1 April 2025.
Moved by Councillor Roy, seconded by Councillor Bain.
Amendment
That the fee be set at £6 a lesson from 1 April 2025.
Moved by Councillor Weir, seconded by Councillor Tait.
On a vote being taken the Amendment was carried by 5 votes to 3.
"""
