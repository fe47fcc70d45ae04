//! The environment, read raw, resolved once.
