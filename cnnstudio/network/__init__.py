"""The network as a document: layer kinds, graph, edits, shapes, costs. No Qt, no torch."""
