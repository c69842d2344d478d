"""The people, bodies and places that a text names, told apart by their form."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.stems import stem_of

TITLES = frozenset(
    "mr mrs ms miss dr cllr councillor councillors cllrs sir dame lord lady rev revd rt hon prof professor alderman mayor pc dc sgt sergeant inspector superintendent".split()
)
_BODY_WORDS = frozenset(map(stem_of, (
    "council board committee panel trust department ministry agency authority cabinet commission service services partnership group "
    "limited ltd plc llp university college school academy hospital nhs police office foundation association society union bank hub "
    "forum executive team ombudsman inspectorate court government infrastructure company partners"
).split()))  # fmt: skip
_NOT_PEOPLE = frozenset(map(stem_of, (
    "street road lane avenue close way park library centre house hall market bridge square hill field green bay island river country "
    "north south east west upper lower act plan strategy policy programme project scheme fund grant report review framework care "
    "children young health safeguarding education social lead nurse chief head director officer manager minister secretary state "
    "constable home requires improvement good inadequate outstanding winter support domestic abuse early help member members chair vice"
).split()))  # fmt: skip
OFFICES = frozenset(
    map(stem_of, "head director leader chair clerk mayor portfolio manager solicitor treasurer commissioner".split())
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday christmas easter".split())
_LINKS = frozenset(("of", "for", "the", "&"))
_ARTICLES = frozenset(("a", "an", "the", "this", "any", "no"))
_LISTING = frozenset((",", "and"))
_LONGEST_PERSON = 3  # words


class Form(StrEnum):
    """What kind of name it is, as far as its form tells."""

    PERSON = "person"
    BODY = "body"
    SHORT = "short"  # one capitalised word: a place, or a body or person by one name
    ACRONYM = "acronym"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: the positions of its words, the stems that tell it from others, and its form."""

    at: tuple[int, ...]
    stems: frozenset[str]
    form: Form
    text: str
    titled: bool = False  # with a title: "Mr", "Councillor"

    @property
    def head(self) -> int:
        """The position that stands for the name: its last word."""
        return self.at[-1]


@read_once
def entities(text: AnnotatedText) -> list[Entity]:
    """Return the names of a text in order; "Councillors Haldane, Joshi and Vance" are three people."""
    found: list[Entity] = []
    run: list[int] = []
    titled = False  # whether a title stands before the list that this name is part of
    for i, token in enumerate(text.tokens):
        if token.kind is TokenKind.NAME or _is_title(token):
            run.append(i)
        elif run and token.boundary == 0.0 and _goes_on(text.tokens, i):
            continue
        else:
            if run:
                titled = _add(found, text, run, titled)
                run = []
            titled = titled and token.low in _LISTING
    if run:
        _add(found, text, run, titled)
    return found


def _is_title(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.low in TITLES and token.text[0].isupper()


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a name goes on behind a linking word or an initial's full stop."""
    token, after = tokens[i], tokens[i + 1 : i + 3]
    named = bool(after) and (
        after[0].kind is TokenKind.NAME
        or (after[0].low == "the" and len(after) > 1 and after[1].kind is TokenKind.NAME)
    )
    return named and (token.low in _LINKS or token.text == ".")


def _add(found: list[Entity], text: AnnotatedText, run: list[int], titled: bool) -> bool:
    """Add the name of a run of tokens; return whether it is a person's, so that the names listed with it are too."""
    words = [text.tokens[i] for i in run]
    untitled = [word for word in words if word.low not in TITLES]
    has_title = len(untitled) < len(words)
    if not untitled:
        return True
    if all(word.low in _DAYS for word in untitled):
        return False
    form = _form(untitled, titled or has_title)
    if form is Form.PERSON and not titled and not has_title and _has_article(text, run[0]):
        form = Form.OTHER  # "a Firework Control Zone"
    if words[0].start and text.text[words[0].start - 1] in "'\"":
        form = Form.OTHER  # the title of a paper in quotation marks does nothing itself
    stems = frozenset(word.stem for word in untitled)
    telling = frozenset(stem for stem in stems if stem not in _BODY_WORDS) or stems
    found.append(Entity(tuple(run), telling, form, " ".join(word.text for word in words), has_title))
    return form is Form.PERSON


def _has_article(text: AnnotatedText, i: int) -> bool:
    """Whether "a" or "the" stands before a name that is no office's."""
    office = any(token.stem in OFFICES for token in text.tokens[i : i + 2])
    return i > 0 and not office and text.tokens[i - 1].low in _ARTICLES


def _form(words: list[Token], titled: bool) -> Form:
    """Return the form of a name's words without titles; a `titled` name is a person's."""
    if titled or words[0].stem in OFFICES or (len(words) == 2 and words[1].stem in OFFICES):
        return Form.PERSON
    if any(word.stem in _BODY_WORDS for word in words):
        return Form.BODY if len(words) > 1 else Form.OTHER
    if any(word.text[:-1].isupper() and len(word.text) > 1 for word in words):
        return Form.ACRONYM if len(words) == 1 and words[0].text.isalpha() else Form.OTHER
    if len(words) == 1:
        return Form.SHORT
    if len(words) <= _LONGEST_PERSON and not any(word.stem in _NOT_PEOPLE for word in words):
        return Form.PERSON
    return Form.OTHER
