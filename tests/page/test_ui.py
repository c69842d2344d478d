"""The page as Gradio builds it."""

import gc
import json
import subprocess
import sys

import pytest

from page_fakes import FakeAssistant
from places import ROOT
from ui import build_ui

# Imports all of the page, then prints what that started. Opening a socket alone is not listed: urllib3 does it to
# find out whether the machine knows IPv6.
IMPORTS = """
import importlib, json, pkgutil, sys, threading

STARTS = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.posix_spawn", "os.fork", "os.mkdir",
          "sqlite3.connect", "_thread.start_new_thread")
started = []
sys.addaudithook(lambda event, arguments: started.append(event) if event in STARTS else None)
import page, ui
for module in pkgutil.walk_packages(page.__path__, "page."):
    importlib.import_module(module.name)
models = [name for name in ("torch", "sentence_transformers", "chromadb") if name in sys.modules]
print(json.dumps([started, threading.active_count(), models]))
"""


@pytest.mark.heavy
# Gradio leaves event loops open for the collector to close.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_page_tells_nobody_of_its_use(fake: FakeAssistant) -> None:
    ui = build_ui(fake)
    assert ui.analytics_enabled is False
    gc.collect()
    assert {fn.api_name for fn in ui.fns.values() if fn.api_visibility == "public"} == {"ask", "check", "decisions"}


@pytest.mark.heavy  # a fresh interpreter imports Gradio
def test_importing_the_page_starts_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [[], 1, []]
