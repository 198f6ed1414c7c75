"""What `casecheck new` and `casecheck init` write: text from text, nothing is read or written here."""
