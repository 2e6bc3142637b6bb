# Everything a newcomer types. `make` alone lists it.

SWIFT ?= swift
SEEDS ?= 100000
BUG_MODE ?= zero_division
FAULT ?= unhealthy_marker
ENGINE ?= auto
PORT ?=
LANES ?= 2
CONFIGURATION ?= release
PREFIX ?= /usr/local
DESTDIR ?=
BENCH_FLAGS ?=
SCRATCH ?=
IN_SCRATCH = $(if $(SCRATCH),--scratch-path $(SCRATCH))
RELEASE = -c $(CONFIGURATION) $(IN_SCRATCH)
LAB := .build/debug/lab
BENCH := .build/release/lab-bench
SOURCES := Package.swift Sources Tests Benchmarks

.DEFAULT_GOAL := help
.PHONY: help doctor setup build install uninstall man docs test test-live demo demo-code demo-code-all demo-runtime demo-runtime-all demo-compose inspect test-pages image app lint format simulate bench-build bench-code bench-blind bench-repair bench-search bench-mutate bench-packages bench-runtime clean bench bench-healers

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

doctor: ## say what this machine lacks for building and running the lab, and what to install
	@scripts/doctor $(LAB)

setup: ## install what is missing (libgit2, sqlite, a container engine); quick when nothing is
	@scripts/setup

build: setup ## build the lab
	$(SWIFT) build

install: setup ## build and install lab, its man page and completions; PREFIX=/usr/local, DESTDIR=, CONFIGURATION=release, ENGINE=none, SCRATCH=<build folder of its own>
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install --check
	$(SWIFT) build $(RELEASE) --product lab
	$(SWIFT) build $(RELEASE) --product AbortTrace
	$(SWIFT) build $(RELEASE) --product ForkServer
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install "$$($(SWIFT) build $(RELEASE) --show-bin-path)"

uninstall: ## take away what `make install` put below PREFIX
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install --remove

man: build ## write docs/man/lab.1 from the commands as they are
	$(SWIFT) package generate-manual --configuration debug --date 2026-01-01
	cp .build/plugins/GenerateManual/outputs/lab/lab.1 docs/man/lab.1

docs: setup ## build the documentation of the code into .lab/docs
	@SWIFT="$(SWIFT)" scripts/docs .lab/docs

test: setup ## run every test that needs no container engine
	$(SWIFT) test --no-parallel --skip LiveTests

test-live: setup ## run the tests of engines and of `lab watch` on a private container engine
	@SWIFT="$(SWIFT)" scripts/test-live

demo: demo-code demo-runtime ## run the demos: code, then a running service

demo-code: build ## break, heal and prove the sample service; BUG_MODE=<fault> chooses the fault
	$(LAB) demo code --bug $(BUG_MODE)

demo-code-all: build ## run the code demo for every fault, two at a time; LANES=<how many>
	@LANES="$(LANES)" scripts/demo-code-all $(LAB)

demo-runtime: build ## break a running service and heal it; FAULT=<fault>, ENGINE=auto|docker|swarm|process
	@scripts/demo-runtime $(LAB) $(ENGINE) $(FAULT)

demo-runtime-all: build ## run the runtime demo for every fault; ENGINE=…
	@scripts/demo-runtime $(LAB) $(ENGINE) all

demo-compose: build ## the runtime demo in Compose: a service with the watchdog beside it
	@scripts/demo-compose

image: build ## build healing-lab:latest and the sample's images on the engine
	@scripts/lab-image

app: ## run the sample service by hand on 127.0.0.1:8080
	$(SWIFT) run --package-path Sources/LabApp --scratch-path .lab/app labapp

inspect: build ## build pages from artifacts/ and print where they are; PORT=<port> serves them on 127.0.0.1
	$(LAB) report artifacts --html .lab/site $(if $(PORT),--serve --port $(PORT))

test-pages: build ## open every page, those of a live watch too, in headless Chromium, narrow and wide, light and dark
	@scripts/setup --pages
	$(LAB) report artifacts --html .lab/site
	$(LAB) report Tests/ReportsTests/Fixtures/run --compare artifacts --html .lab/site-fixtures
	$(LAB) report Tests/ReportsTests/Fixtures/bench --compare Tests/ReportsTests/Fixtures/bench-before --html .lab/site-bench
	scripts/test-pages .lab/site
	scripts/test-pages .lab/site-fixtures
	scripts/test-pages .lab/site-bench
	scripts/test-pages-live $(LAB)

lint: ## check the format
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## format the sources in place
	$(SWIFT) format --in-place --recursive $(SOURCES)

bench: build ## the scoreboard: every fault and control once, judged by the oracle, then pages; ENGINE=…, BENCH_FLAGS=…
	@scripts/bench $(LAB) $(ENGINE) --output .lab/bench $(BENCH_FLAGS)
	$(LAB) report .lab/bench --html .lab/bench-site

bench-healers: build ## measure healers that are bad on purpose: each has to score zero, and why is named; ENGINE=…
	@scripts/bench-healers $(LAB) $(ENGINE)

bench-code: build ## wall time of the code loop against its floor; writes docs/code-benchmark.md
	$(SWIFT) run lab-bench code

bench-blind: build ## heal hand-made defects nobody told the lab about; writes docs/blind-heals.md
	$(SWIFT) run lab-bench blind

# What people install is a release, so that is measured; the two libraries are loaded into the tests of patients.
bench-build: setup ## build the release that the four benchmarks of search and mutation measure
	$(SWIFT) build -c release --product AbortTrace
	$(SWIFT) build -c release --product ForkServer
	$(SWIFT) build -c release --product lab-bench

bench-repair: bench-build ## repair small defective packages by search; writes docs/repair-benchmark.md
	$(BENCH) repair

bench-search: bench-build ## candidates judged per second, against a rebuild for each; writes docs/search-benchmark.md
	$(BENCH) search

bench-mutate: bench-build ## mutants of published packages judged per second, against a rebuild for each; writes docs/mutation-benchmark.md
	$(BENCH) mutate

bench-packages: bench-build ## heal seeded faults in published packages with their own tests; writes docs/real-packages.md
	$(BENCH) packages

bench-runtime: setup ## detection and healing times on Docker, cost of many services; writes docs/runtime-benchmark.md
	@scripts/bench-runtime

simulate: setup ## the watchdog in simulated worlds; SEEDS=<how many>, SCRATCH=<build folder of its own>
	$(SWIFT) run -c release $(IN_SCRATCH) lab-simulate --seeds $(SEEDS)

clean: ## remove build products and private copies; artifacts stay
	@scripts/engine stop
	rm -rf .build .lab Sources/LabApp/.build
