"""Readers of picture formats: what the header says, and whether the file is whole. Only `decoded` decodes pixels."""
