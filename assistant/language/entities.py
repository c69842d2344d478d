"""The people, bodies and places that a text names, told apart by their form. Pure."""

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
def entities(wording: AnnotatedText) -> list[Entity]:
    """The names of a text in order; "Haldane, Joshi and Vance" are three."""
    found: list[Entity] = []
    run: list[int] = []
    titled = False
    for n, token in enumerate(wording.tokens):
        if token.kind is TokenKind.NAME or (
            token.kind is TokenKind.WORD and token.low in TITLES and token.text[0].isupper()
        ):
            run.append(n)
        elif run and token.boundary == 0.0 and _continues(wording.tokens, n, token):
            continue
        elif run:
            titled = _add(found, wording, run, titled)
            titled = titled and (token.low in (",", "and"))
            run = []
        else:
            titled = titled and token.low in (",", "and")
    if run:
        _add(found, wording, run, titled)
    return found


def _continues(tokens: tuple[Token, ...], n: int, token: Token) -> bool:
    """Whether a name goes on behind a linking word or an initial's full stop."""
    after = tokens[n + 1 : n + 3]
    named = bool(after) and (
        after[0].kind is TokenKind.NAME
        or (after[0].low == "the" and len(after) > 1 and after[1].kind is TokenKind.NAME)
    )
    return named and (token.low in _LINKS or token.text == ".")


def _add(found: list[Entity], wording: AnnotatedText, run: list[int], titled: bool) -> bool:
    """Add the name of a run; whether it is a person's, so that the names listed with it are too."""
    words = [wording.tokens[n] for n in run]
    plain = [word for word in words if word.low not in TITLES]
    form = _form(plain, titled or len(plain) < len(words))
    if form is Form.PERSON and not titled and len(plain) == len(words) and _has_article(wording, run[0]):
        form = Form.OTHER  # "a Firework Control Zone"
    if words[0].start and wording.text[words[0].start - 1] in "'\"":
        form = Form.OTHER  # a title in quotation marks does nothing itself
    if not plain:
        return True
    if all(word.low in _DAYS for word in plain):
        return False
    stems = frozenset(word.stem for word in plain)
    telling = frozenset(stem for stem in stems if stem not in _BODY_WORDS) or stems
    found.append(Entity(tuple(run), telling, form, " ".join(word.text for word in words), len(plain) < len(words)))
    return form is Form.PERSON


def _has_article(wording: AnnotatedText, n: int) -> bool:
    """Whether "a" or "the" stands before a name that is no office's."""
    office = any(token.stem in OFFICES for token in wording.tokens[n : n + 2])
    return n > 0 and not office and wording.tokens[n - 1].low in ("a", "an", "the", "this", "any", "no")


def _form(words: list[Token], titled: bool) -> Form:
    if titled:
        return Form.PERSON
    if words and (words[0].stem in OFFICES or (len(words) == 2 and words[1].stem in OFFICES)):
        return Form.PERSON
    if any(word.stem in _BODY_WORDS for word in words):
        return Form.BODY if len(words) > 1 else Form.OTHER
    if any(word.text[:-1].isupper() and len(word.text) > 1 for word in words):
        return Form.ACRONYM if len(words) == 1 and words[0].text.isalpha() else Form.OTHER
    if len(words) == 1:
        return Form.SHORT
    if len(words) <= 3 and not any(word.stem in _NOT_PEOPLE for word in words):
        return Form.PERSON
    return Form.OTHER
