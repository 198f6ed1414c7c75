"""Bounds that keep any document from hanging or exhausting a run. Beyond one of them lies a finding, never a crash."""

MAX_DOCUMENT_BYTES = 2_000_000
MAX_MAP_BYTES = 20_000_000  # reading one takes two seconds, and twenty times as much memory
MAX_BASELINE_BYTES = 50_000_000
MAX_SETTINGS_BYTES = 1_000_000
MAX_PICTURE_BYTES = 100_000_000
MAX_PICTURE_PIXELS = 200_000_000
MAX_DECODED_PIXELS = 100_000_000
MAX_PICTURE_PARTS = 500_000  # segments, chunks, blocks: what picture formats are made of

MAX_FRONT_MATTER_DEPTH = 20
MAX_FRONT_MATTER_VALUES = 5_000
MAX_MAP_DEPTH = 60
MAX_FOLDER_FILES = 5_000
MAX_SEARCHED_FILES = 100_000  # names in a larger folder that are looked at for those that the document mentions
MAX_PARAGRAPH_CHARACTERS = 100_000
MAX_BODY_NESTING = 60
MAX_BODY_PARTS = 50_000  # blocks, list items, table cells, and lines of lists and tables
MAX_INLINE_WORK = 3_000_000  # microseconds at worst, as markdown_tree estimates them
MAX_PATTERN_CHARACTERS = 10_000  # of a value that a schema has a pattern for
MAX_PATTERN_SECONDS = 2.0  # for all patterns and all values of a document

MAX_FINDINGS_PER_RULE = 50
MAX_QUOTED_CHARACTERS = 60
MAX_REPLACEMENT_CHARACTERS = 1_000
