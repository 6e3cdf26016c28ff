"""Picture: what is done to the image of a page. The one file that imports OpenCV.

Images are grey, shape (height, width), uint8, 0 black; boxes are left, top, right, bottom in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

_WHITE = 255


@dataclass(frozen=True)
class Region:
    """A connected region of a map: the coordinates of its pixels and the mean of the map there."""

    xs: Floats
    ys: Floats
    score: float

    @property
    def width(self) -> float:
        """From its left to its right end."""
        return float(np.ptp(self.xs)) + 1

    @property
    def height(self) -> float:
        """From its top to its foot."""
        return float(np.ptp(self.ys)) + 1


@dataclass(frozen=True)
class Turned:
    """A picture turned by a small angle, and the way back: a 2x3 matrix from its points to the original's."""

    image: Image
    onto: npt.NDArray[np.float64]
    back: npt.NDArray[np.float64]


def decode(data: bytes, most: int) -> list[Image]:
    """A picture file's pages in grey; [] where it cannot be decoded or one has more than `most` pixels."""
    try:
        done, pages = cv2.imdecodemulti(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        return []
    found = [np.asarray(page, np.uint8) for page in pages] if done else []
    return [] if any(page.size > most or page.ndim != 2 for page in found) else found


def resized(image: Image, width: int, height: int) -> Image:
    """The image at another size; areas are averaged where it gets smaller."""
    smaller = width * height < image.shape[0] * image.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (width, height), interpolation=way), np.uint8)


def regions(likelihood: Floats, threshold: float, smallest: int) -> list[Region]:
    """The connected regions of a map above a threshold that have at least `smallest` pixels."""
    count, labels, found, _ = cv2.connectedComponentsWithStats((likelihood > threshold).astype(np.uint8))
    kept = [at for at in range(1, count) if found[at, cv2.CC_STAT_AREA] >= smallest]
    return [_region(likelihood, labels, found[at], at) for at in kept]


def _region(
    likelihood: Floats, labels: npt.NDArray[np.int32], found: npt.NDArray[np.int32], at: int
) -> Region:
    left, top, width, height = (int(value) for value in found[:4])
    window = (slice(top, top + height), slice(left, left + width))
    own = labels[window] == at
    ys, xs = np.nonzero(own)
    score = float(likelihood[window][own].mean())
    return Region((xs + left).astype(np.float32), (ys + top).astype(np.float32), score)


def turned(image: Image, degrees: float) -> Turned:
    """The image turned anticlockwise by a small angle about its middle, on a canvas that holds all of it."""
    height, width = image.shape
    onto = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cosine, sine = abs(onto[0, 0]), abs(onto[0, 1])
    size = (int(np.ceil(width * cosine + height * sine)), int(np.ceil(width * sine + height * cosine)))
    onto[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    straight = cv2.warpAffine(image, onto, size, flags=cv2.INTER_CUBIC, borderValue=(_WHITE,))
    return Turned(np.asarray(straight, np.uint8), onto, cv2.invertAffineTransform(onto))


def ink(image: Image) -> npt.NDArray[np.bool_]:
    """Which pixels are ink: darker than the threshold that best parts light from dark, specks left out."""
    calm = cv2.medianBlur(image, 3)
    level, _ = cv2.threshold(calm, 0, _WHITE, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(calm < level, np.bool_)


def rules(image: Image, shortest: int) -> tuple[Floats, Floats]:
    """The (horizontal, vertical) lines drawn on a page, as boxes (n, 4), at least `shortest` pixels long."""
    dark = ink(image).astype(np.uint8)
    found = []
    for shape in ((shortest, 1), (1, shortest)):
        opened = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
        joined = cv2.dilate(opened, np.ones((3, 3), np.uint8))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(joined)
        left, top, width, height = (boxes[1:, at].astype(np.float32) for at in range(4))
        thin = (height if shape[1] == 1 else width) <= shortest / 4
        found.append(np.stack([left + 1, top + 1, left + width - 1, top + height - 1], axis=1)[thin])
    return found[0], found[1]


def without(image: Image, boxes: Floats) -> Image:
    """The image with what stands in these boxes painted over with the colour of the paper."""
    painted = image.copy()
    paper = np.uint8(np.percentile(image[::7, ::7], 75))
    for left, top, right, bottom in boxes.round().astype(int).tolist():
        painted[top : bottom + 1, left : right + 1] = paper
    return painted
