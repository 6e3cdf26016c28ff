"""Looking after a library on the disk: checking it, repairing it, backing it up and bringing it back."""
