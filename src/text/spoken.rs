//! How a short word sounds, vowels and all, so that เพย์โรล meets payroll: too few consonants alone are met by chance.
//!
//! Both scripts are reduced to consonants, by place as in [`super::transliterate`], and to what each vowel letter may stand for, in
//! their order. What Thai leaves out in loanwords is left out of both: r behind a vowel, and the last of several consonants at
//! the end (architect, อาร์คิเทค).

use super::script::{is_thai, is_thai_tone};
use super::transliterate::{english_sound, thai_sound};

/// What a vowel letter may stand for, a bit each.
const A: u8 = 1;
const E: u8 = 2;
const I: u8 = 4;
const O: u8 = 8;
const U: u8 = 16;

/// The sounds of a word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Spoken {
    /// Consonants in their order, one written for two that no vowel parts.
    pub consonants: String,
    /// What each vowel may be, in their order.
    pub vowels: Vec<u8>,
}

impl Spoken {
    /// Of a normalized text, words joined: with what Thai leaves out in loanwords, and without.
    pub fn ways(text: &str) -> Vec<Self> {
        let mut ways = vec![Self::of(text, false), Self::of(text, true)];
        ways.dedup();
        ways
    }

    fn of(text: &str, all: bool) -> Self {
        let mut spoken = Self::default();
        let mut parted = true;
        for word in text.split(' ') {
            let characters: Vec<char> = word.chars().collect();
            let mut speaker = Speaker { spoken, parted, all };
            if characters.iter().any(|&c| is_thai(c)) {
                speaker.say_thai(&characters);
            } else {
                speaker.say_english(&characters);
            }
            (spoken, parted) = (speaker.spoken, speaker.parted);
        }
        spoken
    }

    /// How many sounds there are.
    pub fn len(&self) -> usize {
        self.consonants.len() + self.vowels.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether both may be the same word.
    pub fn may_be(&self, other: &Self) -> bool {
        self.consonants == other.consonants
            && self.vowels.len() == other.vowels.len()
            && self.vowels.iter().zip(&other.vowels).all(|(one, other)| one & other != 0)
    }
}

struct Speaker {
    spoken: Spoken,
    /// Whether a vowel or the beginning stands before what comes next.
    parted: bool,
    /// Whether what Thai leaves out is said.
    all: bool,
}

impl Speaker {
    fn consonant(&mut self, sound: char) {
        // v, f and w are one in Thai mouths.
        let sound = if sound == 'w' { 'f' } else { sound };
        if self.parted || !self.spoken.consonants.ends_with(sound) {
            self.spoken.consonants.push(sound);
        }
        self.parted = false;
    }

    fn vowel(&mut self, sounds: u8) {
        self.spoken.vowels.push(sounds);
        self.parted = true;
    }

    /// Another letter of the vowel before.
    fn goes_on(&mut self, sounds: u8) {
        if let Some(last) = self.spoken.vowels.last_mut() {
            *last = sounds;
        }
    }

    fn say_thai(&mut self, characters: &[char]) {
        let letters: Vec<char> = characters.iter().copied().filter(|&c| !is_thai_tone(c)).collect();
        let at = |place: usize| letters.get(place).copied();
        // A vowel that is written before its consonant, and whether เ was just spoken, to which what follows belongs.
        let (mut before, mut after_e): (Option<u8>, bool) = (None, false);
        let mut place = 0;
        while let Some(letter) = at(place) {
            let silent = at(place + 1) == Some('์');
            match letter {
                _ if silent && !self.all => place += 1,
                '์' => {}
                'เ' => before = Some(E),
                'แ' => before = Some(A | E),
                'โ' => before = Some(O),
                'ไ' | 'ใ' => before = Some(A | I),
                'อ' if before.is_none() && after_e => {
                    self.goes_on(E | O | A);
                    after_e = false;
                }
                'อ' if before.is_none() && !self.parted => self.vowel(O),
                'ิ' if after_e => {
                    self.goes_on(E | O | A);
                    after_e = false;
                }
                'า' | 'ะ' if after_e => {
                    self.goes_on(O | A | U);
                    after_e = false;
                }
                'ี' | 'ื' if after_e => {
                    self.goes_on(E | I | A);
                    after_e = false;
                    place += usize::from(matches!(at(place + 1), Some('ย' | 'อ')));
                }
                'า' | 'ะ' | 'ั' => {
                    self.vowel(A);
                    if letter == 'ั' && at(place + 1) == Some('ว') {
                        self.goes_on(O | U | A);
                        place += 1;
                    }
                }
                'ำ' => {
                    self.vowel(A);
                    self.consonant('m');
                }
                'ิ' | 'ี' => self.vowel(I | E),
                'ึ' | 'ื' => self.vowel(I | U | E),
                'ุ' | 'ู' => self.vowel(U | O),
                _ => {
                    for sound in thai_sound(&letters, place).0.chars() {
                        self.consonant(sound);
                    }
                    after_e = false;
                    if let Some(sounds) = before.take() {
                        self.vowel(sounds);
                        after_e = sounds == E;
                    }
                }
            }
            place += 1;
        }
    }

    fn say_english(&mut self, letters: &[char]) {
        let at = |place: usize| letters.get(place).copied();
        let is_vowel = |place: usize| match at(place) {
            Some('a' | 'e' | 'i' | 'o' | 'u') => true,
            // Behind a vowel both go with it, and y is one where none follows.
            Some('y') => !matches!(at(place + 1), Some('a' | 'e' | 'i' | 'o' | 'u')),
            Some('w') => place > 0 && matches!(at(place - 1), Some('a' | 'e' | 'o')),
            _ => false,
        };
        let mut place = 0;
        while place < letters.len() {
            if is_vowel(place) {
                let run = (place..letters.len()).take_while(|&place| is_vowel(place)).count();
                self.say_vowels(letters.get(place..place + run).unwrap_or_default(), at(place + run));
                place += run;
                continue;
            }
            let (sound, step) = english_sound(letters, place);
            let after_vowel = place > 0 && is_vowel(place - 1);
            let last = place + step >= letters.len();
            let unsaid = !self.all
                && ((sound == "r" && after_vowel && !is_vowel(place + step))
                    || (last && place > 0 && !after_vowel && matches!(sound, "t" | "s")));
            if sound == "cn" {
                self.consonant('c');
                self.vowel(A | O);
                self.consonant('n');
            } else if !unsaid {
                sound.chars().for_each(|sound| self.consonant(sound));
            }
            place += step;
        }
    }

    fn say_vowels(&mut self, run: &[char], next: Option<char>) {
        let sounds = |letter: &char| match letter {
            'a' => A | E | O,
            'e' => E | I,
            'i' | 'y' => I | A,
            'o' => O | A | U,
            'u' | 'w' => U | A | O,
            _ => 0,
        };
        let before_r = if next == Some('r') { A | E | O } else { 0 };
        match run {
            // Not heard at the end.
            ['e'] if next.is_none() && !self.spoken.vowels.is_empty() => {}
            // Two vowels beside each other.
            ['e' | 'i' | 'u', 'a' | 'o'] if !matches!(run, ['e', 'a']) => {
                for letter in run {
                    self.vowel(sounds(letter) | before_r);
                }
            }
            ['a', 'u' | 'w'] => self.vowel(O | A | before_r),
            ['e', 'a'] => self.vowel(E | I | A | before_r),
            _ => self.vowel(run.iter().map(sounds).fold(before_r, |all, sounds| all | sounds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let others = Spoken::ways(other);
        Spoken::ways(one).iter().any(|one| others.iter().any(|other| one.may_be(other)))
    }

    #[test]
    fn words_sound_alike_in_both_scripts() {
        for (english, thai) in [
            ("payroll", &["เพย์โรล", "เพโรล", "เปย์โรล", "เพย์โรลล์"][..]),
            ("editor", &["เอดิเตอร์", "อีดิเตอร์", "เอดิเตอ"]),
            ("video editor", &["วิดีโอเอดิเตอร์", "วีดีโอเอดิเตอร์"]),
            ("trainer", &["เทรนเนอร์", "เทรนเน่อร์", "เทรนเนอ"]),
            ("legal", &["ลีกัล", "ลีกอล"]),
            ("devops", &["เดฟออปส์", "เดฟออป", "เดวออปส์"]),
            ("reception", &["รีเซปชั่น", "รีเซ็ปชัน"]),
            ("recruiter", &["รีครูทเตอร์", "รีครูตเตอร์"]),
            ("barista", &["บาริสต้า", "บาริสตา"]),
            ("broker", &["โบรกเกอร์", "โบรคเกอ"]),
            ("tester", &["เทสเตอร์"]),
            ("helpdesk", &["เฮลป์เดสก์", "เฮลพเดสก"]),
            ("network", &["เน็ตเวิร์ค", "เน็ตเวิร์ก"]),
        ] {
            for thai in thai {
                assert!(alike(english, thai), "{english} {thai}");
            }
        }
        for (english, thai) in [
            ("payroll", "ประลอง"),
            ("legal", "ละกัน"),
            ("editor", "เดือนที่"),
            ("auditor", "เอดิเตอร์"),
            ("trainer", "ทำงาน"),
        ] {
            assert!(!alike(english, thai), "{english} {thai}");
        }
        assert!(Spoken::ways("").iter().all(Spoken::is_empty));
    }
}
