"""Sanitize untrusted text, so that GitHub acts on nothing in it: in comments, and in logs of workflows."""
