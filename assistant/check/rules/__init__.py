"""The rules: one small function each, named for the rule; codes, messages and examples are in
`prompts/smart/rules.yaml`.
"""
