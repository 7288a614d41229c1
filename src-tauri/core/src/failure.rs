//! From errors of the core to what the window puts into words.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::Error;
use crate::wire::{CommandError, ErrorCode};

/// Runs the body of a command. A panic in it is answered like any other fault of ours; the window lives on.
///
/// # Errors
/// What the body returned, or [`ErrorCode::Internal`] when it panicked.
pub fn answer<T>(body: impl FnOnce() -> Result<T, Error>) -> Result<T, CommandError> {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(failure(&error)),
        Err(_) => Err(CommandError { code: ErrorCode::Internal, subject: String::new(), detail: "panic".to_owned() }),
    }
}

fn failure(error: &Error) -> CommandError {
    let (code, subject) = match error {
        Error::NotFound { what } => (ErrorCode::NotFound, what.clone()),
        Error::Io { path, source, .. } => {
            let code = match source.kind() {
                ErrorKind::PermissionDenied
                | ErrorKind::ReadOnlyFilesystem
                | ErrorKind::AlreadyExists
                | ErrorKind::NotADirectory => ErrorCode::ReadOnly,
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
                _ => ErrorCode::Internal,
            };
            (code, path.display().to_string())
        }
        Error::Unusable { what, .. } | Error::OwnDamaged { what, .. } => (ErrorCode::Internal, what.clone()),
        Error::InUse { path, .. } => (ErrorCode::Internal, path.display().to_string()),
        Error::Index(_) | Error::Damaged(_) => (ErrorCode::Internal, String::new()),
    };
    CommandError { code, subject, detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_answer() {
        let quiet = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let answered = answer(|| -> Result<(), Error> { panic!("on purpose") });
        std::panic::set_hook(quiet);
        assert_eq!(answered.map_err(|e| e.code), Err(ErrorCode::Internal));
    }

    #[test]
    fn disk_faults_are_told_apart() {
        for (kind, code) in [
            (ErrorKind::PermissionDenied, ErrorCode::ReadOnly),
            (ErrorKind::NotADirectory, ErrorCode::ReadOnly),
            (ErrorKind::StorageFull, ErrorCode::DiskFull),
            (ErrorKind::Other, ErrorCode::Internal),
        ] {
            let error = Error::io("writing", "/x")(kind.into());
            let failure = failure(&error);
            assert_eq!((failure.code, failure.subject.as_str()), (code, "/x"));
        }
    }
}
