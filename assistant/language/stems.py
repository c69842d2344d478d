"""Words for the support gate: stems, irregular verbs, and words that say little or nothing. Pure."""

import re
from functools import lru_cache

from index.text import stem

STOP = frozenset(
    "a an and are as at be been being by did do does for from had has have having he her his i if in into is it its itself "
    "of on onto or our she so such that the their them then there these they this those to was we were what when where which "
    "who whom whose why will with would you your than but yet also while whilst whereas although though however both either "
    "very quite own upon via s t re us me my any been about here how am whether whatever whichever whoever anyone anything everything something someone somebody everybody".split()
)
NEGATORS = frozenset("no not never none nothing neither nor without cannot nobody nowhere".split())
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow went:go gone:go goes:go met:meet held:hold led:lead began:begin "
        "begun:begin gave:give given:give took:take taken:take made:make said:say told:tell found:find kept:keep left:leave "
        "lost:lost paid:pay ran:run saw:see seen:see sent:send spent:spend stood:stand won:win wrote:write written:write "
        "brought:bring built:build bought:buy chose:choose chosen:choose came:come drew:draw drawn:draw felt:feel heard:hear "
        "knew:know known:know meant:mean shown:show sold:sell spoke:speak taught:teach thought:think understood:understand "
        "children:child people:people men:man women:woman shrank:shrink shrunk:shrink slipped:slip lent:lend dealt:deal "
        "faced:face lay:lie got:get gotten:get done:do broke:break broken:break withdrew:withdraw withdrawn:withdraw "
        "better:better lives:live chaired:chair chairs:chair lower:lower longer:longer shorter:shorter borne:bear bore:bear "
        "upheld:uphold sought:seek sat:sit struck:strike drove:drive driven:drive arose:arise arisen:arise undertook:undertake "
        "undertaken:undertake withheld:withhold overtook:overtake overtaken:overtake caught:catch swept:sweep beaten:beat sworn:swear hung:hang "
        "easily:easy heavily:heavy readily:ready steadily:steady primarily:primary temporarily:temporary necessarily:necessary "
        "voluntarily:voluntary quit:quit overspent:overspend underspent:underspend forecasted:forecast criteria:criterion"
    ).split()
)
PAST = frozenset(
    word
    for word in _IRREGULAR
    if word
    not in "children people men women lives better lower longer shorter criteria goes chairs saw thought lay left".split()
)  # past tenses and participles without "-ed"
_LIGHT = frozenset(
    "make take get come go give put set keep hold use show find say tell begin start end way thing part number total currently now "
    "already still just only year time period further more most some many several other each all every any both well new particular including include "
    "within during over under between across through after before since until against per around near nearly almost up down out off "
    "could should may might must can shall need want let run see look bring lead see become remain continue relate concern regard "
    "follow due because order place case level rate report note paragraph information one two first last next previous early late "
    "approximately about roughly average overall total respect relation terms back even much too same once again ever mean stand say "
    "currently today whole among amongst intend expect able likely hope state mention receive have".split()
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """A word's stem; irregular verbs by their plain form."""
    word = word.lower().removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word, word)
    return stem(word)


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase in order, common little words kept."""
    return tuple(stem_of(word) for word in re.findall(r"[a-z0-9@&]+(?:'[a-z]+)?", phrase.lower()))


def is_light(word: str, stem: str) -> bool:
    """Whether a word says little: go, make, year."""
    return word in _LIGHT or stem in _light_stems()


@lru_cache(maxsize=1)
def _light_stems() -> frozenset[str]:
    return frozenset(stem_of(word) for word in _LIGHT)
