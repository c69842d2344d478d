"""How long readers wait when many ask at once: a running page is asked through its API, as its own browser asks it.

    python benchmarks/load.py http://127.0.0.1:7860 [--readers 20] [--rounds 3] [--browser /usr/bin/chromium]

The page is one that `minutebook serve` has open. In each round every reader asks another question at the same moment.
Prints what one reader alone waits, then the median and the slowest of each round; with --browser also how soon the page
can be used, and when an answer's first words stand there.
"""

import argparse
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from threading import Barrier

import httpx

QUESTIONS = (
    "What was decided about the budget?",
    "How many children are in care?",
    "What is the latest on the bus gate?",
    "Who voted against the amendment?",
    "What was recommended about garden waste?",
    "Which actions are still open?",
    "What did Cabinet decide in January 2024?",
    "Why was the report deferred?",
    "potholes",
    "How much does a residential placement cost?",
    "When is the next meeting?",
    "What was said about libraries?",
    "Is there a charge for garden waste?",
    "fostering households",
    "What does the forward plan say about waste?",
    "How many exclusions were there in 2023/24?",
    "Was the weight limit approved?",
    "What was the outcome of the call-in?",
    "Are there any mermaids?",
    "minute 86",
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:7860")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--browser", help="where Chromium is, to measure at the browser too")
    asked = parser.parse_args()
    with ThreadPoolExecutor(asked.readers) as pool:
        clients = [httpx.Client(base_url=asked.url, timeout=60.0) for _ in range(asked.readers)]
        alone = [_wait(clients[0], question) for question in QUESTIONS[:5]]
        print(f"one reader alone: median {statistics.median(alone):.2f} s")
        for n in range(asked.rounds):
            questions = [QUESTIONS[(n + i) % len(QUESTIONS)] for i in range(asked.readers)]
            starts = repeat(Barrier(asked.readers))
            waits = sorted(pool.map(_wait, clients, questions, starts))
            print(
                f"{asked.readers} readers at once, round {n + 1}: median {statistics.median(waits):.2f} s, "
                f"slowest {waits[-1]:.2f} s"
            )
    if asked.browser:
        at_the_browser(asked.url, asked.browser)


def _wait(client: httpx.Client, question: str, start: Barrier | None = None) -> float:
    """Seconds from asking to the whole answer, by Gradio's API: a call, then its stream of events."""
    if start:
        start.wait()
    began = time.perf_counter()
    call = client.post("/gradio_api/call/ask", json={"data": [question, "", "", "", "", ""]})
    with client.stream("GET", f"/gradio_api/call/ask/{call.raise_for_status().json()['event_id']}") as events:
        ended = next(line for line in events.iter_lines() if line in ("event: complete", "event: error"))
    if ended != "event: complete":
        raise SystemExit(f"The page could not answer {question!r}: see its log.")
    return time.perf_counter() - began


def at_the_browser(url: str, browser: str) -> None:
    """When the page can be used, and an answer's first words after Enter is pressed, by the browser's own clock."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page()
        page.goto(url)
        page.wait_for_selector(".example, .welcome")
        print(f"page ready: {page.evaluate('performance.now()') / 1000:.2f} s")
        page.evaluate(_WATCH)
        firsts = []
        for question in QUESTIONS[:10]:
            page.get_by_label("Your question").fill(question)
            page.keyboard.press("Enter")
            page.wait_for_selector("#current .turn:not(.pending) .answer")
            page.wait_for_timeout(1500)
            firsts.append(page.evaluate("window.firstWords - window.pressed"))
        print(f"first words: median {statistics.median(firsts):.0f} ms, slowest {max(firsts):.0f} ms")
        chromium.close()


_WATCH = """() => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    window.pressed = performance.now();
    window.asked = event.target.value;
    window.firstWords = null;
  }, true);
  new MutationObserver(() => {
    const words = document.querySelector("#current .answer > :is(p:not(.working), .said, h3)");
    const asked = document.querySelector("#current .question h2");
    if (words && !window.firstWords && asked?.textContent.endsWith(window.asked)) window.firstWords = performance.now();
  }).observe(document.querySelector("#current"), { childList: true, subtree: true, characterData: true });
}"""


if __name__ == "__main__":
    main()
