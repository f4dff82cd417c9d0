from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import to_json

from runtime._model import Model, to_wire

IN_A_FRESH_INTERPRETER = """
import sys
from tests import in_parts
assert not [name for name in sys.modules if name.startswith("tests.in_parts.")]
Book = in_parts.Book
assert "tests.in_parts.objects1" not in sys.modules
book = Book.model_validate_json('{{"author": {{"name": "A", "works": {{"a": {work}}}}}}}')
assert sorted(name for name in sys.modules if name.startswith("tests.in_parts.")) == [
    "tests.in_parts.objects1", "tests.in_parts.objects2", "tests.in_parts.unions1"
]
assert type(book.author) is in_parts.Author, book
print(book.model_dump_json(exclude_defaults=True))
"""

LINK = """
class Link{index}(Model):
    value: int = 0
    {link}
"""


def test_parts_are_loaded_by_the_first_use_of_a_type() -> None:
    newer = '{"type":"newer","a":null}'
    program = IN_A_FRESH_INTERPRETER.format(work=newer)
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == f'{{"author":{{"name":"A","works":{{"a":{newer}}}}}}}'


def chain(name: str, length: int, link: str) -> Any:
    """Make a module of models, each with a field of the next one's type."""
    module = ModuleType(name)
    sys.modules[name] = module
    source = "from __future__ import annotations\nfrom runtime._wire import Model, empty_list\n"
    for index in range(length):
        source += LINK.format(index=index, link=link.format(next=(index + 1) % length))
    exec(source, vars(module))
    return module


@pytest.mark.parametrize(
    "link", ["next: Link{next} | None = None", "next: list[Link{next}] = empty_list()"]
)
def test_a_long_cycle_of_models_is_built(link: str) -> None:
    limit = sys.getrecursionlimit()
    module = chain("long_cycle", 200, link)
    first: type[Model] = module.Link0
    assert first.model_validate_json('{"value": 1}').model_dump()["value"] == 1
    assert TypeAdapter(module.Link100).validate_json("{}") == module.Link100()
    assert sys.getrecursionlimit() == limit


def test_a_value_two_hundred_models_deep_travels() -> None:
    module = chain("deep", 200, "next: Link{next} | None = None")
    wire: dict[str, Any] = {"value": 199}
    for index in reversed(range(199)):
        wire = {"value": index, "next": wire}
    adapter: TypeAdapter[Any] = TypeAdapter(module.Link0)
    assert to_wire(adapter.validate_json(to_json(wire)), adapter) == wire


def test_models_are_built_by_several_threads_at_once() -> None:
    limit = sys.getrecursionlimit()
    module = chain("threads", 60, "next: Link{next} | None = None")

    def made(value: int) -> Any:
        return getattr(module, f"Link{value % 60}")(value=value)

    with ThreadPoolExecutor(8) as threads:
        built = list(threads.map(made, range(120)))
    assert [model.value for model in built] == list(range(120))
    assert sys.getrecursionlimit() == limit
