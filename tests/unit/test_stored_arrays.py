"""Arrays read back from the files that numpy writes, or a plain error."""

import numpy as np
import pytest

from ingest.disk.stored_arrays import read_arrays

ARRAYS = {
    "passages": np.array(["a-0-10", "a-12-40"]),
    "ends": np.array([3, 9]),
    "spans": np.arange(18, dtype=np.int32).reshape(9, 2),
    "scales": np.linspace(0, 1, 9).astype(np.float16),
    "none": np.zeros((0, 128), np.int8),
    "one": np.array(5),
}


@pytest.fixture
def stored(tmp_path):
    np.savez(tmp_path / "arrays.npz", **ARRAYS)
    return tmp_path / "arrays.npz"


def test_the_arrays_are_those_that_numpy_reads(stored):
    found = read_arrays(stored)
    with np.load(stored) as expected:
        assert list(found) == expected.files
        for name in expected.files:
            assert found[name].dtype == expected[name].dtype
            np.testing.assert_array_equal(found[name], expected[name])


def test_a_file_cut_anywhere_or_changed_in_an_array_is_an_error_of_value(stored):
    whole = stored.read_bytes()
    changed = bytearray(whole)
    changed[whole.index(b"NUMPY") + 140] ^= 1
    for damaged in [*(whole[:at] for at in range(0, len(whole) - 400, 37)), bytes(changed)]:
        stored.write_bytes(damaged)
        with pytest.raises(ValueError, match=r"entry|archive|short|array"):
            read_arrays(stored)


def test_compressed_arrays_are_refused(tmp_path):
    np.savez_compressed(tmp_path / "small.npz", **ARRAYS)
    with pytest.raises(ValueError, match="whole"):
        read_arrays(tmp_path / "small.npz")
