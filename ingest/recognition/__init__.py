"""The parts of recognising a document: its title, kind, dates and bodies."""
