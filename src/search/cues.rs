//! Words that carry no content: what makes a sentence a question, and the padding around it. Data and one scan.

use std::cmp::Reverse;
use std::iter;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::statements::speaks_of_work;
use crate::text::script::{is_thai, is_thai_mark, is_word};

/// Words that ask, or that ask for something to be told, as normalized text, in the spellings that people use.
const ASKING: &str = "
    ไหม, มั้ย, มัย, ป่ะ, ปะ, ป่าว, หรือเปล่า, รึเปล่า, หรือป่าว, รึป่าว, หรือไม่, หรือยัง, อะไร, อะไรบ้าง, ไร, ยังไง, ไง, อย่างไร,
    เท่าไหร่, เท่าไร, เท่าไหน, กี่, ทำไม, ที่ไหน, ไหน, แบบไหน, เมื่อไหร่, เมื่อไร, ใคร, บ้าง, มั่ง, คือ, ไหนดี, ก่อนดี, ดีไหม, จริงไหม,
    ได้ไหม, ใหม, ปาว, รึยัง, ได้ยัง, อะไรมั่ง, อารัย, อัลไล, อาราย, อไร, ไรบ้าง, ไรมั่ง, ไรงี้, ยังงัย, ยังไงดี, งัย, ไงดี, ไงบ้าง,
    ไงมั่ง, ได้มะ, ใช่มะ, มั๊ย, ไม๊, กว่ากัน, เป็นไง, อย่างไรบ้าง, เท่าใด, เทาไหร่, เท่าไหร, เท่ารัย, แค่ไหน, ขนาดไหน, ตรงไหน, ตอนไหน, อันไหน, ทางไหน,
    แนวไหน, ใด, ได้เปล่า, ดีเปล่า, ป้ะ, ป๊ะ, เท่าไหล่, เท่าไร่, เท่าไล่, รัย, กันแน่, หมายถึง,
    เพราะอะไร, จริงป่ะ, จริงปะ, จริงเปล่า, ใช่เปล่า, เปล่า, ใช่ไหม, ใช่มั้ย, ใช่ป่ะ, ช่วยสรุป, ช่วยอธิบาย, ช่วยแนะนำ, ช่วยเล่า, ช่วยบอก,
    ช่วยยกตัวอย่าง, ขอสรุป, ขอตัวอย่าง, ขอข้อมูล, ขอรายละเอียด, ขอความรู้, ขอคำแนะนำ, ขอแนวทาง, ขอสูตร, ขอแบบ, ขอรวม, ขอคำถาม, ขอลิสต์, ขอทริค, ขอเทคนิค, ขอวิธี, ขอไอเดีย, ขอเหตุผล, ขอทิป,
    ขอสั้นๆ, ขอทราบ, ขอเรท, ขอถาม, ขอสอบถาม, สอบถาม, รบกวนถาม, อยากรู้, อยากทราบ, อยากถาม, อยากเห็น, อยากรู้จัก, อยากรู้ว่า,
    อยากทราบว่า, ประสงค์จะทราบ, ประสงค์ขอทราบ, ใคร่ขอทราบ, ใคร่ทราบ, ต้องการทราบ, กำลังหาข้อมูล, อยากหาข้อมูล, ขอหาข้อมูล, อยากได้ข้อมูล, ช่วยแนะแนว, ขอแนะแนว, แนะแนวหน่อย, แนะแนวที, แชร์หน่อย,
    แชร์กันหน่อย, สงสัย, สงสัยว่า, ยกตัวอย่าง, อธิบาย, สรุปให้, เล่าหน่อย, เล่าให้ฟัง, ให้ฟังที, ให้ที,
    ให้ฟัง, ให้ฟังหน่อย, ไหร, ไม่ใช่หรอ, ไม่ใช่เหรอ, ไม่ใช่หรือ, ใช่หรอ, ใช่เหรอ, เลยหรอ, เลยเหรอ, ได้หรอ, ได้เหรอ, ด้วยหรอ, ด้วยเหรอ, จริงหรอ,
    ของเขาล่ะ, ของเค้าล่ะ, ของมันล่ะ, ของงานนี้ล่ะ, ของอาชีพนี้ล่ะ, ของตำแหน่งนี้ล่ะ, กีปี, กีบาท, กีคน, กีเดือน, กีชั่วโมง, จริงเหรอ, จริงดิ, จริงอ่อ, จริงป่าว, มะ, บ่, บ่น้อ, ก่อ, ใช่หรือไม่, หรือแค่, หรือต้อง, ถามว่า,
    หยัง, ยะหยัง, แม่นหยัง, อิหยัง, อะหยัง, เฮ็ดหยัง, จั่งใด, จังใด, ท่อใด, พันพรือ,
    what, what's, whats, how, why, which, who, where, when, is, are, do, does, did, can, could, should, would,
    will, whose, how much, how many, am i, explain, describe, define, summarize, summarise, sum up, give me,
    show me, tell me, tell me about, tell me more about, more about, anything on, anything about, info on, info about, information on, information about,
    learn about, know more about, find out, please advise, kindly share, please share, walk me through, teach me, help me understand, wondering, curious,
    i want to know, i'd like to know, wanna know, what about, how about, how come, any chance, is there a chance, isn't, aren't, doesn't,
    don't they, confused, who's, where's, how's, wats, wut, day in the life of";

/// Particles that ask only at the end of a sentence (ได้มะ, ไหวบ่ครับ): words begin with them (มะม่วง, ก่อน) and, after these
/// beginnings, end with them (อนิเมะ, ธรรมะ, น้ำเปล่า).
const FINAL: [(&str, &[&str]); 5] = [
    ("มะ", &["เ", "ร"]),
    ("บ่", &[]),
    ("ก่อ", &[]),
    ("ก่อนดี", &["คน", "เมื่อ", "วัน"]),
    ("เปล่า", &["น้ำ", "ว่าง", "มือ", "ด้วยตา", "เท้า", "กระดาษ", "เสียเวลา", "เสียแรง", "เปลืองแรง", "สูญ"]),
];
/// Polite particles, which may stand behind them.
const POLITE: [&str; 12] = ["ครับ", "คับ", "ค้าบ", "คะ", "ค่ะ", "จ้า", "เจ้า", "อะ", "อ่ะ", "วะ", "นะ", "เนี่ย"];

/// Words that ask for the name of what the question describes.
const NAMING: &str = "
    เรียกว่าอะไร, เรียกอะไร, เรียกว่าไร, เรียกไร, เขาเรียกว่าอะไร, เค้าเรียกว่าอะไร, เรียกตำแหน่งอะไร, เรียกตำแหน่งไร, เรียกว่าตำแหน่งอะไร, เรียกว่าตำแหน่งไร, เรียกอาชีพอะไร, เรียกว่าอาชีพอะไร, เรียกอาชีพไร, เรียกว่าอาชีพไร, เรียกงานอะไร, เรียกงานไร, ชื่อว่าอะไร,
    คำที่ใช้เรียก, ตำแหน่งชื่ออะไร, ชื่อตำแหน่งอะไร, อาชีพชื่ออะไร, ชื่ออาชีพอะไร,
    อาชีพนี้เรียกว่าอะไร, อาชีพนี้เรียกว่าไร, ตำแหน่งนี้เรียกว่าอะไร, ตำแหน่งนี้เรียกว่าไร, งานนี้เรียกว่าอะไร, งานนี้เรียกว่าไร, มีชื่อไหม, มีชื่อมั้ย, มีชื่อเรียกไหม, มีชื่อเรียกมั้ย,
    เรียกรวมๆว่าอะไร, เรียกรวมๆว่าไร, เรียกรวมๆ ว่าอะไร, เรียกรวมๆ ว่าไร, ย่อว่าอะไร, ย่อว่าไร, ใช้คำว่าอะไร, ใช้คำว่าไร, เรียกว่าค่าอะไร, เรียกค่าอะไร, มีชื่อเรียกว่าอะไร,
    ศัพท์, ศัพท์อังกฤษ, ศัพท์การเงิน, คำศัพท์, เรียกโปรแกรมอะไร, เรียกว่าโปรแกรมอะไร,
    what is that job called, what's that job called, what's the job called, what is the job called, what's that role called,
    what job is it, what job is that, wats that job called, wats the job called, what is this job called, what's this job called, whats this job called, what do you call this job, what do you call that job, what role is it, what role is that, whats that job called, whats the job called,
    what is it called, what's it called, whats it called, whats that called, what do u call, what is that called, what's that called, what do you call, what do they call,
    what's the term for, what is the term for, the word for, what is the name for";

/// Words that ask how what the question describes is calculated.
const CALCULATING: &str = "
    ใช้สูตรไหน, ใช้สูตรอะไร, ใช้สูตรไร, สูตรไหน, สูตรอะไร, คำนวณยังไง, คำนวณไง, คำนวนยังไง,
    what's the formula, what is the formula, which formula, how is it calculated";

/// English words that ask only where they open a clause or stand before a pronoun: "she is an analyst" asks nothing, nor does "a
/// friend who sells".
const VERBS: [&str; 11] =
    ["is", "are", "do", "does", "did", "can", "could", "should", "would", "will", "who"];
/// Requests that ask only where they open a clause or follow words of wanting: "she knows more about tax" asks nothing.
const REQUESTS: [&str; 10] = [
    "anything on",
    "anything about",
    "more about",
    "info on",
    "info about",
    "information on",
    "information about",
    "learn about",
    "know more about",
    "find out",
];
/// Such words of wanting.
const WANTING: &str =
    "want to, wanna, like to, love to, need to, hoping to, trying to, please, any, some, looking for, need";
/// Pronouns, with their space, that turn such a verb into a question.
const PRONOUNS: [&str; 8] = [" i ", " you ", " they ", " it ", " we ", " he ", " she ", " there "];

/// Padding: politeness, particles, laughter, calls for attention and what names go with.
const PADDING: &str = "
    ครับ, ครับผม, คับ, ค้าบ, ค่ะ, คะ, คะะ, จ้า, จ้ะ, จ๊ะ, จ๋า, ฮะ, ฮับ, งับ, นะ, น้า, เนอะ, เนาะ, อะ, อ่ะ, อ่า, สิ, ดิ, ล่ะ, ละ,
    หล่ะ, เหรอ, หรอ, เหอะ, เลย, หน่อย, ที, ด้วย, แล้ว, ก็, แหละ, ว่า, วะ, ว่ะ, โว้ย, เอ่อ, รบกวน, ถามหน่อย, ช่วย, บอก,
    บอกที, พี่ๆ, พี่, เพื่อนๆ, ทุกคน, ใครรู้บ้าง, ใครพอรู้, มีใครรู้, ใครรู้, แอด, แอดมิน, บอท, สวัสดี, ดี, ขอบคุณ, ๆ, ของ, ใน, ที่,
    เป็น, งาน, อาชีพ, ตำแหน่ง, พนักงาน, สาย, คน, เกี่ยวกับ, เรื่อง, ต้อง, ควร, อยาก, ถ้า, จะ, ได้, มี, นี่, นี้, มัน, พวก, คร้าบ, ครัช, คัฟ,
    ส่วน, ค้ะ, จ่ะ, จ้าา, นะคะ, นะครับ, นะจ๊ะ, น่ะ, เนี่ย, เนี้ย, เนี่ยะ, อ้ะ, อาา, อ่ะนะ, หว่า, ซิ, เด้อ, แน่, งง, งงๆ, ขอโทษ,
    ขอบใจ, ปรึกษา, หน่อยสิ, ให้หน่อย, ให้ด้วย,
    krub, krab, krap, khrap, khrub, kha, ka, naja, na, nee, ja,
    please, pls, plz, about, hi, hello, hey, thanks, thank you, the, a, an, of, for, to, in, as, and, i, me,
    my, you, your, job, role, someone, anyone, know, lol, haha, hmm, um, sir, mate, guys, thx, cheers";

/// Small words that explain nothing by themselves: they pad a text that asks, while a statement consists of them too.
const SMALL_WORDS: &str = "
    กัน, กะ, กับ, และ, หรือ, แต่, แล้วก็, เขา, เค้า, หนู, น้องอยาก, น้องสนใจ, น้องจะ, ลูกสาวอยาก, ลูกชายอยาก, ลูกสาวสนใจ, ลูกชายสนใจ, ตัวเอง, บ่อย, ตอน, ตอนนี้, ก่อน, จาก, ไป, มา, ให้, กว่า, แบบ, แบบนี้,
    อย่าง, เอง, อยู่, เพราะ, ต่อ, อีก, ทั้ง, ปกติ, โดยปกติ, ทั่วไป, โดยทั่วไป, ส่วนใหญ่, ส่วนมาก, ประมาณ, น่าจะ, คิดว่า, จริงๆ,
    จริง, เพิ่ง, กำลัง, กำลังจะ, สำหรับ, คำว่า, ถึง, ถึงจะ, ซึ่ง, โดย, เพื่อ, ว่าง่ายๆ, รู้, ทราบ, จำเป็น, จำเป็นต้อง, ระหว่าง, ตัว,
    อัน, พวกนี้, ใช้, โทรศัพท์, ต้องการ, คือว่า, ขอให้, ทำ, ประสบการณ์, ปี, ไทย, เมืองไทย, ประเทศไทย, กรุงเทพ, กทม,
    actually, really, basically, exactly, usually, normally, typically, generally, even, also, too, or, but,
    if, at, on, by, it, its, be, been, being, that, this, there, they, their, them, some, any, have, has, get,
    from, with, we, one, person, people, position, career, roles, jobs, work, working, company, kind, sort,
    type, i'm, im, i am, anybody, need, want, have to, has to, need to, was, were, lot, thailand, bangkok, bkk,
    per hour, per day, per week, per month, per year, a month, a year, monthly, yearly,
    my friend wants, my son wants, my daughter wants";

/// Where a text asks and where it only pads, in characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cues {
    /// Words that ask.
    pub(crate) asking: Vec<Range<usize>>,
    /// Words without content.
    pub(crate) padding: Vec<Range<usize>>,
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

    /// Whether the character at this place belongs to a word that asks.
    pub(crate) fn asks_at(&self, place: usize) -> bool {
        self.asking.iter().any(|span| span.contains(&place))
    }
}

/// Every cue as text.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    phrases(ASKING)
        .chain(phrases(NAMING))
        .chain(phrases(CALCULATING))
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
            Kind::Padding if asks_on(characters, &span) => cues.asking.push(span),
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
            Kind::Small => cues.small.push(span),
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

/// Whether a phrase stands at a place of a text.
pub(super) fn stands(characters: &[char], phrase: &str, from: usize) -> bool {
    let length = phrase.chars().count();
    characters.get(from..from + length).is_some_and(|part| phrase.chars().eq(part.iter().copied()))
}

fn is_one_of(list: &[&str], characters: &[char], span: &Range<usize>) -> bool {
    list.iter().any(|cue| cue.len() == span.len() && stands(characters, cue, span.start))
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
        if !rest.starts_with(&cue.characters) {
            return false;
        }
        let after = rest.get(cue.characters.len()..).unwrap_or_default();
        let inside_latin = latin(rest.first()) && (latin(before.last()) || latin(after.first()));
        let splits_letter = after.first().copied().is_some_and(is_thai_mark);
        let ends_with =
            |word: &&str| word.chars().rev().eq(before.iter().rev().copied().take(word.chars().count()));
        let inside_thai = cue.end.is_some_and(|words| !ends_sentence(after) || words.iter().any(ends_with));
        !inside_latin && !splits_letter && !inside_thai
    };
    let beginnings = [(first, second), (first, None)];
    let cue = beginnings.iter().filter_map(|beginning| BY_BEGINNING.get(beginning)).flatten().find(stands);
    cue.map(|cue| (cue.kind, cue.characters.len()))
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
        check("คืออออไร", &["คือออ", "อไร"], &[]);
        check("เงินเดือน 55 บาท", &[], &[]);
        check("ไหวบ่", &["บ่"], &[]);
        check("แล้วใบ cpa ล่ะครับ", &["ล่ะ"], &["แล้ว", "ครับ"]);
        check("แล้วเงินเดือนล่ะะ", &["ล่ะะ"], &["แล้ว"]);
        check("ใบ cpa ล่ะครับ", &[], &["ล่ะ", "ครับ"]);
        check("แล้วได้เดือนละ 500", &[], &["แล้ว", "ได้", "ละ"]);
        check("แอคชัวรีรวยมะ", &["มะ"], &[]);
        check("บ่นเรื่องมะม่วง", &[], &["เรื่อง"]);
        check("ไหวบ่ครับ", &["บ่"], &["ครับ"]);
        check("ดูอนิเมะ", &[], &[]);
        check("ต้องเก่งเปล่าครับ", &["เปล่า"], &["ต้อง", "ครับ"]);
        check("น้ำเปล่า", &[], &[]);
        check("ผมก่อนดี", &["ก่อนดี"], &[]);
        check("", &[], &[]);
    }
}
