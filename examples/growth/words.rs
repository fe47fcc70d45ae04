//! A made-up Thai vocabulary: words of plausible syllables, used as often as words of a language are, between the real
//! function words that make up much of every Thai text.

use std::collections::HashSet;

use crate::support::Random;

/// How many words there are beside the function words: about as many as a large dictionary has.
const WORDS: usize = 60_000;

/// So many of the most frequent words are short, as they are in every language (Zipf's law of abbreviation).
const SHORT_WORDS: usize = 3_000;

/// Beginnings of syllables; those written twice are the more frequent ones.
const ONSETS: [&str; 62] = [
    "ก", "ก", "ข", "ค", "ค", "ง", "จ", "จ", "ช", "ช", "ซ", "ด", "ด", "ต", "ต", "ท", "ท", "ธ", "น", "น", "น",
    "บ", "บ", "ป", "ป", "ผ", "พ", "พ", "ฟ", "ภ", "ม", "ม", "ม", "ย", "ร", "ร", "ล", "ล", "ว", "ว", "ศ", "ส",
    "ส", "ส", "ห", "อ", "อ", "กร", "กล", "คร", "คล", "คว", "ตร", "ปร", "ปร", "ปล", "พร", "พล", "หน", "หม",
    "หล", "หว",
];

/// Ends of syllables, as above.
const CODAS: [&str; 20] =
    ["ก", "ก", "ง", "ง", "ง", "ด", "ต", "น", "น", "น", "บ", "ม", "ม", "ย", "ว", "ร", "ล", "ส", "ณ", "ญ"];

/// Tone marks, as above.
const TONES: [&str; 7] = ["่", "่", "่", "้", "้", "๊", "๋"];

/// A vowel as it is written: before, above or below, and behind its consonants, and whether an end follows.
struct Vowel {
    before: &'static str,
    above: &'static str,
    behind: &'static str,
    coda: bool,
}

const fn vowel(before: &'static str, above: &'static str, behind: &'static str, coda: bool) -> Vowel {
    Vowel { before, above, behind, coda }
}

const VOWELS: [Vowel; 26] = [
    vowel("", "", "า", true),
    vowel("", "", "า", false),
    vowel("", "", "ะ", false),
    vowel("", "ั", "", true),
    vowel("", "ั", "ว", false),
    vowel("", "ิ", "", true),
    vowel("", "ิ", "", false),
    vowel("", "ี", "", true),
    vowel("", "ี", "", false),
    vowel("", "ึ", "", true),
    vowel("", "ื", "", true),
    vowel("", "ื", "อ", false),
    vowel("", "ุ", "", true),
    vowel("", "ุ", "", false),
    vowel("", "ู", "", true),
    vowel("", "ู", "", false),
    vowel("", "", "อ", true),
    vowel("", "", "ำ", false),
    vowel("เ", "", "", true),
    vowel("เ", "", "า", false),
    vowel("เ", "ี", "ย", true),
    vowel("เ", "ื", "อ", true),
    vowel("แ", "", "", true),
    vowel("โ", "", "", true),
    vowel("ไ", "", "", false),
    vowel("ใ", "", "", false),
];

/// Words that hold sentences together.
const FUNCTION_WORDS: [&str; 48] = [
    "ที่",
    "ของ",
    "และ",
    "ใน",
    "เป็น",
    "มี",
    "การ",
    "ได้",
    "ว่า",
    "จะ",
    "ไม่",
    "ให้",
    "กับ",
    "ไป",
    "มา",
    "หรือ",
    "จาก",
    "ก็",
    "นี้",
    "ซึ่ง",
    "คือ",
    "โดย",
    "เพื่อ",
    "ต้อง",
    "แล้ว",
    "อยู่",
    "ความ",
    "แต่",
    "นั้น",
    "ถึง",
    "กัน",
    "ผู้",
    "คน",
    "ทำ",
    "ใช้",
    "เมื่อ",
    "อย่าง",
    "ยัง",
    "ขึ้น",
    "ถูก",
    "เขา",
    "ตาม",
    "ทั้ง",
    "มาก",
    "ด้วย",
    "ออก",
    "อีก",
    "เข้า",
];

/// All words with how often they are used.
pub(crate) struct Vocabulary {
    words: Vec<String>,
    /// Sums of the frequencies up to each word.
    frequencies: Vec<f64>,
}

impl Vocabulary {
    /// The one vocabulary.
    pub(crate) fn new() -> Self {
        let mut random = Random::new(0);
        let mut known = HashSet::new();
        let mut words = Vec::with_capacity(WORDS);
        while words.len() < WORDS {
            let short = words.len() < SHORT_WORDS;
            let syllables = if short { 1 + random.below(2) } else { 2 + random.below(2) + random.below(2) };
            let word: String = (0..syllables).map(|_| syllable(&mut random)).collect();
            if !FUNCTION_WORDS.contains(&word.as_str()) && known.insert(word.clone()) {
                words.push(word);
            }
        }
        // Zipf's law with Mandelbrot's shift, which flattens the top.
        let mut sum = 0.0;
        let frequencies = (0..WORDS)
            .map(|rank| {
                sum += 1.0 / (rank as f64 + 2.7);
                sum
            })
            .collect();
        Self { words, frequencies }
    }

    /// A word, each as likely as it is frequent.
    pub(crate) fn word(&self, random: &mut Random) -> &str {
        let all = self.frequencies.last().copied().unwrap_or_default();
        let wanted = random.unit() * all;
        let rank = self.frequencies.partition_point(|&sum| sum < wanted);
        self.words.get(rank).map_or("", String::as_str)
    }

    /// A word, all equally likely: names are made of rare words as well.
    pub(crate) fn any_word(&self, random: &mut Random) -> &str {
        random.pick::<String>(&self.words)
    }
}

/// A word that holds sentences together.
pub(crate) fn function_word(random: &mut Random) -> &'static str {
    // The smaller of two places: the first ones are the most frequent.
    let place = random.below(FUNCTION_WORDS.len()).min(random.below(FUNCTION_WORDS.len()));
    FUNCTION_WORDS.get(place).copied().unwrap_or_default()
}

fn syllable(random: &mut Random) -> String {
    let (onset, vowel) = (*random.pick(&ONSETS), random.pick(&VOWELS));
    let tone = if random.happens(0.25) { *random.pick(&TONES) } else { "" };
    let coda = if vowel.coda { *random.pick(&CODAS) } else { "" };
    [vowel.before, onset, vowel.above, tone, vowel.behind, coda].concat()
}
