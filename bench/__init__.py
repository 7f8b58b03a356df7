"""What is measured, with one command each: `python -m bench.NAME [DATA.jsonl]`."""
