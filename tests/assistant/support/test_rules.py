"""All rules of the support gate: each says what it does, has a name of its own, and lets a paper's own words pass."""

from collections.abc import Iterator

import pytest

from assistant.evaluation.measures import load_gold
from assistant.language.annotated import read
from assistant.support.alignment import align
from assistant.support.fault import Flaw
from assistant.support.gate import RULES, Rule, judge
from places import PAIRS, QUESTIONS

# Rules that today stop a paragraph's own words, and how that paragraph begins. `judge` never asks them, because it lets
# a quotation pass at once; but each is a mistake of its rule, and no other may join them.
KNOWN_MISTAKES = {
    ("vote_faults", "Councillor Haldane proposed and Councillor Joshi"),
    ("labelled_faults", "During the year the Registration Service recorded"),
    ("scope_faults", "5.3 Sickness absence averaged 9.8 days per employee"),
    ("decision_faults", "RESOLVED – That (a) the Treasury Management outturn"),
}


def _rows() -> Iterator[tuple[str, list[str]]]:
    for row in [*load_gold(QUESTIONS / "sample-gate.jsonl"), *load_gold(PAIRS)]:
        yield row["sentence"], row["paragraphs"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_says_when_it_yields_a_fault(rule: Rule) -> None:
    assert (rule.__doc__ or "").startswith("Yield a fault ")


def test_no_two_rules_share_a_name() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_no_rule_finds_a_fault_in_a_paragraph_s_own_words_but_the_known_ones() -> None:
    found = set()
    for paragraph in dict.fromkeys(paragraph for _, paragraphs in _rows() for paragraph in paragraphs):
        pair = align(read(paragraph), read(paragraph))
        found |= {(rule.__name__, paragraph) for rule in RULES if any(rule(pair))}
    unknown = [
        (rule, paragraph)
        for rule, paragraph in found
        if not any(rule == name and paragraph.startswith(opening) for name, opening in KNOWN_MISTAKES)
    ]
    assert unknown == []
    assert len(found) == len(KNOWN_MISTAKES)


def test_a_stopped_sentence_names_its_rule_and_flaw_and_a_supported_one_names_none() -> None:
    names = {rule.__name__ for rule in RULES}
    for sentence, paragraphs in _rows():
        verdict = judge(sentence, paragraphs)
        if verdict.supported:
            assert (verdict.reason, verdict.flaw, verdict.rule) == (None, None, None)
        else:
            assert isinstance(verdict.flaw, Flaw)
            assert verdict.rule in names


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "rule"),
    [
        ("The fee rose to £13.", ["The fee rose to £12."], "figure_faults"),
        ("Ms Vance gave the talk.", ["Ms Joshi gave the talk."], "name_faults"),
        ("The fee fell to £12.", ["The fee rose to £12."], "direction_faults"),
        ("The clinic is not open on Mondays.", ["The clinic is open on Mondays."], "denial_faults"),
        ("The barn was painted by the Council.", ["The Council has a barn and a mill."], "novel_deeds"),
        (" . ", ["The fee rose."], "nothing_said"),
        ("The fee rose.", [], "nothing_cited"),
    ],
)
def test_the_verdict_names_the_rule_that_stopped_the_sentence(sentence: str, paragraphs: list[str], rule: str) -> None:
    assert judge(sentence, paragraphs).rule == rule


def test_every_flaw_is_found_by_some_rule() -> None:
    told = {judge(sentence, paragraphs).flaw for sentence, paragraphs in _rows()}
    told.add(judge("The Panel approved the plan.", ["That the plan be approved."], ["recommendation"]).flaw)
    assert set(Flaw) <= told
