//! Reading no more than is allowed, whatever headers claim.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::import::limits;
use crate::import::refusal::Refusal;

/// Reads all of `reader`, at most `most` bytes.
pub(super) fn all(reader: impl Read, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let read = reader.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(Refusal::TooLarge("bytes of a document", most));
    }
    match read {
        Ok(_) => Ok(bytes),
        Err(problem) => Err(refusal(&problem)),
    }
}

/// What an error while reading means.
pub(super) fn refusal(problem: &io::Error) -> Refusal {
    match problem.get_ref().and_then(|inner| inner.downcast_ref::<Bomb>()) {
        Some(_) => Refusal::Bomb,
        None if problem.kind() == io::ErrorKind::OutOfMemory => {
            Refusal::TooLarge("dictionary bytes", limits::DICTIONARY_BYTES)
        }
        None => Refusal::Damaged(problem.to_string()),
    }
}

/// More came out than is allowed.
#[derive(Debug, thiserror::Error)]
#[error("unpacks to far more than it should")]
struct Bomb;

/// Counts what is read from the file.
pub(super) struct Packed<R> {
    inner: R,
    count: Rc<Cell<u64>>,
}

impl<R> Packed<R> {
    pub(super) fn new(inner: R) -> (Self, Rc<Cell<u64>>) {
        let count = Rc::new(Cell::new(0));
        (Self { inner, count: Rc::clone(&count) }, count)
    }
}

impl<R: Read> Read for Packed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Stops when too much comes out for what went in, or too much in all.
pub(super) struct Unpacked<R> {
    inner: R,
    packed: Rc<Cell<u64>>,
    out: u64,
}

impl<R> Unpacked<R> {
    pub(super) fn new(inner: R, packed: Rc<Cell<u64>>) -> Self {
        Self { inner, packed, out: 0 }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.out += read as u64;
        let ratio = self.out > limits::RATIO_FLOOR && self.out > self.packed.get().saturating_mul(limits::RATIO);
        if ratio || self.out > limits::COLLECTION_BYTES { Err(io::Error::other(Bomb)) } else { Ok(read) }
    }
}
