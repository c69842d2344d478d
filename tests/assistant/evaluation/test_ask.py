"""Gold questions put to an assistant, a conversation turn by turn."""

from assistant.evaluation import ask_gold
from assistant.models import Answer, Asked, Mode
from corpus.models import Role


def echo(asked: Asked) -> Answer:
    """Answers with who asks, how many turns were before, and the question."""
    words = f"{asked.role.value} {len(asked.history)} {asked.question}"
    return Answer(asked.question, words, False, None, Mode.EXTRACTIVE, (), (), 0.0, "", 1.0)


def test_a_question_is_asked_by_itself() -> None:
    ((gold, answer),) = ask_gold(echo, {"id": "q1", "question": "Benches?", "must": []})
    assert gold == {"id": "q1", "question": "Benches?", "must": []}
    assert answer.answer == "public 0 Benches?"


def test_each_turn_of_a_conversation_sees_the_turns_before_it() -> None:
    line = {"id": "c1", "turns": [{"question": "Benches?"}, {"question": "And swings?"}]}
    pairs = list(ask_gold(echo, line, Role.MEMBER))
    assert [gold["id"] for gold, _ in pairs] == ["c1#1", "c1#2"]
    assert [answer.answer for _, answer in pairs] == ["member 0 Benches?", "member 1 And swings?"]
