"""One module a rule; the module's name is the rule's name."""
