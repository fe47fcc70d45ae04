//! Measures a knowledge base of many names: each article has a few, questions name one of them with a typo.
//!
//! The names are of real words, each of four parts that many others have as well: names are told apart by words, and
//! made-up words are in no dictionary.

use std::sync::Arc;
use std::time::Instant;

use naenaew::knowledge::{Article, Knowledge, built_in_facets};
use naenaew::search::{Engine, Question};

use crate::corpus::{bare, plain};
use crate::memory;
use crate::questions::{QUESTIONS, edited};
use crate::support::{Random, Times};

/// Names of an article, its title not counted.
const NAMES: usize = 20;
/// What every article says: that names are found, not text.
const TEXT: &str = "รายละเอียดของงานนี้";
/// What is asked of a name.
const ASKS: [&str; 3] = ["คืออะไร", "ทำอะไรบ้าง", ""];

/// The parts of a name in their order.
const ROLES: [&str; 24] = [
    "ผู้จัดการ",
    "ผู้ช่วยผู้จัดการ",
    "หัวหน้า",
    "เจ้าหน้าที่",
    "พนักงาน",
    "นักวิเคราะห์",
    "ที่ปรึกษา",
    "วิศวกร",
    "ช่างเทคนิค",
    "ผู้เชี่ยวชาญ",
    "ผู้อำนวยการ",
    "ผู้ประสานงาน",
    "ผู้ตรวจสอบ",
    "ผู้ดูแล",
    "นักวิจัย",
    "นักพัฒนา",
    "นักออกแบบ",
    "นักวางแผน",
    "ผู้ฝึกสอน",
    "วิทยากร",
    "เลขานุการ",
    "ผู้แทน",
    "ผู้ควบคุม",
    "ผู้สอน",
];
const FIELDS: [&str; 40] = [
    "บัญชี",
    "การเงิน",
    "การตลาด",
    "ขาย",
    "บุคคล",
    "จัดซื้อ",
    "คลังสินค้า",
    "ขนส่ง",
    "ผลิต",
    "คุณภาพ",
    "ความปลอดภัย",
    "กฎหมาย",
    "ภาษี",
    "สินเชื่อ",
    "ประกันภัย",
    "ลงทุน",
    "ข้อมูล",
    "เครือข่าย",
    "ซอฟต์แวร์",
    "ไฟฟ้า",
    "เครื่องกล",
    "โยธา",
    "เคมี",
    "อาหาร",
    "เกษตร",
    "สิ่งแวดล้อม",
    "พลังงาน",
    "ยานยนต์",
    "อากาศยาน",
    "โรงแรม",
    "ท่องเที่ยว",
    "อีเวนต์",
    "โฆษณา",
    "สื่อสาร",
    "ภาพยนตร์",
    "ดนตรี",
    "กีฬา",
    "สุขภาพ",
    "การศึกษา",
    "สังคม",
];
const CUSTOMERS: [&str; 40] = [
    "ลูกค้าองค์กร",
    "ลูกค้ารายย่อย",
    "ภาครัฐ",
    "ต่างประเทศ",
    "ในประเทศ",
    "ออนไลน์",
    "สาขา",
    "โครงการ",
    "โรงงาน",
    "โรงพยาบาล",
    "โรงเรียน",
    "มหาวิทยาลัย",
    "ธนาคาร",
    "ห้างสรรพสินค้า",
    "ร้านค้า",
    "ร้านอาหาร",
    "สนามบิน",
    "ท่าเรือ",
    "รถไฟ",
    "เหมือง",
    "ฟาร์ม",
    "สหกรณ์",
    "มูลนิธิ",
    "ชุมชน",
    "เทศบาล",
    "กองทุน",
    "หลักทรัพย์",
    "อสังหาริมทรัพย์",
    "ก่อสร้าง",
    "เครื่องสำอาง",
    "เสื้อผ้า",
    "เฟอร์นิเจอร์",
    "ของเล่น",
    "หนังสือ",
    "เครื่องดื่ม",
    "ยา",
    "เครื่องมือแพทย์",
    "สัตว์เลี้ยง",
    "เด็ก",
    "ผู้สูงอายุ",
];
const PLACES: [&str; 30] = [
    "กรุงเทพ",
    "เชียงใหม่",
    "เชียงราย",
    "ลำปาง",
    "พิษณุโลก",
    "นครสวรรค์",
    "ขอนแก่น",
    "อุดรธานี",
    "อุบลราชธานี",
    "นครราชสีมา",
    "บุรีรัมย์",
    "สุรินทร์",
    "ชลบุรี",
    "ระยอง",
    "จันทบุรี",
    "ตราด",
    "สระบุรี",
    "ลพบุรี",
    "อยุธยา",
    "นนทบุรี",
    "ปทุมธานี",
    "นครปฐม",
    "ราชบุรี",
    "เพชรบุรี",
    "ภูเก็ต",
    "กระบี่",
    "สงขลา",
    "ตรัง",
    "ยะลา",
    "สุราษฎร์ธานี",
];
/// How many names there are: a million and some for the titles.
const ALL: usize = ROLES.len() * FIELDS.len() * CUSTOMERS.len() * PLACES.len();
/// Steps through all names before one comes again: it has no factor in common with their number.
const STRIDE: usize = 611_953;

/// Builds articles with so many names in all and prints what naming one costs and finds.
pub(crate) fn measure(aliases: usize) {
    let articles = articles(aliases);
    let mut random = Random::new(2);
    let questions: Vec<(Question, String)> = (0..QUESTIONS)
        .map(|_| {
            let article = random.pick(&articles);
            let alias: &String = random.pick(&article.aliases);
            let name = edited(alias, 1, &mut random);
            (Question::new(format!("{name}{}", random.pick(&ASKS))), article.id.to_string())
        })
        .collect();
    let knowledge = Arc::new(Knowledge::new(articles, built_in_facets()));
    println!("{aliases} names of {} articles", knowledge.articles().len());

    let before = memory::resident();
    let started = Instant::now();
    let engine = Engine::new(knowledge);
    println!(
        "built in {:.2} s, {} MiB resident, {} MiB at most",
        started.elapsed().as_secs_f64(),
        memory::added(before),
        memory::most()
    );

    let mut times = Times::default();
    let right = questions.iter().filter(|(question, article)| {
        let decision = times.measure(|| engine.ask(question));
        decision.candidates.first().is_some_and(|best| best.article.as_str() == article)
    });
    let right = right.count();
    println!(
        "{QUESTIONS} questions with a typo: {} µs median, {} µs 99 %, the right article first for {:.1} %",
        times.percentile(50),
        times.percentile(99),
        100.0 * right as f64 / QUESTIONS as f64
    );
}

fn articles(aliases: usize) -> Vec<Article> {
    let mut names = (0..ALL).map(name);
    (0..aliases.div_ceil(NAMES))
        .map(|number| {
            let title = names.next().unwrap_or_default();
            let aliases: Vec<String> = names.by_ref().take(NAMES.min(aliases - number * NAMES)).collect();
            let section = plain("definition", String::new(), TEXT.to_owned());
            bare(number, title, aliases, vec![section])
        })
        .collect()
}

/// The name with this number, unlike those before and after it.
fn name(number: usize) -> String {
    let mut rest = number * STRIDE % ALL;
    let parts: [&[&str]; 4] = [&ROLES, &FIELDS, &CUSTOMERS, &PLACES];
    parts
        .iter()
        .map(|part| {
            let word = part.get(rest % part.len()).copied().unwrap_or_default();
            rest /= part.len();
            word
        })
        .collect()
}
