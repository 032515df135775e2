//! What is said without marks.
