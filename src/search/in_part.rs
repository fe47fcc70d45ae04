//! Jobs that are called by a part of a name (เทรนเนอร์ of เทรนเนอร์ส่วนตัว), where nobody else's name and hardly any other text
//! has it.

use std::ops::Range;

use super::corpus::Corpus;
use super::cues::stands;
use super::edits::Skeleton;
use super::facet_hits::{EXPLAINING_CLOSENESS, FacetHit, overlap};
use super::letters::{Letter, in_place};
use super::names::{Catalogue, SubjectId};
use super::nicknames::without_silent;
use super::query::{PLAIN_CLOSENESS, Query};
use super::reading::{OFFERED, Reading, put_between};
use super::scene::Scene;
use super::slips::slipped_name;
use super::spot::Spot;
use super::strange::LEVELS;
use super::yielding::asks_for_anything;
use crate::knowledge::ArticleKind;
use crate::text::script::{is_letter, is_thai, is_thai_leading_vowel, is_thai_tone, is_word};

/// Fewer letters are met by chance, in Thai and in Latin letters.
const FEWEST_THAI: usize = 4;
const FEWEST_LATIN: usize = 5;
/// A beginning has so many letters and vowel signs: เทรน is no เทรนเนอร์.
const FEWEST_BEGUN: usize = 5;
/// A part of another name that takes so much of the same place, and is hardly less like it, is as good.
const AS_LONG: f32 = 0.8;
const AS_LIKE: f32 = 0.03;
/// So many sections may hold the part, for one of the job's.
const HOLDERS: f32 = 1.3;
/// So much of the question may be neither that nor what is asked, where anything asks and where nothing does.
const MOST_LEFTOVER: f32 = 0.5;
const MOST_LEFTOVER_UNASKED: f32 = 0.12;
/// Longer texts are not searched, nor longer runs of pieces; of texts longer than the second only single Latin pieces are looked at.
const MOST_LETTERS: usize = 120;
const MOST_IN_RUNS: usize = 60;
const MOST_PIECES: usize = 8;

/// Whether a question may name a job by a part of its name: it is short, names no subject and tells nothing.
pub(crate) fn may_name_in_part(query: &Query) -> bool {
    query.letters() <= MOST_LETTERS && query.named().next().is_none() && !query.tells()
}

/// The question with the whole name in the place of the part that it has, where it asks plainly for something.
pub(crate) fn named_in_part(query: &Query, catalogue: &Catalogue, corpus: &Corpus) -> Option<Reading> {
    let facet = query.facets.first().filter(|hit| hit.spot.closeness >= PLAIN_CLOSENESS)?;
    if !may_name_in_part(query) || asks_for_anything(catalogue, facet) {
        return None;
    }
    let rest = query.blanked(close(query).map(|hit| &hit.spot.span));
    let spots = catalogue.subject_parts(&Scene::new(&rest));
    let found = spots.iter().find(|found| stands_for_all(found, &spots, query, catalogue, corpus));
    let (name, span) = match found {
        Some((subject, spot)) => {
            let same = spots.iter().filter(|(other, at)| other == subject && at.span == spot.span);
            let names: Vec<String> = same.map(|(_, spot)| catalogue.subject_phrase(spot)).collect();
            let typed: String = query.scene.characters.get(spot.span.clone())?.iter().collect();
            let name = catalogue.nicknames().shown(names.iter().map(String::as_str), &typed)?;
            (name.to_owned(), spot.span.clone())
        }
        None => nickname(query, catalogue, corpus)
            .or_else(|| slipped_name(query, catalogue, |run| stands_by_itself(query, run)))?,
    };
    let letters = |range: Range<usize>| {
        let letters = query.scene.characters.get(range).unwrap_or_default();
        letters.iter().collect::<String>()
    };
    // A plural goes with its word.
    let at = |place: usize| query.scene.characters.get(place).copied();
    let is_plural = at(span.end) == Some('s') && !at(span.end + 1).is_some_and(|c| c.is_ascii_alphabetic());
    let end = span.end + usize::from(is_plural);
    let behind = letters(end..query.scene.characters.len());
    let name = if is_plural && !name.ends_with('s') { name + "s" } else { name };
    let text = put_between(&letters(0..span.start), &name, &behind);
    Some(Reading { text, reason: "part of a name written out", certainty: OFFERED, doubtful: false })
}

/// The longest run of words that is what people call a job, with a name of it.
fn nickname(query: &Query, catalogue: &Catalogue, corpus: &Corpus) -> Option<(String, Range<usize>)> {
    let scene = &query.scene;
    let long = query.letters() > MOST_IN_RUNS;
    let mut borders: Vec<usize> = explaining(query).flat_map(|span| [span.start, span.end]).collect();
    borders.extend(scene.word_starts());
    let gaps = scene.characters.iter().enumerate().filter(|(_, c)| c.is_whitespace());
    borders.extend(gaps.map(|(place, _)| place).chain([scene.characters.len()]));
    borders.sort_unstable();
    borders.dedup();
    let mut best: Option<(String, Range<usize>)> = None;
    for (number, &start) in borders.iter().enumerate() {
        let pieces = if long { 1 } else { MOST_PIECES };
        for &end in borders.iter().skip(number + 1).take(pieces) {
            let span = start..end;
            let longer = best.as_ref().is_none_or(|(_, best)| best.len() < span.len());
            let Some(part) = scene.characters.get(span.clone()).filter(|_| longer) else { continue };
            let part: String = part.iter().collect();
            let latin = part.is_ascii();
            let is_other = explains(query, &span) || !stands_by_itself(query, &span) || names_no_job(&part);
            if ((part.contains(' ') || long) && !latin) || is_other {
                continue;
            }
            let begun = catalogue.nicknames().begun(&part).filter(|(subject, name)| {
                // A beginning that is a word of its own means that (control, of controller).
                let own_word = latin && corpus.word_rarity(&part).is_some();
                let means_another = own_word || lacks_the_field(*subject, name, &part, catalogue);
                let heard = without_silent(&part);
                let letters = heard.chars().filter(|&c| is_word(c) && !is_thai_tone(c)).count();
                letters >= FEWEST_BEGUN && !means_another && corpus.is_of(*subject, &part, HOLDERS)
            });
            let heard = || catalogue.nicknames().heard(&part).filter(|_| !is_beside_cue(query, &span));
            let shortened = || catalogue.nicknames().shortened(part.trim());
            if let Some((_, name)) = begun.or_else(heard).or_else(shortened) {
                best = Some((name.to_owned(), span));
            }
        }
    }
    best
}

/// Whether a word that asks or pads begins or ends a run: เป็นครู is no banker.
fn is_beside_cue(query: &Query, span: &Range<usize>) -> bool {
    /// Shorter ones are met inside names.
    const LETTERS: usize = 2;
    let cues = query.scene.cues().all().filter(|cue| cue.len() >= LETTERS);
    let mut inside = cues.filter(|cue| span.start <= cue.start && cue.end <= span.end);
    inside.any(|cue| cue.start == span.start || cue.end == span.end)
}

/// What people say for whoever does something, before the part that tells what: มือตัดต่อ, หมอกายภาพ.
const PEOPLE: [&str; 3] = ["มือ", "หมอ", "เด็ก"];

/// A part without the words for whoever does anything, which are in many names.
fn without_doers(part: &str) -> &str {
    const DOERS: [&str; 12] =
        ["เจ้าหน้าที่", "พนักงาน", "หัวหน้า", "ผู้ช่วย", "จนท", "ฝ่าย", "งาน", "ช่าง", "นัก", "ผู้", "คน", "ทำ"];
    let shorter = DOERS.iter().find_map(|doer| part.strip_prefix(doer));
    shorter.map_or(part, |rest| without_doers(rest.trim_start()))
}

/// What is in names of jobs and names none by itself: employers, fields, things, and jobs of many kinds.
const NO_JOBS: [&str; 47] = [
    "ธนาคาร",
    "แบงก์",
    "แบงค์",
    "บริษัท",
    "โรงเรียน",
    "โรงแรม",
    "โรงพยาบาล",
    "โรงงาน",
    "ร้าน",
    "ร้านค้า",
    "ธุรกิจ",
    "องค์กร",
    "การเงิน",
    "การตลาด",
    "การขาย",
    "การลงทุน",
    "ลงทุน",
    "ประกอบ",
    "ประกัน",
    "ประกันภัย",
    "วิดีโอ",
    "คณิตศาสตร์",
    "วิทยาศาสตร์",
    "โปรเจค",
    "โปรเจกต์",
    "โครงการ",
    "ลูกค้า",
    "ข้อมูล",
    "ระบบ",
    "ความสำเร็จ",
    "วิศวกร",
    "ตัวแทน",
    "ผู้แทน",
    "ที่ปรึกษา",
    "อาจารย์",
    "insurance",
    "merchant",
    "radio",
    "stock",
    "video",
    "health",
    "benefits",
    "customs",
    "project",
    "hotel",
    "music",
    "fashion",
];

/// Whether a part names no job by itself, whoever does it.
fn names_no_job(part: &str) -> bool {
    NO_JOBS.contains(&part) || NO_JOBS.contains(&without_doers(part))
}

/// Whether a part has so many letters that it is hardly met by chance.
fn is_long(part: &str) -> bool {
    let letters = part.chars().filter(|&c| is_letter(c)).count();
    letters >= if part.contains(is_thai) { FEWEST_THAI } else { FEWEST_LATIN }
}

/// Whether a phrase or cues explain what stands there.
fn explains(query: &Query, span: &Range<usize>) -> bool {
    query.scene.is_of_cues(span) || close(query).any(|hit| overlap(&hit.spot.span, span) > 0)
}

/// The phrases that explain what they stand on.
fn close(query: &Query) -> impl Iterator<Item = &FacetHit> {
    query.facets.iter().filter(|hit| hit.spot.closeness >= EXPLAINING_CLOSENESS)
}

/// Whether a part of a name stands for all of it.
fn stands_for_all(
    (subject, spot): &(SubjectId, Spot),
    spots: &[(SubjectId, Spot)],
    query: &Query,
    catalogue: &Catalogue,
    corpus: &Corpus,
) -> bool {
    let characters = query.scene.characters.get(spot.span.clone()).unwrap_or_default();
    let part: String = characters.iter().collect();
    let is_role = || catalogue.subject(*subject).is_some_and(|subject| subject.kind == ArticleKind::Role);
    let at_same_place = || {
        spots.iter().filter(|(_, other)| {
            overlap(&other.span, &spot.span) as f32 >= AS_LONG * spot.span.len() as f32
                && other.closeness + AS_LIKE >= spot.closeness
        })
    };
    !explains(query, &spot.span)
        && is_long(without_doers(&part))
        && !names_no_job(&part)
        && (spot.closeness >= 1.0 || !is_beside_cue(query, &spot.span))
        && is_role()
        && at_same_place().all(|(other, _)| other == subject)
        && stands_by_itself(query, &spot.span)
        && is_run(&catalogue.subject_phrase(spot), &part)
        && is_of_words(query, &spot.span)
        && corpus.is_of(*subject, &part, HOLDERS)
        && !lacks_the_field(*subject, &catalogue.subject_phrase(spot), &part, catalogue)
}

/// Whether a part of a Thai name lacks the end that tells of what field the job is, which names of other jobs have too: an
/// เจ้าหน้าที่ธุรการ is no เจ้าหน้าที่ธุรการ·บัญชี.
fn lacks_the_field(subject: SubjectId, name: &str, part: &str, catalogue: &Catalogue) -> bool {
    let field = name.strip_prefix(part).filter(|field| field.contains(is_thai));
    field.is_some_and(|field| catalogue.nicknames().others_end(field, subject))
}

/// Whether a part goes with nothing beside it that nothing explains, where another job is meant (ตัวแทน·ประกัน, marketing manager), and
/// the question says little else.
fn stands_by_itself(query: &Query, span: &Range<usize>) -> bool {
    let at = |place: usize| query.scene.characters.get(place).copied();
    let thai = |place: usize| at(place).is_some_and(is_thai);
    let open = |place: usize| query.is_open(place, &query.facets);
    let whoever = PEOPLE.iter().any(|person| {
        let start = span.start.checked_sub(person.chars().count());
        start.is_some_and(|start| {
            stands(&query.scene.characters, person, start) && query.scene.word_starts().contains(&start)
        })
    });
    let thai_before = !whoever && span.start.checked_sub(1).is_some_and(|place| thai(place) && open(place));
    let span = &with_level(query, span);
    let latin_before = query.latin_before(span.start).is_some_and(open);
    let latin = |place: usize| at(place).is_some_and(|c| is_word(c) && !is_thai(c));
    let next = if at(span.end) == Some(' ') { span.end + 1 } else { span.end };
    let latin_behind = next > span.end && latin(next) && open(next);
    let thai_behind = thai(span.end) && open(span.end);
    let most = if query.asks() { MOST_LEFTOVER } else { MOST_LEFTOVER_UNASKED };
    !(thai_before || latin_before || thai_behind || latin_behind)
        && query.leftover(span, &query.facets, &[]) <= most
}

/// Where a part of a name stands with the level before it (senior interior).
fn with_level(query: &Query, span: &Range<usize>) -> Range<usize> {
    let before = query.scene.characters.get(..span.start).unwrap_or_default();
    let level = LEVELS.iter().find_map(|level| {
        let start = before.len().checked_sub(level.chars().count() + 1)?;
        (stands(before, level, start) && before.last() == Some(&' ')).then_some(start)
    });
    level.unwrap_or(span.start)..span.end
}

/// Where cues and phrases stand that words end beside: a cue of one letter is met inside words (ก็ in มาร์เก็ตติ้ง).
fn explaining(query: &Query) -> impl Iterator<Item = &Range<usize>> {
    let letters = |span: &Range<usize>| {
        let letters = query.scene.characters.get(span.clone()).unwrap_or_default();
        letters.iter().filter(|&&c| is_letter(c)).count()
    };
    let cues = query.scene.cues().all().filter(move |cue| letters(cue) > 1);
    cues.chain(query.facets.iter().map(|hit| &hit.spot.span))
}

/// Whether a span begins and ends where words do, by the dictionary or by what stands beside it.
fn is_of_words(query: &Query, span: &Range<usize>) -> bool {
    let scene = &query.scene;
    let thai = |place: usize| scene.characters.get(place).is_some_and(|&c| is_thai(c));
    let before = |place: usize| place.checked_sub(1).and_then(|place| scene.characters.get(place));
    // No vowel leaves what it is spoken behind.
    let parts_vowel = |place: usize| before(place).is_some_and(|&c| is_thai_leading_vowel(c));
    let is_border = |place: usize| {
        !thai(place)
            || !before(place).is_some_and(|&c| is_thai(c))
            || (!parts_vowel(place)
                && (scene.word_starts().contains(&place)
                    || explaining(query).any(|known| known.start == place || known.end == place)))
    };
    is_border(span.start) && is_border(span.end)
}

/// Whether a part stands in a name as it is, but for marks and, where it is long, a letter: no words are left out inside it.
fn is_run(name: &str, part: &str) -> bool {
    /// From so many letters on one may be wrong.
    const LONG: usize = 6;
    let letters = |text: &str| in_place(text.chars()).collect::<Vec<Letter>>();
    let part = letters(part);
    let most = u32::from(part.len() >= LONG);
    Skeleton::new(&letters(name)).fewest_edits(&part) <= most
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use crate::knowledge::{ArticleId, Knowledge, Language, parse, starter};
    use crate::search::{Engine, Question, Verdict};

    /// Articles with these titles, of two sections each.
    fn engine(titles: &[&str]) -> Engine {
        let facets = starter().unwrap().facets().clone();
        let articles = (0..).zip(titles).map(|(number, title)| {
            let text = format!(
                "---\ntitle: {title}\nkind: role\nreviewed: 2026-01-01\n---\n\n{title} มีงานทำ\n\n## เงินเดือน {{#salary}}\n\nไม่มาก\n"
            );
            let id = ArticleId::parse(&format!("job-{number}")).unwrap();
            parse("th/job.md", id, Language::thai(), &text, &facets).0.unwrap()
        });
        Engine::new(Arc::new(Knowledge::new(articles.collect(), facets.clone())))
    }

    #[test]
    fn jobs_are_called_by_parts_of_names() {
        let engine = engine(&[
            "เทรนเนอร์ส่วนตัว (Personal Trainer)",
            "เจ้าหน้าที่เงินเดือน (Payroll Officer)",
            "นักตัดต่อวิดีโอ (Video Editor)",
            "ธุรการบัญชี (Accounting Clerk)",
            "นักบัญชี (Accountant)",
            "เมอร์แชนไดเซอร์ (Merchandiser)",
            "ผู้จัดการคลัง (Warehouse Manager)",
            "ผู้จัดการร้าน (Store Manager)",
            "นักทดสอบระบบ (QA Engineer)",
            "มัณฑนากร (Interior Designer)",
        ]);
        for (question, expected) in [
            ("เทรนเนอร์เงินเดือนเท่าไหร่", "เทรนเนอร์ส่วนตัว เงินเดือนเท่าไหร่"),
            ("how much do trainers earn", "how much do personal trainers earn"),
            ("เพย์โรลได้เดือนละเท่าไหร่", "payroll officer ได้เดือนละเท่าไหร่"),
            ("คนตัดต่อเงินเดือนเท่าไหร่", "คน ตัดต่อวิดีโอ เงินเดือนเท่าไหร่"),
            ("เมอร์แชน เงินเดือน", "เมอร์แชนไดเซอร์ เงินเดือน"),
            ("ware man salary", "warehouse manager salary"),
            ("senior interior salary", "senior interior designer salary"),
            ("มือตัดต่อเงินเดือนเท่าไหร่", "มือ ตัดต่อวิดีโอ เงินเดือนเท่าไหร่"),
            (
                "how much does a merch in a small company in bangkok make a month these days",
                "how much does a merchandiser in a small company in bangkok make a month these days",
            ),
            ("คิวเอเงินเดือนเท่าไหร่", "qa engineer เงินเดือนเท่าไหร่"),
            // Of another field, of several jobs, of another kind, or with nothing asked.
            ("ธุรการเงินเดือนเท่าไหร่", ""),
            ("ฝีมือตัดต่อเงินเดือนเท่าไหร่", ""),
            ("ผู้จัดการเงินเดือนเท่าไหร่", ""),
            ("ตัดต่อพันธุกรรมเงินเดือนเท่าไหร่", ""),
            ("air trainer salary", ""),
            ("car interior salary", ""),
            ("วิดีโอเงินเดือนเท่าไหร่", ""),
            ("เทรนเงินเดือนเท่าไหร่", ""),
            ("เทรนด์เงินเดือนเท่าไหร่", ""),
            ("วันนี้เจอเทรนเนอร์ที่ยิม", ""),
            ("", ""),
        ] {
            let decision = engine.ask(&Question::new(question));
            assert_eq!(decision.interpreted_as.as_deref().unwrap_or_default(), expected, "{question}");
            assert!(!matches!(decision.verdict, Verdict::Answer { .. }), "{question}");
        }
    }
}
