"""Looking after a library: versions, removal, erasure, checks, backups. What the façade offers of it."""
