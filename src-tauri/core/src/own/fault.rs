//! What can go wrong inside, before a path is known: damage, which salvage answers, and everything else.

use std::io::{self, ErrorKind};
use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::Error;

/// Why a step on the database did not work.
#[derive(Debug)]
pub(super) enum Fault {
    /// The file is not what was written.
    Damaged(String),
    /// Whatever is no damage: a full disk, a folder that is read-only, somebody who is writing.
    Sql(rusqlite::Error),
    /// Already said in full.
    Told(Error),
}

/// A result of such a step.
pub(super) type Tried<T> = Result<T, Fault>;

impl From<rusqlite::Error> for Fault {
    fn from(problem: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        let damage = match &problem {
            Sql::FromSqlConversionFailure(..) | Sql::IntegralValueOutOfRange(..) | Sql::InvalidColumnType(..) => true,
            Sql::Utf8Error(..) | Sql::QueryReturnedNoRows | Sql::SqlInputError { .. } => true,
            other => matches!(
                other.sqlite_error_code(),
                // What a sound database of ours never answers: wrong tables, a value of the wrong type, a row that is too big.
                Some(
                    ErrorCode::DatabaseCorrupt
                        | ErrorCode::NotADatabase
                        | ErrorCode::TypeMismatch
                        | ErrorCode::TooBig
                        | ErrorCode::Unknown
                )
            ),
        };
        if damage { Self::Damaged(problem.to_string()) } else { Self::Sql(problem) }
    }
}

impl From<Error> for Fault {
    fn from(problem: Error) -> Self {
        Self::Told(problem)
    }
}

impl Fault {
    /// Whether the disk lets nothing be written: then a copy can still be read.
    pub(super) fn is_refusal(&self) -> bool {
        match self {
            Self::Sql(problem) => {
                matches!(problem.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen))
            }
            Self::Told(Error::Io { .. } | Error::InUse { .. }) => true,
            _ => false,
        }
    }

    /// The error as a caller sees it: `.map_err(Fault::at("reading", path))`.
    pub(super) fn at(doing: &'static str, path: &Path) -> impl FnOnce(Self) -> Error {
        let path = path.to_path_buf();
        move |fault| match fault {
            Self::Told(problem) => problem,
            Self::Damaged(why) => {
                let why = format!("{why}; start the program again, and it saves what can be saved");
                Error::OwnDamaged { what: path.display().to_string(), why }
            }
            Self::Sql(problem) => {
                let kind = match problem.sqlite_error_code() {
                    Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                        return Error::InUse { path, by: "another program is writing".to_owned() };
                    }
                    Some(ErrorCode::DiskFull) => ErrorKind::StorageFull,
                    Some(ErrorCode::ReadOnly) => ErrorKind::ReadOnlyFilesystem,
                    Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => ErrorKind::PermissionDenied,
                    _ => ErrorKind::Other,
                };
                Error::Io { doing, path, source: io::Error::new(kind, problem) }
            }
        }
    }
}
