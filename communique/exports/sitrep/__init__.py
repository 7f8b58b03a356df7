"""A situation report as a file: Markdown, HTML, DOCX, and its incidents as an OSCE-style table."""
