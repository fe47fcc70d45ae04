//! Every text that people see, in Thai and in English, from one place. Owns no control flow beyond filling in a
//! name, a number or a date; what is said when is decided elsewhere.
//!
//! Thai is written without pronouns and without ครับ/ค่ะ, so that it suits everybody. Texts for authors and operators
//! (problem lists, `--help`) are English and stand where they are made.

use chrono::{Datelike, NaiveDate};

use super::fill::fill;
use crate::knowledge::Language;

/// The texts of one language, in groups: what stands around an answer, offers, "I don't know", the conversation in
/// the terminal, errors.
#[derive(Debug)]
pub struct Wording {
    /// The language's tag.
    pub tag: &'static str,
    /// The months as they stand in a date, January first.
    pub months: [&'static str; 12],
    /// The language's own name for Thai, in this language.
    pub thai: &'static str,
    /// The language's own name for English, in this language.
    pub english: &'static str,

    // Around an answer.
    /// Stands before the sources.
    pub sources: &'static str,
    /// How many further sources there are: the number stands for `{}`.
    pub more_sources: &'static str,
    /// Says when the facts were checked: the date stands for `{}`.
    pub reviewed: &'static str,
    /// Says how the question was read: that text stands for `{}`.
    pub interpreted_as: &'static str,
    /// Says that the article is in another language only: its name stands for `{}`.
    pub only_in: &'static str,
    /// Stands before the other sections of the article.
    pub more_sections: &'static str,
    /// Stands before related articles.
    pub related: &'static str,
    /// Says that the text goes on where it was cut.
    pub continues: &'static str,
    /// Invites a follow-up, with an example.
    pub follow_up: &'static str,
    /// The same behind an answer that tells what is paid.
    pub follow_up_on_pay: &'static str,

    // Offers.
    /// Asks which of the choices is meant.
    pub which_one: &'static str,
    /// How to choose where choices are numbered.
    pub choose_by_number: &'static str,
    /// The number is none of the choices: the highest stands for `{}`.
    pub no_such_choice: &'static str,

    // I don't know.
    /// Nothing answers the question.
    pub unknown: &'static str,
    /// Stands before the topics that can be asked about.
    pub ask_about: &'static str,
    /// Nothing was asked.
    pub nothing_asked: &'static str,

    // The conversation in the terminal.
    /// The first words.
    pub greeting: &'static str,
    /// The last words.
    pub goodbye: &'static str,
    /// What can be typed.
    pub help: &'static str,
    /// Stands before the list of all topics.
    pub topics: &'static str,
    /// The knowledge base has no topic.
    pub no_topics: &'static str,
    /// `/define` came without a term.
    pub define_what: &'static str,
    /// `/explain` came before any question.
    pub explain_what: &'static str,
    /// The command does not exist: it stands for `{}`.
    pub no_such_command: &'static str,

    // Errors, as people see them; the log has the cause.
    /// The section that was chosen is not in the knowledge base any more.
    pub section_gone: &'static str,
    /// Anything that is nobody's fault but ours.
    pub failed: &'static str,
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: Wording = Wording {
    tag: "th",
    months: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
    thai: "ภาษาไทย",
    english: "ภาษาอังกฤษ",

    sources: "ที่มา",
    more_sources: "และอีก {} แหล่ง",
    reviewed: "ตรวจทานล่าสุด {}",
    interpreted_as: "เข้าใจว่าหมายถึง “{}”",
    only_in: "เรื่องนี้ยังมีเฉพาะ{}",
    more_sections: "อ่านต่อเรื่องนี้",
    related: "เรื่องใกล้เคียง",
    continues: "ยังมีต่อ",
    follow_up: "ถามต่อได้เลย เช่น “แล้วเงินเดือนล่ะ”",
    follow_up_on_pay: "ถามต่อได้เลย เช่น “แล้วต้องเก่งอะไรบ้าง”",

    which_one: "หมายถึงเรื่องไหน เลือกได้เลย",
    choose_by_number: "พิมพ์เลขข้อเพื่อเลือก หรือพิมพ์คำถามใหม่",
    no_such_choice: "ไม่มีข้อนี้ เลือกได้ตั้งแต่ 1 ถึง {}",

    unknown: "ขออภัย เรื่องนี้ยังไม่มีคำตอบในคลังความรู้",
    ask_about: "ลองดูเรื่องเหล่านี้ได้",
    nothing_asked: "ยังไม่เห็นคำถาม ลองพิมพ์มาได้เลย เช่น “Account Manager ทำอะไรบ้าง”",

    greeting: "สวัสดี นี่คือแนะแนว อยากรู้เรื่องอาชีพไหนพิมพ์ถามได้เลย เช่น “Account Manager ทำอะไรบ้าง”\n\
               พิมพ์ /help ดูวิธีใช้ หรือ /quit เมื่อคุยเสร็จ",
    goodbye: "ขอบคุณที่แวะมา โชคดีกับเส้นทางที่เลือก",
    help: "พิมพ์คำถามเรื่องอาชีพได้เลย ภาษาไทยหรืออังกฤษก็ได้ พิมพ์ผิดนิดหน่อยหรือลืมเปลี่ยนแป้นพิมพ์ก็ไม่เป็นไร\n\
           ตอบแล้วถามต่อได้โดยไม่ต้องบอกชื่ออาชีพซ้ำ เช่น “แล้วเงินเดือนล่ะ”\n\
           ถ้ามีตัวเลือกเป็นข้อ ๆ พิมพ์แค่เลขข้อก็พอ\n\n\
           /topics          ดูหัวข้อทั้งหมด\n\
           /define คำศัพท์    ดูความหมายของคำ\n\
           /explain         ดูว่าทำไมถึงตอบแบบนั้น\n\
           /help            ดูวิธีใช้\n\
           /quit            จบการคุย",
    topics: "หัวข้อที่มีในคลังความรู้",
    no_topics: "คลังความรู้ยังไม่มีหัวข้อใดเลย",
    define_what: "พิมพ์คำที่อยากรู้ต่อท้ายด้วย เช่น /define KPI",
    explain_what: "ยังไม่มีคำถามให้อธิบาย ลองถามมาก่อนสักข้อ",
    no_such_command: "ไม่มีคำสั่ง {} พิมพ์ /help เพื่อดูคำสั่งทั้งหมด",

    section_gone: "หัวข้อนี้ไม่อยู่ในคลังความรู้แล้ว ลองพิมพ์ถามใหม่ได้เลย",
    failed: "ขออภัย มีบางอย่างขัดข้อง อีกสักครู่ลองใหม่ได้เลย",
};

/// English: plain and warm.
pub static ENGLISH: Wording = Wording {
    tag: "en",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    thai: "Thai",
    english: "English",

    sources: "Sources",
    more_sources: "and {} more",
    reviewed: "Last reviewed {}",
    interpreted_as: "Read as “{}”",
    only_in: "So far this is available in {} only",
    more_sections: "More on this",
    related: "Related",
    continues: "continues",
    follow_up: "Feel free to ask a follow-up, for example “and the salary?”",
    follow_up_on_pay: "Feel free to ask a follow-up, for example “and what skills does it take?”",

    which_one: "Which one do you mean?",
    choose_by_number: "Type its number, or ask something else",
    no_such_choice: "That number isn't on the list: choose from 1 to {}",

    unknown: "Sorry, the knowledge base has no answer to that yet",
    ask_about: "Maybe one of these helps",
    nothing_asked: "No question yet. Try one, for example “What does an account manager do?”",

    greeting: "Hello, this is Naenaew. Ask about any job, for example “What does an account manager do?”\n\
               /help shows what else there is, /quit ends the conversation",
    goodbye: "Thanks for stopping by, and good luck on your way",
    help: "Ask about a job in Thai or English. Small typos and a forgotten keyboard layout are fine.\n\
           After an answer you can ask more without naming the job again, for example “and the salary?”\n\
           Where choices are numbered, the number alone is enough.\n\n\
           /topics          lists all topics\n\
           /define TERM     shows what a term means\n\
           /explain         shows why the last answer was chosen\n\
           /help            shows this help\n\
           /quit            ends the conversation",
    topics: "Topics in the knowledge base",
    no_topics: "The knowledge base has no topics yet",
    define_what: "Add the term, for example /define KPI",
    explain_what: "There is no question to explain yet: ask one first",
    no_such_command: "There is no command {}: /help lists them all",

    section_gone: "That section is no longer in the knowledge base. Feel free to ask again",
    failed: "Sorry, something went wrong here. Please try again in a moment",
};

impl Wording {
    /// The wording for a language tag (`th`, `en-US`, …): Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// The wording's language.
    pub fn language(&self) -> Language {
        if self.tag == THAI.tag { Language::thai() } else { Language::english() }
    }

    /// A day as people write it: `23 พ.ย. 2026`, `23 November 2026`. Years are CE in both languages, as in the
    /// articles.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = usize::try_from(date.month0()).ok().and_then(|month| self.months.get(month));
        format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year())
    }

    /// "Last reviewed 23 November 2026".
    pub fn reviewed_on(&self, date: NaiveDate) -> String {
        fill(self.reviewed, &[&self.date(date)])
    }

    /// "Read as “…”". The text must already be safe where it is shown: see
    /// [`quote_user_text`](super::quote_user_text).
    pub fn interpreted(&self, quoted: &str) -> String {
        fill(self.interpreted_as, &[quoted])
    }

    /// "So far this is available in English only".
    pub fn available_only_in(&self, language: &Language) -> String {
        fill(self.only_in, &[self.name_of(language)])
    }

    /// "and 4 more".
    pub fn further_sources(&self, count: usize) -> String {
        fill(self.more_sources, &[&count.to_string()])
    }

    /// "That number isn't on the list: choose from 1 to 5".
    pub fn choose_up_to(&self, highest: usize) -> String {
        fill(self.no_such_choice, &[&highest.to_string()])
    }

    /// "There is no command /foo". The command must already be safe where it is shown.
    pub fn unknown_command(&self, quoted: &str) -> String {
        fill(self.no_such_command, &[quoted])
    }

    /// A language's name in this language; its tag where none is known.
    pub fn name_of<'a>(&self, language: &'a Language) -> &'a str {
        match language.as_str().split('-').next() {
            Some("th") => self.thai,
            Some("en") => self.english,
            _ => language.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(THAI.reviewed_on(day), "ตรวจทานล่าสุด 23 พ.ย. 2026");
        assert_eq!(ENGLISH.reviewed_on(day), "Last reviewed 23 November 2026");
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        assert_eq!(THAI.date(first), "1 ม.ค. 2024");
        assert_eq!(ENGLISH.date(first), "1 January 2024");
    }

    #[test]
    fn a_value_that_looks_like_a_place_is_only_a_value() {
        assert_eq!(ENGLISH.interpreted("{} {}"), "Read as “{} {}”");
        assert_eq!(THAI.available_only_in(&Language::english()), "เรื่องนี้ยังมีเฉพาะภาษาอังกฤษ");
        assert_eq!(
            ENGLISH.available_only_in(&Language::parse("pt-br").unwrap()),
            "So far this is available in pt-br only"
        );
    }

    #[test]
    fn tags_find_their_wording() {
        for (tag, expected) in
            [("th", "th"), ("th-th", "th"), ("en", "en"), ("en-US", "en"), ("de", "en"), ("", "en")]
        {
            assert_eq!(Wording::of(tag).tag, expected, "{tag}");
        }
    }
}
