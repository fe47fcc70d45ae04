//! Words that carry no content: what makes a sentence a question, and the padding around it. One scan over the data of `cue_words`.

use std::cmp::Reverse;
use std::iter;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cue_words::{
    ASKING, CALCULATING, COURTESY, FINAL, NAMING, PADDING, POLITE, PRONOUNS, REQUESTS, SMALL_WORDS, VERBS,
    WANTING,
};
use super::statements::speaks_of_work;
use crate::text::script::{is_thai, is_thai_leading_vowel, is_thai_mark, is_word};

/// Where a text asks and where it only pads, in characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cues {
    /// Words that ask.
    pub(crate) asking: Vec<Range<usize>>,
    /// Words without content.
    pub(crate) padding: Vec<Range<usize>>,
    /// Those of them that are said to people, not of the question.
    courtesy: Vec<Range<usize>>,
    /// Small words of a text that no word makes a question; where one does, they are padding.
    pub(crate) small: Vec<Range<usize>>,
    /// What it asks the name of, if it describes something.
    pub(crate) naming: Option<Naming>,
    /// Whether it asks how what it describes is calculated.
    pub(crate) calculating: bool,
    /// Whether there is a question mark.
    pub(crate) question_mark: bool,
}

/// What a text asks the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Naming {
    /// เรียกว่าอะไร.
    Anything,
    /// เรียกว่าตำแหน่งอะไร.
    Job,
}

impl Cues {
    /// Where words stand that ask or pad, be they small.
    pub(super) fn all(&self) -> impl Iterator<Item = &Range<usize>> {
        self.asking.iter().chain(&self.padding).chain(&self.small)
    }

    /// Whether the character at this place belongs to a word that no text answers: one that asks, or is said to people.
    pub(crate) fn is_idle(&self, place: usize) -> bool {
        self.asking.iter().chain(&self.courtesy).any(|span| span.contains(&place))
    }
}

/// Every cue as text.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    phrases(ASKING)
        .chain(phrases(NAMING))
        .chain(phrases(CALCULATING))
        .chain(phrases(COURTESY))
        .chain(phrases(PADDING))
        .chain(phrases(SMALL_WORDS))
}

/// The phrases of a list, which commas and line breaks part.
pub(super) fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split([',', '\n']).map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// Finds the cues of a normalized text among its words.
pub(crate) fn find(characters: &[char]) -> Cues {
    let mut cues =
        Cues { question_mark: characters.iter().any(|&c| matches!(c, '?' | '？')), ..Cues::default() };
    // Whether two things were set against each other.
    let mut either = false;
    let mut at = 0;
    while at < characters.len() {
        let rest = characters.get(at..).unwrap_or_default();
        let before = characters.get(..at).unwrap_or_default();
        let laughter = rest.iter().take_while(|&&c| c == '5').count();
        let cue = if laughter >= LAUGHTER { Some((Kind::Padding, laughter)) } else { longest(rest, before) };
        let Some((kind, length)) = cue else {
            at += 1;
            continue;
        };
        let span = at..at + length + drawn_out(rest, length);
        at = span.end;
        match kind {
            Kind::Asking if asks_here(characters, &span, &cues) => cues.asking.push(span),
            Kind::Padding if asks_on(characters, &span) || (either && asks_to_choose(characters, &span)) => {
                cues.asking.push(span);
            }
            Kind::Naming
                if is_one_of(&["called"], characters, &span) && !asks_at_end(characters, &span, &cues) => {}
            Kind::Naming => {
                let asked: String = characters.get(span.clone()).unwrap_or_default().iter().collect();
                let naming = if speaks_of_work(&asked) { Naming::Job } else { Naming::Anything };
                cues.naming = cues.naming.max(Some(naming));
                cues.asking.push(span);
            }
            Kind::Calculating => {
                cues.calculating = true;
                cues.asking.push(span);
            }
            // Such a request says something of its own: "knows more about tax".
            Kind::Asking if !is_verb(characters, &span) => {}
            Kind::Asking | Kind::Padding => cues.padding.push(span),
            Kind::Courtesy => {
                cues.courtesy.push(span.clone());
                cues.padding.push(span);
            }
            Kind::Small => {
                either |= is_one_of(&["หรือ", "or"], characters, &span);
                cues.small.push(span);
            }
        }
    }
    if cues.question_mark || !cues.asking.is_empty() {
        cues.padding.append(&mut cues.small);
        cues.padding.sort_unstable_by_key(|span| span.start);
    }
    cues
}

/// Whether a phrase asks wherever it stands.
pub(crate) fn always_asks(phrase: &[char]) -> bool {
    let is_request = |span: &Range<usize>| {
        let text: String = phrase.get(span.clone()).unwrap_or_default().iter().collect();
        REQUESTS.contains(&text.as_str())
    };
    !find(phrase).asking.iter().all(is_request)
}

/// How often the last letter of a cue is repeated (มั้ยยย, ไรรร), but for the one that begins the next cue (คืออะไร).
fn drawn_out(rest: &[char], length: usize) -> usize {
    let last = rest.get(length - 1);
    let repeated = rest.iter().skip(length).take_while(|&c| Some(c) == last).count();
    let next = rest.get(length + repeated - 1..).unwrap_or_default();
    if longest(next, &[]).is_some() { repeated.saturating_sub(1) } else { repeated }
}

/// Whether a particle asks on, after what was spoken of before: แล้วเงินเดือนล่ะ.
fn asks_on(characters: &[char], span: &Range<usize>) -> bool {
    let begins = |text: &[char], phrase: &str| {
        text.len() >= phrase.chars().count() && phrase.chars().zip(text).all(|(a, b)| a == *b)
    };
    let particle = characters.get(span.clone()).unwrap_or_default();
    ["ล่ะ", "หล่ะ"].iter().any(|asking| begins(particle, asking))
        && begins(characters, "แล้ว")
        && ends_sentence(characters.get(span.end..).unwrap_or_default())
}

/// Whether a particle asks which of two things set against each other is better, the last of them not Thai: word หรือ pdf ดี, but not
/// กินหรือดื่มก็อร่อยดี.
fn asks_to_choose(characters: &[char], span: &Range<usize>) -> bool {
    let before = characters.get(..span.start).unwrap_or_default();
    let last = before.iter().rfind(|c| !c.is_whitespace());
    is_one_of(&["ดี"], characters, span)
        && last.is_some_and(|&c| is_word(c) && !is_thai(c))
        && ends_sentence(characters.get(span.end..).unwrap_or_default())
}

/// Whether a phrase stands at a place of a text.
pub(super) fn stands(characters: &[char], phrase: &str, from: usize) -> bool {
    let length = phrase.chars().count();
    characters.get(from..from + length).is_some_and(|part| phrase.chars().eq(part.iter().copied()))
}

/// Whether a word ends a text that asks: "what is that digging called", but neither "i was called" nor "who called me".
fn asks_at_end(characters: &[char], span: &Range<usize>, cues: &Cues) -> bool {
    let behind = characters.get(span.end..).unwrap_or_default();
    !cues.asking.is_empty() && !behind.iter().any(|&c| is_word(c))
}

fn is_one_of(list: &[&str], characters: &[char], span: &Range<usize>) -> bool {
    list.iter().any(|cue| cue.chars().count() == span.len() && stands(characters, cue, span.start))
}

fn is_verb(characters: &[char], span: &Range<usize>) -> bool {
    is_one_of(&VERBS, characters, span)
}

/// Whether an asking word asks where it stands, which matters for English verbs and requests alone.
fn asks_here(characters: &[char], span: &Range<usize>, cues: &Cues) -> bool {
    let is = |phrase: &str, from: usize| stands(characters, phrase, from);
    let request = is_one_of(&REQUESTS, characters, span);
    if !request && !is_verb(characters, span) {
        return true;
    }
    let before =
        (0..span.start).rev().find(|&place| characters.get(place).is_some_and(|c| !c.is_whitespace()));
    let opens = before.is_none_or(|place| {
        characters.get(place).is_some_and(|&c| !is_word(c) || is_thai(c))
            || cues.asking.last().is_some_and(|last| last.contains(&place))
    });
    let wanted = |words: &str| {
        let start = before.and_then(|place| (place + 1).checked_sub(words.len()));
        start.is_some_and(|start| is(words, start))
    };
    let asks = if request {
        phrases(WANTING).any(wanted)
    } else {
        PRONOUNS.iter().any(|pronoun| is(pronoun, span.end))
    };
    opens || asks
}

/// 5 is "ha" in Thai; so many of them are laughter and not a number.
const LAUGHTER: usize = 3;

/// What a cue does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Asking,
    Naming,
    Calculating,
    Courtesy,
    Padding,
    Small,
}

/// A cue.
#[derive(Debug)]
struct Cue {
    kind: Kind,
    characters: Vec<char>,
    /// For one that asks only at the end of a sentence, behind which beginnings it does not.
    end: Option<&'static [&'static str]>,
}

/// Cues by their first two characters, the second of which is missing in the shortest: longest first and, of one length, in
/// the order of their kinds.
type ByBeginning = FxHashMap<(char, Option<char>), Vec<Cue>>;

static BY_BEGINNING: LazyLock<ByBeginning> = LazyLock::new(|| {
    let mut by_beginning = ByBeginning::default();
    let lists = [
        (Kind::Asking, ASKING),
        (Kind::Naming, NAMING),
        (Kind::Calculating, CALCULATING),
        (Kind::Courtesy, COURTESY),
        (Kind::Padding, PADDING),
        (Kind::Small, SMALL_WORDS),
    ];
    for (kind, list) in lists {
        for phrase in phrases(list) {
            let characters: Vec<char> = phrase.chars().collect();
            let Some(&first) = characters.first() else { continue };
            let beginning = (first, characters.get(1).copied());
            let end = FINAL.iter().find(|(cue, _)| *cue == phrase).map(|(_, after)| *after);
            by_beginning.entry(beginning).or_default().push(Cue { kind, characters, end });
        }
    }
    for cues in by_beginning.values_mut() {
        cues.sort_by_key(|cue| Reverse(cue.characters.len()));
    }
    by_beginning
});

/// The longest cue that the text begins with, standing as a word of its own where the script has borders, and its length.
/// Of one length, the kind named first wins.
fn longest(rest: &[char], before: &[char]) -> Option<(Kind, usize)> {
    let latin = |c: Option<&char>| c.is_some_and(|&c| is_word(c) && !is_thai(c));
    let (&first, second) = (rest.first()?, rest.get(1).copied());
    let stands = |cue: &&Cue| {
        if rest.len() < cue.characters.len()
            || !rest.iter().zip(&cue.characters).all(|(c, cue)| c == cue || with_ai(*c) == *cue)
        {
            return false;
        }
        let after = rest.get(cue.characters.len()..).unwrap_or_default();
        let inside_latin = latin(rest.first()) && (latin(before.last()) || latin(after.first()));
        let splits_letter = after.first().copied().is_some_and(is_thai_mark)
            || before.last().copied().is_some_and(is_thai_leading_vowel);
        let ends_with =
            |word: &&str| word.chars().rev().eq(before.iter().rev().copied().take(word.chars().count()));
        let inside_thai = cue.end.is_some_and(|words| !ends_sentence(after) || words.iter().any(ends_with));
        !inside_latin && !splits_letter && !inside_thai
    };
    let typed = [(first, second), (first, None)];
    let meant = [(with_ai(first), second.map(with_ai)), (with_ai(first), None)];
    let as_meant = meant.iter().zip(&typed).filter(|(meant, typed)| meant != typed).map(|(meant, _)| meant);
    let beginnings = typed.iter().chain(as_meant);
    let cue = beginnings.filter_map(|beginning| BY_BEGINNING.get(beginning)).flatten().find(stands);
    cue.map(|cue| (cue.kind, cue.characters.len()))
}

/// ไ where somebody typed ใ, which sounds alike: แบบใหน. The other way round ได would ask as ใด does.
fn with_ai(c: char) -> char {
    if c == 'ใ' { 'ไ' } else { c }
}

/// Whether a particle may stand before this: at the end, before another word or before what is polite.
fn ends_sentence(rest: &[char]) -> bool {
    let follows = |polite: &&str| {
        polite.chars().zip(rest.iter().copied().chain(iter::repeat('\0'))).all(|(a, b)| a == b)
    };
    rest.first().is_none_or(|&c| !is_thai(c)) || POLITE.iter().any(follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, asking: &[&str], padding: &[&str]) {
        let characters: Vec<char> = text.chars().collect();
        let cues = find(&characters);
        let texts = |spans: &[Range<usize>]| -> Vec<String> {
            spans.iter().map(|span| characters[span.clone()].iter().collect()).collect()
        };
        assert_eq!(texts(&cues.asking), asking, "{text}");
        assert_eq!(texts(&cues.padding), padding, "{text}");
    }

    #[test]
    fn cues_of_thai_and_english() {
        check("account manager คืออะไรคะ", &["คือ", "อะไร"], &["คะ"]);
        check("เงินเดือนเท่าไหร่ครับ 5555", &["เท่าไหร่"], &["ครับ", "5555"]);
        check("my cousin is an analyst", &[], &["my", "is", "an"]);
        check("ทำงานมา 3 ปี", &[], &["งาน"]);
        check("ทำงานมากี่ปี", &["กี่"], &["ทำ", "งาน", "มา", "ปี"]);
        check("as an am, is it hard", &["is"], &["as", "an", "it"]);
        check("account managers do they travel", &["do"], &["they"]);
        check("what is an island", &["what", "is"], &["an"]);
        check("ทำไรมั่งงงอะะ", &["ไรมั่งงง"], &["ทำ", "อะะ"]);
        check("แบบใหนใช่มั้ย", &["แบบใหน", "ใช่มั้ย"], &[]);
        check("วันนี้ไดเลื่อนขั้นใหม่", &[], &["นี้"]);
        check("คืออออไร", &["คือออ", "อไร"], &[]);
        check("เงินเดือน 55 บาท", &[], &[]);
        check("ไหวบ่", &["บ่"], &[]);
        check("แล้วใบ cpa ล่ะครับ", &["ล่ะ"], &["แล้ว", "ครับ"]);
        check("แล้วเงินเดือนล่ะะ", &["ล่ะะ"], &["แล้ว"]);
        check("ใบ cpa ล่ะครับ", &[], &["ล่ะ", "ครับ"]);
        check("แล้วได้เดือนละ 500", &[], &["แล้ว", "ได้", "ละ"]);
        check("ส่งเป็น word หรือ pdf ดีครับ", &["ดี"], &["เป็น", "หรือ", "ครับ"]);
        check("กินหรือดื่มก็อร่อยดี", &[], &["ก็", "ดี"]);
        check("แอคชัวรีรวยมะ", &["มะ"], &[]);
        check("บ่นเรื่องมะม่วง", &[], &["เรื่อง"]);
        check("ไหวบ่ครับ", &["บ่"], &["ครับ"]);
        check("ดูอนิเมะ", &[], &[]);
        check("ต้องเก่งเปล่าครับ", &["เปล่า"], &["ต้อง", "ครับ"]);
        check("น้ำเปล่า", &[], &[]);
        check("ผมก่อนดี", &["ก่อนดี"], &[]);
        check("เจ้าหน้าที่", &[], &["น้า", "ที่"]);
        check("", &[], &[]);
    }

    #[test]
    fn what_is_said_to_people_is_idle() {
        for (text, expected) in [
            ("hey guys what is churn pls", "hey guys what is pls"),
            ("ครับ คืออะไร", "ครับ คืออะไร"),
            ("ค่าจ้าง ข้อบังคับ", ""),
            ("บอกทีม แอดมิน", ""),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let cues = find(&characters);
            let idle: String =
                (0..).zip(&characters).map(|(place, &c)| if cues.is_idle(place) { c } else { ' ' }).collect();
            assert_eq!(idle.split_whitespace().collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
