"""How a build ends when the raw material is not what the rules were written for."""

from data.fault import Fault


class BuildStopped(ValueError):
    """Nothing is guessed and nothing is written: the fault names file, row, column and reason."""

    def __init__(self, file: str, row: int | None, column: str | None, reason: str) -> None:
        self.fault = Fault(file, row, column, reason)
        super().__init__(str(self.fault))
