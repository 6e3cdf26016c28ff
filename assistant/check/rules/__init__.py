"""The rules: a small function each, by its name; codes, messages, examples in `prompts/smart/rules.yaml`."""
