"""Which paper is seen and which is unseen: shuffled by country with a fixed seed; the first seed from 20260 on with
which each kind, format and country stands in both folders."""
import random
PLAN = {  # name: (country group, format, kinds)
 'eng-planning': ('England','txt','5-title-number 5-no-number 5-gap'),
 'eng-cabinet-pack': ('England','pdf','6-pack 6-own-date 9-agenda-front 9-forward-plan 14-wrapped'),
 'eng-parish': ('England','md','5-running 6-own-date 10-body'),
 'eng-website': ('England','html','12-vote-table 6-own-date 5-title-number'),
 'eng-scrutiny': ('England','docx','9-tracker 9-forward-plan 6-own-date'),
 'eng-two-nights': ('England','txt','6-two-meetings 6-special 5-slash'),
 'eng-monitoring': ('England','pdf','13-two-header-rows 13-continued 6-own-date'),
 'eng-joint': ('England','txt','6-joint 9-forward-plan 10-body'),
 'sco-minute': ('Scotland','txt','10-body 14-hanging 5-no-number'),
 'sco-community': ('Scotland','docx','9-minutes-table 5-word-number 9-tracker'),
 'sco-ijb': ('Scotland','pdf','5-margin-number 13-two-header-rows 6-joint'),
 'sco-licensing': ('Scotland','md','5-slash 6-special 14-wrapped'),
 'wal-columns': ('Wales','pdf','11-bilingual 10-body 5-slash'),
 'wal-runtogether': ('Wales','txt','11-bilingual 5-running'),
 'wal-table': ('Wales','html','11-bilingual 12-vote-table'),
 'ni-committee': ('N Ireland','txt','5-letter-code 6-own-date 5-no-number'),
 'ni-pcsp': ('N Ireland','docx','9-minutes-table 5-word-number 9-tracker'),
 'ni-special': ('N Ireland','md','6-special 6-own-date 10-body'),
 'irl-municipal': ('Ireland','html','10-body 11-bilingual 13-two-header-rows'),
 'irl-budget': ('Ireland','txt','6-special 13-text-table 5-no-number'),
 'irl-monthly': ('Ireland','pdf','5-decimal 14-wrapped 14-hanging'),
 'usa-city': ('United States','txt','5-letter-code 10-body 5-no-number'),
 'usa-county': ('United States','html','5-margin-number 13-two-header-rows 12-vote-table'),
 'usa-school': ('United States','txt','5-letter-code 10-body 5-no-number'),
 'usa-transit': ('United States','pdf','5-roman 14-hanging 5-margin-number'),
 'usa-water': ('United States','md','6-own-date 5-roman'),
 'usa-fire': ('United States','docx','5-word-number 5-roman 13-two-header-rows'),
 'usa-selectboard': ('United States','txt','6-two-meetings 5-no-number 13-text-table'),
 'usa-townmeeting': ('United States','md','5-title-number 6-special 13-md-table'),
 'usa-joint-agenda': ('United States','txt','6-joint 5-roman 9-agenda-front'),
 'can-escribe': ('Canada','md','6-own-date 12-vote-table 5-decimal 13-md-table'),
 'can-regional': ('Canada','pdf','14-hanging 13-continued 5-letter-code'),
 'can-township': ('Canada','html','10-body 5-gap 5-running'),
 'can-public-meeting': ('Canada','txt','5-margin-number 6-special 6-two-meetings'),
 'aus-shire': ('Australia','txt','5-decimal 14-hanging 5-title-number'),
 'aus-ocm': ('Australia','docx','5-word-number 13-merged 5-decimal'),
 'aus-audit': ('Australia','html','13-two-header-rows 13-merged 9-tracker'),
 'nzl-board': ('New Zealand','txt','5-letter-code 6-own-date 13-text-table'),
 'nzl-pack': ('New Zealand','pdf','6-pack 9-agenda-front 13-continued'),
 'zaf-council': ('South Africa','docx','9-minutes-table 13-merged 5-running'),
 'zaf-mayoral': ('South Africa','txt','5-decimal 5-gap 13-text-table'),
 'hkg-district': ('Hong Kong','txt','5-roman 6-pack 14-wrapped'),
 'hkg-agenda': ('Hong Kong','md','5-roman 10-body'),
 'lib-board': ('Library charity','docx','9-minutes-table 10-body 13-merged'),
 'lib-agm': ('Library charity','html','13-two-header-rows 6-special 10-body'),
}
COUNT = {'England':2,'Scotland':1,'Wales':1,'N Ireland':1,'Ireland':1,'United States':3,'Canada':1,'Australia':1,
         'New Zealand':1,'South Africa':1,'Hong Kong':1,'Library charity':1}
def split(seed):
    rng = random.Random(seed); out = set()
    for c in COUNT:
        names = sorted(n for n in PLAN if PLAN[n][0] == c); rng.shuffle(names); out |= set(names[:COUNT[c]])
    return out
def good(un):
    se = set(PLAN)-un
    tags = {k for v in PLAN.values() for k in v[2].split()}|{v[1] for v in PLAN.values()}
    def t(s): return {k for n in s for k in PLAN[n][2].split()}|{PLAN[n][1] for n in s}
    return len(tags-t(un)) + 2*len(tags-t(se)), tags-t(un), tags-t(se)
best = min(range(20260, 80260), key=lambda s: (good(split(s))[0], s))
if __name__ == '__main__':
    un = split(best); print(best, len(un), good(un))
    for n in PLAN: print('unseen' if n in un else 'seen', n, PLAN[n][1])
