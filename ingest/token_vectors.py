"""TokenVectors: a text token by token, for late interaction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class TokenVectors:
    """A text's last-layer token vectors, without start mark, end mark and padding.

    `vectors`: shape (t, k), float32; inner products of two are their cosines, up to what `ingest.projection`
    leaves out. `spans`: shape (t, 2), int32, where each token stands in the text (code points).
    """

    vectors: npt.NDArray[np.float32]
    spans: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.spans)
