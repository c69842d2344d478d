"""A walk over a part's sentences: what is moved opens a motion, votes gather, what became of it closes it. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.models import Ballot, Motion, MotionKind, Outcome, Paragraph
from corpus.motions.people import NAME, names_in, plain_name
from corpus.motions.proposal import Proposal, likeness
from corpus.motions.sentences import Sentence, sentences_of
from corpus.motions.signs import (
    Moving,
    casts_a_vote,
    headed_in,
    impersonal_in,
    is_as_amended,
    is_resolved,
    is_unseconded,
    kind_of,
    moving_in,
    names_amendment,
    names_motion,
    numbers_in,
    outcome_in,
    seconder_in,
    words_after,
)
from corpus.motions.votes import Cast, Side, added, cast_in, merged, number_of, row_of, side_of

_LABEL = re.compile(r"^(?:\d+[.)]?\s*)?(?:the )?(?:proposed |further |first |second |third )?(?:amendments?|motions?|resolution|call the question|counter[- ]?motion)\b[^.;:]{0,25}:?$", re.I)  # fmt: skip
_IS_NO_MATTER = re.compile(r"^\W*(?:that|to|be it resolved|be it resolved that|now therefore be it resolved|the following (?:motion|amendment|resolution)\w*|of which notice had been given)\W*$|:\s*$|\bset out (?:in|at) paragraph \d+\W*$", re.I)  # fmt: skip
_OPENS_ALONE = re.compile(r"^\W*(?:(?:now,? )?(?:therefore,? )?be it (?:therefore )?resolved(?: that)?|that)\W*$", re.I)
_OPERATIVE = re.compile(
    r"^\W*(?:now,? )?(?:therefore,? )?(?:be it (?:further )?resolved|now therefore|therefore)\b", re.I
)
_HINTS = re.compile(r"\b(?:on|vote|division|between|for) (?:was )?(?:\w+ ){0,4}?(?:the |an? )?(?:\w+ )?(?:amendment|motion|proposal|resolution)\b|^vote on\b|\b(?:motion|amendment|proposal|resolution)\b[^.;:]{0,40}?\b(?:was|were|being)\s+(?:then |now |next )?put\b|\bput (?:the )?(?:\w+ )?(?:motion|amendment|proposal)\b", re.I)  # fmt: skip
_FOR_ONE = re.compile(r"^(?:votes? )?for (?:the )?(?P<what>(?:original |substantive |counter[- ]?)?(?:motion|amendment|proposal)(?: ?\(?\w{1,2}\)?)?)\s*[:.…(–-]", re.I)  # fmt: skip
_LONGEST_NAME = 60  # letters
_OPENING = 15  # letters within which a sentence that moves something says so
_SHOUTS_THAT = re.compile(r"^[^.]{0,60}?\b(?=THAT\b)")
_BEGINS_WORDS = re.compile(r"^\W*(?:that|be it|whereas|(?:now,? )?therefore|this council)\b|^[\"“]", re.I)
_OPENS_WORDS = re.compile(r"^(?:[\"“‘'(]|that\b|to\b|be it|whereas|this council|the council|\(?\w{1,2}[.)]\s)", re.I)
_QUOTE = re.compile(r"[\"“](that\b[^\"”]{12,})[\"”]", re.I)
_QUOTED = re.compile(r"^[\"“].+[\"”]\.?$|^that\b", re.I)
_AND_CLAUSE = re.compile(r",? and (?=the (?:\w+ ){0,4}(?:was|were|is|stood)\b)|, but ", re.I)
_OF_THE_OPEN = re.compile(r"^\W*(?:vote on |(?:the|this) (?:\w+ )?(?:motion|amendment|proposal|vote)\b(?=.*\b(?:put|vote[sd]?|carried|lost|passed|defeated|agreed|withdrawn)\b))", re.I)  # fmt: skip
_BOTH = re.compile(r"\bboth the amendment and the (?:motion|proposal)\b", re.I)
_TABLING = re.compile(r"\b(?:motion|vote|call) (?:on |of )?(?:the )?(?:motion )?(?:to |the )?(?:table|postpone|refer|defer|adjourn|call|question)", re.I)  # fmt: skip
_RESULT_LABEL = re.compile(
    r"^(?P<label>RESULT|MOVER|SECONDER|AYES|NAYS|NOES|ABSTAIN(?:ED)?|ABSENT|AWAY|RECUSED|EXCUSED)\s*:\s*(?P<value>.*)$"
)
_ONE_OF = r"(?:original |substantive |counter[- ]?)?(?:motion|amendment|proposal)(?: ?\(?\w{1,2}\)?)?"
_BETWEEN = re.compile(rf"\b(?P<one>\d{{1,3}}|[a-z]+) (?:members? |votes? )?(?:were )?(?:voted |cast )?for the (?P<first>{_ONE_OF})(?: of [^,;.]{{3,40}})?(?:,| and| with)+ (?P<two>\d{{1,3}}|[a-z]+) (?:members? |votes? )?(?:voted |cast )?for the (?P<second>{_ONE_OF})", re.I)  # fmt: skip
_TITLE_OF_A_MOTION = re.compile(
    r"^(?:\S+\s+)?(?:notices? of )?motions?\b(?!.*(?:\b(?:moved|seconded|made|second)\b|/))", re.I
)
_NOBODY = frozenset({"", "none", "nil", "no seconder", "nobody", "no second"})
_PRONOUN = re.compile(r"^(He|She) (?:then |also |therefore )?(?:moved|proposed|withdrew)\b")
_SPEAKER = re.compile(rf"^{NAME}(?= [a-z])")
_ELECTED = re.compile(r"\b(?:elected|appointed)\b", re.I)
_CARRIED = frozenset({Outcome.CARRIED, Outcome.CARRIED_BY_CASTING_VOTE, Outcome.ACCEPTED})
_UNMOVED = re.compile(r"^(?:\W|\d+\s)*((?:the )?(?:proposal|motion))\s+(?:to|that)\b", re.I)
_UNVOTED = frozenset({Outcome.WITHDRAWN, Outcome.DEFERRED, Outcome.REFERRED})
_ALIKE = 0.5  # share of words in common from which what was resolved is what was moved
_HEAD = 60  # letters of a motion's words that say what kind it is


def motions_of(paragraphs: Sequence[Paragraph], minuted: bool) -> Iterator[Motion]:
    """Each motion and amendment of one part in order.

    `minuted`: the part records what was done; of any other only what was moved, seconded and decided there is given.
    """
    walk = _Walk()
    for sentence in sentences_of(paragraphs):
        walk.take(sentence)
    walk.close()
    part = paragraphs[0].part if paragraphs else 0
    for proposal in walk.found:
        if proposal.is_told and (minuted or proposal.is_certain):
            yield proposal.as_motion(part)


@dataclass
class _Walk:
    """Where the walk stands: the motions so far, what is put to the vote, and the votes told of it."""

    found: list[Proposal] = field(default_factory=list)
    minute: str | None = None
    here: int = 0  # the first proposal of the open minute
    ballot: Ballot = Ballot()
    told: list[str] = field(default_factory=list)  # paragraphs of that ballot
    whole: bool = False  # whether it lists those who voted for
    casting: Outcome | None = None
    cast: bool = False  # whether a casting vote was told
    put: str = ""  # what the latest line puts to the vote, in its words
    label: str = ""
    sides: dict[str, Ballot] = field(default_factory=dict)  # by motion, where each is voted for
    columns: dict[str, Ballot] = field(default_factory=dict)  # by a table's column, where each is a vote
    before: Sentence | None = None
    labels: list[str] = field(default_factory=list)  # of a block of results, whose values are still to come
    side: Side | None = None  # that a line counted, whose voters may follow
    side_left: int = 0  # how many of them
    value: str = ""  # the value of the first of them as far as it was read
    fresh: Proposal | None = None  # what was decided just before
    person: str = ""  # who was named last as doing something

    def take(self, sentence: Sentence) -> None:
        """Read one sentence."""
        if sentence.minute != self.minute:
            self.close()
            self.minute, self.here = sentence.minute, len(self.found)
        if sentence.cells:
            self._row(sentence)
        else:
            self._columns_end()
            self._sentence(sentence)
        self.before = sentence

    def close(self) -> None:
        """End a minute: votes that no outcome followed decide by their count."""
        self._columns_end()
        self._give_ballot(self._target(self.put))
        for proposal in self._open():
            proposal.decide_by_count()
        self.put, self.label = "", ""

    # --- sentences

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text
        if self._substantive(sentence):
            return
        if _LABEL.match(text) and outcome_in(text) is None:
            self._put_to_vote(text)
            self.label = text
            return
        if self._in_block(sentence):
            return
        sentence = self._with_person(sentence)
        text = sentence.text
        moving, resolved = moving_in(text), is_resolved(text)
        if sentence.heading and _TITLE_OF_A_MOTION.match(text):
            moving = None
        if self._takes_words(sentence, moving) or self._under_side(sentence):
            return
        headed = headed_in(text)
        if headed is not None:
            self._settle()
            self.found.append(Proposal(kind_of(headed[:_HEAD]), headed, None, None, sentence.item, sentence.paragraph))
            self.fresh = None
            return
        if moving is not None and not self._is_about_others(text, moving):
            self._move(sentence, moving)
        elif moving is None and resolved is None and (words_at := impersonal_in(text)):
            self._settle()
            words = words_after(text[words_at:])
            self.found.append(Proposal(kind_of(words[:_HEAD]), words, None, None, sentence.item, sentence.paragraph))
            self.fresh = None
        elif resolved is not None:
            self._resolve(sentence, resolved)
        else:
            self._tell(sentence)

    def _substantive(self, sentence: Sentence) -> bool:
        """Take the words in which a motion is put as it was amended: behind its label, or quoted where it is put."""
        text = sentence.text
        labelled = is_as_amended(self.label) and bool(_BEGINS_WORDS.match(text))
        quoted = _QUOTE.search(text) if is_as_amended(text) or "substantive" in self.put else None
        if not labelled and not quoted:
            return False
        original = next((one for one in self.found[self.here :] if one.kind is not MotionKind.AMENDMENT), None)
        if original is None:
            return False
        before = text[: quoted.start()] if quoted else ""
        if outcome_in(before):
            self._outcome(sentence, before)
        original.amended, original.replaced = True, original.outcome is None
        words = quoted[1] if quoted else text
        self.found.append(Proposal(MotionKind.SUBSTANTIVE, words, None, None, sentence.item, sentence.paragraph))
        self.label, self.put, self.fresh = "", "", None
        rest = text[quoted.end() :] if quoted else text
        self._tell_rest(sentence, rest, after_words=not quoted)
        return True

    def _takes_words(self, sentence: Sentence, moving: Moving | None) -> bool:
        """Take a sentence as the words of the open motion that has none yet, or as what follows its reasons."""
        text, last = sentence.text, self._last()
        if last is None or moving is not None and moving.start < _OPENING:
            return False
        just_told = self.before is not None and self.before.paragraph in last.told
        if last.outcome is not None and not (last.named_only and just_told):
            return False
        reasons = last.words.lower().startswith(("whereas", "and whereas")) and _OPERATIVE.match(text)
        titled = _SHOUTS_THAT.match(text)
        if not (reasons or last.named_only and (_BEGINS_WORDS.match(text) or titled)) or self.ballot_open:
            return False
        if titled:
            last.numbers |= numbers_in(text[: titled.end()])
            text = text[titled.end() :]
        last.words, last.paragraph = text, sentence.paragraph
        last.named_only = bool(_OPENS_ALONE.match(text))
        self._tell_rest(sentence, text, after_words=True)
        return True

    def _under_side(self, sentence: Sentence) -> bool:
        """Take a line that is a name alone as a voter of the side that a line above counted ("AYES: 2")."""
        text = sentence.text
        names = names_in(text) if len(text) < _LONGEST_NAME else ()
        if self.side is not None and len(names) == 1 and self.side_left > 0:
            self._take_cast(Cast((), ((self.side, names),), listed=True), sentence)
            self.side_left -= 1
            return True
        cast = cast_in(text) if len(text) < _LONGEST_NAME else Cast()
        if cast.listed and len(cast.counts) == 1 and not cast.names:
            self.side, self.side_left = cast.counts[0]
        elif cast:
            self.side = None
        return False

    def _in_block(self, sentence: Sentence) -> bool:
        """Take a sentence as a label of a block of results, or as the value of the label that waits longest.

        "RESULT: / MOVER: / AYES:" may stand in a column of their own, before all of their values.
        """
        text = sentence.text
        label = _RESULT_LABEL.match(text)
        if label and not label["value"]:
            self.labels.append(label["label"])
            return True
        if label and not self.labels:
            self.labels.append(label["label"])
            text = label["value"]
        if not self.labels:
            return False
        name, value = self.labels[0].lower(), f"{self.value} {text}".strip()
        if name.startswith("result") and outcome_in(value) is None and not cast_in(f"vote {value}"):
            self.labels, self.value = [], ""
            return False
        if value.endswith(","):
            self.value = value
            return True
        self.labels, self.value = self.labels[1:], ""
        self._block_value(name, value, sentence)
        return True

    def _block_value(self, name: str, value: str, sentence: Sentence) -> None:
        """One line of a block of results: what it tells is of what was decided just before, else of what is open."""
        if name.startswith(("mov", "sec")):
            last = self._last()
            person = plain_name(value.split(",")[0])
            if last is not None and last.mover is None and name.startswith("mov"):
                last.mover = person
            elif last is not None and last.seconder is None and name.startswith("sec"):
                last.seconder = person
            return
        if name.startswith("result"):
            outcome, cast = outcome_in(value), cast_in(f"vote {value}")
            counts = dict(cast.counts)
            if outcome in _UNVOTED and counts.get(Side.FOR, 0) > counts.get(Side.AGAINST, 0):
                outcome = Outcome.CARRIED  # a vote to continue or to refer
            if self.fresh is not None:
                self.fresh.ballot = added(self.fresh.ballot, cast)
            elif outcome is not None:
                self._take_cast(cast, sentence, told=True)
                self._decide(self._target(self.put), outcome, sentence.paragraph, self.put)
            return
        side = side_of(name)
        names = names_in(value)
        if side is not None and names:
            cast = Cast(((side, len(names)),), ((side, names),), listed=True)
            if self.fresh is not None:
                self.fresh.take_names(cast)
            else:
                self._take_cast(cast, sentence)

    def _with_person(self, sentence: Sentence) -> Sentence:
        """A sentence whose "He" or "She" that moves something is the person named before."""
        text = sentence.text
        pronoun = _PRONOUN.match(text)
        if pronoun and self.person:
            return replace(sentence, text=f"{self.person} {text[pronoun.end(1) + 1 :]}")
        named = _SPEAKER.match(text)
        if named:
            self.person = named[0]
        return sentence

    def _is_about_others(self, text: str, moving: Moving) -> bool:
        """Whether what seems to move something only tells of the motion before ("the amendment was lost, the motion by X")."""
        behind = text[moving.end :]
        if seconder_in(behind) or not self._open() or re.search(r"\bthat\b", behind):
            return False
        return bool(_OF_THE_OPEN.match(text))

    def _move(self, sentence: Sentence, moving: Moving) -> None:
        """Open a motion, or give the one before the names that stand behind its words."""
        text = sentence.text
        rest = text[moving.end :]
        second = seconder_in(rest)
        seconder = moving.seconder or (second[0] if second else None)
        ahead = rest
        if second and not moving.seconder:
            ahead = rest[second[2] :] if not words_after(rest[: second[1]]) else rest[: second[1]]
        words = words_after(ahead) or moving.words
        last = self._last()
        before = text[: moving.start].strip(" ,(;:–—-")
        nameless = last is not None and last.mover is None and (last.outcome in _CARRIED or last.outcome is None)
        if nameless and last is not None and not words and (last.is_in(sentence, self.before)):
            last.mover, last.seconder = moving.mover, seconder
            self._tell_rest(sentence, ahead)
            return
        if not words and self._wants_seconder_only(moving, last):
            return
        if moving.settles and self._settles_open(sentence, moving):
            return
        self._settle()
        head = f"{self.label} {text[moving.start : moving.end]} {ahead[:40] if not words else ''} {words[:_HEAD]}"
        opens = text[: text.find(words)] if words and words in text else text
        proposal = Proposal(
            kind=kind_of(f"{self.label} {opens} {words[:25]}") if _is_amending(f"{self.label} {opens} {words[:25]}") else kind_of(head),
            words=words,
            mover=moving.mover,
            seconder=seconder,
            item=_code(text) or sentence.item,
            paragraph=sentence.paragraph,
            numbers=numbers_in(f"{self.label} {opens.split('paragraph')[0]}") | _own_number(sentence),
        )  # fmt: skip
        if not words and moving.active and len(ahead.split()) > 1 and not outcome_in(ahead):
            proposal.words = ahead.strip(" ,;:")
        if not proposal.words or "nominat" in text[moving.start : moving.end].lower():
            self._words_from_before(proposal, before, sentence)
        self.fresh = None
        if _IS_NO_MATTER.search(proposal.words):
            proposal.named_only = True
        self.found.append(proposal)
        self.label, self.put = "", ""
        if is_unseconded(text) and outcome_in(text) is not Outcome.WITHDRAWN:
            proposal.decide(Outcome.NOT_SECONDED, sentence.paragraph)
            return
        if (unvoted := outcome_in(text)) in _UNVOTED and moving.settles:
            proposal.decide(unvoted, sentence.paragraph)
            return
        if (
            re.match(r"^\W*recommended\b", before, re.I)
            or is_resolved(before)
            or outcome_in(before) is Outcome.CARRIED
            and moving.start < 40
        ):
            self._decide(proposal, Outcome.CARRIED, sentence.paragraph)
        lead = ahead[: ahead.find(words)] if words and words in ahead else ""
        if is_resolved(f"{lead}that") or outcome_in(lead) in (Outcome.CARRIED, Outcome.LOST):
            self._decide(proposal, outcome_in(lead) or Outcome.CARRIED, sentence.paragraph)
        self._tell_rest(sentence, ahead if not words else text, bool(words))

    def _settles_open(self, sentence: Sentence, moving: Moving) -> bool:
        """Take "X withdrew his motion" as what became of the motion that X moved in this minute."""
        own = next(
            (one for one in self._open() if one.mover and one.mover.split()[-1] == moving.mover.split()[-1]), None
        )
        outcome = outcome_in(sentence.text)
        if own is None or outcome not in _UNVOTED:
            return False
        own.decide(outcome, sentence.paragraph)
        return True

    def _wants_seconder_only(self, moving: Moving, last: Proposal | None) -> bool:
        """Whether a sign of moving only repeats who moved the open motion."""
        return last is not None and last.outcome is None and last.mover == moving.mover and not last.words

    def _words_from_before(self, proposal: Proposal, before: str, sentence: Sentence) -> None:
        """A motion whose words stand in front of who moved it: in the sentence, or as the sentence before."""
        told = re.sub(r"^(?:\(?\w{1,3}[.)]\s+)", "", before)
        if len(told.split()) >= 3:
            proposal.words, proposal.named_only = told, not _OPENS_WORDS.match(told)
            resolved = is_resolved(before) or outcome_in(before)
            if resolved:
                proposal.decide(Outcome.CARRIED, sentence.paragraph)
        elif self.before is not None and self._is_free(self.before, sentence):
            proposal.words, proposal.paragraph = self.before.text, self.before.paragraph
            proposal.named_only = not _QUOTED.match(self.before.text)
            if outcome_in(self.before.text) is Outcome.CARRIED:
                proposal.decide(Outcome.CARRIED, self.before.paragraph)
        if not proposal.words or "nominat" in sentence.text.lower():
            proposal.words, proposal.named_only = sentence.text, True

    def _is_free(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether the sentence before can be the words of what a sentence says was moved."""
        if before.minute != sentence.minute or before.heading or before.cells:
            return False
        if any(one.words and one.words in before.text for one in self.found[self.here :]):
            return False
        return bool(_QUOTED.match(before.text)) or before.paragraph == sentence.paragraph

    def _tell_rest(self, sentence: Sentence, rest: str, after_words: bool = False) -> None:
        """What a sentence that moves something says of its outcome, behind."""
        last = self._last()
        if last is None:
            return
        outcome = outcome_in(rest, after_words)
        resolved = None if after_words else is_resolved(rest)
        if resolved or outcome in (Outcome.CARRIED, Outcome.LOST):
            self._take_cast(cast_in(rest) if not after_words else cast_in(rest[-60:]), sentence)
            self._decide(last, outcome or Outcome.CARRIED, sentence.paragraph)
            if resolved and last.named_only and (words := words_after(rest[resolved.end() :])):
                last.words, last.named_only = words, False
        elif outcome is not None and outcome is not Outcome.ACCEPTED:
            self._decide(last, outcome, sentence.paragraph)
        elif not after_words:
            self._take_cast(cast_in(rest), sentence)

    def _resolve(self, sentence: Sentence, resolved: re.Match[str]) -> None:
        """What was resolved: the open motion where it is alike or has no words yet, else a decision of its own."""
        text = sentence.text
        words = words_after(text[resolved.end() :]) or text[resolved.end() :].strip(" ,:.–—-")
        second = seconder_in(text)
        target = self._target("")
        if target is not None and (target.named_only or len(words.split()) < 3):
            if target.named_only and len(words.split()) >= 3:
                target.words, target.named_only, target.paragraph = words, False, sentence.paragraph
        elif target is None or likeness(target.words, words) < _ALIKE:
            if len(words.split()) < 3:
                return
            self._settle()
            target = Proposal(
                kind_of(words[:_HEAD]), words, None, second[0] if second else None, sentence.item, sentence.paragraph
            )
            if target.kind is MotionKind.AMENDMENT:
                target.kind = MotionKind.MOTION
            self.found.append(target)
        self._take_cast(cast_in(text[-80:]), sentence)
        self._decide(target, Outcome.CARRIED, sentence.paragraph)

    def _tell(self, sentence: Sentence) -> None:
        """A sentence that moves nothing: words of the open motion, a seconder, votes, an outcome."""
        text = sentence.text
        last = self._last()
        second = seconder_in(text)
        if is_unseconded(text):
            target = self._target(text)
            if target is not None and target.seconder is None:
                target.decide(Outcome.NOT_SECONDED, sentence.paragraph)
            return
        if second and last is not None and last.outcome is None and last.seconder is None:
            last.seconder = second[0]
            rest = text[second[2] :]
            if last.named_only and (words := words_after(rest)):
                last.words, last.named_only, last.paragraph = words, False, sentence.paragraph
            self._tell_rest(sentence, rest)
            return
        if (
            last is not None
            and (last.outcome is None or last.paragraph == sentence.paragraph)
            and last.named_only
            and _OPENS_WORDS.match(text)
            and not self.ballot_open
        ):
            last.words, last.paragraph = text, sentence.paragraph
            last.named_only = bool(_OPENS_ALONE.match(text))
            self._tell_rest(sentence, text, after_words=True)
            return
        if last is None and (named := _UNMOVED.match(text)) and (unvoted := outcome_in(text)) in _UNVOTED:
            proposal = Proposal(
                kind_of(text), text[named.end(1) :].strip(" :"), None, None, sentence.item, sentence.paragraph
            )
            proposal.decide(unvoted, sentence.paragraph)
            self.found.append(proposal)
            return
        clauses = _AND_CLAUSE.split(text)
        told = [outcome_in(clause) for clause in clauses]
        if len(clauses) > 1 and all(told):
            for clause in clauses:
                self._outcome(sentence, clause)
            return
        self._outcome(sentence, text)

    @property
    def ballot_open(self) -> bool:
        """Whether votes are told that no motion has yet."""
        return self.ballot != Ballot() or bool(self.sides)

    def _outcome(self, sentence: Sentence, text: str) -> None:
        """Votes and an outcome in words of their own."""
        one = _FOR_ONE.match(text)
        casting, way = casts_a_vote(text)
        outcome = outcome_in(text)
        if self._between_two(sentence, text):
            return
        if one:
            ballot = added(self.sides.get(one["what"].lower(), Ballot()), cast_in(text))
            self.sides[one["what"].lower()] = ballot
            self.told.append(sentence.paragraph)
            return
        if casting:
            self.cast, self.casting = True, way or self.casting
        cast = cast_in(text)
        if outcome is None:
            if _HINTS.search(text) and not cast:
                self._put_to_vote(text)
            elif cast:
                if _HINTS.search(text):
                    self._put_to_vote(text)
                self._take_cast(cast, sentence)
            elif casting and way:
                self._decide(
                    self._target(f"{self.put} {text}"),
                    Outcome.CARRIED if way is Outcome.CARRIED_BY_CASTING_VOTE else Outcome.LOST,
                    sentence.paragraph,
                )
            return
        if (
            self.fresh is not None
            and "declared" in text
            and outcome is self.fresh.outcome
            and not names_amendment(text)
        ):
            self.fresh.ballot = added(self.fresh.ballot, cast)
            return
        self._take_cast(cast, sentence, told=True)
        if _BOTH.search(text):
            for proposal in self._open():
                self._decide(proposal, outcome, sentence.paragraph)
            return
        own = names_amendment(text) or is_as_amended(text) or bool(numbers_in(text))
        target = self._target(text if own or not self.put else self.put)
        if (
            target is None
            or outcome in (Outcome.DEFERRED, Outcome.REFERRED, Outcome.ACCEPTED, Outcome.WITHDRAWN)
            and not self._may(target, outcome, text)
        ):
            return
        self._decide(target, outcome, sentence.paragraph, text)

    def _between_two(self, sentence: Sentence, text: str) -> bool:
        """Take a division told in words: "7 voted for the motion and 11 for the amendment, 2 declining to vote"."""
        found = _BETWEEN.search(text)
        if not found:
            return False
        abstained = dict(cast_in(text).counts).get(Side.ABSTAINED)
        for count, what in ((found["one"], found["first"]), (found["two"], found["second"])):
            self.sides[what.lower()] = Ballot(votes_for=number_of(count), abstained=abstained)
        self.told.append(sentence.paragraph)
        outcome, target = outcome_in(text), self._target(text[found.end() :])
        if outcome is not None and target is not None:
            self._decide(target, outcome, sentence.paragraph, text)
        return True

    def _may(self, target: Proposal, outcome: Outcome, text: str) -> bool:
        """Whether an outcome without a vote is of this motion: an amendment alone is accepted, only the open one withdrawn."""
        if outcome is Outcome.ACCEPTED:
            return target.kind is MotionKind.AMENDMENT
        if outcome is Outcome.WITHDRAWN:
            return not re.search(r"\bwithdrew from (?:the )?(?:meeting|room|chamber)\b", text, re.I)
        return target.outcome is None

    # --- rows

    def _row(self, sentence: Sentence) -> None:
        """A row of a table: who moves, votes, or a motion with all of it."""
        first = sentence.cells[0].strip(" :").lower()
        if (
            len(sentence.cells) == 2
            and "/" in first
            and "/" in sentence.cells[1]
            and first.startswith(("by", "mov", "prop"))
        ):
            mover, _, seconder = sentence.cells[1].partition("/")
            last = self._last()
            if last is not None and last.mover is None:
                last.mover, last.seconder = plain_name(mover), plain_name(seconder)
            return
        if first == "motion" and len(sentence.cells) == 2 and moving_in(f"Motion: {sentence.cells[1]}") is None:
            self._settle()
            self.found.append(
                Proposal(
                    kind_of(sentence.cells[1][:_HEAD]), sentence.cells[1], None, None, sentence.item, sentence.paragraph
                )
            )
            self.fresh = None
            return
        if first == "vote" and len(sentence.cells) == 2:
            self._sentence(replace(sentence, text=f"Vote: {sentence.cells[1]}", cells=(), heading=False))
            return
        if (
            first.startswith(("moved", "second", "proposed", "proposer", "mover", "result", "motion"))
            and len(sentence.cells) >= 2
            and not sentence.cells[1].lower().startswith(("second", "proposed", "moved"))
        ):
            self._sentence(
                replace(
                    sentence,
                    text=f"{sentence.cells[0].strip(' :')}: {' '.join(sentence.cells[1:])}",
                    cells=(),
                    heading=False,
                )
            )
            return
        if self._whole_row(sentence):
            return
        if sentence.heading and sum(side_of(cell) is not None for cell in sentence.cells if len(cell) < 25) > 1:
            return
        if self._row_of_motions(sentence):
            return
        casts = row_of(sentence.cells, sentence.headers)
        for head, cast in casts:
            if head:
                self.columns[head] = added(self.columns.get(head, Ballot()), cast)
                self.told.append(sentence.paragraph)
            elif cast:
                self._take_cast(cast, sentence)
        if not casts and len([cell for cell in sentence.cells if cell]) == 1:
            self._sentence(
                replace(sentence, text=next(cell for cell in sentence.cells if cell), cells=(), heading=False)
            )

    def _row_of_motions(self, sentence: Sentence) -> bool:
        """Take a row of names under "For the motion", "For the amendment"."""
        found = [_FOR_ONE.match(f"{header}:") for header in sentence.headers]
        if sum(one is not None for one in found) < 2:
            return False
        for one, header, cell in zip(found, sentence.headers, sentence.cells, strict=False):
            names = names_in(cell)
            if one is None and names and side_of(header) is Side.ABSTAINED:
                self.ballot = added(self.ballot, Cast((), ((Side.ABSTAINED, names),), listed=True))
            if one is not None and names:
                what = one["what"].lower()
                cast = Cast((), ((Side.FOR, names),), listed=True)
                self.sides[what] = added(self.sides.get(what, Ballot()), cast)
                self.told.append(sentence.paragraph)
        return True

    def _whole_row(self, sentence: Sentence) -> bool:
        """Take a row that prints a motion with its mover, votes and result under headers that say so."""
        heads = [header.lower() for header in sentence.headers]
        mover = next(
            (i for i, head in enumerate(heads) if head.startswith(("proposed", "moved", "proposer", "mover"))), None
        )
        result = next(
            (i for i, head in enumerate(heads) if head.startswith(("result", "outcome", "decision")) or head == ""),
            None,
        )
        if mover is None or result is None or len(heads) != len(sentence.cells):
            return False
        seconder = next((i for i, head in enumerate(heads) if head.startswith("second")), None)
        cell = sentence.cells
        of = next((i for i, head in enumerate(heads) if head.startswith(("motion", "proposal", "resolution"))), 0)
        second = cell[seconder] if seconder and cell[seconder].strip(" -–—").lower() not in _NOBODY else None
        outcome = outcome_in(cell[result])
        if seconder and outcome is Outcome.LOST and second is None:
            outcome = Outcome.NOT_SECONDED
        proposal = Proposal(
            kind_of(cell[of][:_HEAD]),
            cell[of],
            cell[mover] or None,
            second,
            sentence.item,
            sentence.paragraph,
        )
        proposal.tidy()
        if outcome:
            proposal.decide(outcome, sentence.paragraph)
        for _, cast in row_of(["", *cell[1:]], sentence.headers):
            proposal.ballot = added(proposal.ballot, cast)
        for head, words in zip(heads, cell, strict=True):
            if head.startswith(("vote", "tally", "result", "outcome")):
                proposal.ballot = added(proposal.ballot, cast_in(f"vote {words}"))
        self.found.append(proposal)
        return True

    def _columns_end(self) -> None:
        """Give the votes of each column of a table to the motion that it names."""
        for head, ballot in self.columns.items():
            target = self._target(head)
            if target is not None:
                target.take_ballot(ballot, True, self.told)
        if self.columns:
            self.columns, self.told = {}, []

    # --- votes and targets

    def _take_cast(self, cast: Cast, sentence: Sentence, told: bool = False) -> None:
        """Gather what a sentence says of a vote; behind an outcome it is of what was decided."""
        if not cast:
            return
        fresh = self.fresh
        if not told and fresh is not None and fresh.may_take(cast):
            fresh.take_names(cast)
            fresh.told.append(sentence.paragraph)
            return
        self.ballot = added(self.ballot, cast)
        self.whole = self.whole or cast.listed and any(side is Side.FOR for side, _ in cast.names)
        self.told.append(sentence.paragraph)

    def _put_to_vote(self, text: str) -> None:
        """A line that says what is put to the vote; the votes before it are of what was put before."""
        self.fresh = None
        if self.ballot_open:
            self._give_ballot(self._target(self.put))
        self.put = text

    def _settle(self) -> None:
        """Before something new is moved: the votes told so far are of what was put."""
        if self.ballot_open:
            target = self._target(self.put)
            self._give_ballot(target)
            if target is not None:
                target.decide_by_count()
        self.cast, self.casting = False, None

    def _give_ballot(self, target: Proposal | None) -> None:
        """Hand the gathered votes to a motion."""
        if len(self.sides) > 1:
            self._give_sides()
        elif self.sides:
            self.ballot = merged(next(iter(self.sides.values())), self.ballot)
        if target is not None and self.ballot != Ballot():
            target.take_ballot(self.ballot, self.whole, self.told)
        self.ballot, self.told, self.whole, self.sides = Ballot(), [], False, {}

    def _give_sides(self) -> None:
        """A division between motions: what is for the one is against the other."""
        for what, ballot in self.sides.items():
            target = self._target(what)
            others = [other for name, other in self.sides.items() if name != what]
            if target is not None and len(others) == 1:
                mirrored = replace(
                    ballot,
                    abstained=len(self.ballot.names_abstained) or ballot.abstained,
                    names_abstained=self.ballot.names_abstained or ballot.names_abstained,
                    votes_for=_votes(ballot),
                    against=_votes(others[0]),
                    names_against=others[0].names_for,
                )
                target.ballot = Ballot()
                target.take_ballot(mirrored, True, self.told)

    def _decide(self, target: Proposal | None, outcome: Outcome, paragraph: str, text: str = "") -> None:
        """Write down what became of a motion, with the votes gathered."""
        if target is None:
            self.ballot, self.told, self.whole, self.sides = Ballot(), [], False, {}
            return
        between, by_casting = len(self.sides) > 1 and outcome is Outcome.CARRIED, self.cast
        self._give_ballot(target)
        if self.cast and outcome in (Outcome.CARRIED, Outcome.LOST):
            carried = outcome is Outcome.CARRIED
            outcome = Outcome.CARRIED_BY_CASTING_VOTE if carried else Outcome.LOST_BY_CASTING_VOTE
        if target.kind is MotionKind.PROCEDURAL and outcome in (Outcome.DEFERRED, Outcome.REFERRED):
            outcome = Outcome.CARRIED
        target.decide(outcome, paragraph)
        self.fresh = target
        self.cast, self.casting = False, None
        amended = (
            is_as_amended(text)
            or target.kind is not MotionKind.AMENDMENT
            and any(one.kind is MotionKind.AMENDMENT and one.outcome in _CARRIED for one in self.found[self.here :])
        )
        target.amended = target.amended or amended and target.kind is not MotionKind.AMENDMENT
        if between:
            for other in self._open():
                if other.ballot.votes_for is not None:
                    other.decide(Outcome.LOST_BY_CASTING_VOTE if by_casting else Outcome.LOST, paragraph)
        self.put = ""

    def _open(self) -> list[Proposal]:
        """The motions of the open minute that nothing became of yet, the latest first."""
        return [one for one in reversed(self.found[self.here :]) if one.outcome is None and not one.replaced]

    def _last(self) -> Proposal | None:
        return self.found[-1] if len(self.found) > self.here else None

    def _target(self, text: str) -> Proposal | None:
        """The motion that a sentence speaks of: by its number, by its kind, else the latest that is open."""
        waiting = self._open()
        numbers = numbers_in(text)
        for proposal in waiting:
            if proposal.numbers & numbers:
                return proposal
        if _ELECTED.search(text):
            named = [one for one in waiting if any(word in text for word in re.findall(r"[A-Z]\w+", one.words)[-1:])]
            if named:
                return named[0]
        if is_as_amended(text) and not re.search(r"\bamendment\b.*\bbecame\b", text, re.I):
            return next((one for one in waiting if one.kind is not MotionKind.AMENDMENT), None)
        if names_amendment(text):
            amendment = next((one for one in waiting if one.kind is MotionKind.AMENDMENT), None)
            if amendment is None and len(waiting) > 1:
                waiting[0].kind = MotionKind.AMENDMENT
                return waiting[0]
            return amendment
        if _TABLING.search(text) and (
            tabling := next((one for one in waiting if one.kind is MotionKind.PROCEDURAL), None)
        ):
            return tabling
        if re.search(r"\b(?:main|original) motion\b", text, re.I):
            return next((one for one in waiting if one.kind not in (MotionKind.AMENDMENT, MotionKind.PROCEDURAL)), None)
        if names_motion(text):
            return next((one for one in waiting if one.kind is not MotionKind.AMENDMENT), next(iter(waiting), None))
        return next(iter(waiting), None)


def _votes(ballot: Ballot) -> int | None:
    """How many voted for something, as counted or by their names."""
    return ballot.votes_for if ballot.votes_for is not None else len(ballot.names_for) or None


def _code(text: str) -> str | None:
    """The code that opens a resolution ("R2018-087 L. Smith, T. Marchant: That ..."); None where there is none."""
    found = re.match(r"^([A-Z]{1,4}[-. ]?\d{2,4}[-/]\d{1,4}[A-Z]?)\b", text)
    return found[1] if found else None


def _own_number(sentence: Sentence) -> set[str]:
    """The number of the paragraph that a sentence opens, by which later lines name what it moves."""
    number = re.match(r"^\(?(\d{1,3})[.)]", sentence.text)
    return {f"para {number[1]}"} if number else set()


def _is_amending(text: str) -> bool:
    return names_amendment(text)


def all_motions(paragraphs: Iterable[Paragraph], minuted: Sequence[bool]) -> Iterator[Motion]:
    """The motions of all parts of a paper, in order; `minuted` says of each part whether it records what was done."""
    by_part: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_part.setdefault(paragraph.part, []).append(paragraph)
    for part, own in by_part.items():
        yield from motions_of(own, minuted[part])
