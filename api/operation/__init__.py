"""What whoever runs the server sees of it: metrics, logs, and one trace for each request."""
