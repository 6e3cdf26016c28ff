"""The SMART check: assess recommendations, report findings in many formats. Needs no library and no model."""

from assistant.check.check import check_paths

__all__ = ["check_paths"]
