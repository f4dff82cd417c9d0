"""Print what a generated Python SDK costs the programs that use it.

    python python_times.py FOLDER...

Each FOLDER is the package of an SDK. Every number is a median of runs in fresh interpreters, in
milliseconds: importing the SDK beyond pydantic and asyncio; the first use of a model, and of the
slowest of those that were tried; using all models in one program.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

RUNS = 7
MODELS = 12

IN_A_FRESH_INTERPRETER = """
import asyncio, importlib, json, sys, time
from pydantic import BaseModel, TypeAdapter, ValidationError

class First(BaseModel):
    field: int

parent, package, what = sys.argv[1:]
sys.path.insert(0, parent)
start = time.perf_counter()
importlib.import_module(package)
imported = time.perf_counter()
models = importlib.import_module(package + ".models")
names = models.__all__
for name in names if what == "all" else [what] if what else []:
    try:
        TypeAdapter(getattr(models, name)).validate_json("{}")
    except ValidationError:
        pass
used = time.perf_counter()
print(json.dumps([names, (imported - start) * 1000, (used - imported) * 1000]))
"""


def measured(package: Path, what: str) -> list[Any]:
    """Give the names of the types, and what importing and using `what` took."""
    command = [sys.executable, "-c", IN_A_FRESH_INTERPRETER, package.parent, package.name, what]
    # Programs run compiled.
    compiling = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, env=compiling
    )
    if done.returncode != 0:
        raise SystemExit(f"{package}: {done.stderr}")
    return list(json.loads(done.stdout))


def main(packages: list[Path]) -> None:
    """Measure each SDK and print a table."""
    print(f"{'SDK':24}{'types':>8}{'import':>10}{'first use':>12}{'slowest':>10}{'all':>10}")
    for package in packages:
        # The first run compiles and does not count.
        names = measured(package, "")[0]
        some = names[:: max(1, len(names) // MODELS)]
        imports = statistics.median(measured(package, "")[1] for _ in range(RUNS))
        uses = [statistics.median(measured(package, name)[2] for _ in range(3)) for name in some]
        everything = measured(package, "all")[2]
        title = f"{package.parent.name}/{package.name}"
        print(
            f"{title:24}{len(names):8}{imports:10.1f}"
            f"{statistics.median(uses):12.1f}{max(uses):10.1f}{everything:10.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main([Path(argument).resolve() for argument in sys.argv[1:]])
