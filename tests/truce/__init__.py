"""What the record says of a truce: agreements, zones, claims, incidents, status."""
