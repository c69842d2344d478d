"""The names of councils and of their bodies, as papers print them. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

from corpus.dates import MONTHS
from corpus.text_probe import says_any

_KIND = (
    r"(?:Metropolitan Borough|London Borough|Royal Borough|County Borough|County|City|Borough|District|Town|Parish|"
    r"Community|Township|Municipal)"
)
_WORD = r"(?!(?:Council|COUNCIL|From|To|Dear|FROM|TO|DEAR)\b)[A-ZÀ-ÖØ-ÞĊĠĦŻŴŶĀĒĪŌŪ][\w’'-]{1,30}"
_NAME = rf"{_WORD}(?:(?: | and | & | upon | on | AND | UPON ){_WORD}){{0,3}}"
_COUNCIL = re.compile(rf"\b({_NAME}\s+(?:{_KIND}\s+)?(?:Council|COUNCIL))\b")
_TOWNSHIP = re.compile(
    r"\b((?:Township|Municipality|Town|City|County|Shire|Village|TOWNSHIP|MUNICIPALITY|TOWN|CITY|COUNTY|SHIRE|VILLAGE) (?:of|OF) (?:the |THE )?"
    r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30})?)\b(?P<more> (?!(?:Council|COUNCIL)\b)[A-Z])?"
)
_DOMAIN = re.compile(r"[@.]([a-z][a-z-]{2,30})\.gov\.(?:uk|wales|scot)\b", re.I)
_BARE = re.compile(r"\b((?:County|Borough|City|District|Town|COUNTY|BOROUGH|CITY|DISTRICT|TOWN) (?:Council|COUNCIL))\b")
_KIND_WORDS = frozenset(
    "council metropolitan borough county city district town township parish community london royal municipal".split()
)
_NOT_A_PLACE = (
    frozenset(  # words before "Council" that name no place
        "ordinary regular statutory monthly the this that our its their your each a any all other another full annual local leader of councillor cllr members "
        "member british youth student school schools children's children’s care research arts national welsh english "
        "scottish european general medical extraordinary special chief unitary tier upper lower two both shadow if when "
        "for by in to at on and or as sport england wales labour conservative liberal previous new old above below said principal "
        "dear from health works regional "
        "safety design privy security bar executive joint combined whole under trades elected billing precepting minutes agenda summons notice meeting draft cyngor tref cymuned sir bwrdeistref dinas".split()
    )
    | MONTHS.keys()
    | (_KIND_WORDS - {"london", "royal"})
)
_BODY_WORD = (
    r"(?:Board|Committee|Sub-?Committee|Panel|Cabinet|Council|Forum|Executive|Commission|Partnership|"
    r"Working Group|Working Party|Task Group|Assembly|Authority|Selectboard|General Body|Governing Body)"
)
# Who makes up a board that is named by them: "Board of Directors", "Board of County Commissioners", "Board of Education".
_BOARD_OF = (
    r"Board of (?:the )?(?:(?:county|city|town|park|library|school|fire|water|port|harbou?r|police|utility) )?"
    r"(?:directors|trustees|governors|managers|commissioners|supervisors|selectmen|selectpersons|aldermen|alders|regents|"
    r"freeholders|assessors|visitors|guardians|education|health|appeals|adjustment|finance|control|estimates|management|works)"
)
_KIND_OF_MEETING = (
    r"regular|special|ordinary|extraordinary|annual|statutory|emergency|monthly|adjourned|virtual|organi[sz]ational|study|work|"
    r"working|budget|inaugural|joint|open|formal|public|hybrid|remote|business"
)
_COMMITTEE_OF = r"Committee of (?:the )?(?:whole|adjustment|management|revision|council)"
# What may stand behind a body's name: the meeting, its kind, its record.
_BEHIND_BODY = (
    rf",?\s+(?:held\b|(?:(?:(?:{_KIND_OF_MEETING}|and|&)\s+){{0,4}}(?:meeting|session|workshop|minutes|hearing))\b).*"
    r"|\s+in (?:its|the) \d{4}.*"
)
_BODY = re.compile(
    rf"^(?:the\s+)?((?:[\w’'&,()/-]+ ){{0,12}}?(?:{_BOARD_OF}|{_COMMITTEE_OF}|{_BODY_WORD}(?: (?-i:[A-E]|\d{{1,2}}[A-Z])|(?!\s+of\b))))(?:{_BEHIND_BODY})?$",
    re.I,
)
_PART_OF_NAME = re.compile(
    rf"^(.{{0,80}}\b{_BODY_WORD})\s+(?:([–—-]\s+|\()([A-Z][\w’'&]+(?: [\w’'&]+){{0,3}})\)?)$", re.I
)  # "Scrutiny Committee - Place", "Standing Committee (Works)"
_MUNICIPAL_DISTRICT = re.compile(
    r"(?:^|\b(?:meeting|minutes) of (?:the )?)(Municipal District of (?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))", re.I
)
_WELSH_BODY = re.compile(r"^((?:Pwyllgor|Is-bwyllgor|Bwrdd|Gweithgor|Cyd-bwyllgor)(?: [\w’'-]+){1,8})$", re.I)
_LABELLED = re.compile(rf"^((?:Scrutiny )?{_BODY_WORD}):?\s*\|\s*((?:[A-Z][\w’'&-]+ ?){{1,8}})$")
_BEHIND_COUNCIL = re.compile(r"^(.{6,60}?)\s+[–—-]\s+(\S.{4,100})$")  # "Aldermere Council - Harbour Board"
_LONGEST_LINE = 400  # characters; a line that names a body has fewer
_LONGEST_NAMED = 200  # characters of the words that name it
_HELD = re.compile(r"\s+held\b", re.I)
_BODY_SIGNS = [
    "town meeting",
    *"board committee panel cabinet council forum executive commission partnership group party assembly authority body".split(),
    *"pwyllgor bwrdd gweithgor municipal".split(),
]  # every name of a body has one
_NO_BODY = re.compile(
    r"^(?:\w[.)]|members?\b|leader|chair|notes?\b|terms|constitution|resolved|agreed|that\b|to\b|dear|from|by\b|above\b|"
    r"notice\b|item\b|appendix\b|annex\b|mr\b|mrs\b|ms\b|councillors?\b|cllrs?\b|held\b|via\b)|"
    r"\b(?:leader of|chief executive|cabinet member|member of|minutes of|have|has|had|be|was|were|is|are|will|which|they|"
    r"adjourn|convene|recess|roll call|motion|supported by|(?:manager|assistant|secretary|clerk|counsel|liaison|attorney) (?:to|of|for)|"
    r"this|deputy|director|report|presented|its|our|their|received|asked|above council|said council)\b|:",
    re.I,
)
_NO_NAME = {"executive meeting", *"meeting committee board panel partnership authority sub-committee forum".split()}
_ADDRESS = re.compile(r"\bCouncil (?:House|Chamber|Offices?|Tax)\b", re.I)
_MINUTES_BEFORE = re.compile(
    r"^(?:draft\s+|unconfirmed\s+|public\s+|approved\s+|confirmed\s+)*(?:minutes?\s*(?:extracts?|excerpts?)?\s*(?:of|for|from)?|"
    r"report\s+(?:to|for)|(?:notice and )?agenda\s*(?:of|for)?|note for|notes?\s+of|summary\s+of|summons to(?: and agenda for)?|"
    r"(?:record|proceedings)\s+of(?:\s+(?:a|the)\s+(?=meeting\b|proceedings\b))?|"
    r"report of(?= the [^.]{3,80}\b(?:committee|panel|board)\b.{0,12}\bmeeting\b))[\s:]*",
    re.I,
)
_PROCEEDINGS = re.compile(r"^(?:the\s+)?proceedings\s+of\s+", re.I)  # "Proceedings of the Roads Committee"
_MINUTES_BEHIND = re.compile(r"[\s:,~–—-]*(?:draft\s+|unconfirmed\s+)?\b(?:minutes|agenda)\b.*$", re.I)
_MEETING = re.compile(
    rf"^(?:at\s+)?(?:a|an|the)?\s*(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?(?:(?:{_KIND_OF_MEETING}|general)\s+)*"
    r"(?:meeting|meetings|session)\s+of\s+(?:the\s+|a\s+)?",
    re.I,
)
_TO_MEMBERS = re.compile(r"^(?:to\s*:?\s*)?(?:all |the )*members of (?:the )?", re.I)
_WHEN = re.compile(
    r"\s+(?:held|on|at)\s+(?=[A-Z\d]|the\b|in\b|via\b)|\s*[–—-]\s*(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    r",?\s+(?=\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])|,\s*(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    r"\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d)|"
    rf",?\s+(?=(?:{'|'.join(MONTHS)})\s+\d)|"
    rf"\s+[–—-]+\s+(?=(?:(?:{_KIND_OF_MEETING}|and|&)\s+)+(?:meeting|session|workshop)\b)|"
    r"\s+for the (?=(?:corporation|city|town|township|county|village|municipality|shire)\b)",
    re.I,
)
# "supported by Aldermere Council", "by a grant from Aldermere Council": somebody else's paper.
_HELPED_BY = re.compile(
    r"\b(?:(?:supported|funded|aided|sponsored|assisted|commissioned) by|(?:grants?|funding|support|donations?) from|in partnership with)"
    r"\s+(?:the\s+)?$",
    re.I,
)
_HEADING_LINES = 8  # lines and blocks at a paper's top that may name its council
_IN_HEADING = 20  # how much more a name counts there
_HEADS = re.compile(r"^(?:draft )?(?:minutes|agenda|summons|notice|an? (?:\w+ )?meeting)\b", re.I)
_TWO_WORDS = frozenset("north south east west new saint st upper lower great little old".split())
_NO_PLACE_WORD = _KIND_WORDS | frozenset(
    "minutes agenda regular special ordinary annual meeting committee board public notice official staff corporation "
    "office hall by-law bylaw planning fire library mayor clerk report budget police".split()
)
_MEETING_WORDS = "regular special ordinary extraordinary annual statutory emergency monthly adjourned virtual".split()
_KINDS_OF_MEETING = re.compile(
    rf"^(?:(?:{'|'.join(_MEETING_WORDS)})\s+)+"
    rf"(?=(?:(?:{_KIND})\s+)?council$)",
    re.I,
)
_WHOLE_BOARD = re.compile(rf"\b{_BOARD_OF}$", re.I)
_TERM = re.compile(r"\s*\(\d{4}\b[^)]*\)\s*$|\s+in its \d{4}\b.*$")  # "(2024-27)", "in its 2024-2027 term"
_IN_A_BOOK = re.compile(r"\s+(?:book|page|volume|vol\.)\s*\d+$", re.I)  # of the clerk's minute book
_OF_ITS_COUNCIL = re.compile(r"^(.{6,60}? Council)\s+(\S.{4,80})$", re.I)  # "Aldermere Council Cabinet"
_TOWN_MEETING = re.compile(
    r"^(?:(?:record|minutes|warrant|proceedings)\s+(?:of|for)\s+)?(?:the\s+)?(?:(?:annual|special|adjourned)\s+)*town meeting\b",
    re.I,
)
_VERB_BEFORE = re.compile(r"^(?:\w+ )?\w+(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bon)(?<!\bin)(?<!\bto) the (?=[A-Z])")
# "January Board", "Special Committee": a meeting's kind or month before the bare word names no body.
_NO_OWN_NAME = re.compile(
    rf"^(?:(?:{_KIND_OF_MEETING}|{'|'.join(MONTHS)})\s+)+(?:board|committee|panel|partnership|authority|forum)$", re.I
)
_BETWEEN = frozenset("y yr on in le la by under upon the of de cum super juxta and".split())  # inside a name of a place
_SMALL = frozenset({"and", "of", "the", "for", "on", "in", "to"})


def council_of(texts: Iterable[str]) -> str | None:
    """The council whose papers these are: the one that their heading names, or that they name far most; or None.

    "Aldermere Borough Council", "Thornbeck Council" ("Thornbeck District Council" counts for it too). A paper names its
    neighbours in full, itself by its initials and its address: both count.
    """
    texts = [line for i, text in enumerate(texts) for line in (text.split("\n") if i < _HEADING_LINES else [text])]
    counts: Counter[str] = Counter()  # by place, weighted
    full: dict[str, Counter[str]] = {}  # by place, the full names that stand for it, weighted
    printed: Counter[str] = Counter()  # how often each name stands there
    for i, text in enumerate(texts):
        heads = i < _HEADING_LINES and _could_head(text)
        for name in _names_in(text):
            place = _place(name)
            if place is not None:
                weight = _IN_HEADING if heads and not _is_where_from(text, name) else 1
                counts[place] += weight
                full.setdefault(place, Counter())[name] += weight
                printed[name] += 1
    words = "\n".join(texts)
    for place, names in full.items():
        counts[place] += sum(min(_uses(initials, words), 20) for initials in {_initials(name) for name in names})
    _count_domains(words, counts, full)
    if not counts:
        return None
    place, count = counts.most_common(1)[0]
    if count < 3 or count < 0.6 * counts.total():
        return None
    names = full[place]
    if count < _IN_HEADING and _calls_itself_otherwise(words, {_initials(name) for name in names}):
        return None
    if " of " in max(names, key=len) and not any(name.endswith("Council") for name in names):
        return _usual_township(Counter({name: printed[name] for name in names}))
    return _fullest(names, place)


def _could_head(text: str) -> bool:
    """Whether a line near the top may be a letterhead or title, which names the council by itself.

    In running words other councils are named as often.
    """
    return len(text) < 90 and not text.endswith(".") or len(text) < 220 and bool(_HEADS.match(text))


def _names_in(text: str) -> list[str]:
    """The councils' names in a text, then the townships'; not of one that only supports whose paper it is."""
    named = _COUNCIL.finditer(text) if "Council" in text or "COUNCIL" in text else ()
    councils = [_tidy(match[1]) for match in named if not _HELPED_BY.search(text[: match.start()])]
    towns = _TOWNSHIP.finditer(text) if " of " in text or " OF " in text else ()
    return councils + [_tidy(_township(match)) for match in towns]


def _is_where_from(text: str, name: str) -> bool:
    """Whether a name says where somebody is from: "Cllr A. Bray, Thornbeck Council"."""
    return re.search(rf",\s+{re.escape(name)}", text) is not None


def _fullest(names: Counter[str], place: str) -> str:
    """Of one place's names the commonest that says what kind of council it is and is printed often; else the commonest."""
    often = names.total() / 8
    return max(
        names, key=lambda name: (len(name) > len(place) + 8 and names[name] >= often, names[name], len(name), name)
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _uses(initials: str, words: str) -> int:
    return len(re.findall(rf"\b{re.escape(initials)}\b", words)) if len(initials) > 2 else 0


def _calls_itself_otherwise(words: str, initials: set[str]) -> bool:
    """Whether a paper is full of one council's initials ("ABC") that are not those of the council it names."""
    own = Counter(re.findall(r"\b[A-Z]{1,2}(?:CC|BC|DC|TC|MBC)\b", words)).most_common(1)
    return bool(own) and own[0][1] >= 5 and own[0][0] not in initials


def _count_domains(words: str, counts: Counter[str], full: dict[str, Counter[str]]) -> None:
    """Add to both counts what addresses say: name@aldermere.gov.uk stands for Aldermere where the words name it."""
    for domain, times in Counter(match[1].lower() for match in _DOMAIN.finditer(words)).items():
        place = next((place for place in counts if place.replace(" ", "") == domain.replace("-", "")), None)
        bare = Counter(match[1].title() for match in _BARE.finditer(words)) if place is None else None
        if bare and re.search(rf"\b{re.escape(domain)}\b(?!\.gov)(?<!@{re.escape(domain)})", words, re.I):
            place = domain
            full[place] = Counter({f"{domain.title()} {bare.most_common(1)[0][0]}": 1})
        if place is not None:
            counts[place] += 10 * times


def _usual_township(names: Counter[str]) -> str:
    """A township's commonest name; with one word for its place where fewer than four in five say the same."""
    name, times = names.most_common(1)[0]
    return name if times >= 0.8 * names.total() else one_worded(name)


def one_worded(name: str) -> str:
    """A township's name with one word for its place: "Township of Aldermere" for "Township of Aldermere Weather"."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) == 4 and words[1] == "of" else name


def _township(match: re.Match[str]) -> str:
    """A township's name as matched, without a second word that belongs to what follows.

    "Township of Aldermere" of "Township of Aldermere Community Centre".
    """
    *words, last = match[1].split()
    place = words[words.index("of" if "of" in words else "OF") + 1 :]
    one_word = len(place) > (place[:1] in (["the"], ["THE"])) and place[-1].lower() not in _TWO_WORDS
    cut = one_word and (match["more"] is not None or last.lower() in _NO_PLACE_WORD)
    return " ".join(words) if cut else match[1]


def _tidy(name: str) -> str:
    """A council's name without capitals all through and without words before it that are no part of it."""
    name = re.sub(r"\s+", " ", name)
    if name.isupper():
        name = " ".join(word.lower() if word.lower() in _SMALL else _capital(word) for word in name.split())
    words = name.split()
    if "and" in words and words[0].isupper() and not name.isupper():
        words = words[words.index("and") + 1 :]  # "ABC and Thornbeck Council" names one council, and an acronym
    while len(words) > 2 and _is_no_place(words) and words[0].lower() not in {"city", "district"}:
        if " of " in name and not name.endswith("Council"):
            break
        words = words[1:]
    return " ".join(words)


def _is_no_place(words: list[str]) -> bool:
    """Whether the first word of a name belongs to no place: "Previous", but not "Upper" before a name."""
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    return first in _NOT_A_PLACE and not (first in _TWO_WORDS and second and second not in _NOT_A_PLACE)


def _place(name: str) -> str | None:
    """The place in a council's name, or None where there is none ("the Council", "County Council")."""
    if " of " in name and not name.endswith("Council"):
        return re.sub(r"^.*? of (?:the )?", "", name, flags=re.I).split()[0].lower()
    words = [word for word in name.split() if word.lower() not in _KIND_WORDS]
    if not words or _is_no_place(words) or not words[0][0].isupper():
        return None
    if words[-1].lower() in _MEETING_WORDS or words[-1].lower() == "the":
        return None  # "TOWNSHIP OF ALDERMERE REGULAR COUNCIL MEETING", "HELD AT THE COUNCIL CHAMBERS"
    return " ".join(words).lower()


def is_council_name(name: str) -> bool:
    """Whether a name is that of a whole council ("Aldermere Borough Council"), not of one of its bodies."""
    if " / " in name:
        return any(map(is_council_name, name.split(" / ")))
    match = _COUNCIL.fullmatch(name if not name.isupper() else titled(name))
    return match is not None and _place(_tidy(match[1])) is not None


def body_of(line: str) -> str | None:
    """The body that a heading names ("Children's Services Scrutiny Board"), or None.

    Its own words alone: without "Minutes of", "Report to", "Meeting of the" before them or a date behind them.
    """
    line = line.strip().split("\n")[0]
    if not says_any(line[:_LONGEST_LINE], _BODY_SIGNS):
        return None
    if formed := _by_its_form(line):
        return formed
    if len(line) > _LONGEST_NAMED:
        line = _HELD.split(line)[0]  # a wrapped heading that goes on with place and day
    if (
        not line
        or len(line) > _LONGEST_NAMED
        or _ADDRESS.search(line)
        and not re.search(r"^minutes|^report to", line, re.I)
    ):
        return None
    line = _TERM.sub("", in_no_book(line))
    for around in (_MINUTES_BEFORE, _PROCEEDINGS, _MINUTES_BEHIND, _MEETING, _TO_MEMBERS):
        line = around.sub("", line)
    named = _PART_OF_NAME.match(line.strip(" :.,"))
    if named and not _NO_BODY.search(line) and not is_council_name(named[1]) and named[3] != _initials(named[1]):
        form = "{} ({})" if "(" in named[2] else "{} - {}"
        return form.format(titled(re.sub(r"^the\s+", "", named[1], flags=re.I)), titled(named[3]))
    line = _WHEN.split(line)[0].strip(" :.,–—-")
    match = _BODY.match(line)
    if not match or _NO_BODY.search(line) or not re.sub(r"^the\s+", "", line)[:1].isupper():
        return None
    name = _KINDS_OF_MEETING.sub("", re.sub(r"^(?:the|an?)\s+", "", match[1].strip(), flags=re.I))
    name = _VERB_BEFORE.sub("", name)  # "Join the Harbour Board" names the Harbour Board
    if (of_council := _OF_ITS_COUNCIL.match(name)) and is_council_name(of_council[1]) and _BODY.match(of_council[2]):
        name = of_council[2]
    return None if name.lower() in _NO_NAME or _NO_OWN_NAME.match(name) else titled(name)


def in_no_book(line: str) -> str:
    """A line without the number of the book or page of minutes behind it: "ALDER COUNTY" of "ALDER COUNTY PAGE 204"."""
    return _IN_A_BOOK.sub("", line)


def _by_its_form(line: str) -> str | None:
    """The body of a line whose form tells it: in Welsh, behind its council's name, labelled, a municipal district."""
    welsh = _WELSH_BODY.match(line)
    if welsh and not is_council_name(line):
        return titled(welsh[1].strip())
    of_council = _BEHIND_COUNCIL.match(line)
    if of_council and is_council_name(of_council[1]) and (own := body_of(of_council[2])):
        return own
    of_council = None if says_any(line, [" of ", " and "]) else _OF_ITS_COUNCIL.match(line)
    if of_council and is_council_name(of_council[1]) and (own := body_of(of_council[2])) and not is_council_name(own):
        return own
    if _TOWN_MEETING.match(line) and len(line) < 160:
        return "Town Meeting"
    if label := _LABELLED.match(line):
        return _labelled(label[1], label[2])
    district = _MUNICIPAL_DISTRICT.search(line)
    return district[1] if district and len(line) < 200 else None


def is_whole_board(name: str) -> bool:
    """Whether a name is that of a whole board ("Board of Directors"), whose committees print it over their own."""
    return _WHOLE_BOARD.search(name) is not None


def _labelled(label: str, name: str) -> str:
    """The body of a row like "Scrutiny Board | Children's Services": its name with the label's words behind it, once."""
    if name.lower().endswith(" " + label.split()[0].lower()) and " " in label:
        return f"{name} {label.split(maxsplit=1)[1]}"
    return name if label.split()[-1].lower() in name.lower() else f"{name} {label}"


def titled(name: str) -> str:
    """Return a name in capitals with capitals at the words' fronts alone; other names as they are."""
    if not name.isupper():
        return name
    return " ".join(
        word.lower() if word.lower() in _SMALL and i else word[0] + _capital(word)[1:]
        for i, word in enumerate(name.split())
    )


def _capital(word: str) -> str:
    """A word in capitals as in a title: "Llanfair-y-Coed", "Stoke-on-Trent"; a code stays ("9Z")."""
    first, *rest = word.split("-")
    return (
        word
        if word[:1].isdigit()
        else "-".join(
            [first.capitalize(), *(part.lower() if part.lower() in _BETWEEN else part.capitalize() for part in rest)]
        )
    )
