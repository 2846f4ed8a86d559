"""The Audit tab: what each class looks at, and what the network should not have learned."""
