"""A reading set as a page: the text with its passages marked, a card beside each statement, the record below."""
