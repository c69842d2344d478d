"""What a sentence of minutes says of a motion: who moves, who seconds, what became of it. Pure."""

import re
from dataclasses import dataclass

from corpus.models import MotionKind, Outcome
from corpus.motions.deciding import BODY
from corpus.motions.people import NAME, TITLE, plain_name
from corpus.text_probe import says_any

_APPOSED = r"(?:\s*,\s*(?:Ph\.?\s?D|Esq|Jr|Sr|[OMC]BE|JP)\b\.?,?|\s*,(?!\s*(?:and )?(?i:second))[^.;:,]{0,90}?,|\s*\([^)]{0,60}\)|,)?"
_ADVERB = r"(?:then|now|also|again|duly|formally|further|next|and)"
_SAYS_MOVED = r"(?:so )?(?:moved|moves|proposed|proposes|nominated|nominates|offered(?! to\b)|called (?:for )?the question|put forward|submitted|(?:made|presented|tabled) (?:a|the) (?:\w+ )?(?:motion|proposal|nomination|recommendation))"
_NOT_PEOPLE = (
    r"(?!(?i:the )?(?i:head|director of|clerk|officer|town clerk|manager|engineer|administration|staff|department)\b)"
)
_BY = r"\s*[:|]?\s*(?:by|of|from)?\s*[:|–-]?\s*"
_PASSIVE = r"\b(?i:(?:moved|proposed|nominated|offered|prop\.|proposer|mover|motion|proposed motion)\b\.?)"
_MOVED = (  # each behind words of which every sentence that it fits has one
    (("moti", "propos", "nominat", "moving"), re.compile(rf"(?:\b(?i:on|upon|in)\s+(?i:a |the )?(?i:motion|proposal|proposition|nomination|moving)(?: duly)?(?: made)?,?\s+(?i:of|by|from)\s+)(?P<mover>{NAME})")),
    (("by ",), re.compile(rf"\b(?i:motions?|proposals?|amendments?|nominations?|resolution)\b(?P<words>[^.;:]{{0,220}}?)\s*,?\s*(?i:(?:was |were )?(?:then |also |duly )?(?:made|proposed|moved|offered|submitted|put forward) by)\s+(?P<mover>{NAME})")),
    (("by ",), re.compile(rf"\b(?i:motions?|amendments?|nominations?|resolution)\b(?P<words>[^.;:]{{0,120}}?)\s*,?\s*(?<!\wed )(?i:by)\s+(?P<mover>{NAME})(?=\s*(?:[,;:(]|$|\.|(?i:and|with|to|that|second)\b))")),
    ((":",), re.compile(rf"^(?:[A-Z]{{0,4}}[\d/.-]+[a-z]?\s+)(?P<mover>{NAME})\s*(?:,|/|and)\s*(?P<seconder>{NAME})\s*:")),
    ((":",), re.compile(rf"^(?:\d[\d.]*\s+)?(?P<mover>(?={TITLE}){NAME}):\s*(?=[\"“][Tt]hat\b)")),
    ((" and ",), re.compile(rf"^(?P<mover>{NAME})\b[^.;]{{1,120}}?\band (?:moved|proposed) (?=that|to)")),
    (("moved", "proposed"), re.compile(rf"\b(?i:(?:that\s+)?it was (?:then |also |duly )?(?:moved|proposed)),? (?i:by )(?P<mover>{NAME})")),
    (("move", "propos", "nominat", "offered", "the question", "put forward", "submitted", "made", "presented", "tabled"), re.compile(rf"(?<!\b[Tt]he )(?P<mover>{_NOT_PEOPLE}{NAME}){_APPOSED}\s*(?:,?\s*(?:(?i:was|were) )?(?i:duly )?(?i:seconded by)\s+(?P<seconder>{NAME}){_APPOSED},?\s*)?(?:{_ADVERB}\s+|had )*(?i:{_SAYS_MOVED})\b(?!\s+(?i:into|on to|to (?:the )?(?:next|item|agenda)|out|away|forward|from(?! the chair)|closer|by\b(?! way)|and seconded by))")),
    (("mov", "prop", "nominat", "motion", "offered"), re.compile(rf"\b(?i:moved|proposed|nominated|prop\.|proposer|mover|(?<!the )(?<!on )motion(?: made)?|offered|nomination of [^.;:]{{3,50}})\s*(?:[:|.–-]\s*(?i:by\s)?|(?i:by)\s*[:|]?|\s(?i:by)\s*[:|]?)\s*(?P<mover>{NAME})")),
    (("moved", "proposed", "prop."), re.compile(rf"\b(?i:moved|proposed|prop\.)\s+(?=(?:{TITLE})\s|.*\b(?i:second|sec\b|2nd))(?P<mover>{NAME})")),
    (("withdr",), re.compile(rf"(?P<mover>{NAME})\s+(?i:withdrew|withdraws) (?i:his|her|their|the) (?i:(?:\w+ )?(?:motion|proposal|amendment))\b")),
    (("was withdrawn",), re.compile(rf"\b(?i:was withdrawn) (?i:by) (?P<mover>{NAME})")),
    (("'", "’"), re.compile(rf"(?P<mover>{NAME})['’]s?\s+(?i:(?:\w+ )?(?:motion|proposal|amendment))\b")),
)  # fmt: skip
_SETTLING = frozenset(pattern for _, pattern in _MOVED[-3:])  # "X withdrew his motion", "X's motion was deferred"
_ACTIVE = _MOVED[7][1]  # whose words follow
_PAIRED = (
    (("/",), re.compile(rf"(?:\b(?i:moved|motion|proposed|resolved|seconded|m/s(?:/c)?|msc)\b\s*:?\s*[(\[]?|[(\[]|,\s*|(?i:adjourn\w*)[^/]{{0,20}}[ ,])(?P<mover>{NAME})\s*/\s*(?i:2nd |seconded )?(?P<seconder>{NAME})\s*(?=[)\].,]|$|:|\s+(?i:to|that)\b|\s*[-–—])")),
    (("/",), re.compile(rf"^(?=\w\w)(?P<mover>{NAME})\s*/\s*(?=\w\w)(?P<seconder>{NAME})$")),
    (("(",), re.compile(rf"(?<!\bfavor )(?<!\bfavour )(?<!\bagainst )(?<!\bopposed )(?<!\bfor )(?<!\bno )(?<!\byes )\((?P<mover>{NAME})(?:,|\s+and|\s*&)\s*(?P<seconder>{NAME})\)")),
    (("(",), re.compile(rf"\b(?i:moved|made|proposed|put)\s*\((?P<mover>{NAME})\)\s*(?i:and|,)\s*(?i:seconded|second)\s*\((?P<seconder>{NAME})\)")),
    (("on the ",), re.compile(rf"\b(?i:on the (?:motion|proposal) of)\s+(?P<mover>{NAME}) and (?P<seconder>{NAME})\b(?!\s*,?\s*second)")),
)  # fmt: skip
_DECIDING = re.compile(r"\b(?:mov\w+|motion|m/s|msc|second\w*|carried|agreed|approv\w+|adopt\w+|confirm\w+|elected|accept\w+|resolved|adjourn\w*|propos\w+|that|to)\b", re.I)  # fmt: skip
_SECONDED = (
    re.compile(rf"\b(?i:seconded|supported(?= by)|second|sec\.|2nd|seconder|secundus\s*/\s*seconder)(?: (?i:was|is))?(?: (?i:made|given|offered))?(?:\s*[:|,.–-]\s*|\s+)?(?i:(?:by|of)\s*[:|]?\s*)?(?P<seconder>(?<=[\s:,.|])(?!(?i:none)\b){NAME})"),
    re.compile(rf"(?P<seconder>{NAME}){_APPOSED}\s*(?:{_ADVERB}\s+|had )*(?i:seconded(?! by)|seconding|seconds|2nd\b(?! by)|second\b(?!(?: was)? (?:by|of|made))|with a second|offered (?:a|the) second)"),
)  # fmt: skip
_UNSECONDED = re.compile(
    r"\b(?:no|lack of (?:an? )?|want of (?:an? )?|without (?:an? )?)\s*second(?:er)?s?\b|\bnot seconded\b|\bno(?:body|ne|(?: \w+){1,2}) (?:would |having |had )?second(?:ed|s)?\b|\b(?:not|never) (?:\w+ ){1,3}second(?:er)?\b|second(?:ed)?(?: by)?\s*:\s*(?:none|nil)\b|\bfail(?:ed|ing) to (?:find|receive|get|attract|obtain) (?:an? )?second\w*|\bthere being none\b|\b(?:found|had|receiv\w+) no second\w*|\bfor want of second\w*|\bno member moved it\b|\bnot moved\b",
    re.I,
)
_WITHDRAWN = re.compile(
    r"\b(?:withdrew|withdraws) (?:(?:his|her|their|the|this|that) )?(?:\w+ ){0,2}(?:motions?|amendments?|proposals?|notice|resolution)\b|\b(?:motion|amendment|proposal|item|it|notice|resolution|nomination|NoM [\d/]+)\b[^.;]{0,60}\b(?:was|were|been|be|is) (?:\w+ )?withdrawn\b|^\W*(?:motion |amendment )?withdrawn\b"
    r"|\b(?:agreed|asked|wished) to withdraw\b|\bwithdrew\W*$|\b(?:motion|amendment) withdrawn\b|\bdeclined (?:to stand|(?:the )?nomination)|\btook (?:it|the motion) back\b",
    re.I,
)
_TAKEN_IN = re.compile(
    r"\bfriendly amendment\b|\b(?:mover|maker|proposer|seconder|second)\b[^.;]{0,60}\b(?:accept\w*|agree[sd]?|consent\w*|content|took|taken)\b|\b(?:amendment|change|addition)\b[^.;]{0,40}\b(?:was|were) (?:accepted|taken in|incorporated)\b|\baccept(?:ed|s|ing) the (?:\w+ )?(?:amendment|change|addition)\b|\baltered accordingly\b|\b(?:content|happy|willing) to (?:take|accept|include|add|incorporate)\b",
    re.I,
)
_DEFER = r"(?:defer(?:red|ral)?|tabled|postponed|put (?:over|off|back)|held over|left over|carried over|laid (?:up)?on the table|adjourned|stood over|kept pending|continued to|lie on the table|lay on the table)"
_DEFERRED = re.compile(rf"\b(?:was|were|is|item|motion|matter|:)\s+(?:\w+ )?{_DEFER}\b|^(?:motion |item )?{_DEFER}\b", re.I)  # fmt: skip
_SHOUTED_LATER = re.compile(r"\b(?:DEFERRED|TABLED|POSTPONED|CONTINUED)\b")
_REFERRED = re.compile(r"\b(?:was|were|stood|stands|then|accordingly|motion|item|matter)\s+(?:\w+ )?(?:referred|remitted|sent back)\b|^(?:referred|remitted)\b", re.I)  # fmt: skip
_GOOD = r"(?:carried(?! (?:out|forward|over)\b)|carries|passe[sd]|adopted|agreed(?: to)?|approved|accepted|endorsed|ratified|prevailed|confirmed|granted|resolved|successful|affirmed|upheld|so (?:voted|ordered|resolved|moved and carried)|m/c|duly elected|elected|re-elected|appointed)"
_BAD = r"(?:lost|defeated|fail(?:ed|s)?|fell|falls|negatived|rejected|lapsed|dropped|not (?:been )?(?:carried|passed|agreed|adopted|approved|accepted)|did not (?:pass|carry|agree|succeed|prevail)|dies|died|unsuccessful|declined|denied|was not (?:\w+ )?(?:carried|passed|agreed))"
_SUBJECT = r"(?:amendments?|amended motion|(?:counter[- ]?)?(?:motions?|proposals?|propositions?)|vote|resolution|question|recommendations?|minutes|ordinance|by-?law|substantive|grant|disposal|call of the question|change \w)"
_LINKS = r"(?:(?:was|were|is|are|being|been|has|have|had|be|on|by|put|then|duly|therefore|accordingly|thereupon|thus|also|unanimously|declared|declare|as|so|and|to|the|a|of|meeting|vote|voice|voting|show|hands|majority|it|which|with)\b[\s,;:.–—-]*)*"
_ANY = rf"(?P<bad>{_BAD})|(?P<good>{_GOOD})"
_CAPITALS = re.compile(
    r"(?P<bad>\b(?:DEFEATED|LOST|FAILED|NOT CARRIED|NEGATIVED|LAPSED|REJECTED))\b|(?<!NOT )\b(?P<good>CARRIED|PASSED|ADOPTED|APPROVED)\b"
)
_TOLD = (
    re.compile(rf"^{NAME} (?:(?i:was|were|is) )?(?:duly |re-|re|declared )*(?P<good>elected|appointed)\b"),
    re.compile(rf"\b{_SUBJECT}\b(?:[^.;:]{{0,110}}?)\b(?<!be )(?<!been )(?:{_ANY})\b", re.I),
    re.compile(rf"^\W*(?:(?:the )?vote\b[\w ]{{0,20}}[:–-]\s*)?(?:{_LINKS})(?:{_ANY})\b", re.I),
    re.compile(rf"\b(?:was|were|is|and|being)\s+(?!be ){_LINKS}(?!successful|unsuccessful)(?:{_ANY})\b", re.I),
    re.compile(rf"(?P<good>(?:{BODY}) (?:(?:all|unanimously|therefore|then|both|were|was) )*(?:agreed|in (?:full |unanimous |general )?(?:agreement|favou?r))(?: unanimously)?(?=\W*$| (?:with|to) (?:this|that|it|the)\b))"),
    re.compile(r"\b(?P<good>no (?:members?|one|councill?ors?) objected|no objections?\b|without objection|all (?:\w+ )?(?:ayes?|in favou?r|voted in the affirmative|vot(?:ing|ed) (?:yes|aye|yea)|said aye)|so ordered|^all for|ayes have it|became the (?:decision|finding|substantive|resolution)|M/C|in favou?r of \w+ing)\b", re.I),
)  # fmt: skip
_REPORTED = re.compile(
    r"\b(?:said|stated|says|explained|commented|argued|believes?|believed|thought|hope[sd]?|felt|feels|would|could|should|whether|might|suggested|pointed out|clarified|wondered|expressed|understands?|wants? to|wanted)\b|\bif (?:the|it|this|that|approved|passed)\b|\b(?:held|meeting) where\b|\bat which\b",
    re.I,
)  # somebody speaks: what he says of an outcome decides nothing
_UNTICKED = re.compile(r"(?:\[\s*\]|\(\s*\)|[☐□])\s*[A-Z]+\b")
_PASSED_ON = re.compile(r"\bpassed (?:this|on the) \d{1,2}\s?(?:st|nd|rd|th)?\b.{0,30}$", re.I)  # a by-law's own words
_TAIL = re.compile(
    rf"(?:[.,;:–—)\"”'’-]|\bit was|\bwas|\bwere|(?= and (?:{BODY})))\s*(?:and )?(?:it |this |which )?(?:was |were |is )?(?:then )?(?:put(?: to the (?:vote|meeting))? and )?(?:declared |duly |then )?"
    rf"(?:unanimously )?(?:{_ANY}|(?P<all>all (?:said|voted|voting) (?:aye|yes|yea)|all in favou?r|(?:{BODY}) (?:all )?(?:agreed|(?:was|were) (?:all )?in (?:full )?(?:agreement|favou?r))))(?: unanimously| as amended| by consensus| by acclamation| on (?:the|a) \w+ vote)?"
    r"(?:,? (?:by|with) )?[\s\d(),:/–—to-]*(?:votes? to \d+|votes?)?(?:,? with \d+ abstentions?)?\.?$",
    re.I,
)
_CASTING = re.compile(r"\bcast(?:ing)? (?:\w+ ){0,3}vote\b|\bsecond (?:or casting )?vote\b|\bcasting\b|\bgave his vote for\b", re.I)  # fmt: skip
_NOT_CAST = re.compile(r"\b(?:no|not|declin\w+|without|never|waived)\b[^.;]{0,30}\bcast", re.I)
_CAST_FOR = re.compile(r"\b(?:for|in favou?r|in support|support of|with the ayes)\b", re.I)
_CAST_AGAINST = re.compile(r"\b(?:against|opposed|leaving things|status quo|with the noes)\b", re.I)
_IMPERSONAL = re.compile(r"\b(?:it was|was) (?:then |also )?(?:moved|proposed)(?: and (?:duly )?seconded)?(?=,? (?:that|to)\b)|\ba motion was (?:made|put|proposed|moved)(?: and seconded)?(?=,? (?:that|to)\b)", re.I)  # fmt: skip
_WORDS = re.compile(
    r"[\"“‘']?\b(?<!subject )(?<!up )(?<!prior )(?<!due )(?<!as )(?<!according )(?<!\d )(?:that|not to(?= [a-z])|to(?= [a-z])|be it resolved|for(?! (?:want|lack))|whereas|this council|the council|it be)\b|[\"“]",
    re.I,
)
_AMENDS = re.compile(
    r"\bamend(?:ed|ment|ments|ing)?\b(?! (?:by-?law|act|order|ordinance|application)s?\b)|\bsubstitute motion\b|\bcounter[- ]?(?:motion|proposal)\b",
    re.I,
)
_AMENDED = re.compile(r"\bas (?:so )?(?:amended|substituted|altered|stated|corrected)\b|\bamended motion\b|\bsubstantive\b|\bwith [\w' ]{2,20} words in it\b", re.I)  # fmt: skip
_RESCINDS = re.compile(r"\b(?:rescind(?:ed)?|rescission|repeal(?:ed)?|revok(?:e|ed)|revocation)\b", re.I)
_PROCEDURE = re.compile(
    r"\b(?:to |be |it )?(?:table|lay (?:up)?on the table|left in abeyance|defer(?:red)?|postpone[d]?|refer(?:red)?|remit|adjourn(?:ed|ment)?|suspend (?:the )?standing orders|(?:next|other) business|call(?:ed)? the question|question be (?:now )?put|previous question|pass over|go into (?:committee|executive|closed)|executive session|closed session|exclu(?:de|ded|sion)|extend the meeting|reconsider|untable)\b",
    re.I,
)
_NUMBER = re.compile(r"\b(?:motion|amendment|resolution|option|change)\s*(?:no\.? ?)?\(?([A-Z]?\d[\w/.-]*|[A-Z](?=[\s)-]))\)?", re.I)  # fmt: skip
_MOTION_TO = re.compile(r"(?:^|[.\s])Motion [Tt]o\s*:\s*(?P<words>\S.{5,})$")
# Quick looks: a sentence that says nothing of these is not asked for more.
_MOVING = (
    *("mov", "prop", "motion", "nominat", "offer", "put forward", "submitted", "introduced", "withdr", "amendment"),
    "resolution",
)
_PUT_BY_NOBODY = ("was ",)
_SECONDING = ("sec", "2nd", "supported by")
_AS_AMENDED = ("amended", "substitut", "altered", "stated", "corrected", "substantive", "words in it")
_NOT_SECONDING = ("second", "moved", "none", "nil")
_CASTING_SAID = ("cast", "second vote", "second or", "his vote for")
_TAKING = (
    "friendly",
    "accept",
    "agree",
    "consent",
    "content",
    "took",
    "taken",
    "incorporated",
    "altered",
    "happy",
    "willing",
)
_DID_NOT = re.compile(r"\bdid not\b")
_LEAVING = ("withdr", "took", "declined")
_TELLING = (
    *("carrie", "passe", "adopt", "approv", "endors", "ratifi", "prevail", "confirm", "grant"),
    *("resolved", "success", "affirm", "upheld", "so vot", "so order", "so mov", "m/c", "elected", "appointed"),
    *("lost", "defeat", "fail", "fell", "falls", "negativ", "reject", "lapsed", "dropped", "did not", "dies", "died"),
    *("denied", "object", "aye", "favo", "all vot", "all said", "all for", "voted", "voting", "became the"),
    *_TAKING,
    *_LEAVING,
    *("referred", "remitted", "sent back", "defer", "tabled", "postponed", "put o", "put back", "held over"),
    *("left over", "laid ", "lie on", "lay on", "adjourned", "stood over", "pending", "continued"),
)


_BRACKETS = " []()."
_SAYS_MOVING = re.compile(r"\b(?:mov(?:ed?|es|ing)\b|prop(?:os\w+|\.)|motions?\b|nominat|offer|put forward\b|submitted\b|introduced\b|withdr[ea]w|amendments?\b|resolution\b)", re.I)  # fmt: skip
_NAMES_TWO = re.compile(r"\([A-Z][^()]{0,40}(?:/|,| and |&)[^()]{0,40}\)|/\s*(?:2nd )?[A-Z]", re.I)
_CODED = re.compile(r"[A-Z]{0,4}[\d/.-]+[a-z]?\s+[A-Z].{3,60}:", re.I)


@dataclass(frozen=True, slots=True)
class Moving:
    """That somebody moves something: mover, seconder, and where its words begin and end in the sentence."""

    mover: str
    seconder: str | None
    start: int  # of the sign
    end: int
    settles: bool = False  # "X withdrew his motion", "X's motion was deferred"
    active: bool = False  # "X moved ...", whose words follow
    words: str = ""  # printed between the sign's own words ("Motion to adjourn made by")


def _may_move(text: str) -> bool:
    """A quick look whether a sentence may say who moves something."""
    if says_any(text, _MOVING) and _SAYS_MOVING.search(text):
        return True
    if ("(" in text or "/" in text) and _NAMES_TWO.search(text):
        return True
    return ":" in text and _CODED.match(text) is not None


def moving_in(text: str) -> Moving | None:
    """The first that a sentence says was moved; None where it moves nothing."""
    if not _may_move(text):
        return None
    found = [match for words, pattern in _MOVED if says_any(text, words) and (match := pattern.search(text))]
    pairs = (match for words, pattern in _PAIRED if says_any(text, words) and (match := pattern.search(text)))
    pair = next(pairs, None)
    alone = pair is not None and pair[0].strip(_BRACKETS) == text.strip(_BRACKETS)
    if (
        pair
        and not alone
        and not _DECIDING.search(text[: pair.start("mover")])
        and not _DECIDING.match(text[pair.end() :].lstrip())
    ):
        pair = None
    if pair and (not found or pair.start("mover") <= min(match.start("mover") for match in found)):
        return Moving(plain_name(pair["mover"]), plain_name(pair["seconder"]), pair.start(), pair.end())
    if not found:
        return None
    match = min(found, key=lambda match: (match.start(), -match.end()))
    groups = match.groupdict()
    seconder = groups.get("seconder")
    return Moving(
        plain_name(match["mover"]), plain_name(seconder) if seconder else None, match.start(), match.end(),
        match.re in _SETTLING, match.re is _ACTIVE, (groups.get("words") or "").strip(" ,")
    )  # fmt: skip


_HEADED = re.compile(
    rf"^(?:(?i:main|original|substitute|subsidiary|amended) )?(?:MOTION|Motion|AMENDMENT|Amendment|PROPOSAL|Proposal)\s*:\s*(?!{NAME}\s*(?:[,;./(&–—-]|$|(?:and|or|to|that|then|so|who|is|was|has|had)\b|(?i:second|2nd|sec\b|mov|propos|made|mak|offer|nominat|put)))(?!(?i:that|to|by|from|of)\b)(?P<words>[A-Z]\S* (?:\S+ ){{2,}}\S.*)$"
)


_HEAD, _HEADING = 30, ("motion", "amendment", "proposal")  # letters of a line, in which its label stands


def headed_in(text: str, heading: bool) -> str | None:
    """The words of a motion behind its label ("Motion To: Award the contract", "MOTION: Award it"); None where there is none.

    `heading`: the line is a heading, in which "Motion: Street lights" is a title.
    """
    found = _MOTION_TO.search(text) if "Motion " in text else None
    if found is None and not heading and says_any(text[:_HEAD], _HEADING):
        found = _HEADED.match(text)
    return found["words"] if found else None


def impersonal_in(text: str) -> int | None:
    """Where the words begin of what "it was proposed", by nobody named; None where nothing was."""
    found = _IMPERSONAL.search(text) if says_any(text, _PUT_BY_NOBODY) else None
    return found.end() if found else None


def seconder_in(text: str) -> tuple[str, int, int] | None:
    """Who seconds in a sentence, plain, and where that stands; None where nobody does."""
    if not says_any(text, _SECONDING):
        return None
    found = [match for pattern in _SECONDED if (match := pattern.search(text))]
    if not found:
        return None
    match = min(found, key=re.Match.start)
    return plain_name(match["seconder"]), match.start(), match.end()


def is_unseconded(text: str) -> bool:
    """Whether a sentence says that nobody seconded."""
    return says_any(text, _NOT_SECONDING) and bool(_UNSECONDED.search(text))


def outcome_in(text: str, after_words: bool = False) -> Outcome | None:
    """What a sentence says became of a motion; None where it says nothing.

    `after_words`: the text holds a motion's own words, so that only its last words can tell.
    """
    if not says_any(text, _TELLING):
        return None
    text = _UNTICKED.sub(" ", text)
    if not after_words and says_any(text, _TAKING) and _TAKEN_IN.search(text) and not _DID_NOT.search(text):
        return Outcome.ACCEPTED
    if not after_words and says_any(text, _LEAVING) and _WITHDRAWN.search(text):
        return Outcome.WITHDRAWN
    patterns = (_TAIL,) if after_words else _TOLD
    if _PASSED_ON.search(text):
        return None
    shouted = _CAPITALS.search(text)
    if shouted is None and _REPORTED.search(text):
        return None
    found = [shouted] if shouted else [match for pattern in patterns if (match := pattern.search(text))]
    if found:
        match = min(found, key=re.Match.end)
        return Outcome.LOST if match.lastgroup == "bad" else Outcome.CARRIED
    if after_words:
        return None
    if _REFERRED.search(text):
        return Outcome.REFERRED
    return Outcome.DEFERRED if _DEFERRED.search(text) or _SHOUTED_LATER.search(text) else None


def casts_a_vote(text: str) -> tuple[bool, Outcome | None]:
    """Whether a sentence tells of a casting vote, and to what end where it says so."""
    found = _CASTING.search(text) if says_any(text, _CASTING_SAID) else None
    if not found or _NOT_CAST.search(text):
        return False, None
    rest = text[found.start() :]
    if _CAST_AGAINST.search(rest):
        return True, Outcome.LOST_BY_CASTING_VOTE
    return True, Outcome.CARRIED_BY_CASTING_VOTE if _CAST_FOR.search(rest[len(found[0]) :]) else None


def words_after(text: str) -> str:
    """The words of a motion in what stands behind who moved it; "" where it prints none."""
    rest = re.sub(r"^\W*\([^)]*\)", "", text).lstrip(" ,;:.–—-")
    found = _WORDS.search(rest)
    if found and found.start() < 90:
        return rest[found.start() :].strip(" ,;")
    return ""


def kind_of(text: str) -> MotionKind:
    """What kind of motion a sentence moves."""
    if _RESCINDS.search(text):
        return MotionKind.RESCISSION
    if _AMENDS.search(text):
        return MotionKind.AMENDMENT
    return MotionKind.PROCEDURAL if _PROCEDURE.search(text) else MotionKind.MOTION


def names_amendment(text: str) -> bool:
    """Whether a sentence speaks of an amendment, and not of a motion as amended."""
    return bool(_AMENDS.search(_AMENDED.sub(" ", text)))


def names_motion(text: str) -> bool:
    """Whether a sentence speaks of a motion or proposal."""
    return bool(re.search(r"\b(?<!counter-)(?:motion|proposal|substantive|resolution)\b", text, re.I))


def is_as_amended(text: str) -> bool:
    """Whether a sentence speaks of the motion as amended."""
    return says_any(text, _AS_AMENDED) and bool(_AMENDED.search(text))


def numbers_in(text: str) -> set[str]:
    """The numbers by which a sentence names motions ("Amendment (1)", "Resolution 2024-141", "(204/25)")."""
    opening = re.match(r"^(\d{1,4}[-/][\w/-]+)\s", text)
    paragraphs = {f"para {match[1]}" for match in re.finditer(r"\bparagraphs?\s*\(?(\d{1,3})\)?", text, re.I)}
    return (
        paragraphs
        | ({opening[1]} if opening else set())
        | {match[1] for match in _NUMBER.finditer(text)}
        | set(re.findall(r"\((\d+[/-]\d+)\)", text))
    )
