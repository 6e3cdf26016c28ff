"""The SMART check: assess recommendations, report findings in many formats. Needs no library and no model."""
