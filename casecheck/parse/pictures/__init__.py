"""Readers of picture formats: what the header says, and whether the file is whole. None of them decodes a pixel."""
