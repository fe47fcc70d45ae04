//! The texts around answers and offers: buttons, notes, thanks, and why an answer was given. In Thai and in English, in
//! the same style as [`super::wording`]: Thai without pronouns and without ครับ/ค่ะ.

use super::fill::fill;

/// The texts of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct AnswerWording {
    /// The language's tag.
    pub tag: &'static str,

    // Buttons.
    /// Shows the whole of a long section.
    pub read_all: &'static str,
    /// Shows why this is the answer.
    pub why: &'static str,
    /// The answer helped.
    pub liked: &'static str,
    /// It did not.
    pub disliked: &'static str,
    /// None of the choices is meant.
    pub none_of_these: &'static str,
    /// Leads to the page before.
    pub previous_page: &'static str,
    /// Leads to the next page.
    pub next_page: &'static str,

    // Notes.
    /// Which page this is: its number, then how many there are.
    pub page: &'static str,
    /// All figures are old: the newest one's year.
    pub figures_from: &'static str,
    /// Some figures are old: the oldest one's year.
    pub figures_back_to: &'static str,
    /// Nobody has checked the facts for long.
    pub review_is_old: &'static str,

    // Short sentences.
    /// Thanks for a 👍.
    pub thanks: &'static str,
    /// Thanks for a 👎.
    pub thanks_anyway: &'static str,
    /// The vote could not be kept.
    pub vote_lost: &'static str,
    /// None of the choices was meant: what to do.
    pub none_fits: &'static str,
    /// Somebody else's offer.
    pub not_your_offer: &'static str,
    /// The question behind an answer is not known any more.
    pub question_forgotten: &'static str,

    // Why.
    /// The title.
    pub why_title: &'static str,
    /// The question.
    pub asked: &'static str,
    /// The reading that was used: the text as read.
    pub read_as: &'static str,
    /// What it is about, and the words that said so.
    pub about: &'static str,
    /// What it is about, from the conversation.
    pub about_from_before: &'static str,
    /// Nothing known was named.
    pub about_nothing: &'static str,
    /// What is asked about it, and the words that said so.
    pub facet: &'static str,
    /// No facet was named.
    pub no_facet: &'static str,
    /// Words that question and text share.
    pub shared: &'static str,
    /// How sure: in words, then in %.
    pub sure: &'static str,
    /// The next best: its name, then in %.
    pub runner_up: &'static str,
    /// There is no other candidate.
    pub no_runner_up: &'static str,
    /// The section was opened from a button or a menu: the section's name.
    pub opened: &'static str,
    /// How sure in words, surest first; see [`super::why()`].
    pub sureness: [&'static str; 5],
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: AnswerWording = AnswerWording {
    tag: "th",

    read_all: "อ่านทั้งหมด",
    why: "ทำไมถึงตอบแบบนี้",
    liked: "👍 ตรงคำถาม",
    disliked: "👎 ไม่ตรง",
    none_of_these: "ไม่ใช่สักข้อ",
    previous_page: "หน้าก่อน",
    next_page: "หน้าถัดไป",

    page: "หน้า {} จาก {}",
    figures_from: "ตัวเลขล่าสุดที่มีเป็นของปี {} ก่อนใช้ตัดสินใจควรเช็กตัวเลขใหม่อีกที",
    figures_back_to: "ตัวเลขบางส่วนเป็นของปี {} ก่อนใช้ตัดสินใจควรเช็กตัวเลขใหม่อีกที",
    review_is_old: "เนื้อหานี้ไม่ได้ตรวจทานมานานแล้ว บางอย่างอาจเปลี่ยนไป",

    thanks: "ขอบคุณที่บอก ดีใจที่ช่วยได้ (เปลี่ยนใจกดอีกปุ่มได้เลย)",
    thanks_anyway: "ขอบคุณที่บอก จะนำไปปรับให้ดีขึ้น ระหว่างนี้ลองถามให้เจาะจงขึ้นอีกนิดได้ (เปลี่ยนใจกดอีกปุ่มได้เลย)",
    vote_lost: "ขออภัย ยังบันทึกความเห็นไม่ได้ อีกสักครู่ลองกดใหม่ได้เลย",
    none_fits: "ยังไม่มีข้อที่ตรง ลองถามใหม่โดยใส่ชื่ออาชีพกับเรื่องที่อยากรู้ เช่น “Account Manager เงินเดือนเท่าไหร่” หรือใช้ /topics ดูหัวข้อทั้งหมด",
    not_your_offer: "ตัวเลือกนี้เป็นของคนที่ถาม ถ้าอยากรู้เรื่องไหนพิมพ์ถามได้เลย",
    question_forgotten: "จำไม่ได้แล้วว่าคำตอบนี้ตอบคำถามไหน ลองถามใหม่แล้วกดดูอีกครั้งได้เลย",

    why_title: "ทำไมถึงตอบแบบนี้",
    asked: "คำถาม: “{}”",
    read_as: "อ่านคำถามว่า: “{}”",
    about: "เข้าใจว่าถามเรื่อง: {} จากคำว่า “{}”",
    about_from_before: "เข้าใจว่าถามเรื่อง: {} ต่อจากที่คุยกันก่อนหน้านี้",
    about_nothing: "ไม่พบชื่ออาชีพหรือคำศัพท์ที่รู้จัก จึงเทียบกับเนื้อหาทั้งหมด",
    facet: "ประเด็นที่อยากรู้: {} จากคำว่า “{}”",
    no_facet: "ไม่ได้ระบุประเด็น",
    shared: "คำที่ตรงกับเนื้อหา: {}",
    sure: "ความมั่นใจ: {} ({}%)",
    runner_up: "รองลงมาคือ: {} ({}%)",
    no_runner_up: "ไม่มีเรื่องอื่นที่ใกล้เคียง",
    opened: "หัวข้อ {} เปิดจากปุ่มหรือเมนู ส่วนคำถามเดิมเข้าใจไว้ดังนี้",
    sureness: ["มั่นใจมาก", "มั่นใจ", "ค่อนข้างมั่นใจ", "ไม่ค่อยแน่ใจ", "ไม่แน่ใจเลย"],
};

/// English: plain and warm.
pub static ENGLISH: AnswerWording = AnswerWording {
    tag: "en",

    read_all: "Read all",
    why: "Why this answer?",
    liked: "👍 Helpful",
    disliked: "👎 Not helpful",
    none_of_these: "None of these",
    previous_page: "Previous page",
    next_page: "Next page",

    page: "Page {} of {}",
    figures_from: "The newest figures here are from {}: check for newer ones before relying on them",
    figures_back_to: "Some of the figures are from {}: check for newer ones before relying on them",
    review_is_old: "Nobody has reviewed this for a long time, so some of it may have changed",

    thanks: "Thank you, glad that it helped (changed your mind? Just press the other button)",
    thanks_anyway: "Thank you, that helps to improve the answers. Until then, a more specific question may get you further \
                    (changed your mind? Just press the other button)",
    vote_lost: "Sorry, your vote could not be kept. Please try again in a moment",
    none_fits: "None of them fits. Try again with the job and what you would like to know, for example “How much does an \
                account manager make?”, or see all topics with /topics",
    not_your_offer: "Only the person who asked can say that. Feel free to ask a question of your own",
    question_forgotten: "The question behind this answer is no longer known. Ask again, then press the button once more",

    why_title: "Why this answer?",
    asked: "Question: “{}”",
    read_as: "Read as: “{}”",
    about: "About: {}, from “{}”",
    about_from_before: "About: {}, as in the conversation before",
    about_nothing: "No known job or term was named, so all texts were compared",
    facet: "What about it: {}, from “{}”",
    no_facet: "Nothing particular was asked about it",
    shared: "Words in common with the text: {}",
    sure: "How sure: {} ({}%)",
    runner_up: "Next best: {} ({}%)",
    no_runner_up: "Nothing else comes close",
    opened: "{} was opened from a button or a menu. The question itself was understood like this",
    sureness: ["very sure", "sure", "fairly sure", "not quite sure", "not sure at all"],
};

impl AnswerWording {
    /// The wording for a language tag or a Discord locale (`th`, `en-US`, …): Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// "The newest figures here are from 2024 …".
    pub fn figures_from(&self, year: i32) -> String {
        fill(self.figures_from, &[&year.to_string()])
    }

    /// "Some of the figures are from 2024 …".
    pub fn figures_back_to(&self, year: i32) -> String {
        fill(self.figures_back_to, &[&year.to_string()])
    }

    /// "Page 1 of 3".
    pub fn page(&self, number: usize, count: usize) -> String {
        fill(self.page, &[&number.to_string(), &count.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted() {
        assert_eq!(THAI.page(2, 3), "หน้า 2 จาก 3");
        assert_eq!(ENGLISH.page(2, 3), "Page 2 of 3");
    }

    #[test]
    fn both_languages_have_the_same_places() {
        type Text = fn(&AnswerWording) -> &'static str;
        let texts: [Text; 13] = [
            |wording| wording.page,
            |wording| wording.figures_from,
            |wording| wording.figures_back_to,
            |wording| wording.asked,
            |wording| wording.read_as,
            |wording| wording.about,
            |wording| wording.about_from_before,
            |wording| wording.facet,
            |wording| wording.shared,
            |wording| wording.sure,
            |wording| wording.runner_up,
            |wording| wording.opened,
            |wording| wording.none_fits,
        ];
        for text in texts {
            assert_eq!(
                text(&THAI).matches("{}").count(),
                text(&ENGLISH).matches("{}").count(),
                "{}",
                text(&ENGLISH)
            );
        }
    }
}
