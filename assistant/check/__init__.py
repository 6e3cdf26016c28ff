"""The SMART check: assess recommendations, report findings in many formats. Needs no library and no model.

check.py        files in, a report out: the order of the steps
gather.py, suppress.py, earlier.py    what is checked, what is set aside in it, what had been asked before
reading.py      one recommendation taken apart
signs.py, act_signs.py, result_signs.py, state_signs.py    what its wording shows
levels.py       how far each letter is met;  rules/  the rules by code;  assess.py  all of it → assessment.py
config.py, show_config.py, sift.py, baseline.py    the settings, and which findings count by them
report.py, formats/    what one run found, in each format
"""

from assistant.check.check import check_paths

__all__ = ["check_paths"]
