# The one front door. `make help` lists what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

# Maven on the PATH when it is new enough, else the wrapper, which fetches one.
maven_floor := 3.8.7
MVN = $(shell found=$$(mvn --version 2>/dev/null | sed -n '1s/.*Apache Maven \([0-9][0-9.]*\).*/\1/p'); \
	if [ -n "$$found" ] && printf '%s\n' $(maven_floor) "$$found" | sort -V -C; then echo mvn; else echo ./mvnw; fi)
actionlint_version := 1.7.8
maven_flags := --batch-mode --no-transfer-progress

# Prints what ran, from the reports of this run; the last line is the count.
tally := java it/src/test/java/io/github/centrifugorpc/it/tally/TestTally.java

# A failed test keeps no other from running: Maven goes on, and the tally, which counts it, fails the run in its place.
# What no report tells (a compiler's error, a test process that died) Maven itself still stops at.
to_the_end := --fail-at-end -Dmaven.test.failure.ignore=true

# $(call need,COMMAND,HOW TO GET IT)
need = command -v $(1) >/dev/null || { echo "make $@: $(1) is missing. Get it: $(2)" >&2; exit 1; }

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

.PHONY: api
api: need-jdk need-node ## the main job, on the sample: OpenAPI document and REST client, three SDKs, their copies, the @api package
	@MVN="$(MVN)" it/demo/api.sh

.PHONY: demo
demo: need-jdk images ## start Centrifugo and the sample server, print a token, run the three quick starts; DEMO_STAY=1 leaves them up
	@MVN="$(MVN)" it/demo/demo.sh

.PHONY: test
test: need-jdk forget-reports images ## every test, the ones in containers included; installs Docker if it must and can
	@status=0; $(MVN) $(maven_flags) verify $(to_the_end) || status=$$?; $(tally) || status=$$?; exit $$status

# Both JDKs and both lines of Maven that we promise, as far as this machine has them. Each builds from clean: what
# another JDK compiled would be taken as it is, unseen by this one's checks.
jdks = $(sort $(wildcard $(JAVA_HOME_17_X64) $(JAVA_HOME_25_X64) /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/temurin-25-jdk-*))
mavens = $(sort $(MVN) ./mvnw)

.PHONY: test-all
test-all: need-jdk ## unit on every JDK (17, 25) and Maven at hand, then test with every scenario on both layouts
	@status=0; \
	for jdk in $(or $(jdks),"$(JAVA_HOME)"); do for maven in $(mavens); do \
		echo "unit: JDK $$jdk, $$maven"; JAVA_HOME="$$jdk" $(MAKE) clean unit MVN=$$maven || status=$$?; done; done; \
	$(MAKE) clean test maven_flags="$(maven_flags) -Deverything=true" || status=$$?; \
	exit $$status

.PHONY: unit
unit: need-jdk forget-reports ## the tests that need no Docker
	@status=0; $(MVN) $(maven_flags) verify $(to_the_end) -DskipITs || status=$$?; $(tally) || status=$$?; exit $$status

.PHONY: it
it: need-jdk forget-reports images ## the tests in containers
	@status=0; $(MVN) $(maven_flags) verify $(to_the_end) -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false || status=$$?; $(tally) || status=$$?; exit $$status

.PHONY: soak
soak: need-jdk forget-reports images ## calls under random faults in three languages, MINUTES=10 in all; SEED=… plays the faults of another run
	@status=0; $(MVN) $(maven_flags) verify $(to_the_end) -Dtest=none -Dit.test='*FaultsIT' -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -Dsoak.minutes=$(or $(MINUTES),10) $(if $(SEED),-Dsoak.seed=$(SEED)) || status=$$?; $(tally) || status=$$?; exit $$status

.PHONY: golden
golden: need-jdk ## write the expected contracts, SDKs and messages of it/corpus anew; look at the diff
	@$(MVN) $(maven_flags) --quiet test --projects centrifugo-maven-plugin --also-make -Dgolden.rewrite=true \
		-Dtest='ContractsTest,MistakesTest,GoTestTypesTest' -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: lint
lint: need-jdk .tools/actionlint-$(actionlint_version) ## formatting of the Java sources, and the workflows
	@$(MVN) $(maven_flags) spotless:check
	@.tools/actionlint-$(actionlint_version)

.tools/actionlint-$(actionlint_version):
	@$(call need,go,Go 1.24 or later: https://go.dev/dl)
	@GOBIN=$(CURDIR)/.tools go install github.com/rhysd/actionlint/cmd/actionlint@v$(actionlint_version)
	@mv .tools/actionlint $@

.PHONY: format
format: need-jdk ## format the Java sources
	@$(MVN) $(maven_flags) spotless:apply

.PHONY: docs
docs: need-jdk ## cut the code blocks of the papers anew from their sources
	@$(MVN) $(maven_flags) --projects it,centrifugo-maven-plugin --also-make test -Dpapers.update=true -Dtest=BuildReportTest,PapersTest,TroubleshootingPageTest -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: bench-consumers
bench-consumers: need-jdk need-node ## what SDKs of 1,000 methods and 2,000 types cost their users, on this machine: import, type checks, builds, sizes
	@$(call need,python3,Python 3.10 or later: https://www.python.org/downloads)
	@$(call need,go,Go 1.22 or later: https://go.dev/dl)
	@MVN="$(MVN)" it/bench/consumers/run.sh

.PHONY: images
images: ## make sure of Docker and of the images that tests run in
	@it/containers/docker.sh start
	@it/containers/images.sh

.PHONY: clean
clean: ## remove what builds made
	@$(MVN) $(maven_flags) clean

.PHONY: need-jdk
need-jdk:
	@$(call need,javac,a JDK 17 or later: apt-get install openjdk-17-jdk-headless; brew install openjdk@17; or https://adoptium.net)

.PHONY: need-node
need-node:
	@$(call need,npm,Node 20 or later and npm: apt-get install nodejs npm; brew install node; or https://nodejs.org)
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || \
	    { echo "make: Node $$(node --version) is too old. Get 20 or later: https://nodejs.org" >&2; exit 1; }

.PHONY: forget-reports
forget-reports:
	@rm -rf target/*-reports */target/*-reports
