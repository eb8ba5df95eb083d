# The commands of README.md. A machine needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-compile --quiet --require-hashes --no-deps

.DEFAULT_GOAL := run
.PHONY: run demo test check bench lock

run: .venv/requirements.lock  ## serve the dashboard; HOST, PORT and WORKERS change where
	@exec $(BIN)/python -m deploy.serve

demo: .venv/requirements.lock  ## the same with a made-up registry, stamped SYNTHETIC everywhere
	@$(BIN)/python -m data training .demo
	@ATALAYA_DATA=.demo exec $(BIN)/python -m deploy.serve

test: check  ## everything that must pass, browser journeys included
	.ci/chromium
	.ci/nginx
	$(BIN)/pytest -n 2 --dist worksteal

check: .venv/requirements-dev.lock  ## style, types, import contracts, data
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m data check

bench: .venv/requirements-dev.lock  ## measure against plain Dash; writes benchmarks/results.md
	$(BIN)/python -m benchmarks.run

lock:  ## renew both lock files from pyproject.toml; needs uv
	uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra redis -o requirements.lock
	uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra redis --group build --group dev -c requirements.lock -o requirements-dev.lock

# The copy of a lock file in .venv is the stamp of what is installed there.
.venv/%.lock: %.lock | .venv/bin/python
	@echo "Installing $< into .venv ..."
	@$(PIP) --requirement $<
	@$(BIN)/python -m deploy.compress_scripts
	@cp $< $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"Python 3.11 or newer is needed; $(PYTHON) is {sys.version.split()[0]}")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make environments; on Debian: apt install python3-venv" >&2; exit 1; }
