//! The words of a library that people type: terms, titles, headings, topics, everyday words, crimes.
