"""The record: entries in order, chained by hashes; how an event becomes exactly the bytes that are hashed."""
