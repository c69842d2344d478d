"""What is told of motions: seconders, votes and outcomes, in sentences and in blocks of results. Pure."""

import re
from dataclasses import dataclass, replace

from corpus.models import Ballot, MotionKind, Outcome
from corpus.motions.blocks import Blocks
from corpus.motions.deciding import asks_to_decide, is_put_off, is_resolved, other_decision
from corpus.motions.floor import A_PART, CARRIED
from corpus.motions.moves import BEGINS_WORDS, HEAD, OPENS_ALONE, OPENS_WORDS, UNVOTED
from corpus.motions.open_motion import OpenMotion
from corpus.motions.people import NAME
from corpus.motions.sentences import Sentence
from corpus.motions.signs import (
    casts_a_vote,
    headed_in,
    impersonal_in,
    is_as_amended,
    is_unseconded,
    kind_of,
    moving_in,
    names_amendment,
    numbers_in,
    outcome_in,
    seconder_in,
    words_after,
)
from corpus.motions.votes import NUMBER, Cast, Side, added, cast_in, number_of, side_of
from corpus.text_probe import says_any

_LABEL = re.compile(r"^(?:\d+[.)]?\s*)?(?:the )?(?:proposed |further |first |second |third )?(?:amendments?|motions?|resolution|call the question|counter[- ]?motion)\b[^.;:]{0,25}:?$", re.I)  # fmt: skip
_HINTS = re.compile(r"\b(?:on|vote|division|between|for) (?:was )?(?:\w+ ){0,4}?(?:the |an? )?(?:\w+ )?(?:amendment|motion|proposal|resolution)\b|^vote on\b|\b(?:motion|amendment|proposal|resolution)\b[^.;:]{0,40}?\b(?:was|were|being)\s+(?:then |now |next )?put\b|\bput (?:the )?(?:\w+ )?(?:motion|amendment|proposal)\b", re.I)  # fmt: skip
FOR_ONE = re.compile(r"^(?:votes? )?(?:for|in favou?r of) (?:the )?(?P<what>(?:original |substantive |counter[- ]?)?(?:motion|amendment|proposal)(?: ?\(?\w{1,2}\)?)?)\s*[:.…(–-]", re.I)  # fmt: skip
_FOR_THE, _MATTERS = (" for the ",), ("amendment", "motion", "proposal", "resolution", "vote on")
_DECIDING = ("resolved",)
_CLAUSES = (" and the ", ", but ")
_AND_CLAUSE = re.compile(r",? and (?=the (?:\w+ ){0,4}(?:was|were|is|stood)\b)|, but ", re.I)
_TOLD_ALONE = frozenset({Outcome.ACCEPTED, *UNVOTED})  # outcomes without a vote
_BOTH = re.compile(r"\bboth the amendment and the (?:motion|proposal)\b", re.I)
_ONE_OF = r"(?:original |substantive |counter[- ]?)?(?:motion|amendment|proposal)(?: ?\(?\w{1,2}\)?)?"
_BETWEEN = re.compile(rf"\b(?P<one>{NUMBER}) (?:members? |votes? )?(?:were )?(?:voted |cast )?for the (?P<first>{_ONE_OF})(?: of [^,;.]{{3,40}})?(?:,| and| with)+ (?P<two>{NUMBER}) (?:members? |votes? )?(?:voted |cast )?for the (?P<second>{_ONE_OF})", re.I)  # fmt: skip
_IN_TWO_LANGUAGES = re.compile(r"^(?:\d+[.)]?\s+)?[^\W\d][\w’' -]* / [\w’' -]+$")
_TITLE_OF_A_MOTION = re.compile(
    r"^(?:\S+\s+)?(?:notices? of )?motions?\b(?!.*(?:\b(?:moved|seconded|made|second)\b|/))", re.I
)
_TITLED = re.compile(
    r"^(?:\d{1,5}[.)]?\s+)?(?P<title>[A-Z][^:.]{8,120}):[\s-]*(?:Circulated\b[^.:;]{0,60},\s*)?(?P<told>(?:[Aa]pproved|[Aa]greed|[Aa]ccepted|[Aa]dopted|[Cc]onfirmed|[Dd]eferred|[Cc]arried|[Rr]e-?agenda|[Hh]eld over)\b.{0,60})$"
)
_UNMOVED = re.compile(
    rf"^(?:\W|\d+\s)*(?P<what>(?i:(?:the |a )?(?:proposal|motion))(?: (?i:standing )?(?i:in the name of) (?P<mover>{NAME}),?)?)\s+[\"“]?(?i:to|that)\b"
)
_RESOLVED_ALONE = re.compile(
    r"^\W*(?:it was )?(?:unanimously )?(?:RESOLVED|Resolved)(?: unanimously| UNANIMOUSLY)?\W*$"
)
_RESOLVED_AND_LISTED = re.compile(r"^(?:\W|\d)*(?:[Ii]t was )?(?:unanimously )?(?:RESOLVED|Resolved)\b[^.;:]{0,25}:$")
_A_NUMBER = re.compile(r"^\(?\w{1,3}[.)]$")
_QUOTE = re.compile(r"[\"“](that\b[^\"”]{12,})[\"”]", re.I)


@dataclass
class Tellings(Blocks):
    """Takes what is told of what was moved: seconders, votes, outcomes."""

    def _substantive(self, sentence: Sentence) -> bool:
        """Take the words in which a motion is put as it was amended: behind its label, or quoted where it is put."""
        text = sentence.text
        put = self.put.endswith(":") and is_as_amended(self.put)
        labelled = (put or is_as_amended(self.label)) and bool(BEGINS_WORDS.match(text))
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
        self.found.append(OpenMotion(MotionKind.SUBSTANTIVE, words, None, None, sentence.item, sentence.paragraph))
        self.label, self.put, self.put_at, self.fresh = "", "", None, None
        rest = text[quoted.end() :] if quoted else text
        self._tell_rest(sentence, rest, after_words=not quoted)
        return True

    def _tell(self, sentence: Sentence) -> None:
        """A sentence that moves nothing: words of the open motion, a seconder, votes, an outcome."""
        text = sentence.text
        if is_unseconded(text):
            target = self._target(text)
            if target is not None and target.seconder is None:
                target.decide(Outcome.NOT_SECONDED, sentence.paragraph)
            return
        if (
            self._seconds(sentence)
            or self._goes_on_with_words(sentence)
            or self._unmoved(sentence)
            or self._titled(sentence)
        ):
            return
        clauses = _AND_CLAUSE.split(text) if says_any(text, _CLAUSES) else [text]
        if len(clauses) > 1 and all(outcome_in(clause) for clause in clauses):
            for clause in clauses:
                self._outcome(sentence, clause)
            return
        self._outcome(sentence, text)
        if is_as_amended(text) and text.endswith(":"):
            self.put = text  # and its words follow

    def _seconds(self, sentence: Sentence) -> bool:
        """Take who seconds the last motion, where nobody has yet."""
        last, second = self._last(), seconder_in(sentence.text)
        if second is None or last is None or last.seconder is not None:
            return False
        behind = last.mover is not None and last.outcome in CARRIED and self._follows(sentence)
        if last.outcome is not None and not behind:
            return False
        last.seconder = second[0]
        last.printed.append(sentence.paragraph)
        rest = sentence.text[second[2] :]
        if last.named_only and (words := words_after(rest)):
            last.is_worded(words, sentence.paragraph)
            last.named_only = False
        self._tell_rest(sentence, rest)
        return True

    def _follows(self, sentence: Sentence) -> bool:
        """Whether a line that opens with who seconds stands right behind the line that opens with who moves."""
        lines = (self.before.text if self.before else "", sentence.text)
        return all(
            line.lower().startswith(start) for line, start in zip(lines, (("mov", "prop"), ("sec",)), strict=True)
        )

    def _goes_on_with_words(self, sentence: Sentence) -> bool:
        """Take a sentence as the words of the last motion, which has none of its own yet."""
        last = self._last()
        if last is None or not last.named_only or self.ballot_open or not OPENS_WORDS.match(sentence.text):
            return False
        if last.outcome is not None and last.paragraph != sentence.paragraph:
            return False
        last.is_worded(sentence.text, sentence.paragraph)
        last.named_only = bool(OPENS_ALONE.match(sentence.text))
        self._tell_rest(sentence, sentence.text, after_words=True)
        return True

    def _unmoved(self, sentence: Sentence) -> bool:
        """Take what nobody is said to have moved, and that was put off or withdrawn: a motion, or the minute's matter."""
        if self._last() is not None:
            return False
        named = _UNMOVED.match(sentence.text)
        outcome = outcome_in(sentence.text) if named is not None else None
        if named is not None and outcome in UNVOTED:
            words, mover = sentence.text[named.end("what") :].strip(" ,:"), named["mover"]
        elif is_put_off(sentence.text):
            words, mover, outcome = self._with_before(sentence), None, Outcome.DEFERRED
        else:
            return False
        self._add(sentence, words, mover, outcome)
        return True

    def _add(self, sentence: Sentence, words: str, mover: str | None, outcome: Outcome | None) -> None:
        """Add a motion that a sentence tells with its outcome."""
        motion = OpenMotion(kind_of(words[:HEAD]), words, mover, None, sentence.item, sentence.paragraph)
        motion.tidy()
        if outcome is not None:
            motion.decide(outcome, sentence.paragraph)
        self.found.append(motion)

    def _titled(self, sentence: Sentence) -> bool:
        """Take a minute that is a title and its outcome alone: "85. Approval of the last minutes: Approved and signed"."""
        found = _TITLED.match(sentence.text) if ":" in sentence.text else None
        if found is None or self._last() is not None:
            return False
        outcome = Outcome.DEFERRED if is_put_off(found["told"]) else outcome_in(found["told"])
        if outcome is None:
            return False
        self._add(sentence, found["title"], None, outcome)
        return True

    def _outcome(self, sentence: Sentence, text: str) -> None:
        """Votes and an outcome in words of their own."""
        if self._between_two(sentence, text) or self._for_one(sentence, text):
            return
        casting, way = casts_a_vote(text)
        self.cast = self.cast or casting
        cast, outcome, fresh = cast_in(text), outcome_in(text), self.fresh
        if outcome is None:
            self._vote_alone(sentence, text, cast, way)
            return
        if fresh is not None and "declared" in text and outcome is fresh.outcome and not names_amendment(text):
            fresh.ballot = added(fresh.ballot, cast)  # the chair declares what the line before told
            return
        self._take_cast(cast, sentence, told=True)
        if _BOTH.search(text):
            for motion in self._open():
                self._decide(motion, outcome, sentence.paragraph)
            return
        named = names_amendment(text) or is_as_amended(text) or bool(numbers_in(text))
        target = self._target(text if named or not self.put else self.put)
        if target is None and fresh is not None and outcome is fresh.outcome and _HINTS.search(text):
            fresh.told.append(sentence.paragraph)  # what the line before told, told again with how it was put
        if target is not None and (outcome not in _TOLD_ALONE or self._may(target, outcome, text)):
            self._decide(target, outcome, sentence.paragraph, text)

    def _for_one(self, sentence: Sentence, text: str) -> bool:
        """Take a line of those who voted for one of two motions: "For the amendment: A, B"."""
        one = FOR_ONE.match(text)
        if one is None:
            return False
        what = one["what"].lower()
        self.sides[what] = added(self.sides.get(what, Ballot()), cast_in(text))
        self.told.append(sentence.paragraph)
        return True

    def _vote_alone(self, sentence: Sentence, text: str, cast: Cast, way: Outcome | None) -> None:
        """Take a line that tells votes, or what is put to the vote, and no outcome."""
        hints = says_any(text, _MATTERS) and (_HINTS.search(text) or A_PART.search(text)) is not None
        if hints:
            self._put_to_vote(text, sentence.paragraph)
        if cast:
            self._take_cast(cast, sentence)
        elif way is not None and not hints:
            outcome = Outcome.CARRIED if way is Outcome.CARRIED_BY_CASTING_VOTE else Outcome.LOST
            self._decide(self._target(f"{self.put} {text}"), outcome, sentence.paragraph)

    def _between_two(self, sentence: Sentence, text: str) -> bool:
        """Take a division told in words: "7 voted for the motion and 11 for the amendment, 2 declining to vote"."""
        found = _BETWEEN.search(text) if says_any(text, _FOR_THE) else None
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

    def _may(self, target: OpenMotion, outcome: Outcome, text: str) -> bool:
        """Whether an outcome without a vote is of this motion: an amendment alone is accepted, only the open one withdrawn."""
        if outcome is Outcome.ACCEPTED:
            return target.kind is MotionKind.AMENDMENT
        if outcome is Outcome.WITHDRAWN:
            return not re.search(r"\bwithdrew from (?:the )?(?:meeting|room|chamber)\b", text, re.I)
        return target.outcome is None

    def _bare_ends(self) -> None:
        """Settle a "RESOLVED" that no words followed."""
        bare, self.bare = self.bare, None
        if bare is not None and (resolved := is_resolved(bare.text)) is not None:
            self._resolve(bare, resolved)

    def _waits_for_words(self, sentence: Sentence, text: str) -> bool:
        """Take "RESOLVED" on a line of its own, whose words may follow; what stood there before is settled first."""
        bare = self.bare
        if bare is not None and _A_NUMBER.match(text):
            self.bare = replace(bare, text=f"{bare.text} {text}")
            return True
        if bare is not None and (BEGINS_WORDS.match(text) or ":" in bare.text):
            said = f"{bare.text} {text}"
            resolved = is_resolved(said)
            if resolved is not None:
                self.bare = None
                self._resolve(replace(sentence, text=said), resolved)
                return True
        self._bare_ends()
        if says_any(text, _DECIDING) and (_RESOLVED_ALONE.match(text) or _RESOLVED_AND_LISTED.match(text)):
            self.bare = sentence
        return self.bare is not None

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text
        if self._substantive(sentence):
            return
        if _LABEL.match(text) and outcome_in(text) is None:
            self._put_to_vote(text, None)
            self.label = text
            return
        if self._in_block(sentence):
            return
        sentence = self._with_person(sentence)
        text = sentence.text
        moving, resolved = moving_in(text), is_resolved(text)
        if self._waits_for_words(sentence, text):
            return
        if sentence.heading and (
            text == sentence.minute or _TITLE_OF_A_MOTION.match(text) or _IN_TWO_LANGUAGES.match(text)
        ):
            moving = None
        if self._takes_words(sentence, moving) or self._under_side(sentence) or self._is_quoted(sentence):
            return
        headed = headed_in(text, sentence.heading)
        if headed is not None and side_of(headed) is None:
            self._settle()
            self.found.append(OpenMotion(kind_of(headed[:HEAD]), headed, None, None, sentence.item, sentence.paragraph))
            self.fresh = None
            return
        if moving is not None and not self._is_about_others(text, moving):
            self._move(sentence, moving)
        elif moving is None and resolved is None and (words_at := impersonal_in(text)):
            self._settle()
            words = words_after(text[words_at:])
            self.found.append(OpenMotion(kind_of(words[:HEAD]), words, None, None, sentence.item, sentence.paragraph))
            self.fresh = None
        elif resolved is not None:
            self._resolve_each(sentence, resolved)
        else:
            self._tell(sentence)
            if asks_to_decide(text):
                self.asked = sentence

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether a sentence is of the words moved in a quotation: they say what is asked for, not what became of it."""
        return sentence.quoted and bool(self._open())

    def _resolve_each(self, sentence: Sentence, resolved: re.Match[str]) -> None:
        """Take the decisions of a sentence, one or two."""
        other = other_decision(sentence.text, resolved)
        if other is None:
            self._resolve(sentence, resolved)
            return
        self._resolve(replace(sentence, text=sentence.text[: other.start()]), resolved)
        self._sentence(replace(sentence, text=sentence.text[other.end() :]))
