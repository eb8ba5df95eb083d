"""What follows from a data set alone is made once for it, and goes with it."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from data.dataset import Dataset

Words = ParamSpec("Words")
Made = TypeVar("Made")


def once(make: "Callable[Concatenate[Dataset, Words], Made]") -> "Callable[Concatenate[Dataset, Words], Made]":
    """A function of a data set and of words of the vocabulary, which are few: nothing is forgotten before the data set
    is. All who ask share the answer, and none may change it."""

    @wraps(make)
    def kept(dataset: "Dataset", *words: Any) -> Made:
        key = (make, *words)
        if key not in dataset.made:
            dataset.made[key] = make(dataset, *words)  # type: ignore[call-arg]
        found: Made = dataset.made[key]
        return found

    return kept  # type: ignore[return-value]
