# make site      dựng trang từ dữ liệu trong kho
# make test      chạy mọi phép thử (như máy chủ tích hợp)
# make reference tạo lại trang tra cứu và lược đồ
# make lock      khóa lại phiên bản các thư viện
# make bench     đo tốc độ, bộ nhớ so với chương trình khác (BENCH_FLAGS="notice --write")
# make pictures dựng lại hình của các hướng dẫn
# make search-eval đo tìm kiếm bằng bộ câu hỏi mẫu, trong trình duyệt thật
# make soak     giết bản dựng 50 lần vào lúc bất kỳ, xem trang và kho kết quả có lành không; Lighthouse trên mọi loại trang; xem từng chữ của mọi bản in
# make fonts     dựng lại bộ phông từ gói gốc và so sánh

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: site test lint judges tools reference lock fonts bench soak pictures search-eval clean

site: $(VENV)/.runtime
	$(BIN)/congkhai build $(BUILD_FLAGS)

test: tools lint judges
	$(BIN)/python -m pytest -n auto --dist worksteal --durations 25 --durations-min 5 $(TEST_FLAGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy

tools:
	@sh tests/tools.sh

judges: tests/judges/node_modules/.installed

tests/judges/node_modules/.installed: tests/judges/package-lock.json
	@if command -v npm >/dev/null 2>&1; then \
	  npm ci --prefix tests/judges --ignore-scripts --no-audit --no-fund --silent && touch $@; \
	else \
	  echo "Không có npm: các phép thử của axe-core, Lighthouse và Nu HTML checker sẽ được bỏ qua."; \
	fi

reference: $(VENV)/.dev
	$(BIN)/congkhai reference --docs

lock: $(VENV)/.dev
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --extra build --extra import --no-annotate --no-header --no-emit-index-url --quiet -o requirements.lock $(LOCK_FLAGS)
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --extra build --extra import --extra dev --constraint requirements.lock \
	  --no-annotate --no-header --no-emit-index-url --quiet -o requirements-dev.lock $(LOCK_FLAGS)
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --extra build --extra import --extra dev --extra bench --constraint requirements-dev.lock \
	  --no-annotate --no-header --no-emit-index-url --quiet -o requirements-bench.lock $(LOCK_FLAGS)

bench: tools $(VENV)/.dev
	$(INSTALL) --require-hashes --requirement requirements-bench.lock
	$(BIN)/python -m tests.bench $(BENCH_FLAGS)

pictures: tools $(VENV)/.dev
	$(BIN)/python -m tests.pictures

search-eval: tools $(VENV)/.dev
	$(BIN)/python -m tests.search.evaluate $(EVAL_FLAGS)

soak: tools judges $(VENV)/.dev
	CONGKHAI_SOAK=50 $(BIN)/python -m pytest -q tests/publish/test_interrupted.py tests/whole/test_lighthouse.py tests/notices

fonts: $(VENV)/.dev
	$(BIN)/python generator/fonts.py

$(VENV)/bin/python:
	@sh tests/venv.sh $(PYTHON) $(VENV)

# The editable install comes last and without its dependencies: the lock has them, with their hashes.
$(VENV)/.runtime: $(VENV)/bin/python requirements.lock pyproject.toml
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) site .congkhai .site.lock tests/judges/node_modules
