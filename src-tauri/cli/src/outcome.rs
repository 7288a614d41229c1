//! How a command ended, and the exit status that says so.

use std::io;
use std::process::ExitCode;

use serde::Serialize;
use wanghu_core::Error;

use crate::words::Words;

/// A command that ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Nothing found, or a check failed.
    Nothing,
}

/// A command that could not run.
#[derive(Debug)]
pub(crate) enum Failure {
    Core(Error),
    Output(io::Error),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Nothing => Self::from(1),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Says what happened on stderr, and returns the exit status.
    pub(crate) fn report(self, words: &Words) -> ExitCode {
        match self {
            // Whoever read our output has stopped reading; that is no fault.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(error) => {
                words.say(words.output_failed, &error);
                ExitCode::from(3)
            }
            Self::Core(Error::NotFound { what }) => {
                words.say(words.not_found, &what);
                ExitCode::from(1)
            }
            Self::Core(error @ Error::Unusable { .. }) => {
                words.say(words.unusable, &error);
                ExitCode::from(2)
            }
            Self::Core(error) => {
                words.say(words.broke, &error);
                ExitCode::from(3)
            }
        }
    }
}

/// One JSON value, on lines of its own.
pub(crate) fn print_json(value: &impl Serialize, out: &mut impl io::Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out).map_err(Failure::from)
}
