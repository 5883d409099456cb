"""What issues and comments ask for: entries to propose, works to decline, and the answers."""
