//! From the keys of an input method to the syllable they make.

use super::Method;
use crate::letter::{Shape, Tone};
use crate::phonology::{bears, beginning, parts, tone_place};
use crate::to_upper;

/// What the keys of one token make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// The syllable, capitals as typed.
    pub(super) text: String,
    /// How many keys made a shape.
    pub(super) shapes: usize,
    /// Whether đ was made.
    pub(super) stroke: bool,
    /// The key of the tone.
    pub(super) tone_key: Option<char>,
    /// Whether the syllable goes on: so far it is none.
    pub(super) partial: bool,
}

/// A letter while keys come in.
#[derive(Clone, Copy, Debug)]
struct Letter {
    base: char,
    shape: Option<Shape>,
    capital: bool,
}

/// The keys so far.
#[derive(Clone, Debug, Default)]
struct Keys {
    letters: Vec<Letter>,
    tone: Option<Tone>,
    shapes: usize,
    tone_key: Option<char>,
    horns: Horns,
}

/// Where w and 7 put a horn; which of these is meant shows at the end.
#[derive(Clone, Copy, Debug, Default)]
enum Horns {
    /// A breve where there is an a, and uo becomes ươ at once.
    #[default]
    Usual,
    /// The horn of u before the breve of a (`muaw`).
    BeforeBreve,
    /// One horn only (`thuowr`).
    One,
}

/// What `token` makes when its keys go to an input method; `None` where that is no syllable, where no key makes an
/// accent, and where capitals are mixed. With `open` the beginning of a syllable is enough.
pub(super) fn read(token: &str, method: Method, open: bool) -> Option<Typed> {
    let read = |horns, open| {
        let mut keys = Keys {
            horns,
            ..Keys::default()
        };
        let mut previous = None;
        for key in token.chars() {
            match method {
                Method::Telex => keys.telex(key, previous)?,
                Method::Vni => keys.vni(key)?,
            }
            previous = Some(key.to_ascii_lowercase());
        }
        keys.finish(open)
    };
    let ways = [Horns::Usual, Horns::BeforeBreve, Horns::One];
    let finished = ways.into_iter().find_map(|horns| read(horns, false));
    finished.or_else(|| read(Horns::Usual, open).filter(|_| open))
}

impl Keys {
    fn telex(&mut self, key: char, previous: Option<char>) -> Option<()> {
        let lower = key.to_ascii_lowercase();
        match lower {
            's' | 'f' | 'r' | 'x' | 'j' if self.has_vowel() => self.set_tone(
                match lower {
                    's' => Tone::Acute,
                    'f' => Tone::Grave,
                    'r' => Tone::HookAbove,
                    'x' => Tone::Tilde,
                    _ => Tone::DotBelow,
                },
                key,
            ),
            'z' if self.has_vowel() => self.clear_tone(key),
            'd' if self.letters.len() == 1 && previous == Some('d') => self.shape("d", Shape::Stroke),
            'a' | 'e' | 'o' if previous == Some(lower) && self.last_is(lower) => {
                self.shape(lower.encode_utf8(&mut [0; 4]), Shape::Circumflex)
            }
            'o' if previous == Some('o') && self.letters.last()?.shape == Some(Shape::Circumflex) => {
                // The third o takes the circumflex back: `xooong`.
                self.letters.last_mut()?.shape = None;
                self.shapes -= 1;
                self.push(key);
                Some(())
            }
            'w' => self.horn_or_breve(),
            'a'..='z' => {
                self.push(key);
                Some(())
            }
            _ => None,
        }
    }

    fn vni(&mut self, key: char) -> Option<()> {
        match key {
            '1' => self.set_tone(Tone::Acute, key),
            '2' => self.set_tone(Tone::Grave, key),
            '3' => self.set_tone(Tone::HookAbove, key),
            '4' => self.set_tone(Tone::Tilde, key),
            '5' => self.set_tone(Tone::DotBelow, key),
            '0' => self.clear_tone(key),
            '6' => self.shape("aeo", Shape::Circumflex),
            '7' => self.horn(),
            '8' => self.shape("a", Shape::Breve),
            '9' => self.shape("d", Shape::Stroke),
            'a'..='z' | 'A'..='Z' => {
                self.push(key);
                Some(())
            }
            _ => None,
        }
    }

    fn push(&mut self, key: char) {
        let (base, capital) = (key.to_ascii_lowercase(), key.is_ascii_uppercase());
        self.letters.push(Letter {
            base,
            shape: None,
            capital,
        });
    }

    fn has_vowel(&self) -> bool {
        self.letters
            .iter()
            .any(|letter| matches!(letter.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
    }

    fn last_is(&self, base: char) -> bool {
        self.letters
            .last()
            .is_some_and(|letter| letter.base == base && letter.shape.is_none())
    }

    /// Gives the last letter among `bases` that has none a shape; only a first d gets a stroke.
    fn shape(&mut self, bases: &str, shape: Shape) -> Option<()> {
        let fits = |letter: &Letter| bases.contains(letter.base) && letter.shape.is_none();
        let at = self.letters.iter().rposition(fits)?;
        if shape == Shape::Stroke && at > 0 {
            return None;
        }
        self.letters[at].shape = Some(shape);
        self.shapes += 1;
        Some(())
    }

    fn horn(&mut self) -> Option<()> {
        self.shape("ou", Shape::Horn)?;
        let at = self
            .letters
            .iter()
            .rposition(|letter| letter.shape == Some(Shape::Horn))?;
        if self.letters[at].base == 'o' && at > 0 && !matches!(self.horns, Horns::One) {
            let before = &mut self.letters[at - 1];
            // After q, u is no vowel.
            if before.base == 'u' && before.shape.is_none() && (at < 2 || self.letters[at - 2].base != 'q') {
                self.letters[at - 1].shape = Some(Shape::Horn);
            }
        }
        Some(())
    }

    fn horn_or_breve(&mut self) -> Option<()> {
        if matches!(self.horns, Horns::BeforeBreve) {
            return self.horn();
        }
        self.shape("a", Shape::Breve).or_else(|| self.horn())
    }

    fn set_tone(&mut self, tone: Tone, key: char) -> Option<()> {
        (self.has_vowel() && self.tone_key.is_none()).then(|| {
            self.tone = Some(tone);
            self.tone_key = Some(key.to_ascii_lowercase());
        })
    }

    fn clear_tone(&mut self, key: char) -> Option<()> {
        self.tone
            .take()
            .map(|_| self.tone_key = Some(key.to_ascii_lowercase()))
    }

    fn finish(&self, open: bool) -> Option<Typed> {
        if self.shapes == 0 && self.tone_key.is_none() {
            return None;
        }
        let toneless: String = self
            .letters
            .iter()
            .map(|letter| composed(letter.base, letter.shape))
            .collect();
        let (onset, rhyme) = if open {
            beginning(&toneless)?
        } else {
            parts(&toneless)?
        };
        if !bears(rhyme, self.tone) {
            return None;
        }
        let place = onset.chars().count() + tone_place(rhyme);
        let capitals = self.letters.iter().filter(|letter| letter.capital).count();
        let first = self.letters.first()?.capital;
        if !(capitals == 0 || capitals == 1 && first || capitals == self.letters.len()) {
            return None;
        }
        let mut text = String::new();
        for (at, (letter, c)) in self.letters.iter().zip(toneless.chars()).enumerate() {
            let mut marked = String::from(c);
            marked.extend(self.tone.filter(|_| at == place).map(Tone::mark));
            let marked = crate::nfc(&marked);
            let case = |c| if letter.capital { to_upper(c) } else { c };
            text.extend(marked.chars().map(case));
        }
        Some(Typed {
            text,
            shapes: self.shapes,
            stroke: self.letters.first()?.shape == Some(Shape::Stroke),
            tone_key: self.tone_key,
            partial: open,
        })
    }
}

/// A Vietnamese letter without tone.
fn composed(base: char, shape: Option<Shape>) -> char {
    match (base, shape) {
        ('a', Some(Shape::Circumflex)) => 'â',
        ('e', Some(Shape::Circumflex)) => 'ê',
        ('o', Some(Shape::Circumflex)) => 'ô',
        ('a', Some(Shape::Breve)) => 'ă',
        ('o', Some(Shape::Horn)) => 'ơ',
        ('u', Some(Shape::Horn)) => 'ư',
        ('d', Some(Shape::Stroke)) => 'đ',
        _ => base,
    }
}
