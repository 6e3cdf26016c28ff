"""Rich text: bytes → tokens → groups and flows → blocks."""
