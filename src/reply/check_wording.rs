//! What `naenaew check` says to the people who write articles, in Thai and in English. Plain data, in the style of
//! [`super::wording`]: no words of programmers, and each problem comes with what to do about it.

use super::fill::fill;
use crate::knowledge::{Level, LevelNames};

/// Something that is counted: for one, and for any other number. The number stands for the first `{}`.
pub type Counted = [&'static str; 2];

/// The texts of one language; `{}` stands for a value, in the order that is named.
#[derive(Debug)]
pub struct CheckWording {
    /// The language's tag.
    pub tag: &'static str,
    /// What the levels are called at the head of a problem.
    pub levels: LevelNames,

    /// Section, its characters, its last words in one reply.
    pub too_long: &'static str,
    /// Characters of a reply.
    pub too_long_mend: &'static str,

    /// Figures, their year.
    pub old_figures: Counted,
    /// What to do about them.
    pub old_figures_mend: &'static str,
    /// A figure of the text, its year.
    pub old_told: &'static str,
    /// What to do about it.
    pub old_told_mend: &'static str,
    /// The date.
    pub old_review: &'static str,
    /// What to do about it.
    pub old_review_mend: &'static str,

    /// How many, and which with their places.
    pub sections_missing: Counted,
    /// What to do about them.
    pub sections_missing_mend: &'static str,
    /// The language that is there, those that are not.
    pub version_missing: &'static str,
    /// The file to write.
    pub version_missing_mend: &'static str,
    /// The languages of the interface, inside a sentence.
    pub thai: &'static str,
    /// See `thai`.
    pub english: &'static str,
    /// The language that no article is written in.
    pub language_missing: &'static str,
    /// Its folder.
    pub language_missing_mend: &'static str,

    /// The section.
    pub no_sources: &'static str,
    /// What to do about it.
    pub no_sources_mend: &'static str,
    /// The amount.
    pub unsourced: &'static str,
    /// What to do about it.
    pub unsourced_mend: &'static str,
    /// A pay figure that points to no source.
    pub pay_unsourced: &'static str,
    /// What to do about it.
    pub pay_unsourced_mend: &'static str,

    /// The address.
    pub dead_link: &'static str,
    /// What to do about it.
    pub dead_link_mend: &'static str,

    /// The name, the other one, its article, its place.
    pub close_names: &'static str,
    /// What to do about it.
    pub close_names_mend: &'static str,

    /// The word.
    pub gendered: &'static str,
    /// What to do about it.
    pub gendered_mend: &'static str,
    /// The words.
    pub pushing: &'static str,
    /// What to do about them.
    pub pushing_mend: &'static str,
    /// Further words of the same kind.
    pub and_more: &'static str,

    /// The section, the one that is found instead.
    pub not_found: &'static str,
    /// The section.
    pub not_found_at_all: &'static str,
    /// The section.
    pub not_found_mend: &'static str,
    /// The section, whose questions name the subject already.
    pub not_found_named_mend: &'static str,
    /// The section, how many mistyped questions were lost, of how many.
    pub lost_mistyped: &'static str,
    /// What to do about it.
    pub lost_mistyped_mend: &'static str,
    /// The sample question, the section that is found.
    pub sample_astray: &'static str,
    /// The sample question.
    pub sample_unanswered: &'static str,
    /// What to do about it.
    pub sample_astray_mend: &'static str,
    /// The same where the question names the subject already: the section.
    pub sample_named_mend: &'static str,
    /// The name, how it was typed, the section that is found.
    pub name_astray: &'static str,
    /// What to do about it.
    pub name_astray_mend: &'static str,

    /// Articles.
    pub articles: Counted,
    /// Sections.
    pub sections: Counted,
    /// Errors.
    pub errors: Counted,
    /// Warnings.
    pub warnings: Counted,
    /// Hints.
    pub hints: Counted,
    /// Nothing to mend: articles, sections, where.
    pub all_well: &'static str,
    /// What was found, articles, sections, where; then one of the next three.
    pub found: &'static str,
    /// There are errors.
    pub errors_first: &'static str,
    /// There are none.
    pub usable: &'static str,
    /// There are none, but warnings count.
    pub strict: &'static str,
    /// What keeps the knowledge from being used is listed above: where.
    pub unusable: &'static str,
    /// Questions, how many at most a section.
    pub asked: &'static str,
    /// Sections that were left out.
    pub left_out: &'static str,
    /// Problems of one rule that are not shown.
    pub more_of_a_kind: &'static str,

    /// The heading of the table.
    pub coverage: &'static str,
    /// What stands in it: all languages.
    pub coverage_key: &'static str,
    /// Rows that are not shown.
    pub coverage_more: &'static str,
}

/// Thai.
pub static THAI: CheckWording = CheckWording {
    tag: "th",
    levels: LevelNames {
        error: "ต้องแก้", warning: "ควรแก้", hint: "น่าดู"
    },

    too_long: "หัวข้อ `{}` ยาว {} ตัวอักษร ส่งในคำตอบเดียวไม่พอ จะถูกตัดหลังคำว่า “{}”",
    too_long_mend: "เหลือไม่เกิน {} ตัวอักษร หรือแบ่งเป็นสองหัวข้อ",

    old_figures: [
        "ตัวเลขรายได้ {} รายการเป็นของปี {} เก่ากว่า 18 เดือนแล้ว คำตอบจะเตือนผู้อ่านว่าตัวเลขเก่า",
        "ตัวเลขรายได้ {} รายการเป็นของปี {} เก่ากว่า 18 เดือนแล้ว คำตอบจะเตือนผู้อ่านว่าตัวเลขเก่า",
    ],
    old_figures_mend: "ดูว่าแหล่งเดิมออกตัวเลขใหม่หรือยัง ถ้ามี ให้แก้ทั้งในเนื้อหาและใน `pay`",
    old_told: "“{}” เป็นตัวเลขของปี {} เก่ากว่า 18 เดือนแล้ว",
    old_told_mend: "ดูว่ามีตัวเลขที่ใหม่กว่านี้ไหม ถ้ายังไม่มี ให้บอกผู้อ่านว่าเป็นตัวเลขล่าสุดที่หาได้",
    old_review: "ตรวจทานครั้งล่าสุดเมื่อ {} เก่ากว่า 18 เดือนแล้ว",
    old_review_mend: "อ่านทวนกับแหล่งที่มาอีกครั้ง แล้วใส่วันที่ตรวจทานใหม่",

    sections_missing: ["ไฟล์นี้ขาด {} หัวข้อที่อีกภาษามี: {}", "ไฟล์นี้ขาด {} หัวข้อที่อีกภาษามี: {}"],
    sections_missing_mend: "เขียนหัวข้อนั้นเพิ่ม ถ้ามีอยู่แล้วแต่ชื่อไม่ตรงกัน ให้ใส่รหัสเดียวกันท้ายหัวข้อ เช่น `{#salary}`",
    version_missing: "บทความนี้มีแค่ภาษา {} ยังไม่มี {} คนที่ถามภาษาอื่นจะได้อ่านภาษานี้แทน",
    version_missing_mend: "ถ้าพร้อม ลองเขียน `{}`",
    thai: "ภาษาไทย",
    english: "ภาษาอังกฤษ",
    language_missing: "ไม่มีบทความ{}เลยสักไฟล์ คนที่ถามเป็นภาษานี้จะได้อ่านอีกภาษาแทนทุกครั้ง",
    language_missing_mend: "ถ้าโฟลเดอร์ `{}` หายไป ให้นำกลับมา ถ้ายังไม่เคยมี ให้เริ่มจากอาชีพที่คนถามบ่อย",

    no_sources: "หัวข้อ `{}` บอกจำนวนเงิน แต่บทความไม่มีแหล่งที่มาเลย",
    no_sources_mend: "ใส่แหล่งที่มาใน `sources` แล้วบอกในประโยคว่าตัวเลขมาจากใคร ปีไหน",
    unsourced: "ไม่รู้ว่า “{}” มาจากไหน ประโยคหรือข้อนี้ไม่ได้เอ่ยชื่อแหล่งที่มาใน `sources`",
    unsourced_mend: "เอ่ยชื่อแหล่งที่มาในประโยคหรือข้อเดียวกัน และเพิ่มใน `sources` ถ้ายังไม่มี",
    pay_unsourced: "ตัวเลขใน `pay` รายการนี้ไม่บอกว่ามาจากแหล่งไหน",
    pay_unsourced_mend: "เติม `source: 1` (ลำดับของแหล่งใน `sources` นับจาก 1)",

    dead_link: "ลิงก์ `{}` ไปไม่ถึงไหน ที่อยู่เว็บเขียนไม่ถูก",
    dead_link_mend: "เปิดหน้าเว็บจริง แล้วคัดลอกที่อยู่มาใหม่",

    close_names: "ชื่อ `{}` ต่างจาก `{}` ของบทความ `{}` ({}) แค่ตัวเดียว พิมพ์พลาดนิดเดียวก็ไปผิดบทความ",
    close_names_mend: "เก็บชื่อนี้ไว้ในบทความเดียว หรือใช้ชื่อเต็มที่ต่างกันชัดกว่านี้",

    gendered: "คำว่า “{}” เจาะจงเพศของผู้อ่านหรือผู้ทำงาน",
    gendered_mend: "ใช้คำกลางที่หมายถึงทุกคน เช่น คนที่ทำงานนี้ พนักงาน ผู้สมัคร",
    pushing: "คำว่า “{}” ฟังเหมือนเร่งหรือสั่งผู้อ่าน",
    pushing_mend: "เล่าข้อเท็จจริงแล้วให้ผู้อ่านเลือกเอง เช่น “คนที่ทำงานนี้มัก…”",
    and_more: " (ในหัวข้อนี้มีอีก {} แห่ง)",

    not_found: "ไม่มีคำถามไหนเจอหัวข้อ `{}` เป็นอันดับแรก ส่วนใหญ่ไปเจอ `{}`",
    not_found_at_all: "ไม่มีคำถามไหนเจอหัวข้อ `{}` เลย",
    not_found_mend: "ใส่คำถามที่คนถามจริงใน `questions` ใต้ `{}` และเอ่ยชื่อของเรื่องนี้ในนั้น หรือรวมกับหัวข้อที่คล้ายกัน",
    not_found_named_mend: "คำถามมีชื่อของเรื่องนี้อยู่แล้ว แต่คำอื่นตรงกับหัวข้ออื่นมากกว่า ใส่คำถามที่ใช้คำของ `{}` เท่านั้น หรือรวมสองหัวข้อเข้าด้วยกัน",
    lost_mistyped: "พอพิมพ์พลาดนิดเดียวก็ไม่เจอหัวข้อ `{}` แล้ว ({} จาก {} คำถาม)",
    lost_mistyped_mend: "เพิ่มคำถามตัวอย่างที่ใช้คำต่างจากหัวข้ออื่น",
    sample_astray: "คำถามตัวอย่าง “{}” ไปเจอ `{}` ก่อน",
    sample_unanswered: "คำถามตัวอย่าง “{}” ไม่เจออะไรเลย",
    sample_astray_mend: "เอ่ยชื่อของเรื่องนี้ในคำถาม หรือย้ายไปไว้ใต้หัวข้อที่ตอบจริง",
    sample_named_mend: "คำถามมีชื่อของเรื่องนี้อยู่แล้ว เปลี่ยนคำที่เหลือให้เจาะจงเรื่องใน `{}` กว่านี้ หรือย้ายคำถามไปไว้ใต้หัวข้อที่ตอบจริง",
    name_astray: "คนที่ถามหา `{}` โดยพิมพ์ว่า “{}” จะไปเจอ `{}`",
    name_astray_mend: "ใช้ชื่อที่เจาะจงกว่านี้ หรือเอาชื่อนี้ออก ชื่อที่หมายถึงสองอาชีพไม่ควรเป็นของบทความใด",

    articles: ["{} บทความ", "{} บทความ"],
    sections: ["{} หัวข้อ", "{} หัวข้อ"],
    errors: ["ต้องแก้ {} เรื่อง", "ต้องแก้ {} เรื่อง"],
    warnings: ["ควรแก้ {} เรื่อง", "ควรแก้ {} เรื่อง"],
    hints: ["น่าดู {} เรื่อง", "น่าดู {} เรื่อง"],
    all_well: "เรียบร้อยดี: {} {} ใน {}",
    found: "{} ใน {} {} ({})",
    errors_first: "แก้เรื่อง “ต้องแก้” ก่อน บอตจึงจะใช้บทความชุดนี้ได้",
    usable: "บอตใช้บทความชุดนี้ได้เลย",
    strict: "บอตใช้บทความชุดนี้ได้ แต่ยังมีเรื่องที่ควรแก้",
    unusable: "{} ยังใช้ไม่ได้ ต้องแก้เรื่องข้างบนก่อน สั่ง `naenaew check` เพื่อดูอีกครั้ง",
    asked: "ลองถามไป {} คำถาม ไม่เกินหัวข้อละ {} ข้อ ทั้งพิมพ์ถูกและพิมพ์พลาด",
    left_out: "บทความเยอะมาก จึงไม่ได้ลองถาม {} หัวข้อ",
    more_of_a_kind: "ยังมีเรื่องแบบ `{}` อีก {} เรื่อง ดูทั้งหมดได้ด้วย --json",

    coverage: "อาชีพไหนเล่าเรื่องอะไรแล้วบ้าง",
    coverage_key: "● ครบทุกภาษา ({})   – ยังไม่มี   นอกนั้นคือภาษาที่มี",
    coverage_more: "และอีก {} อาชีพ",
};

/// English.
pub static ENGLISH: CheckWording = CheckWording {
    tag: "en",
    levels: LevelNames::ENGLISH,

    too_long: "section `{}` has {} characters, too many for one reply: it would be cut after “{}”",
    too_long_mend: "keep it to {} characters, or make two sections of it",

    old_figures: [
        "{} pay figure is of {}, more than 18 months old: answers warn readers of that",
        "{} pay figures are of {}, more than 18 months old: answers warn readers of that",
    ],
    old_figures_mend: "see whether the source has newer ones; then change them in the text and in `pay`",
    old_told: "“{}” is a figure of {}, more than 18 months old",
    old_told_mend: "see whether there is a newer one; if not, tell readers that this is the latest that is known",
    old_review: "last reviewed on {}, more than 18 months ago",
    old_review_mend: "read it once more beside its sources, then write the new date",

    sections_missing: [
        "{} section that another language has is missing in this file: {}",
        "{} sections that another language has are missing in this file: {}",
    ],
    sections_missing_mend: "write it; if it is there under another name, give both the same id, as in `{#salary}`",
    version_missing: "this article is only there in `{}`, not in {}: others get to read it in this language",
    version_missing_mend: "when there is time, write `{}`",
    thai: "Thai",
    english: "English",
    language_missing: "there is no article in {} at all: who asks in that language always gets to read the other one",
    language_missing_mend: "if the folder `{}` was lost, bring it back; if there never was one, begin with the jobs that \
                            people ask for most",

    no_sources: "section `{}` tells amounts of money, but the article has no sources",
    no_sources_mend: "list them under `sources`, and say beside each figure who measured it, and when",
    unsourced: "nobody can tell where “{}” comes from: this sentence or item names none of the `sources`",
    unsourced_mend: "name the source in the same sentence or item, and list it under `sources` if it is not there",
    pay_unsourced: "this figure of `pay` does not say where it comes from",
    pay_unsourced_mend: "add `source: 1`, the number of the source in `sources`, counted from 1",

    dead_link: "the link `{}` leads nowhere: this is no proper web address",
    dead_link_mend: "open the page and copy its address anew",

    close_names: "`{}` is one slip of the finger from `{}`, a name of `{}` ({}): people will land at the wrong one",
    close_names_mend: "keep the name in one of the two articles, or choose one that looks more different",

    gendered: "“{}” speaks of one gender only",
    gendered_mend: "use a word for everybody, such as they, the manager, the applicant",
    pushing: "“{}” pushes the reader",
    pushing_mend: "tell the fact and leave the choice to the reader, as in “people in this job often …”",
    and_more: " ({} more in this section)",

    not_found: "no question finds section `{}` first: they find `{}`",
    not_found_at_all: "no question finds section `{}`",
    not_found_mend: "add questions as people ask them to `questions` under `{}`, with the subject's name in them, or join it \
                     with the section that is found",
    not_found_named_mend: "its questions name the subject already, but their other words fit another section better: add some \
                           in words that only `{}` has, or join the two sections",
    lost_mistyped: "section `{}` is lost when a question is mistyped a little ({} of {})",
    lost_mistyped_mend: "add sample questions whose words no other section has",
    sample_astray: "the sample question “{}” finds `{}` first",
    sample_unanswered: "the sample question “{}” finds nothing",
    sample_astray_mend: "name the subject in it, or move it to the section that answers it",
    sample_named_mend: "it names the subject already: make its other words more telling of `{}`, or move it to the section \
                        that answers it",
    name_astray: "who looks for `{}` and types “{}” is sent to `{}`",
    name_astray_mend: "use a more telling name, or remove this one: a name of two jobs is best left to neither",

    articles: ["{} article", "{} articles"],
    sections: ["{} section", "{} sections"],
    errors: ["{} error", "{} errors"],
    warnings: ["{} warning", "{} warnings"],
    hints: ["{} hint", "{} hints"],
    all_well: "All is well: {} with {} in {}.",
    found: "{} in {} with {} ({}).",
    errors_first: "Errors have to be mended first.",
    usable: "They can be used as they are.",
    strict: "A bot can use them as they are, but there is something to mend.",
    unusable: "{} cannot be used before its errors are mended; `naenaew check` lists them again",
    asked: "{} questions were asked, at most {} a section, typed right and mistyped.",
    left_out: "The articles are so many that {} sections were not asked about.",
    more_of_a_kind: "Of the kind `{}`, {} more are not shown: --json lists them all",

    coverage: "Which job tells what",
    coverage_key: "● in every language ({})   – missing   else the languages that have it",
    coverage_more: "and {} more jobs",
};

impl CheckWording {
    /// The wording for a language tag: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// Something counted, with one more value.
    pub fn counted(&self, [one, many]: Counted, number: usize, value: &str) -> String {
        fill(if number == 1 { one } else { many }, &[&number.to_string(), value])
    }

    /// A text about a word, with how many further such words there are.
    pub fn counted_word(&self, text: &str, word: &str, further: usize) -> String {
        let more = if further > 0 { fill(self.and_more, &[&further.to_string()]) } else { String::new() };
        fill(text, &[word]) + &more
    }

    /// How many problems of a level.
    pub fn level(&self, level: Level, number: usize) -> String {
        let counted = match level {
            Level::Error => self.errors,
            Level::Warning => self.warnings,
            Level::Hint => self.hints,
        };
        self.counted(counted, number, "")
    }
}
