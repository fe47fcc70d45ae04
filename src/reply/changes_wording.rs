//! What authors read about a change of the articles: which questions fare better or worse. Thai and English; owns no
//! decision.

/// The texts of one language; `{}` stands for a number.
#[derive(Debug)]
pub struct ChangesWording {
    /// Every question fares as before.
    pub nothing_changed: &'static str,
    /// Above questions that fare better.
    pub better: &'static str,
    /// Above questions that fare worse.
    pub worse: &'static str,
    /// Above questions that fare as well with another section.
    pub changed: &'static str,
    /// Above questions that were not asked before.
    pub new: &'static str,
    /// Above questions that are asked no more.
    pub gone: &'static str,
    /// Each outcome by its name in the file.
    outcomes: [(&'static str, &'static str); 4],
}

/// Thai.
pub static THAI: ChangesWording = ChangesWording {
    nothing_changed: "ทุกข้อได้ผลเหมือนเดิม",
    better: "ดีขึ้น: {} ข้อ",
    worse: "แย่ลง: {} ข้อ",
    changed: "ได้ผลเท่าเดิม แต่เห็นหัวข้ออื่นก่อน: {} ข้อ",
    new: "คำถามใหม่: {} ข้อ",
    gone: "คำถามที่ไม่มีแล้ว: {} ข้อ",
    outcomes: [("right", "ถูก"), ("offered", "ให้เลือก"), ("missed", "หาไม่เจอ"), ("wrong", "ผิด")],
};

/// English.
pub static ENGLISH: ChangesWording = ChangesWording {
    nothing_changed: "Every question fares as before",
    better: "Better: {}",
    worse: "Worse: {}",
    changed: "As good as before, with another section first: {}",
    new: "New questions: {}",
    gone: "Questions that are gone: {}",
    outcomes: [("right", "right"), ("offered", "offered"), ("missed", "missed"), ("wrong", "wrong")],
};

impl ChangesWording {
    /// The wording for a language tag: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// How people read an outcome; its name where it is not known.
    pub fn outcome<'n>(&self, name: &'n str) -> &'n str {
        self.outcomes.iter().find(|(known, _)| *known == name).map_or(name, |(_, text)| text)
    }
}
