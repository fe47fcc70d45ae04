//! Which facet a heading asks for, from the facets' own names. Owns no facet.

use super::asking;
use crate::knowledge::{FacetId, Facets, heading_key, name_key};
use crate::text::script::{is_thai, is_word};

/// Words around a facet's name that say nothing.
const EMPTY_WORDS: [&str; 42] = [
    "what",
    "are",
    "is",
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "to",
    "and",
    "your",
    "how",
    "do",
    "does",
    "you",
    "need",
    "needed",
    "required",
    "requirements",
    "typical",
    "key",
    "common",
    "main",
    "top",
    "average",
    "as",
    "about",
    "job",
    "role",
    "career",
    "with",
    "on",
    "ของ",
    "อาชีพ",
    "ตำแหน่ง",
    "งาน",
    "สำหรับ",
    "ในการ",
    "ที่",
    "และ",
    "การเป็น",
];

/// Phrases of headings that no list of facets holds, by how strongly they speak: the first that a heading holds wins.
const PHRASES: [(&str, &[&str]); 11] = [
    (
        "differences",
        &[
            " vs ",
            " vs. ",
            " versus ",
            "difference",
            "compared",
            "แตกต่าง",
            "ความต่าง",
            "ต่างกัน",
            "ต่างจาก",
            "เทียบกับ",
        ],
    ),
    ("interview", &["interview", "สัมภาษณ์"]),
    ("remote", &["remote", "work from home", "working from home", "ทำงานที่บ้าน", "ทำงานทางไกล"]),
    (
        "salary",
        &[
            "salary",
            "salaries",
            "how much",
            "earn",
            "paid",
            " pay",
            "compensation",
            "เงินเดือน",
            "รายได้",
            "ค่าตอบแทน",
        ],
    ),
    (
        "career-path",
        &[
            "career path",
            "career progression",
            "advancement",
            "job outlook",
            "career ladder",
            "เส้นทางอาชีพ",
            "ความก้าวหน้า",
            "เติบโตในสาย",
        ],
    ),
    (
        "qualifications",
        &[
            "how to become",
            "how do you become",
            "how do i become",
            "to study",
            "i study",
            "you study",
            "qualification",
            "education",
            "degree",
            "certification",
            "requirements",
            "คุณสมบัติ",
            "วุฒิ",
            "เรียนจบ",
            "ต้องเรียน",
            "เรียนอะไร",
            "เรียนคณะ",
            "จบอะไร",
            "จบคณะ",
            "ใบอนุญาต",
            "ใบรับรอง",
        ],
    ),
    ("skills", &["skill", "ทักษะ"]),
    (
        "duties",
        &[
            "duties",
            "responsibilit",
            "do every day",
            "day to day",
            "day-to-day",
            "what does",
            "what do",
            "job description",
            "หน้าที่",
            "ความรับผิดชอบ",
            "ลักษณะงาน",
            "ทำอะไร",
        ],
    ),
    ("locations", &["where do", "work environment", "workplace", "สถานที่ทำงาน", "ทำงานที่ไหน"]),
    ("key-takeaways", &["takeaway", "key points", "at a glance", "สรุป", "ประเด็นสำคัญ"]),
    ("definition", &["what is", "definition", "คืออะไร", "คือใคร", "ความหมาย", "นิยาม"]),
];
/// Shorter ways of asking are passed over, in characters.
const SHORTEST_ASK: usize = 6;
const EXAMPLE: (&str, &[&str]) = ("example", &["example", "ตัวอย่าง"]);

/// Names the facets of headings.
pub(crate) struct Namer<'f> {
    facets: &'f Facets,
    /// Keys of the facets' names.
    names: Vec<(String, &'f FacetId)>,
}

impl<'f> Namer<'f> {
    /// Knows these facets.
    pub(crate) fn new(facets: &'f Facets) -> Self {
        let names = facets
            .iter()
            .flat_map(|facet| facet.names.iter().map(move |(_, name)| (heading_key(name), &facet.id)));
        Self { facets, names: names.collect() }
    }

    /// The facet that a heading names and nothing else.
    pub(crate) fn exact(&self, heading: &str) -> Option<&'f FacetId> {
        let key = heading_key(heading.trim_end_matches([':', '?', '：']));
        self.names.iter().find(|(name, _)| *name == key).map(|(_, id)| *id)
    }

    /// The facet that a heading asks for; `subjects` are the names of what the article is about.
    pub(crate) fn of(&self, heading: &str, subjects: &[String]) -> Option<&'f FacetId> {
        if let Some(id) = self.exact(heading) {
            return Some(id);
        }
        // "Account Manager Salary", "เงินเดือนของผู้จัดการ"
        let mut bare = format!(" {} ", heading.to_lowercase());
        for subject in subjects.iter().filter(|subject| subject.chars().count() > 2) {
            bare = bare.replace(&subject.to_lowercase(), " ");
        }
        let words: Vec<&str> = bare
            .split(|c: char| !is_word(c) && c != '-')
            .filter(|word| !EMPTY_WORDS.contains(word))
            .collect();
        let joined = words.join(" ");
        if let Some(id) = self.exact(&joined) {
            return Some(id);
        }
        let thai = EMPTY_WORDS.iter().filter(|word| word.chars().all(is_thai));
        let stripped = thai.fold(joined.trim().to_owned(), |text, word| {
            text.strip_prefix(word).map_or(text.clone(), |rest| rest.trim().to_owned())
        });
        if let Some(id) = self.exact(&stripped) {
            return Some(id);
        }
        let held = PHRASES
            .iter()
            .chain([&EXAMPLE])
            .find(|(_, phrases)| phrases.iter().any(|phrase| bare.contains(phrase)));
        let held = held.and_then(|(id, _)| self.facets.get(id)).map(|facet| &facet.id);
        held.or_else(|| self.asked(heading, &bare))
    }

    /// The facet that people ask for in the words of a question, by the longest of them.
    fn asked(&self, heading: &str, bare: &str) -> Option<&'f FacetId> {
        if !asking::is_question(heading) {
            return None;
        }
        let (words, glued) = (format!(" {} ", name_key(bare)), heading_key(bare));
        let asks =
            self.facets.iter().flat_map(|facet| facet.asks.iter().map(move |(_, ask)| (ask, &facet.id)));
        let held = asks.filter(|(ask, _)| {
            // Thai parts no words; a short run of its letters stands in many.
            let thai = ask.chars().any(is_thai);
            let long = ask.chars().count() >= SHORTEST_ASK;
            long && if thai {
                glued.contains(&heading_key(ask))
            } else {
                words.contains(&format!(" {} ", name_key(ask)))
            }
        });
        held.max_by_key(|(ask, _)| ask.chars().count()).map(|(_, id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::built_in_facets;

    #[test]
    fn headings_ask_for_facets() {
        let facets = built_in_facets();
        let namer = Namer::new(&facets);
        let subjects = ["Account Manager".to_owned(), "ผู้จัดการดูแลลูกค้า".to_owned()];
        for (heading, facet) in [
            ("Salary", Some("salary")),
            ("Account Manager Salary", Some("salary")),
            ("How Much Do Account Managers Make?", Some("salary")),
            ("What Does an Account Manager Do?", Some("duties")),
            ("Skills Needed to Be an Account Manager", Some("skills")),
            ("How to Become an Account Manager", Some("qualifications")),
            ("Account Manager vs. Account Executive", Some("differences")),
            ("เงินเดือนของผู้จัดการดูแลลูกค้า", Some("salary")),
            ("ผู้จัดการดูแลลูกค้าทำอะไรบ้าง", Some("duties")),
            ("ทักษะที่ต้องมี", Some("skills")),
            ("ผู้จัดการดูแลลูกค้าคืออะไร", Some("definition")),
            ("Example of a Week", Some("example")),
            ("Company cars", None),
            ("What does a sales manager do?", Some("duties")),
            ("อยากทำอาชีพนี้ต้องเรียนอะไร", Some("qualifications")),
            ("เงินเดือนเท่าไหร่", Some("salary")),
            ("จบมาแล้วทำงานที่ไหน", Some("locations")),
            ("Who brings the coffee?", None),
        ] {
            assert_eq!(namer.of(heading, &subjects).map(FacetId::as_str), facet, "{heading}");
        }
    }
}
