"""What is moved: a sentence that says so opens a motion, or gives the one before its mover, seconder or words. Pure."""

import re
from dataclasses import dataclass, replace

from corpus.models import MotionKind, Outcome
from corpus.motions.deciding import is_resolved, is_to_be_taken_up, names_a_thing, puts_off
from corpus.motions.floor import CARRIED, Floor
from corpus.motions.open_motion import OpenMotion, likeness
from corpus.motions.people import NAME
from corpus.motions.sentences import Sentence
from corpus.motions.signs import (
    Moving,
    casts_a_vote,
    is_unseconded,
    kind_of,
    numbers_in,
    outcome_in,
    seconder_in,
    words_after,
)
from corpus.motions.votes import cast_in, is_won

_IS_NO_MATTER = re.compile(r"^\W*(?:that|to|be it resolved|be it resolved that|now therefore be it resolved|the following (?:motion|amendment|resolution)\w*|of which notice had been given|the (?:\w+[’']?s? )?(?:recommendations?|motion)(?: (?:in|of) the report)?)\W*$|^(?:\S+\s+){0,12}\S*:\s*$|\bset out (?:in|at) paragraph \d+\W*$", re.I)  # fmt: skip
OPENS_ALONE = re.compile(r"^\W*(?:(?:now,? )?(?:therefore,? )?be it (?:therefore )?resolved(?: that)?|that)\W*$", re.I)
_OPERATIVE = re.compile(
    r"^\W*(?:now,? )?(?:therefore,? )?(?:be it (?:further )?resolved|now therefore|therefore)\b", re.I
)
_OPENING = 15  # letters within which a sentence that moves something says so
_SHOUTS_THAT = re.compile(r"^[^.]{0,60}?\b(?=THAT\b)")
BEGINS_WORDS = re.compile(r"^\W*(?:that|be it|whereas|(?:now,? )?therefore|this council)\b|^[\"“]", re.I)
OPENS_WORDS = re.compile(r"^(?:[\"“‘'(]|that\b|to\b|be it|whereas|this council|the council|\(?\w{1,2}[.)]\s)", re.I)
_QUOTED = re.compile(r"^[\"“].+[\"”]\.?$|^that\b", re.I)
_OF_THE_OPEN = re.compile(r"^\W*(?:vote on |(?:the|this) (?:\w+ )?(?:motion|amendment|proposal|vote)\b(?=.*\b(?:put|vote[sd]?|carried|lost|passed|defeated|agreed|withdrawn)\b))", re.I)  # fmt: skip
_PRONOUN = re.compile(r"^(He|She) (?:then |also |therefore )?(?:moved|proposed|withdrew)\b")
_PROPOSES = re.compile(r"\b(?:proposed|proposes|moved|moves)\W*$", re.I)
_SPEAKER = re.compile(rf"^{NAME}(?= [a-z])")
UNVOTED = frozenset({Outcome.WITHDRAWN, Outcome.DEFERRED, Outcome.REFERRED})
_ALIKE = 0.5  # share of words in common from which what was resolved is what was moved
_OWN = 3  # words, from which what was decided is said in words of its own
_NAMED = 5  # words, up to which a thing that was approved is only named ("the form", "with the lease")
_BACK = re.compile(
    r"^\W*(?:with |to )?(?:(?:this|that|these|those)(?: \w+)?|it|the same|so)(?: (?:at|for|on|in|by|with|subject)\b.*)?\W*$",
    re.I,
)
_TO_BACK = re.compile(
    r"^to (?:accept|approve|adopt|agree(?: to)?|endorse|support) (?:this|these|the)(?: \w+){1,2}\W*$", re.I
)
_ACCORDINGLY = re.compile(r"^\W*(?:accordingly|as above|as moved)\b", re.I)
_NAMES_IT = re.compile(
    r"^\W*(?:that )?the (?:\w+[ -]){0,2}(?:motion|proposal|amendment)\b[^.;]{0,50}\bbe (?:approved|adopted|carried|accepted|agreed)\b",
    re.I,
)
_RECOMMENDED = re.compile(r"^\W*recommended\b", re.I)
_REPEATED = 0.8  # share of words in common from which what was resolved is an amendment that carried
_ANNOUNCED = 4  # words, below which a motion's are not its own
HEAD = 60  # letters of a motion's words that say what kind it is


@dataclass
class Moves(Floor):
    """Takes what is moved: who moves, who seconds, in what words."""

    def _move(self, sentence: Sentence, moving: Moving) -> None:
        """Open a motion, or give the one before the names that stand behind its words."""
        rest = sentence.text[moving.end :]
        second = seconder_in(rest)
        seconder = moving.seconder or (second[0] if second else None)
        ahead = rest
        if second and not moving.seconder:
            ahead = rest[: second[1]] if words_after(rest[: second[1]]) else rest[second[2] :]
        words = words_after(ahead) or moving.words
        if not words and self._names_the_last(sentence, moving, seconder):
            self._tell_rest(sentence, ahead)
            return
        if not words and self._repeats_mover(moving) or moving.settles and self._settles_open(sentence, moving):
            return
        self._settle()
        motion = self._opened(sentence, moving, ahead, words)
        motion.seconder = seconder
        if not words and moving.active and len(ahead.split()) > 1 and not outcome_in(ahead):
            motion.words = ahead.strip(" ,;:")
        before = sentence.text[: moving.start].strip(" ,(;:–—-")
        if not motion.words or "nominat" in sentence.text[moving.start : moving.end].lower():
            self._words_from_before(motion, before, sentence)
        motion.named_only = motion.named_only or bool(_IS_NO_MATTER.search(motion.words))
        self.found.append(motion)
        self.label, self.put, self.put_at, self.fresh = "", "", None, None
        self._tell_at_once(sentence, moving, motion, before, ahead)

    def _names_the_last(self, sentence: Sentence, moving: Moving, seconder: str | None) -> bool:
        """Give the motion before, whose mover is not known, its mover and seconder."""
        last = self._last()
        if last is not None and self._is_announced(last, moving) and seconder is not None:
            last.seconder = seconder
            if self.before is not None and self.before.paragraph == sentence.paragraph:
                last.is_worded(self.before.text, sentence.paragraph)
            return True
        if last is None or last.mover is not None or last.outcome not in (None, *CARRIED):
            return False
        if last.outcome is not None and moving.active and len(sentence.text[moving.end :].split()) >= _ANNOUNCED:
            return False  # "Members agreed to plant a tree. Cllr Ash proposed the committee buy a bench."
        if not last.is_in(sentence, self.before):
            return False
        last.mover, last.seconder = moving.mover, seconder
        last.printed.append(sentence.paragraph)
        return True

    def _is_announced(self, last: OpenMotion, moving: Moving) -> bool:
        """Whether the last motion only says that its mover offers one, whose words follow ("Mr Ash offered an amendment:")."""
        same = last.mover == moving.mover and last.seconder is None and last.outcome is None
        return same and len(last.words.split()) < _ANNOUNCED

    def _opened(self, sentence: Sentence, moving: Moving, ahead: str, words: str) -> OpenMotion:
        """A motion as its sentence opens it: its kind, mover, words, and the numbers by which later lines name it."""
        text = sentence.text
        opens = f"{self.label} {text[: text.find(words)] if words and words in text else text}"
        moved = text[moving.start : moving.end]
        kind = kind_of(f"{opens} {words[:25]}")
        if kind is not MotionKind.AMENDMENT:
            kind = kind_of(f"{self.label} {moved} {'' if words else ahead[:40]} {words[:HEAD]}")
        return OpenMotion(
            kind=kind,
            words=words,
            mover=moving.mover,
            seconder=None,
            item=_code(text) or sentence.item,
            paragraph=sentence.paragraph,
            numbers=numbers_in(opens.split("paragraph")[0]) | _own_number(sentence),
            proposed=_PROPOSES.search(moved) is not None,
        )

    def _tell_at_once(self, sentence: Sentence, moving: Moving, motion: OpenMotion, before: str, ahead: str) -> None:
        """What the sentence that moves a motion says became of it."""
        text, words = sentence.text, motion.words
        outcome = outcome_in(text)
        if is_unseconded(text) and outcome is not Outcome.WITHDRAWN:
            motion.decide(Outcome.NOT_SECONDED, sentence.paragraph)
            return
        if is_to_be_taken_up(text[moving.end :]):
            motion.decide(Outcome.DEFERRED, sentence.paragraph)
            return
        if outcome in UNVOTED and moving.settles:
            motion.decide(outcome, sentence.paragraph)
            return
        printed = bool(words) and words in ahead
        lead = ahead[: ahead.find(words)] if printed else ""
        told = outcome_in(lead)
        if (
            _RECOMMENDED.match(before)
            or is_resolved(before)
            or outcome_in(before) is Outcome.CARRIED
            and moving.start < HEAD
        ):
            self._decide(motion, Outcome.CARRIED, sentence.paragraph)
        elif is_resolved(f"{lead}that") or told in (Outcome.CARRIED, Outcome.LOST):
            self._decide(motion, told or Outcome.CARRIED, sentence.paragraph)
        self._tell_rest(sentence, text if printed else ahead, printed)

    def _settles_open(self, sentence: Sentence, moving: Moving) -> bool:
        """Take "X withdrew his motion" as what became of the motion that X moved in this minute."""
        own = next(
            (one for one in self._open() if one.mover and one.mover.split()[-1] == moving.mover.split()[-1]), None
        )
        outcome = outcome_in(sentence.text)
        if own is not None and outcome in (Outcome.CARRIED, Outcome.LOST):
            self._take_cast(cast_in(sentence.text), sentence, told=True)
            self._decide(own, outcome, sentence.paragraph)
            return True
        if own is None or outcome not in UNVOTED:
            return False
        own.decide(outcome, sentence.paragraph)
        return True

    def _repeats_mover(self, moving: Moving) -> bool:
        """Whether a sign of moving only repeats who moved the open motion."""
        last = self._last()
        return last is not None and last.outcome is None and last.mover == moving.mover and not last.words

    def _words_from_before(self, proposal: OpenMotion, before: str, sentence: Sentence) -> None:
        """A motion whose words stand in front of who moved it: in the sentence, or as the sentence before."""
        told = re.sub(r"^(?:\(?\w{1,3}[.)]\s+)", "", before)
        if len(told.split()) >= 3:
            proposal.words, proposal.named_only = told, not OPENS_WORDS.match(told)
            resolved = is_resolved(before) or outcome_in(before)
            if resolved:
                proposal.decide(Outcome.CARRIED, sentence.paragraph)
        elif self.before is not None and self._is_free(self.before, sentence):
            proposal.is_worded(self.before.text, self.before.paragraph)
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
        if not (reasons or last.named_only and (BEGINS_WORDS.match(text) or titled)) or self.ballot_open:
            return False
        if titled:
            last.numbers |= numbers_in(text[: titled.end()])
            text = text[titled.end() :]
        last.is_worded(text, sentence.paragraph)
        last.named_only = bool(OPENS_ALONE.match(text))
        self._tell_rest(sentence, text, after_words=True)
        return True

    def _resolve(self, sentence: Sentence, resolved: re.Match[str]) -> None:
        """What was resolved: the open motion where it is alike or has no words yet, else a decision of its own."""
        text = sentence.text
        behind = text[resolved.end() :].strip(" ,:.–—-")
        words = behind if names_a_thing(resolved) else words_after(text[resolved.end() :]) or behind
        if self._repeats_amendment(words):
            return
        self.cast = self.cast or casts_a_vote(text)[0]
        words = "" if _ACCORDINGLY.match(words) else words
        named = bool(_NAMES_IT.match(words))
        target = self._target(words if named else "")
        voted = target is not None and (is_won(self.ballot) or is_won(target.ballot))
        outcome = Outcome.CARRIED
        if target is not None and (target.named_only or len(words.split()) < _OWN or named or voted):
            if target.named_only and len(words.split()) >= _OWN:
                target.is_worded(words, sentence.paragraph)
                target.named_only = False
        elif target is None or likeness(target.words, words) < _ALIKE:
            matter = self._matter(sentence, words, resolved)
            if matter is None:
                return
            target = self._decided(*matter)
            outcome = Outcome.DEFERRED if puts_off(matter[0]) else outcome
        self._take_cast(cast_in(text[-80:]), sentence, told=True)
        self._decide(target, outcome, sentence.paragraph)

    def _matter(self, sentence: Sentence, words: str, resolved: re.Match[str]) -> tuple[str, Sentence] | None:
        """What was decided, and where it stands: in the words behind, or in what was asked or said before.

        None where the sentence only repeats what became of something.
        """
        points_back = _TO_BACK.match(words) is not None
        if points_back and self.asked is None or not names_a_thing(resolved) and not points_back:
            return (words, sentence) if len(words.split()) >= _OWN else None
        if len(words.split()) > _NAMED and not _BACK.match(words):
            return words, sentence
        if self.fresh is not None and self.since <= 1:
            return None  # told just before
        if self.asked is not None:
            return self.asked.text, self.asked
        return self._with_before(sentence) if _BACK.match(words) else sentence.text, sentence

    def _with_before(self, sentence: Sentence) -> str:
        """A sentence that points back, with the one that it points at where both stand in one paragraph."""
        before = self.before
        if before is None or before.paragraph != sentence.paragraph:
            return sentence.text
        return f"{self.behind} {before.text} {sentence.text}".strip()

    def _decided(self, words: str, sentence: Sentence) -> OpenMotion:
        """A decision that nobody is named to have moved."""
        self._settle()
        second = seconder_in(sentence.text)
        decided = OpenMotion(
            kind_of(words[:HEAD]), words, None, second[0] if second else None, sentence.item, sentence.paragraph
        )
        if decided.kind is MotionKind.AMENDMENT:
            decided.kind = MotionKind.MOTION
        if self.fresh is not None and self.fresh.amended and self.fresh.outcome in CARRIED:
            decided.kind = MotionKind.SUBSTANTIVE  # what carried just before, in the words of its amendments
            decided.take_ballot(self.fresh.ballot, self.fresh.whole, self.fresh.told)
        self.found.append(decided)
        return decided

    def _repeats_amendment(self, words: str) -> bool:
        """Whether what was resolved is an amendment that carried: the motion that it amends is not put again."""
        carried = [
            one for one in self.found[self.here :] if one.kind is MotionKind.AMENDMENT and one.outcome in CARRIED
        ]
        open_one = self._target("")
        alike = max((likeness(one.words, words) for one in carried), default=0.0)
        if alike < _REPEATED or open_one is not None and likeness(open_one.words, words) >= alike:
            return False
        for one in self._open():
            one.amended = one.replaced = True
        return True

    def _with_person(self, sentence: Sentence) -> Sentence:
        """A sentence whose "He" or "She" that moves something is the person named before."""
        pronoun = _PRONOUN.match(sentence.text)
        if pronoun is None:
            self.heard.append(sentence.text)
            return sentence
        named = next((named[0] for text in reversed(self.heard) if (named := _SPEAKER.match(text))), None)
        return replace(sentence, text=f"{named} {sentence.text[pronoun.end(1) + 1 :]}") if named else sentence

    def _is_about_others(self, text: str, moving: Moving) -> bool:
        """Whether what seems to move something only tells of the motion before ("the amendment was lost, the motion by X")."""
        behind = text[moving.end :]
        if seconder_in(behind) or not self._open() or re.search(r"\bthat\b", behind):
            return False
        return bool(_OF_THE_OPEN.match(text))


def _code(text: str) -> str | None:
    """The code that opens a resolution ("R2018-087 L. Smith, T. Marchant: That ..."); None where there is none."""
    found = re.match(r"^([A-Z]{1,4}[-. ]?\d{2,4}[-/]\d{1,4}[A-Z]?)\b", text)
    return found[1] if found else None


def _own_number(sentence: Sentence) -> set[str]:
    """The number of the paragraph that a sentence opens, by which later lines name what it moves."""
    number = re.match(r"^\(?(\d{1,3})[.)]", sentence.text)
    return {f"para {number[1]}"} if number else set()
