//! Chinese by its sound.
