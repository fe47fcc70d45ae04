//! What a text is beside a question: one that tells something and asks nothing (วันนี้ได้เลื่อนเป็น bookkeeper แล้ว), one that speaks of work.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cues::phrases;
use super::query::{Query, SPELLED};
use crate::text::script::is_thai_mark;

/// Words of statements and of job ads, which a request for something hardly has.
const TELLING_PHRASES: &str = "
    วันนี้, เมื่อวาน, เมื่อคืน, เมื่อเช้า, เมื่อกี้, เพิ่งได้, พึ่งได้, ได้เลื่อน, ได้งาน, ผ่านแล้ว, รับสมัคร, เปิดรับ, หาพนักงาน, หาคน, ส่งเรซูเม่,
    ทักแชท, ทักมา, อินบ็อก, แอดไลน์, สนใจทัก, สนใจแอด, สนใจติดต่อ, มีตำแหน่ง, ผมทำงานเป็น, ฉันทำงานเป็น, หนูทำงานเป็น, เราทำงานเป็น, แฟนเป็น, แฟนเรา, แฟนผม,
    ขอบคุณพี่, ขอบคุณทีม, ฝันดี, ราตรีสวัสดิ์, ยกมือ, ยินดีด้วย, ไม่มีหรอก,
    พ่อเป็น, แม่เป็น, พี่สาวเป็น, พี่ชายเป็น, น้องสาวเป็น, น้องชายเป็น,
    เพื่อนเรา, เพื่อนผม, เจ้านาย, ดีใจ, เหนื่อย, เย้, เบื่อ, โหดเกิน, โหดจัด, หล่อ, เกลียด, น้อยจัง, น้อยมาก, เยอะจัง, จังเลย, โคตร, ชิบ, สุดๆ,
    yesterday, today, last week, last month, last year, my boss, my dad, my mom, my friend, my brother, my sister, my cousin,
    we're hiring, we are hiring, is hiring, hiring a, hiring an, dm me, send your, used to be, got promoted, i'm a, i'm an, im a,
    im an, i am a, i am an, i work as, i worked as, i'm working, i am working, im meeting, i'm meeting, got the job, so happy,
    so proud, good night, shout out, shoutout, congrats, congratulations";

/// Words of a wish, with which nobody only tells something.
const WISHES: [&str; 5] = ["อยาก", "please", "want to", "wanna", "would like"];

/// Particles behind the word that ends a text that tells what is done.
const PARTICLES: [&str; 8] = ["จ้า", "ครับ", "คับ", "ค่ะ", "คะ", "นะ", "เว้ย", "โว้ย"];

impl Query {
    /// Whether it tells something and asks nothing; words of facets tell nothing (ค่าเหนื่อย).
    pub(super) fn tells(&self) -> bool {
        if self.asks() || WISHES.iter().any(|wish| self.normalized.contains(wish)) {
            return false;
        }
        let facets = self.facets.iter().filter(|hit| hit.spot.closeness >= SPELLED);
        tells_done(&self.normalized) || TELLING.stand_in(&self.blanked(facets.map(|hit| &hit.spot.span)))
    }
}

/// Whether a normalized text ends with แล้ว, be it drawn out: เรียนจบ auditor แล้วจ้า.
fn tells_done(normalized: &str) -> bool {
    const LAST: char = 'ว';
    let mut rest = normalized.trim_end();
    while let Some(shorter) = PARTICLES.iter().find_map(|particle| rest.strip_suffix(particle)) {
        rest = shorter.trim_end();
    }
    rest.ends_with(LAST) && rest.trim_end_matches(LAST).ends_with("แล้")
}

/// Words that speak of a job or of somebody who has one.
const WORK_PHRASES: &str = "
    คน, งาน, อาชีพ, ตำแหน่ง, ทีม, สาย, พี่ที่, พวกที่, ใครที่, job, jobs, role, roles, position, positions, career, careers, profession, team, person,
    people, someone, somebody, guy, who";

/// Whether a normalized text speaks of a job, or of somebody who has one.
pub(crate) fn speaks_of_work(normalized: &str) -> bool {
    OF_WORK.stand_in(normalized)
}

/// Phrases by their first letter.
struct List(FxHashMap<char, Vec<&'static str>>);

static TELLING: LazyLock<List> = LazyLock::new(|| List::new(TELLING_PHRASES));
static OF_WORK: LazyLock<List> = LazyLock::new(|| List::new(WORK_PHRASES));

impl List {
    fn new(list: &'static str) -> Self {
        let mut by_letter: FxHashMap<char, Vec<&str>> = FxHashMap::default();
        for phrase in phrases(list) {
            by_letter.entry(phrase.chars().next().unwrap_or_default()).or_default().push(phrase);
        }
        Self(by_letter)
    }

    /// Whether one of them stands in a normalized text: Latin ones between the borders of words, Thai ones with no mark behind
    /// them that makes another letter of the last (กู้ is no กู).
    fn stand_in(&self, normalized: &str) -> bool {
        let mut before = None;
        normalized.char_indices().any(|(place, first)| {
            let rest = normalized.get(place..).unwrap_or_default();
            let begun = self.0.get(&first).into_iter().flatten();
            let any = begun.filter_map(|phrase| Some((phrase, rest.strip_prefix(phrase)?))).any(
                |(phrase, after)| {
                    let latin =
                        |c: Option<char>| phrase.is_ascii() && c.is_some_and(|c| c.is_ascii_alphabetic());
                    let after = after.chars().next();
                    !latin(before) && !latin(after) && !after.is_some_and(is_thai_mark)
                },
            );
            before = Some(first);
            any
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_statements_stand_by_themselves() {
        for (text, telling) in [
            ("เมื่อวานออดิทเข้าบริษัท", true),
            ("พนักงานรับผิดชอบการกู้เงิน", false),
            ("i'm a bookkeeper", true),
            ("we're hiring a bookkeeper", true),
            ("lastly, a bookkeeper", false),
        ] {
            assert_eq!(TELLING.stand_in(text), telling, "{text}");
        }
    }

    #[test]
    fn what_is_done_is_told_at_the_end() {
        for (text, told) in [
            ("เรียนจบ auditor แล้วจ้า", true),
            ("ได้เป็นออดิทแล้ว", true),
            ("ได้เป็นออดิทแล้วววว ค่ะ", true),
            ("เรียนจบแล้วครับ คุณสมบัติ auditor", false),
            ("ตามแนว", false),
            ("ว", false),
            ("", false),
        ] {
            assert_eq!(tells_done(text), told, "{text}");
        }
    }

    #[test]
    fn words_that_speak_of_work_stand_by_themselves() {
        for (text, of_work) in
            [("พนักงานรับผิดชอบการกู้เงิน", true), ("เทคนิคแต่งรูป", false), ("jobless", false), ("a job", true)]
        {
            assert_eq!(speaks_of_work(text), of_work, "{text}");
        }
    }
}
