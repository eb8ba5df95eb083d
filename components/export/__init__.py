"""What is taken away: rows with all that must be said about them, as files of every format. No server, no request."""
