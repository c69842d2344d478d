"""The papers' words for everyday words: where residents and papers name one thing differently. Pure.

Each row: what people say, then what papers say. The papers' own acronyms are read from the papers.
"""

import re
from functools import lru_cache

from index.text import words_of

_ROWS = """
kids, youngsters, youths, teenagers, little ones: children young people
looked-after, looked after, fostered: children care
excuses, sent their excuses, could not come, absent, missed the meeting: apologies absence
signed off, sign off, rubber-stamped, gave the go-ahead, green light: approved agreed confirmed endorsed
turned down, knocked back, threw out, thrown out, voted down: refused rejected lost unsuccessful
kicked out of school, thrown out of school, expelled, expulsion: exclusions excluded
runaways, run off, ran away, gone missing: missing episode return interview
over budget, overspent, in the red, shortfall: overspend deficit pressure
temps, temporary staff: agency workers
price tag, bill, how expensive: cost total
money: funding budget
paid, pay, wages, earn: salary remuneration
boss, bosses, top team, best-paid: director executive chief management
in the chair, headed, heads, head up, at the head, led by, runs: chair chaired lead
took over, stepped up: appointed interim nominated
stepped down, quit, left: resigned resignation removed
yearly, once a year, every year: annual annually
trial, try out: pilot
dry-run, rehearsal: mock
free dinners, free lunches: free school meals
special needs: SEND special educational needs disabilities EHCP
home-schooled, taught at home, outside the school system: elective home education
rubbish, bins, binmen: waste refuse collection
potholes: highways carriageway defects
roads, road network: highways
tower blocks: high-rise flats
car spaces, parking spaces: parking
school run, getting to school: transport travel
shut out, behind closed doors, in private: exempt private session excluded confidential
sat on the fence: abstain abstained
in favour: for
opponent, opposed: against
put off, pushed back, postponed: deferred delayed
trained up: trained training
newest, latest: recent
watchdog, inspectors: ofsted inspection inspectorate
young offenders, youth offending: youth justice
old people, pensioners: older adults
homeless people, rough sleepers: homelessness
council home, council house: social housing register
ex-forces, veterans, soldiers: armed forces veteran
whitehall, the government, ministers: government department secretary state
well-rated: good outstanding
executive: cabinet
cabinet: executive
corporate parents: corporate parenting board
get together, get-together: meeting meets
gathering: conference event
fail to turn up: no shows
breadline: poverty
rent or mortgage: housing costs
wellbeing, mental health: emotional wellbeing mental health camhs
staff illness: sickness absence
waiting: waiting list
reshuffle, redrawing councils, breaking up: reorganisation
jobless, out of work, no job: neet unemployed employment
care leavers: care experienced leavers
made public, come out: published publication
single-use, disposable, throwaway: disposable single-use
brothers, sisters, siblings: sibling siblings
reorganisation, merging councils, breaking up councils: reorganisation unitary structure
buses, trains, bus routes: public transport passenger
lorries, heavy vehicles: HGV freight goods vehicles
speeding, speed bumps: traffic calming speed
street lights, lamp posts: street lighting
pavements, kerbs: footway footways
cycle lanes, bike lanes: cycling active travel
parks, playgrounds: open space play areas recreation
libraries closing, library: libraries library
leisure centre, swimming pool, pool: leisure centre
council tax rise, rates: council tax precept increase
savings, cuts, cutbacks: savings reductions
borrowing, owe, owes, debt: loans borrowing debt treasury
rainy-day fund, rainy day: reserves balances
empty homes, boarded-up: empty properties vacant
fly-tipping, dumped rubbish: fly-tipping waste enforcement
noise, nuisance neighbours: anti-social behaviour noise
flooding, floods, drains: flood drainage gullies
climate, green, carbon footprint: climate carbon net zero
social workers, caseworkers: social workers caseloads
carers, foster parents: foster carers
old folks' home, care home, care homes: residential care
carer's break, respite: short breaks respite
dentist, doctor, gp: primary care health
school places, oversubscribed: admissions sufficiency
school dinners, school meals: school meals
truancy, bunking off, skipping school: attendance absence
staff leaving, turnover: turnover retention vacancy
hiring, recruit, taking on: recruitment
consultants, outside firm: consultancy contractor provider
tender, bid, bids: procurement tender application
deal, agreed price: contract sum agreement
complaints, moaning: complaints ombudsman
rule book, rules: constitution standing orders terms reference
petition, petitions: petition
listed building, heritage: conservation listed
building on, new homes, housing estate: development planning permission
turned into, change of use: change use planning
"""


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Each row as a pattern of what people say and the stemmed words that papers say."""
    rows = []
    for line in _ROWS.strip().splitlines():
        said, written = line.split(":")
        phrases = "|".join(re.escape(phrase.strip()) for phrase in said.split(","))
        rows.append((re.compile(rf"\b(?:{phrases})\b", re.I), tuple(words_of(written))))
    return tuple(rows)


def expansions(text: str) -> list[str]:
    """Stemmed words that papers use for the everyday words in a text, in order, each once."""
    found: list[str] = []
    for pattern, written in _table():
        if pattern.search(text):
            found += [word for word in written if word not in found]
    return found
