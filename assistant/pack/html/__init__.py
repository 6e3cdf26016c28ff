"""The pack as one HTML page that needs nothing beside it: a template and the one file that fills it."""
