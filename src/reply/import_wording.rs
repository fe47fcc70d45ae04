//! Every text of `naenaew import` and of the articles it makes, in Thai and in English. Plain data, in the style of
//! [`super::wording`].

/// The texts of one language; `{}` stands for a value.
#[derive(Debug)]
pub struct ImportWording {
    /// In the article: it was imported, and is to be read.
    pub to_review: &'static str,
    /// In the article: what to write once that is done.
    pub review_date: &'static str,
    /// In the article: it has no sources.
    pub add_sources: &'static str,
    /// In the article: articles that the page led to and that are not there.
    pub suggested: &'static str,
    /// In the article: line, title.
    pub suggested_from: &'static str,

    /// Above the report: the input, the file, its sections.
    pub heading: &'static str,
    /// Nothing was dropped or guessed.
    pub nothing: &'static str,
    /// A place: the line.
    pub line: &'static str,
    /// The input as a whole.
    pub whole: &'static str,
    /// Dropped: why, what.
    pub dropped: &'static str,
    /// Guessed: what.
    pub guessed: &'static str,
    /// What else was dropped: how many lines.
    pub more: &'static str,
    /// What to do next: the folder.
    pub next: &'static str,

    /// Why something was dropped.
    pub navigation: &'static str,
    /// Advertisements.
    pub advertisement: &'static str,
    /// Leads to another article.
    pub teaser: &'static str,
    /// The title again.
    pub repeated_title: &'static str,
    /// The site's name.
    pub site_name: &'static str,
    /// Sharing and following.
    pub social: &'static str,
    /// Rights and terms.
    pub footer: &'static str,
    /// Who wrote it and when.
    pub byline: &'static str,
    /// Beside the article.
    pub aside: &'static str,
    /// A form.
    pub form: &'static str,
    /// Not shown by the page.
    pub hidden: &'static str,
    /// A heading without text.
    pub empty_heading: &'static str,
    /// A key that articles do not have.
    pub unknown_key: &'static str,
    /// Front matter that could not be read.
    pub bad_front_matter: &'static str,

    /// Guesses. The language's tag.
    pub language: &'static str,
    /// The title.
    pub title: &'static str,
    /// The title comes from the file's name.
    pub title_from_name: &'static str,
    /// The title was shortened: from, to.
    pub subject: &'static str,
    /// A name from the text was put behind the title.
    pub foreign_name: &'static str,
    /// The article's id.
    pub id: &'static str,
    /// About a job.
    pub role: &'static str,
    /// About something else.
    pub topic: &'static str,
    /// A line is a heading.
    pub implied_heading: &'static str,
    /// A heading asks for a facet: heading, facet.
    pub facet: &'static str,
    /// A section was put into the text before the first heading.
    pub into_lead: &'static str,
    /// A further name.
    pub alias: &'static str,
    /// An article that is there already: its id.
    pub related: &'static str,
    /// Spaces between sentences: how many.
    pub spaces: &'static str,
    /// Lines put together: how many.
    pub joined: &'static str,

    /// Refusals. The file cannot be read: why.
    pub unreadable: &'static str,
    /// It is larger than this many KiB.
    pub too_large: &'static str,
    /// It is no text: the byte where that shows.
    pub binary: &'static str,
    /// It is no UTF-8: the line where that shows.
    pub not_utf8: &'static str,
    /// It holds no text of an article.
    pub empty: &'static str,
    /// The article became larger than articles may be.
    pub article_too_large: &'static str,
    /// The file is there already.
    pub exists: &'static str,
    /// Another input of this run became the same file.
    pub twice: &'static str,
    /// The file cannot be written: why.
    pub unwritable: &'static str,
    /// What a refused input is followed by: name, why.
    pub refused: &'static str,
    /// The name of standard input.
    pub standard_input: &'static str,

    /// Sample questions by facet; `{}` is the subject, `{a}` the same behind its article.
    pub questions: [(&'static str, [&'static str; 2]); 12],
    /// A sample question of a section without a facet: subject, heading.
    pub other_question: &'static str,
}

/// Thai.
pub static THAI: ImportWording = ImportWording {
    to_review: "นำเข้าโดย naenaew import ยังไม่ได้ตรวจทาน ตรวจข้อเท็จจริง สำนวน และลิขสิทธิ์ก่อนเผยแพร่",
    review_date: "ตรวจทานแล้วให้เพิ่มวันที่ เช่น reviewed: 2026-01-31",
    add_sources: "เพิ่มแหล่งที่มาใต้ sources เช่น - {title: ชื่อบทความ, publisher: ผู้เผยแพร่, url: https://…, year: 2026}",
    suggested: "หน้าเดิมชวนอ่านเรื่องเหล่านี้ แต่ยังไม่มีในคลังความรู้ เมื่อมีแล้วค่อยเพิ่มใน related",
    suggested_from: "บรรทัด {}: {}",

    heading: "{} → {} ({} หัวข้อ)",
    nothing: "ไม่ได้ตัดอะไรออกและไม่ต้องเดา",
    line: "บรรทัด {}",
    whole: "ทั้งไฟล์",
    dropped: "ตัดออก ({}): {}",
    guessed: "เดาว่า{}",
    more: "และตัดออกอีก {} บรรทัด",
    next: "อ่านบทความ แก้ส่วนที่เดาผิด แล้วสั่ง naenaew check --knowledge {}",

    navigation: "เมนู",
    advertisement: "โฆษณา",
    teaser: "ชวนอ่านบทความอื่น",
    repeated_title: "ชื่อเรื่องซ้ำ",
    site_name: "ชื่อเว็บไซต์",
    social: "ปุ่มแชร์และติดตาม",
    footer: "ท้ายหน้า",
    byline: "ผู้เขียนหรือวันที่ นำไปใส่ใน sources ได้",
    aside: "อยู่ข้างบทความ",
    form: "แบบฟอร์ม",
    hidden: "หน้าเว็บไม่ได้แสดง",
    empty_heading: "หัวข้อที่ไม่มีเนื้อหา",
    unknown_key: "คีย์ที่บทความไม่มี",
    bad_front_matter: "front matter ที่อ่านไม่ได้",

    language: "ภาษาของบทความคือ {}",
    title: "ชื่อเรื่องคือ {}",
    title_from_name: "ชื่อเรื่องคือ {} ตามชื่อไฟล์ เพราะในหน้าไม่มีชื่อเรื่อง",
    subject: "เรื่อง “{}” พูดถึง {}",
    foreign_name: "ชื่ออีกภาษาของเรื่องนี้คือ {}",
    id: "รหัสบทความคือ {}",
    role: "เป็นบทความเกี่ยวกับอาชีพ (kind: role)",
    topic: "เป็นบทความเรื่องทั่วไป (kind: topic)",
    implied_heading: "บรรทัดนี้เป็นหัวข้อ: {}",
    facet: "หัวข้อ “{}” ตอบเรื่อง {}",
    into_lead: "หัวข้อ “{}” เป็นนิยาม จึงรวมไว้ก่อนหัวข้อแรก",
    alias: "เรียกอีกอย่างว่า {}",
    related: "เกี่ยวข้องกับบทความ {} (เพิ่มใน related ให้แล้ว)",
    spaces: "ขาดเว้นวรรคระหว่างประโยค {} แห่ง จึงเติมให้",
    joined: "{} บรรทัดติดกันเป็นย่อหน้าเดียว",

    unreadable: "อ่านไม่ได้: {}",
    too_large: "ใหญ่เกิน {} KiB ซึ่งไม่น่าเป็นบทความเดียว ลองแบ่งเป็นหลายไฟล์",
    binary: "ไม่ใช่ข้อความ (พบอักขระที่ไม่ใช่ข้อความที่ไบต์ {}) ลองบันทึกหน้าเป็น HTML หรือคัดลอกข้อความมาใส่ไฟล์ .txt",
    not_utf8: "ไม่ใช่ UTF-8 (บรรทัด {}) ลองบันทึกใหม่โดยเลือกการเข้ารหัสเป็น UTF-8",
    empty: "ไม่มีเนื้อหาของบทความ",
    article_too_large: "บทความที่ได้ใหญ่เกินกว่าที่คลังความรู้รับได้ ลองแบ่งเป็นหลายไฟล์",
    exists: "มีไฟล์ {} อยู่แล้ว จึงไม่เขียนทับ ใช้ --force ถ้าต้องการเขียนทับ หรือ --dry-run เพื่อดูความต่าง",
    twice: "ได้ไฟล์ {} เดียวกับไฟล์ก่อนหน้าในคำสั่งนี้ จึงไม่เขียน เปลี่ยนชื่อเรื่องแล้วลองใหม่",
    unwritable: "เขียน {} ไม่ได้: {}",
    refused: "{}: {}",
    standard_input: "อินพุตมาตรฐาน",

    questions: [
        ("definition", ["{}คืออะไร", "{}หมายถึงอะไร"]),
        ("key-takeaways", ["สรุป{}สั้น ๆ", "ขอภาพรวมของ{}"]),
        ("duties", ["{}ทำอะไรบ้าง", "{}มีหน้าที่อะไร"]),
        ("example", ["ขอตัวอย่างงานของ{}", "ยกตัวอย่าง{}ให้หน่อย"]),
        ("skills", ["{}ต้องมีทักษะอะไร", "ทักษะของ{}มีอะไรบ้าง"]),
        ("qualifications", ["{}ต้องเรียนจบอะไร", "อยากเป็น{}ต้องทำยังไง"]),
        ("salary", ["{}เงินเดือนเท่าไหร่", "รายได้ของ{}"]),
        ("locations", ["{}ทำงานที่ไหน", "{}ทำงานในบริษัทแบบไหน"]),
        ("career-path", ["{}เติบโตไปเป็นอะไรได้", "เส้นทางอาชีพของ{}"]),
        ("interview", ["สัมภาษณ์งาน{}ถามอะไร", "เตรียมสัมภาษณ์{}ยังไง"]),
        ("remote", ["{}ทำงานที่บ้านได้ไหม", "{}ทำงานทางไกลได้หรือเปล่า"]),
        ("differences", ["{}ต่างจากอาชีพอื่นยังไง", "{}ไม่เหมือนตำแหน่งใกล้เคียงตรงไหน"]),
    ],
    other_question: "{} {}",
};

/// English.
pub static ENGLISH: ImportWording = ImportWording {
    to_review: "Made by naenaew import, not reviewed yet: check the facts, the wording and the rights before publishing",
    review_date: "Once reviewed, add the day, as in reviewed: 2026-01-31",
    add_sources: "Add where this comes from below sources, as in - {title: Its title, publisher: Who, url: https://…, year: 2026}",
    suggested: "The page leads to these, which are not in the knowledge base: once they are, list them as related",
    suggested_from: "line {}: {}",

    heading: "{} → {} (sections: {})",
    nothing: "nothing was dropped or guessed",
    line: "line {}",
    whole: "as a whole",
    dropped: "dropped ({}): {}",
    guessed: "guessed: {}",
    more: "and {} more lines were dropped",
    next: "Read the article, mend what was guessed wrong, then run naenaew check --knowledge {}",

    navigation: "menu",
    advertisement: "advertisement",
    teaser: "leads to another article",
    repeated_title: "the title again",
    site_name: "the site's name",
    social: "sharing and following",
    footer: "the page's foot",
    byline: "author or date, worth adding to sources",
    aside: "beside the article",
    form: "form",
    hidden: "not shown by the page",
    empty_heading: "heading without text",
    unknown_key: "a key that articles here do not have",
    bad_front_matter: "front matter that cannot be read",

    language: "the language is {}",
    title: "the title is {}",
    title_from_name: "the title is {}, after the file, since the page has none",
    subject: "“{}” is about {}",
    foreign_name: "{} is its name in the other language",
    id: "the article's id is {}",
    role: "it is about a job (kind: role)",
    topic: "it is about no job (kind: topic)",
    implied_heading: "this line is a heading: {}",
    facet: "the heading “{}” asks for {}",
    into_lead: "the section “{}” is the definition, so that it stands before the first heading",
    alias: "it is also called {}",
    related: "the article {} is related (it is listed there)",
    spaces: "spaces were missing between sentences, and were put back: {}",
    joined: "{} lines are one paragraph",

    unreadable: "it cannot be read: {}",
    too_large: "it is larger than {} KiB, which no single article is; split it into several files",
    binary: "it is no text (byte {} is none); save the page as HTML, or copy its text into a .txt file",
    not_utf8: "it is not in UTF-8 (line {}); save it again with the encoding UTF-8",
    empty: "it holds no text of an article",
    article_too_large: "the article is larger than a knowledge base takes; split the input into several files",
    exists: "{} is there already and was not overwritten; use --force to overwrite it, or --dry-run to see the difference",
    twice: "an earlier file of this run became {} already; nothing was written, give it another title and try again",
    unwritable: "{} cannot be written: {}",
    refused: "{}: {}",
    standard_input: "standard input",

    questions: [
        ("definition", ["what is {a}", "what does {} mean"]),
        ("key-takeaways", ["{} in a nutshell", "quick summary of {}"]),
        ("duties", ["what does {a} do", "duties of {a}"]),
        ("example", ["example of what {a} does", "give an example of {a} at work"]),
        ("skills", ["what skills does {a} need", "skills of {a}"]),
        ("qualifications", ["how to become {a}", "what degree does {a} need"]),
        ("salary", ["how much does {a} make", "{} salary"]),
        ("locations", ["where does {a} work", "{} work environment"]),
        ("career-path", ["{} career path", "what comes after {}"]),
        ("interview", ["{} interview questions", "how to prepare for {a} interview"]),
        ("remote", ["can {a} work from home", "remote {} jobs"]),
        ("differences", ["how is {a} different from similar jobs", "{} compared with other jobs"]),
    ],
    other_question: "{}: {}",
};

impl ImportWording {
    /// The wording for a language tag: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
