"""Messages and what is attached to them, as they are sent (EML) or as Outlook keeps them (MSG)."""
