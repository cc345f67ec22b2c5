//! The lines of a corpus, in the order their articles are numbered, one at a time.

use super::line;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A longer line is left out: it can hold no article that is short enough, however it is escaped.
const LONGEST: u64 = 2 * corpus::MAX_BYTES;

/// A line of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number in the file, from 1.
    pub(crate) number: u64,
    /// Its bytes; none where it is too long to be read.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// The lines of a file.
pub(crate) enum Lines {
    /// As they stand in the file.
    Ordered(Reader<BufReader<File>>),
    /// By the ids of their articles.
    Sorted(Sorted),
    /// As they come out of `xz`.
    Unpacked(Unpacked),
}

impl Lines {
    /// Opens a file. Of one that can be read twice the ids are looked at first, so that its articles come by id; one
    /// that cannot (packed, or no file but a pipe) is read as it stands.
    pub(crate) fn open(path: &Path) -> Result<Self, String> {
        if path.extension().is_some_and(|ending| ending == "xz") {
            return Unpacked::start(path).map(Self::Unpacked);
        }
        let failed = |error| format!("cannot read {}: {error}", path.display());
        let open = || File::open(path).map(BufReader::new).map_err(failed);
        let file = open()?;
        let regular = file.get_ref().metadata().is_ok_and(|data| data.is_file());
        if !regular {
            return Ok(Self::Ordered(Reader::new(file)));
        }
        Ok(match places_by_id(file).map_err(failed)? {
            None => Self::Ordered(Reader::new(open()?)),
            Some(places) => Self::Sorted(Sorted {
                file: open()?,
                places: places.into_iter(),
            }),
        })
    }

    /// The next line that is not empty.
    pub(crate) fn next(&mut self) -> Result<Option<Line>, String> {
        let failed = |error| format!("cannot read on: {error}");
        match self {
            Self::Ordered(reader) => reader.next().map_err(failed),
            Self::Sorted(sorted) => sorted.next().map_err(failed),
            Self::Unpacked(unpacked) => unpacked.next(),
        }
    }
}

/// Lines one after the other, empty ones passed over.
pub(crate) struct Reader<R> {
    from: R,
    number: u64,
    /// Bytes read.
    offset: u64,
    /// A line of so many bytes is too long.
    longest: u64,
}

impl<R: BufRead> Reader<R> {
    fn new(from: R) -> Self {
        Self {
            from,
            number: 0,
            offset: 0,
            longest: LONGEST,
        }
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            let read = self
                .from
                .by_ref()
                .take(self.longest)
                .read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            self.offset += read as u64;
            let cut = read as u64 == self.longest && !bytes.ends_with(b"\n");
            if cut {
                self.offset += self.from.skip_until(b'\n')? as u64;
            }
            if self.number == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(..3);
            }
            if cut || !bytes.trim_ascii().is_empty() {
                return Ok(Some(Line {
                    number: self.number,
                    bytes: (!cut).then_some(bytes),
                }));
            }
        }
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    number: u64,
    offset: u64,
    /// Bytes up to the next line; `None` where it is too long.
    length: Option<u32>,
}

/// The places of all lines by the ids of their articles, those without one last; `None` where they stand so anyway.
fn places_by_id(file: impl BufRead) -> io::Result<Option<Vec<Place>>> {
    let mut reader = Reader::new(file);
    let mut places: Vec<(Option<Box<str>>, Place)> = Vec::new();
    let (mut ordered, mut last) = (true, None::<usize>);
    while let Some(line) = reader.next()? {
        let id = line
            .bytes
            .as_deref()
            .and_then(line::id)
            .map(String::into_boxed_str);
        let length = line.bytes.map(|bytes| bytes.len() as u32);
        let place = Place {
            number: line.number,
            offset: reader.offset - u64::from(length.unwrap_or(0)),
            length,
        };
        if id.is_some() {
            let before = last.and_then(|at| places.get(at)).map(|(id, _)| id);
            ordered &= before.is_none_or(|before| *before <= id);
            last = Some(places.len());
        }
        places.push((id, place));
    }
    if ordered {
        return Ok(None);
    }
    places.sort_by(|(a, at), (b, bt)| (a.is_none(), a, at.number).cmp(&(b.is_none(), b, bt.number)));
    Ok(Some(places.into_iter().map(|(_, place)| place).collect()))
}

/// The lines of a file by the ids of their articles.
pub(crate) struct Sorted {
    file: BufReader<File>,
    places: std::vec::IntoIter<Place>,
}

impl Sorted {
    fn next(&mut self) -> io::Result<Option<Line>> {
        let Some(place) = self.places.next() else {
            return Ok(None);
        };
        let bytes = match place.length {
            None => None,
            Some(length) => {
                let mut bytes = vec![0; length as usize];
                self.file.seek(SeekFrom::Start(place.offset))?;
                self.file.read_exact(&mut bytes)?;
                Some(bytes)
            }
        };
        Ok(Some(Line {
            number: place.number,
            bytes,
        }))
    }
}

/// The lines that the program `xz` unpacks.
pub(crate) struct Unpacked {
    path: PathBuf,
    program: Child,
    reader: Reader<BufReader<ChildStdout>>,
}

impl Unpacked {
    fn start(path: &Path) -> Result<Self, String> {
        // What cannot be read is told as for any other file.
        File::open(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let mut command = Command::new("xz");
        command.args(["--decompress", "--stdout", "--"]).arg(path);
        let mut program = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => format!(
                    "{} is packed, and the program xz that unpacks it is not on PATH; install XZ Utils, or unpack the \
                     file elsewhere",
                    path.display()
                ),
                _ => format!("the program xz cannot be started: {error}"),
            })?;
        let output = program.stdout.take().ok_or("the program xz has no output")?;
        Ok(Self {
            path: path.to_owned(),
            program,
            reader: Reader::new(BufReader::new(output)),
        })
    }

    fn next(&mut self) -> Result<Option<Line>, String> {
        let line = self.reader.next();
        let line = line.map_err(|error| format!("cannot read {}: {error}", self.path.display()))?;
        if line.is_none() {
            let ended = self.program.wait();
            if !ended.is_ok_and(|status| status.success()) {
                return Err(format!("the program xz could not unpack {}", self.path.display()));
            }
        }
        Ok(line)
    }
}

impl Drop for Unpacked {
    /// Where reading stopped early the program waits to be rid of the rest.
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Option<Vec<u64>> {
        let places = places_by_id(text.as_bytes()).unwrap()?;
        for place in &places {
            let start = usize::try_from(place.offset).unwrap();
            let line = &text[start..start + place.length.unwrap() as usize];
            assert_eq!(
                Some(line),
                text.split_inclusive('\n').nth(place.number as usize - 1)
            );
        }
        Some(places.iter().map(|place| place.number).collect())
    }

    #[test]
    fn lines_in_order_are_left_where_they_are() {
        assert_eq!(numbers("{\"id\": \"a\"}\n\nx\n{\"id\": \"b\"}\n"), None);
        assert_eq!(numbers(""), None);
    }

    #[test]
    fn other_lines_are_put_in_the_order_of_their_ids() {
        let text = "{\"id\": \"đ\"}\n\nx\n{\"id\": \"b\"}\r\n{\"id\": \"a\"}";
        assert_eq!(numbers(text), Some(vec![5, 4, 1, 3]));
    }

    #[test]
    fn a_byte_order_mark_and_empty_lines_are_no_lines() {
        let mut reader = Reader::new("\u{feff}a\n \r\n\nb".as_bytes());
        let mut next = || {
            reader
                .next()
                .unwrap()
                .map(|line| (line.number, line.bytes.unwrap()))
        };
        assert_eq!(next(), Some((1, b"a\n".to_vec())));
        assert_eq!(next(), Some((4, b"b".to_vec())));
        assert_eq!(next(), None);
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_passed_over() {
        let mut reader = Reader::new("123456789\n1234\n12345\n1234567".as_bytes());
        reader.longest = 5;
        let mut next = || reader.next().unwrap().map(|line| (line.number, line.bytes));
        assert_eq!(next(), Some((1, None)));
        assert_eq!(next(), Some((2, Some(b"1234\n".to_vec()))));
        assert_eq!(next(), Some((3, None)));
        assert_eq!(next(), Some((4, None)));
        assert_eq!(next(), None);
        assert_eq!(reader.offset, 28);
    }
}
