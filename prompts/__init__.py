"""Words and rules as data, and the loader that reads them."""

from prompts.load import load_data, prompts_path

__all__ = ["load_data", "prompts_path"]
