"""What a contract has calculated, by code from quoted figures."""
