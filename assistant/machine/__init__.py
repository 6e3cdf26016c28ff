"""Objects → the JSON of the machine interface, the same for command line and service; a file a subject.

The keys are stable and described by the schemas in `assistant/schemas`. Offsets are code points, page
indexes 0-based.
"""
