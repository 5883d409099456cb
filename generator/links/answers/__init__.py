"""What services can answer, and what their texts and addresses say: pure functions, as nothing is asked."""
