"""The documents of a contract together: particulars, amendments, versions, references, comparisons."""
