"""Words that mean the same in committee papers, for telling a paraphrase from an invention. Text, and one lookup.

Only words that may stand for each other without changing what is said: decided and noted, rose and fell,
children and adults never share a row.
"""

from collections.abc import Callable
from functools import lru_cache

_ROWS = """
child, young person, young people, youngster, kid, cyp, youth, teenager, adolescent, pupil, minor
pupil, student, learner, schoolchild, schoolchildren
children in care, looked after, looked-after children, lac, cic, cared for
care leaver, care experienced, left care
adoptive, adopter, adopt, adoption
foster, fostering, foster carer
person, people, individual, resident, population, public, man, woman, adult
woman, female
man, male
resident, citizen, inhabitant, householder, local people
family, household, parent, home
parent, mother, father, carer, guardian, mum, dad
staff, employee, worker, workforce, personnel, colleague, team member, officer
social worker, practitioner, caseworker
practitioner, professional, clinician, frontline
nurse, nursing, clinician
councillor, member, cllr, elected member
council, local authority, authority, borough council, county council, district council
local authority, council, la
authority, council
borough, district, area, county, city, town, locality, region
country, nation, national, nationally, england, english
whole, overall, total, entire, altogether, in all, combined
total, sum, amount, add up, come to, totalling, amount to, aggregate
government, department, ministry, minister, secretary of state, whitehall
dfe, department for education
dluhc, mhclg, department for levelling up
nhs, health service
police, constabulary, force
school, academy, educational setting, setting, establishment
education, schooling, teaching, learning
ceo, chief executive
cfo, section 151 officer, director of finance, chief finance officer
lgo, ombudsman, lgsco
covid, covid 19, coronavirus, pandemic
special needs, send, special educational needs, sen
ehcp, education health and care plan, ehc plan
camhs, child and adolescent mental health
hgv, lorry, heavy goods vehicle
waste, rubbish, refuse, litter, bin
recycle, recycling
road, highway, carriageway, street
pavement, footway, footpath, walkway
repair, mend, fix, fill, maintenance, maintain, restore
pothole, carriageway defect
car park, parking
bus, public transport
house, home, dwelling, property, accommodation, housing
tenant, council house, social housing
homeless, rough sleep, without a home
flat, apartment
build, construct, erect, put up, building, development
library, libraries
leisure centre, pool, gym, sports centre
hospital, infirmary
doctor, gp, general practitioner
allowance, payment, pay
salary, wage, pay, remuneration, earnings
fee, charge, price, tariff, cost
cost, price, spend, expense, expenditure, spending, outlay, bill, pay, spent
swallow up, take up, absorb, use up, represent, account for, consume, make up, eat up
make up, account for, represent, constitute, comprise, amount to, equate, form, be
money, fund, funding, finance, financial, resource, cash, budget, sum, investment, contribution
grant, funding, award, allocation
fund, pay for, paid for, meet, finance, bear, foot, met from, met by
income, revenue, receipt
saving, cut, efficiency, reduction
deficit, overspend, shortfall, in the red, over budget, loss
surplus, underspend
debt, borrowing, loan, liability
reserve, balance
invest, put into, spend on, pour into
bring in, introduce, implement, launch, roll out, set up, establish, come in, start, begin, inception, put in place, new
begin, start, commence, open, launch, get going, get under way, inception, initial, initially, take effect, with effect from, come into force, kick off, beginning
end, finish, conclude, close, complete, cease, expire, run out, terminate, final, conclusion, come to an end, over
stop, halt, cease, discontinue, end, withdraw, abandon, scrap
complete, finish, carry out, finalise, conclude, done, completion
carry out, undertake, conduct, perform, do, deliver, run, take place, hold, make
take place, occur, happen, hold, run, held, go ahead
continue, go on, carry on, remain, stay, persist, keep, still, retain, maintain, ongoing
remain, stay, stand at, keep, unchanged, same
still, remain, yet, continue, outstanding, waiting
plan, intend, aim, propose, scheduled, due, expect, project, forecast, set to, planned, hope, meant, intention, going to
aim, goal, objective, target, ambition, aspire, seek, priority, designed, meant, purpose, intended
expect, anticipate, forecast, project, predict, estimate, likely, think, envisage
forecast, projection, prediction, estimate
likely, probable, probably, expect, may, might, could
possible, potential, could, might, may, option
decide, decision, resolve, determine
succeed, successful, uphold, allow
agree, agreement, consent, accept, approve, support, endorse, concur
approve, approval, agree, sanction, sign off, authorise, permission, grant, give the go ahead, green light, ratify, adopt, endorse, pass
resolve, agree, decide, approve
concur, agree, side with, share the view
confirm, affirm, verify, ratify
ratify, approve, confirm, endorse, sign off, adopt
endorse, back, support, approve
support, back, help, assist, aid, in favour, champion
help, assist, aid, support, benefit, improve, useful
reject, refuse, turn down, decline, dismiss, lost, knock back, throw out, deny, unsuccessful, vote down, defeat
defer, postpone, put off, put back, delay, adjourn, push back, hold over, put on hold, await
delay, late, behind schedule, hold up, wait, slippage, slip
withdraw, take off, pull, retract, remove
remove, take off, delete, step down, come off, take away, no longer
resign, step down, leave, left, quit, stand down, departure
appoint, name, nominate, elect, select, choose, take on, recruit, hire, appointment
recruit, hire, take on, appoint, employ, recruitment
retain, keep, hold on to, retention
vacant, vacancy, unfilled, empty, stand vacant
post, job, position, role, vacancy
propose, move, suggest, put forward, proposal, recommend
proposal, plan, scheme, idea
second, back
recommend, recommendation, advise, suggest, propose, urge
request, ask, call for, want, seek, require, invite, demand
say, reply, respond, answer, state, tell
ask, question, query, enquire, inquire, want to know, raise
tell, say, report, inform, state, explain, advise, note, mention, comment, update, describe, hear, highlight, learn, told, said, present, point out
explain, clarify, describe, set out
discuss, debate, consider, talk about, deliberate, look at
consider, look at, examine, review, think about, study, discuss, explore
review, look at, examine, assess, evaluate, evaluation, revisit, scrutinise, reassess, check, re-examine
check, audit, inspect, monitor, verify, test
examine, study, analyse, analysis, research, investigate, look into, investigation
monitor, oversee, oversight, track, keep an eye on, watch, supervise
inspect, inspection, visit
judge, rate, grade, assess, find, score, rank, judgement, verdict, rating, outcome, result
verdict, judgement, outcome, rating, result, finding
fault, criticise, blame, find fault, censure
find, discover, conclude, finding, show, reveal, identify, establish, result
show, demonstrate, indicate, evidence, reveal, prove, proof, suggest, reflect, illustrate
evidence, proof, sign, indication, nothing shows
cause, because, due to, reason, owing to, prompt, lead to, bring about, as a result of, result, thanks to, since, arise, come about, given, attributable, on account of, consequently, therefore, so, contribute
lead to, result in, prompt, cause, inform, shape, bring
shape, inform, influence, guide, mould
affect, impact, effect, influence, bearing
consequence, result, impact, outcome, effect
arrange, organise, set up, arrangement, schedule, fix
arrangement, structure, system, set-up, framework
structure, framework, model, system
effective, effectiveness, work well, success, successful
robust, robustness, strong, rigorous, sound, strength, strengthen
strengthen, improve, enhance, boost, reinforce, bolster, better, tighten
improve, better, enhance, improvement, progress, strengthen, raise, get better
worse, worsen, deteriorate, deterioration, decline
problem, issue, difficulty, challenge, concern, trouble, pressure
concern, worry, anxious, fear, disquiet, unhappy, worried
pressure, stress, strain, demand
ease, relieve, alleviate, reduce
shortage, lack, scarcity, short of, insufficient, too few, gap, limited
lack, absence, without, no, want of
need, require, necessary, must, have to, essential, call for
must, require, have to, obliged, need to, shall, duty, should, statutory
essential, basic, necessity, vital, crucial, key
urgent, urgently, emergency, pressing
important, key, significant, priority, major, main, critical
significant, considerable, large, major, big, substantial, marked
big, large, great, major, sizeable, high
small, minor, slight, modest, little
slight, slightly, a little, marginal, marginally, a bit, small
rate, share, proportion, percentage, level, ratio, figure, per cent, part
number, figure, count, total, how many, volume, many
number, several, some, a few, range
average, mean, typical, on average, typically
smaller, fewer, lower, less
majority, most, mostly, mainly, largely, the bulk, more than half, chiefly, mainly
annual, annually, yearly, every year, once a year, each year, per year
monthly, each month, every month, a month, per month
weekly, each week, every week, a week, per week
quarterly, every three months, each quarter, quarter
twice a year, half-yearly, biannual
year before, previous year, last year, year earlier, prior year, preceding year, twelve months before, year ago, a year before, year previously
previous, before, earlier, prior, preceding, last, past, former, ago, already, beforehand, previously
since, after, following, subsequently, afterwards, then, later, subsequent
now, currently, at present, present, current, presently, today, at the moment, existing, existing, stand at
latest, recent, most recent, newest, last
new, refresh, revise, fresh, update, recent, renew
refresh, revise, update, overhaul, renew, revamp
change, alter, amend, revise, modify, adjust, vary, different
extend, extension, lengthen, prolong, expand, continue
expand, grow, extend, widen, broaden, increase
permanent, for good, lasting
temporary, interim, short term, stopgap, acting, agency
long, lengthy, prolonged
wait, waiting time, waiting, await, queue, wait list, yet to be, still to be
fast, quick, quickly, rapid, speed, swift
early, soon, promptly
first, initial, initially, original, originally, at the outset, to begin with, opening, beginning, at first
original, initial, first, at first
gradual, gradually, slow, slowly, steadily, over time, bit by bit
way, means, method, approach, manner
use, utilise, employ, apply, make use of, usage, adopt, draw on, take advantage of
under-utilised, underused, not used enough, too little used
draw on, take advantage of, use, make use of
need, demand, requirement
give, provide, offer, supply, deliver, present, hand over, issue, make available, provision
get, receive, obtain, gain, be given, have, attract, draw, win, secure
receive, get, accept, be sent, come in
win, secure, gain, succeed, award, successful
send, submit, forward, pass, reach, refer, make, put in
submit, hand in, send, reach, lodge
share, pass on, circulate, distribute
publish, make public, release, issue, come out, publication, print, announce
publish in full, full publication
write, letter, correspond
letter, correspondence
meeting, session, sitting, meet
meet, gather, convene, sit, come together, satisfy
group, subcommittee, sub-group, subgroup, forum
chair, head, lead, preside, chairman, chairperson, chairmanship
chief, head, lead, main, principal, director
manage, run, handle, deal with, oversee, administer, operate, in charge, responsible, lead
responsible, in charge, responsibility, duty, lead, accountable
operate, run, function, work, in operation, provide, manage, been going
deal with, tackle, handle, address, respond, process, manage, cope, response
tackle, deal with, address, combat, fight, respond to
prevent, stop, avoid, head off, preventing, prevention
mitigate, reduce, soften, lessen, limit
protect, safeguard, keep safe, shield, safety, safeguarding, child protection
safe, safety, secure, security
risk, danger, threat, hazard
harm, hurt, injury, damage, abuse
neglect, neglected, neglectful
crime, offence, criminal, offending
violence, violent, assault
death, die, dead, fatality, killed
illness, sickness, ill, sick, disease
mental health, emotional wellbeing, psychological
disabled, disability, disabilities
poor, deprived, poverty, low income, hardship
gap, difference, time between, interval, variance, space
period, time, term, space, span, duration, timescale, over the course, timeframe, stretch
timescale, deadline, timetable, time limit, prescribed
within, inside, in under, less than
in the course of, over the course of, during, throughout, over, through, across
across, throughout, all over, whole of, over, in all
between, from, among, amongst
among, of, for, amid
against, compared with, compared to, comparison, versus, whereas, while, relative, as against, as opposed to, in contrast
include, involve, contain, cover, incorporate, comprise, take in, such as, like
exclude, leave out, omit
join, become part, participate, member, take part, sign up
take part, participate, engage, involve, attend, contribute
attend, go to, be present, present, turn up, attendance, take part
contribute, contribution, add, give
together, joint, jointly, multi-agency, in partnership, shared, between them, collective
joint, jointly, shared, together, combined
partner, partnership, agency, organisation, work with
organisation, body, agency, group
service, provision, offer, support
work, activity, effort, action, job
project, programme, scheme, initiative, work, pilot
pilot, trial, test, try out, experiment
programme, plan, schedule, work
strategy, plan, policy
policy, rule, approach, strategy
tool, instrument, system, toolkit
training, train, course, learning, module, e-learning, elearning
complete, finish, take, pass
knowledge, aware, awareness, know, understand, understanding
aware, know, familiar, conscious
well known, known to
view, opinion, thought, feedback, feel, felt, believe, think, think
feedback, comment, response, reaction, view
survey, questionnaire, poll, consultation, consult
consultation, consult, ask, engagement, public views
respond, answer, reply, response, respondent, responding
complain, complaint, grievance
appeal, challenge, contest
uphold, upheld, allow, sustain
apply, application, bid, applicant, submit
bid, application, apply, tender
contract, agreement, deal, award
supplier, contractor, provider, firm, company, bidder, business
company, firm, business, limited, ltd
director, head, chief
let, award, give, grant
buy, purchase, acquire, procure, procurement, acquisition
sell, sale, dispose, disposal, sold
lease, rent, let, hire, tenancy
site, land, plot, location, premises
location, place, site, where, position
transport, travel, journey
travel assistance, home to school transport, travel support
visit, call, attend, go to
move, transfer, relocate, shift, switch, go
placement, place, placed
place, put, house, accommodate, space
capacity, room, space, place
demand, need, pressure
adequate, enough, sufficient, sufficiency
enough, sufficient, adequate
missing, absent, run away, disappear
episode, incident, occurrence, occasion, event, case
incident, case, event
case, instance, matter
return, come back, go back, back
open, set up, start, launch
close, shut, closure
stay open, remain open, kept open
free, relieve, release, exempt, spare, no charge, without charge
exempt, free, excused, not pay, exemption
liable, liability, responsible, subject to
subject to, have, on, under
allow, let, permit, enable, able, can, entitle
can, able, may, allow, capable
unable, cannot, could not
ban, prohibit, forbid, outlaw
limit, cap, restrict, ceiling, maximum
top, highest, best, leading, most
highest, most, greatest, largest, biggest, top, record, peak, than any
lowest, least, fewest, smallest, bottom
best, highest, top
single, one, sole, individual
sole, only, exclusive, solely, just
just, only, no more than
also, as well, too, in addition, besides, moreover, further, plus
further, more, additional, extra, another, other, again
extra, additional, more, further, added, on top
other, another, different, rest, else, remaining, remainder
remainder, rest, remaining, other, left
differ, conflict, vary, different
carry out, implement, undertake, conduct, put into effect
ought, should
step up, increase, intensify, strengthen
drop, withdraw
revive, re-establish, restart, restore, resume
disagree, object, oppose, not agree, against
attach, subject to, condition
fall short, shortfall, below, under
win, winner
hand over, handover
lay down, specify, prescribe, set
tell, notify, inform, notification
top up, supplement, add
sustain, stay, maintain, keep
circulate, send round, send, distribute, share
freeze, unchanged, not increase, no increase
remaining, rest, left, other, still
both, two, each
twice, double, two times, twofold
double, twice, twofold
half, fifty per cent
each, every, all, per
all, every, everyone, everybody, whole, entire, everything, each
vote, ballot, cast, voting, poll
abstain, abstention
unanimous, unanimously, nobody against, none against, all in favour
carried, passed, approved, won
correct, right, accurate, accurately, true, proper
error, mistake, wrong, incorrect
record, minute, register, note, log
accept, take, agree
oppose, against, object, opposition, objection, resist
object, oppose, objection, against
petition, signature, signatory
sign, signature, signed
call in, called in
refer, send, pass, referral, direct
refer back, send back, sent back
contact, call, enquiry, referral
enquiry, inquiry, investigation, enquire
investigate, look into, inquire, investigation
assess, assessment, evaluate, work out
meet, satisfy, fulfil, achieve
achieve, reach, attain, meet, accomplish, get, hit
reach, hit, arrive, get to, come to, attain, achieve
hit, reach, meet
fail, failure, unable
success, succeed, successful, work, win, won
stand, be, stand at, amount, total
stand at, be, number, total
rise, increase, grow, climb, go up, growth, up, gain, rose, more, jump, upward, escalate, put up, raise, higher, push up, drive up, driven up, force up
fall, decrease, decline, drop, reduce, reduction, go down, down, fewer, less, lower, cut, shrink, dip, slip back, downward, diminish, come down
more, greater, over, above, higher, exceed, extra, upwards of
above, over, higher than, exceed, more than, upwards of
below, under, lower than, less than
high, higher, great, elevated
low, lower
raise, increase, put up, lift, go up
go up, raise, increase, rise
lag, behind, not at the same rate, slower, fall behind
pace, rate, speed
level, rate, figure
keep, stay, maintain, retain, remain
hard, difficult, tough, challenging, difficulty
easy, simple, straightforward
busy, heavy, workload, caseload
caseload, workload, case
stress, pressure, strain
serious, severe, grave, significant
household bill, utility, food and utility bills, energy bill
bill, utility, utilities, charge, cost
food, meal, grocery
free school meals, school dinner
winter, christmas
night, overnight
day, daily
fortnight, two weeks, 2 weeks
half-term, holiday, school holiday
weekend, saturday, sunday
hour, time
consider, think, regard, deem, view
regard, concern, about, relate, respect, on
concern, relate to, about, affect, involve, attributed to, to do with, with regard to
relate, concern, to do with, connected, about, in respect of, linked, in relation to, regarding, involve
do with, relation, about, regarding
as far as, in so far as, as it relates, relate
apart from, except, other than, excluding
rely, depend, reliance, dependent
depend, rest on, hinge, subject to
basis, base, ground
base, based, located
stop, prevent, halt
wish, want, desire, would like
prefer, preference, rather, favour
choose, choice, option, opt, select, preference
option, choice, alternative
keen, enthusiastic, eager
thank, grateful, thanks, appreciate
congratulate, praise, commend, welcome
praise, commend, compliment, positive
positive, good, favourable
welcome, pleased, glad
satisfied, happy, content, pleased, satisfaction
disappoint, regret, sorry, unfortunately
apology, apologies, absent, absence
declare, declaration, interest
scrutiny, overview and scrutiny, scrutinise
cabinet, executive
portfolio, cabinet member
ward, division
constitution, rule book
ahead, before, in advance
bring forward, advance
bring back, return, report back
come back, return, report back
look after, care for, care
independent, independently, external, outside
outside, external, externally, out of borough, beyond, out-of-area
inside, internal, within, in-house
in-house, internal
own, internal, directly run
solely, only, exclusively
spread, distribute, divide, split
divide, split, share
share, proportion, part
part, partly, partial, some
partly, partial, partially, in part
fully, in full, full, complete, completely, entirely
hub, centre
centre, hub, facility
facility, centre, building
team, group, staff
lead, leader, leadership, head
leader, lead, head of the council
training, module
wide, varied, broad, variety, range
range, variety, spread, vary, varied, ranging
size, big, large, scale
scale, size, extent
level, standard
standard, quality
quality, standard, qa
agree, think
worth, value
worth, value, cost, price
benefit, advantage, gain
beneficial, helpful, useful, benefit
suitable, appropriate, fit, suitability, right
useful, helpful, beneficial
clear, plain, evident, obvious
obvious, clear, evident
specific, particular, certain, special, peculiar
package, set, bundle, range
incentive, bonus, reward
set, package, group, fix
deal, package, agreement
name, call, known as
call, know as, known, name
attract, draw, pull in
draw, get, attract, receive
speak, address, talk, say
presentation, present, talk, briefing
briefing, brief, update, presentation
report, paper, document, update
document, paper, report
page, website, online
online, web, internet, digital, electronic, virtual
website, online, web
computer, it, ict, digital
data, information, figure, statistic
information, data, detail
detail, information, particular
request, enquiry
target, aim, goal
trend, direction, pattern, trajectory
trajectory, trend, direction, path
trouble, difficulty
twelve months, year, 12 months
space of a year, 12 months, twelve months
month, monthly
year, annual, 12 months
decade, ten years, 10 years
advice, recommendation, advise
ill, illness, unwell, sick, poorly
drought, dry, dry summer
lose, die, lost
leave the room, withdraw from the meeting, left the meeting, leave the meeting, go out
per head, rate, per person, per capita
coming year, next year, year ahead
put down to, attributed to, due to, because of, blame, explained by
hand over, transfer, pass on, delegate
take over, succeed, replace, appoint, assume, takes over
stand in, deputise, substitute, in the absence of, on behalf of
stand down, step down, resign, leave
sack, dismiss, terminate
shut, close, closure, closed
axe, scrap, abolish, end, discontinue, withdraw
cover, fund, meet, pay for, met by, cost
shoulder, bear, meet, fund
split, share, divide, apportion, between
draw up, prepare, develop, draft, produce, write, come up with, put together
come up with, identify, propose, develop, suggest
set out, outline, describe, lay down, spell out, detail, specify
spell out, explain, set out, clarify
flag, raise, highlight, point out, identify, draw attention
spot, identify, notice, recognise, detect
feed into, inform, contribute to, influence
rest with, responsibility of, lie with, fall to, sit with, belong
serve, sit on, member of
vet, check, screen
screen, assess, triage, filter
queue, wait, waiting list
backlog, queue, outstanding, arrears
miss, fall short, fail to meet, below target
beat, exceed, better, surpass, above, outperform
outstrip, exceed, overtake, faster, surpass
lag, trail, behind, below, slower
match, equal, in line, same as, level with
in line, consistent, similar, comparable, match
double, twofold, twice, 100 per cent
tighten, strengthen, restrict, stricter
loosen, relax, ease
speed up, accelerate, quicken, faster
slow, slow down, delay
wind up, dissolve, close, end
merge, combine, join, amalgamate, bring together
bring together, unite, combine, join, integrate
split up, separate, divide
place, location, site, venue
venue, place, location, held at
turnout, attendance
look for, seek, search, find
home in on, focus, concentrate, target
focus, concentrate, emphasis, priority
cut off, end, deadline, closing
deadline, closing date, due date, by
pay back, repay, return, reimburse
owe, debt, outstanding, arrears
run up, accrue, incur
incur, run up, cost, make
hand out, distribute, issue, award, give
sum up, summarise, conclude
back up, support, confirm
turn into, convert, become, change
fit, install, put in, equip
install, fit, put in, set up, provide
knock down, demolish, demolition, pull down
get rid, remove, dispose, abolish
let go, redundancy, dismiss, made redundant
sign up, register, enrol, join, subscribe
register, enrol, sign up, record
log, record, register
count, number, total, record
youngest, under
elderly, older people, older, pensioner
newborn, baby, infant, babies
brother, sister, sibling
couple, two, pair
spouse, partner, husband, wife
cope, manage, deal
struggle, difficulty, difficult, challenge
thrive, do well, flourish
well run, effective, good
watchdog, regulator, inspectorate, ombudsman
inspector, ofsted
inspector, cqc, care quality commission
letter, write, written, correspondence
tell, write to, inform
heard, told, informed, advised, noted, report
hear, be told, receive, be informed
gather, collect, obtain, compile
collect, gather, pick up, collection
pick up, collect, detect
drop off, deliver, decline
deliver, provide, run, supply, carry out
run by, provided by, delivered by, operated by, managed by
behind, late, overdue, delayed
overdue, late, outstanding, behind
on time, within timescale, within deadline, by the deadline, promptly
timely, on time, prompt, promptly
break, breach, contravene
breach, break, violation, failure
follow, comply, adhere, observe
comply, follow, meet, adhere, compliance
legal, lawful, law, statutory
law, act, legislation, statute
duty, obligation, requirement, responsibility
fine, penalty, charge
penalty, fine, sanction
blueprint, plan, strategy
shake-up, reorganisation, restructure, reform, change
restructure, reorganisation, reorganise
makeup, composition, membership
talk, discussion, conversation, negotiation
negotiate, talk, discuss, negotiation
"""


@lru_cache(maxsize=4)
def rows(stem: Callable[[str], tuple[str, ...]]) -> dict[tuple[str, ...], frozenset[str]]:
    """Stemmed word or phrase to the keys of its rows ("#12"); `stem` gives a phrase's stems in order."""
    found: dict[tuple[str, ...], set[str]] = {}
    for number, line in enumerate(_ROWS.strip().splitlines()):
        for phrase in line.split(","):
            stems = stem(phrase.strip())
            if stems:
                found.setdefault(stems, set()).add(f"#{number}")
    return {stems: frozenset(keys) for stems, keys in found.items()}
