"""Optical recognition of pages without a text layer: an extra, offline, whose models come inside a wheel."""
