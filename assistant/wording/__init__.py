"""What words mean to a contract: synonyms, spelling, duties, examples, notice, what was blacked out."""
