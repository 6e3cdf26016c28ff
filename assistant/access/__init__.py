"""Who may call the service, for what, and which documents they may see."""
