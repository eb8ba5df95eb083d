"""The wall: slides for a hall. Each is one sentence, one picture drawn large, its source and its caveat."""
