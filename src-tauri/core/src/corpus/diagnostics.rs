//! What was odd in a corpus file, where, and how bad.

use std::fmt;

use serde::Serialize;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Shown as it is; worth a look.
    Warning,
    /// The corpus must not ship like this.
    Error,
}

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The file, relative to the corpus folder.
    pub file: String,
    /// The line, from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is odd and what to do.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{}:{}: {severity}: {}", self.file, self.line, self.message)
    }
}

/// Collects the complaints about one file.
#[derive(Debug)]
pub(crate) struct Complaints<'a> {
    file: &'a str,
    list: Vec<Diagnostic>,
}

impl<'a> Complaints<'a> {
    pub(crate) fn about(file: &'a str) -> Self {
        Self { file, list: Vec::new() }
    }

    pub(crate) fn error(&mut self, line: usize, message: impl Into<String>) {
        self.push(line, Severity::Error, message.into());
    }

    pub(crate) fn warning(&mut self, line: usize, message: impl Into<String>) {
        self.push(line, Severity::Warning, message.into());
    }

    fn push(&mut self, line: usize, severity: Severity, message: String) {
        self.list.push(Diagnostic { file: self.file.to_owned(), line, severity, message });
    }

    pub(crate) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
