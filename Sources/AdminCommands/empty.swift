// The reports' target has no code of its own yet.
