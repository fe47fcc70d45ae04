//! What the parser and the loader report, in Thai. They speak English, where the words stand beside the rule; here each of
//! their texts has its Thai form. Owns no rule, and no text that is not theirs.

use super::fill::fill;

/// Each English text with its Thai form; `{}` stands for what the author wrote, in the same order in both. A text that is
/// part of another comes later.
static TEXTS: &[(&str, &str)] = &[
    // Between articles.
    ("`{}` is already {} of `{}` ({})", "`{}` เป็น{}ของ `{}` อยู่แล้ว ({})"),
    (
        "keep it in one of the two; `differences` can tell readers of both",
        "เก็บไว้ในบทความเดียว แล้วใช้หัวข้อ `differences` บอกผู้อ่านว่ามีสองงาน",
    ),
    ("leave the term to one of the two", "เก็บคำนี้ไว้ที่เดียว"),
    ("give one of the two a title that tells them apart", "เปลี่ยนชื่อบทความหนึ่งให้ต่างกันชัดเจน"),
    ("{} names `{}`, which is no article", "{}เอ่ยถึง `{}` ซึ่งไม่มีบทความนี้"),
    ("write the article, or remove the mention", "เขียนบทความนั้น หรือเอาชื่อนี้ออก"),
    ("{} leads to `{}#{}`, which is no section there", "{}ไปที่ `{}#{}` ซึ่งไม่มีหัวข้อนี้"),
    ("kind {} here, {} in `{}` ({})", "ที่นี่เป็น {} แต่อีกภาษาเป็น {} ใน `{}` ({})"),
    ("write the same `kind` in every language", "ใส่ `kind` ให้ตรงกันทุกภาษา"),
    // Files and folders.
    ("not UTF-8: byte {} does not belong there", "ไฟล์ไม่ได้บันทึกเป็น UTF-8 (ไบต์ที่ {} อ่านไม่ได้)"),
    ("save the file as UTF-8", "บันทึกไฟล์ใหม่เป็น UTF-8"),
    (
        "rename it: small letters a-z, digits and - only, the same name in every language",
        "ตั้งชื่อไฟล์ด้วย a-z ตัวเล็ก ตัวเลข และ - เท่านั้น และใช้ชื่อเดียวกันทุกภาษา",
    ),
    ("rename it to `{}`", "เปลี่ยนชื่อเป็น `{}`"),
    ("rename it", "เปลี่ยนชื่อไฟล์"),
    ("a file name that is no article id", "ชื่อไฟล์ใช้เป็นชื่อบทความไม่ได้"),
    (
        "name it after the language of its articles, such as th or en",
        "ตั้งชื่อโฟลเดอร์ตามภาษาของบทความ เช่น th หรือ en",
    ),
    ("`{}` is no language tag, so nothing in it is read", "`{}` ไม่ใช่รหัสภาษา จึงไม่ได้อ่านไฟล์ในนั้น"),
    ("there is no such folder", "ไม่มีโฟลเดอร์นี้"),
    ("make it, or name another one", "สร้างโฟลเดอร์ หรือระบุโฟลเดอร์อื่น"),
    ("this is no folder", "นี่ไม่ใช่โฟลเดอร์"),
    ("name the folder that holds `th` or `en`", "ระบุโฟลเดอร์ที่มี `th` หรือ `en` อยู่ข้างใน"),
    ("no article in this folder", "โฟลเดอร์นี้ยังไม่มีบทความ"),
    ("add one, such as `th/account-manager.md`", "เพิ่มบทความสักไฟล์ เช่น `th/account-manager.md`"),
    ("this file is not read", "ไฟล์นี้ไม่ได้ถูกอ่าน"),
    ("an article outside the folders is not read", "บทความที่อยู่นอกโฟลเดอร์ภาษาไม่ได้ถูกอ่าน"),
    ("move it into the folder of its language, such as `th`", "ย้ายไปไว้ในโฟลเดอร์ของภาษา เช่น `th`"),
    ("not read", "ไม่ได้อ่านไฟล์นี้"),
    ("articles are files that end in `.md`, side by side", "บทความคือไฟล์ที่ลงท้ายด้วย `.md` วางเรียงกันในโฟลเดอร์"),
    ("a name that is not UTF-8, so it is not read", "ชื่อไฟล์ไม่ได้เข้ารหัสเป็น UTF-8 จึงไม่ได้อ่าน"),
    ("this is no file", "นี่ไม่ใช่ไฟล์"),
    ("remove it, or put an article in its place", "เอาออก หรือใส่บทความแทน"),
    ("larger than {} KiB, so it is not read", "ใหญ่กว่า {} KiB จึงไม่ได้อ่าน"),
    ("split it into several articles", "แบ่งเป็นหลายบทความ"),
    ("cannot be read: {}", "อ่านไม่ได้: {}"),
    ("let the link lead to a file or folder that can be read", "แก้ลิงก์ให้ชี้ไปยังไฟล์หรือโฟลเดอร์ที่อ่านได้"),
    ("check its permissions", "ตรวจสิทธิ์การอ่านไฟล์"),
    ("{} more problems are not listed", "ยังมีอีก {} เรื่องที่ไม่ได้แสดง"),
    ("mend the listed ones first", "แก้เรื่องที่แสดงก่อน"),
    // The list of facets.
    ("facets that are no list", "ไฟล์แง่มุมต้องเป็นรายการ"),
    ("a facet without an id", "แง่มุมนี้ไม่มี `id`"),
    ("`{}` is no facet id", "`{}` ใช้เป็นรหัสแง่มุมไม่ได้"),
    (
        "use small letters a-z, digits and - only: the article's file name without `.md`",
        "ใช้ a-z ตัวเล็ก ตัวเลข และ - เท่านั้น คือชื่อไฟล์ของบทความที่ไม่มี `.md`",
    ),
    ("use small letters a-z, digits and - only", "ใช้ a-z ตัวเล็ก ตัวเลข และ - เท่านั้น"),
    ("`{}` is no language", "`{}` ไม่ใช่รหัสภาษา"),
    ("write a language tag such as th or en", "ใส่รหัสภาษา เช่น th หรือ en"),
    ("`{}` already asks for `{}` ({})", "วลี `{}` ใช้ถามเรื่อง `{}` อยู่แล้ว ({})"),
    ("keep it in one of the two", "เก็บไว้ที่เดียว"),
    // Front matter.
    ("no front matter", "ไม่มีข้อมูลส่วนหัว"),
    (
        "begin the file with three lines: `---`, `title: …` and `---`",
        "เริ่มไฟล์ด้วยสามบรรทัด คือ `---` แล้ว `title: …` แล้ว `---`",
    ),
    ("remove the empty lines above `---`", "ลบบรรทัดว่างเหนือ `---`"),
    ("front matter without an end", "ข้อมูลส่วนหัวไม่มีบรรทัดปิด"),
    ("write `---` on a line of its own below the last key", "ใส่ `---` ไว้บรรทัดเดียว ใต้ข้อมูลบรรทัดสุดท้าย"),
    ("no title", "ไม่มีชื่อบทความ"),
    ("`{}` is no kind of article", "`{}` ไม่ใช่ชนิดของบทความ"),
    ("write role, topic or glossary", "ใช้ role, topic หรือ glossary"),
    ("`{}` is listed twice", "`{}` มีสองครั้ง"),
    ("keep one of the two", "เก็บไว้อันเดียว"),
    ("`{}` is no article id", "`{}` ใช้เป็นชื่อบทความไม่ได้"),
    ("`{}` is no date", "`{}` ไม่ใช่วันที่"),
    (
        "write year-month-day with two digits each, as in `reviewed: 2026-11-23`",
        "เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น `reviewed: 2026-11-23`",
    ),
    ("{} is a year of the Buddhist Era", "{} เป็นปี พ.ศ."),
    ("write `{}`: years are of the common era", "เขียน `{}` เพราะที่นี่ใช้ปี ค.ศ."),
    ("leave the key out, or add `{}`", "เอาบรรทัดนี้ออก หรือเติม `{}`"),
    ("leave the key out, or fill it as in `{}`", "เอาบรรทัดนี้ออก หรือเติมแบบ `{}`"),
    ("questions for `{}`, which is no section here", "มีคำถามของ `{}` แต่บทความนี้ไม่มีหัวข้อนี้"),
    ("unknown key `{}`", "ไม่รู้จักคำว่า `{}`"),
    ("{} may hold {}", "{}ใส่ได้แค่ {}"),
    ("an empty text in `{}`", "`{}` ว่างเปล่า"),
    ("`{}` is empty", "`{}` ว่างเปล่า"),
    ("write one, as in `{}`, or remove it", "เติมข้อความแบบ `{}` หรือเอาออก"),
    ("`{}` is no year", "`{}` ไม่ใช่ปี"),
    ("write a year, as in `{}`", "ใส่ปี ค.ศ. เช่น `{}`"),
    ("`{}` is no number", "`{}` ไม่ใช่ตัวเลข"),
    ("write digits only, as in `{}`", "ใส่เฉพาะตัวเลข เช่น `{}`"),
    // Sources and pay.
    ("`{}` is no web address", "`{}` ไม่ใช่ที่อยู่เว็บ"),
    (
        "write one that begins with http:// or https://, as in `{}`",
        "ใส่ที่อยู่ที่ขึ้นต้นด้วย http:// หรือ https:// เช่น `{}`",
    ),
    ("an entry without `{}`", "รายการนี้ไม่มี `{}`"),
    ("add it, as in `{}`", "เติมแบบ `{}`"),
    ("`{}` is no currency code", "`{}` ไม่ใช่รหัสสกุลเงิน"),
    ("write its three capital letters, as in THB or USD", "ใส่อักษรตัวใหญ่สามตัว เช่น THB หรือ USD"),
    ("`{}` is no period", "`{}` ไม่ใช่ช่วงเวลา"),
    ("write one of {}", "เลือกจาก {}"),
    ("a pay figure without a figure", "รายการรายได้ไม่มีตัวเลข"),
    ("add `low`, `median` or `high`", "เติม `low`, `median` หรือ `high`"),
    ("low, median and high are not in this order", "low, median และ high ไม่เรียงจากน้อยไปมาก"),
    ("check the figures", "ตรวจตัวเลขอีกครั้ง"),
    ("there is no source `{}`", "ไม่มีแหล่งที่มาลำดับ `{}`"),
    ("list the source under `sources` first", "เพิ่มแหล่งที่มาใน `sources` ก่อน"),
    ("write `source: 1`: the article lists one source", "ใส่ `source: 1` เพราะบทความมีแหล่งที่มาเดียว"),
    (
        "write a number from 1 to {}: the article lists {} sources",
        "ใส่เลข 1 ถึง {} เพราะบทความมีแหล่งที่มา {} แหล่ง",
    ),
    // The text.
    ("an article without text", "บทความไม่มีเนื้อหา"),
    ("write below the front matter what it says", "เขียนเนื้อหาใต้ข้อมูลส่วนหัว"),
    ("the title stands in the front matter already", "ชื่อบทความอยู่ในข้อมูลส่วนหัวแล้ว"),
    ("remove this heading", "ลบหัวข้อนี้"),
    ("HTML shows as it is written", "ผู้อ่านจะเห็นโค้ด HTML ตามที่พิมพ์"),
    ("write Markdown, or put code between backticks", "เขียนแบบ Markdown หรือใส่โค้ดไว้ระหว่างเครื่องหมาย `"),
    ("a heading of the first level inside the text", "หัวข้อที่ขึ้นด้วย # เดียวอยู่กลางเนื้อหา"),
    ("begin a section with `##`", "ขึ้นหัวข้อด้วย `##`"),
    ("braces that hold more than an id", "ในปีกกามีอย่างอื่นนอกจากรหัสหัวข้อ"),
    ("write only `{#id}` after the heading", "ใส่แค่ `{#id}` ท้ายหัวข้อ"),
    ("a heading without words", "หัวข้อไม่มีข้อความ"),
    ("name what the section is about, or remove the heading", "เขียนว่าหัวข้อนี้เกี่ยวกับอะไร หรือลบหัวข้อ"),
    ("a section without text", "หัวข้อนี้ไม่มีเนื้อหา"),
    ("write its text, or remove the heading", "เขียนเนื้อหา หรือลบหัวข้อ"),
    ("a heading without letters", "หัวข้อไม่มีตัวอักษร"),
    ("add some, or an id such as `{#more}`", "เติมข้อความ หรือใส่รหัส เช่น `{#more}`"),
    (
        "a second section `{}`: the text before the first heading is the first, in line {}",
        "มีหัวข้อ `{}` ซ้ำ เพราะข้อความก่อนหัวข้อแรกคือหัวข้อนี้อยู่แล้ว ที่บรรทัด {}",
    ),
    ("a second section `{}`, the first is in line {}", "มีหัวข้อ `{}` ซ้ำ อันแรกอยู่บรรทัด {}"),
    ("put the two together, or give this one another id", "รวมกันเป็นหัวข้อเดียว หรือเปลี่ยนรหัสของหัวข้อนี้"),
    ("give each its own id, as in `## Heading {#its-id}`", "ใส่รหัสให้ต่างกัน เช่น `## หัวข้อ {#its-id}`"),
    ("give each section its own id", "ใส่รหัสของแต่ละหัวข้อให้ต่างกัน"),
    ("`{}` is no section id", "`{}` ใช้เป็นรหัสหัวข้อไม่ได้"),
    ("use letters, digits and - only, without spaces", "ใช้แค่ตัวอักษร ตัวเลข และ - ไม่มีช่องว่าง"),
    // Links.
    ("a link whose address stands elsewhere", "ที่อยู่ของลิงก์นี้เขียนไว้ที่อื่น"),
    (
        "write `[words](address)`: a section is shown without the rest of the article",
        "เขียนเป็น `[ข้อความ](ที่อยู่)` เพราะหัวข้อจะแสดงเดี่ยว ๆ โดยไม่มีส่วนอื่นของบทความ",
    ),
    ("a link to `#{}`, which is no section here", "ลิงก์ไปที่ `#{}` ซึ่งไม่มีหัวข้อนี้"),
    ("a link without an address", "ลิงก์ไม่มีที่อยู่"),
    ("a link to `{}`", "ลิงก์ไปที่ `{}` ใช้ไม่ได้"),
    (
        "link to http://, https:// or mailto: addresses, or to articles",
        "ลิงก์ไปที่ http://, https://, mailto: หรือบทความอื่นได้เท่านั้น",
    ),
    (
        "link to a web address, or to an article as in `[words](account-manager.md)`",
        "ลิงก์ไปที่เว็บ หรือไปที่บทความแบบ `[ข้อความ](account-manager.md)`",
    ),
    ("did you mean `{}`?", "หมายถึง `{}` หรือเปล่า"),
    ("the sections are {}", "หัวข้อที่มีคือ {}"),
    // YAML.
    ("a YAML tag", "มีเครื่องหมายพิเศษของ YAML ที่ขึ้นด้วย !"),
    ("remove it: texts, lists and maps need none", "เอาออก ข้อความและรายการไม่ต้องใช้"),
    ("a second YAML document", "ข้อมูลส่วนหัวมีสองชุด"),
    ("write all keys in one", "รวมไว้ชุดเดียว"),
    ("`{}` is a YAML alias", "`{}` ขึ้นต้นด้วย * ซึ่งมีความหมายพิเศษใน YAML และใช้ที่นี่ไม่ได้"),
    (
        "write the value out, or put it in quotes if it begins with *",
        "ใส่เครื่องหมายคำพูดครอบ หรือเขียนข้อความเต็ม ๆ แทน",
    ),
    ("a key that is no text", "ชื่อข้อมูลไม่ใช่ข้อความ"),
    ("`{}` is written twice, first in line {}", "`{}` มีสองครั้ง ครั้งแรกที่บรรทัด {}"),
    // YAML that cannot be read on; what stands behind these places was not looked at.
    ("a colon stands where no value can begin", "มีเครื่องหมาย : ตรงที่ค่าเริ่มไม่ได้"),
    (
        "put a text that holds `: ` in quotes, and begin every key at the start of its line",
        "ใส่เครื่องหมายคำพูดครอบข้อความที่มี `: ` และให้ชื่อข้อมูลอยู่ต้นบรรทัดเสมอ",
    ),
    ("a colon stands inside a list in brackets", "มีเครื่องหมาย : อยู่ในรายการที่ยังไม่ปิดวงเล็บ"),
    (
        "close the bracket above, or put a text that holds `: ` in quotes",
        "ปิดวงเล็บด้านบน หรือใส่เครื่องหมายคำพูดครอบข้อความที่มี `: `",
    ),
    ("a line that is no `key: value`", "บรรทัดนี้ไม่ได้เขียนเป็น `key: value`"),
    (
        "write every line as `key: value`, with a space behind the colon",
        "เขียนทุกบรรทัดเป็น `key: value` และเว้นวรรคหลังเครื่องหมาย :",
    ),
    ("a line that is indented otherwise than those above it", "บรรทัดนี้ย่อหน้าไม่ตรงกับบรรทัดข้างบน"),
    (
        "begin keys at the start of the line, and indent the items of a list alike",
        "ให้ชื่อข้อมูลอยู่ต้นบรรทัด และย่อหน้าข้อในรายการเดียวกันให้เท่ากัน",
    ),
    ("a tab where only spaces can stand", "มีแท็บตรงที่ต้องใช้ช่องว่าง"),
    ("indent with spaces instead of tabs", "ย่อหน้าด้วยช่องว่าง ไม่ใช่แท็บ"),
    ("a quotation mark that is not closed", "เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิด"),
    ("close it at the end of the text", "ปิดเครื่องหมายคำพูดที่ท้ายข้อความ"),
    ("something is not closed before the end", "มีเครื่องหมายคำพูดหรือวงเล็บที่ไม่ได้ปิดก่อนจบข้อมูลส่วนหัว"),
    ("close the quote or bracket", "ปิดเครื่องหมายคำพูดหรือวงเล็บ"),
    ("a list in brackets that is not closed, or lacks a comma", "รายการในวงเล็บยังไม่ปิด หรือขาดเครื่องหมายจุลภาค"),
    ("close the bracket, and put commas between the values", "ปิดวงเล็บ และคั่นค่าด้วยจุลภาค"),
    ("a bracket that closes what was not opened", "ปิดวงเล็บที่ไม่ได้เปิดไว้"),
    ("remove it, or open the same kind of bracket before it", "ลบวงเล็บนี้ หรือเปิดวงเล็บแบบเดียวกันไว้ข้างหน้า"),
    ("no text can begin with `{}`", "ข้อความขึ้นต้นด้วย `{}` ไม่ได้"),
    ("no text can begin with & or *", "ข้อความขึ้นต้นด้วย & หรือ * ไม่ได้"),
    ("put a text that begins with this character in quotes", "ใส่เครื่องหมายคำพูดครอบข้อความที่ขึ้นต้นด้วยตัวนี้"),
    ("words behind a closing quotation mark", "มีข้อความต่อท้ายเครื่องหมายคำพูดที่ปิดแล้ว"),
    ("put the whole text in quotes", "ใส่เครื่องหมายคำพูดครอบทั้งข้อความ"),
    ("a backslash in quotes that means nothing", "มีเครื่องหมาย \\ ในเครื่องหมายคำพูดซึ่งไม่มีความหมาย"),
    ("write it twice, or use single quotes", "เขียน \\ สองตัว หรือใช้เครื่องหมายคำพูดเดี่ยว"),
    ("a line that begins with %", "บรรทัดนี้ขึ้นต้นด้วย %"),
    ("remove this line", "ลบบรรทัดนี้"),
    ("lists inside lists, too deep to read", "มีรายการซ้อนในรายการลึกเกินไป"),
    ("nest lists and maps less deeply", "ซ้อนรายการให้น้อยชั้นลง"),
    (
        "the front matter cannot be read from here on (details: {})",
        "อ่านข้อมูลส่วนหัวต่อจากตรงนี้ไม่ได้ (รายละเอียด: {})",
    ),
    ("check the indentation, quotes and brackets here", "ตรวจย่อหน้า เครื่องหมายคำพูด และวงเล็บตรงนี้"),
    // What is in no other text.
    ("{} holds {}", "{} เป็น{}"),
    ("write {}, as in `{}`", "ใส่{} เช่น `{}`"),
    ("write `{}`", "เขียน `{}`"),
    ("add `{}`", "เติม `{}`"),
];

/// Words of ours that stand where otherwise the author's words stand.
static WORDS: &[(&str, &str)] = &[
    ("the title", "ชื่อ"),
    ("an alias", "ชื่ออื่น"),
    ("in the title", "ชื่อในวงเล็บ"),
    ("a term", "คำศัพท์"),
    ("a link", "ลิงก์"),
    ("`related`", "`related` "),
    ("a source", "แหล่งที่มา"),
    ("a pay figure", "รายการรายได้"),
    ("a facet", "แง่มุม"),
    ("the front matter", "ข้อมูลส่วนหัว"),
    ("nothing", "ค่าว่าง"),
    ("a text", "ข้อความ"),
    ("a list", "รายการ"),
    ("keys with values", "ชุดข้อมูลแบบ key: value"),
    ("built in", "มากับโปรแกรม"),
];

/// A problem's text as it is told in the language of a wording's tag.
pub fn told(text: &str, tag: &str) -> String {
    let thai = tag == "th" || tag.starts_with("th-");
    in_thai(text).filter(|_| thai).unwrap_or_else(|| text.to_owned())
}

/// The Thai form of a problem's text; `None` where it is none of the parser's.
pub fn in_thai(text: &str) -> Option<String> {
    TEXTS.iter().find_map(|(english, thai)| {
        let values = values(english, text)?;
        // Between backticks stands what the author wrote, whatever it looks like.
        let quoted = english.split("{}").scan(0, |marks, piece| {
            *marks += piece.matches('`').count();
            Some(*marks % 2 == 1)
        });
        let known = |value: &str| WORDS.iter().find(|(word, _)| *word == value).map(|(_, thai)| *thai);
        let told = values.into_iter().zip(quoted);
        let values: Vec<&str> =
            told.map(|(value, quoted)| known(value).filter(|_| !quoted).unwrap_or(value)).collect();
        Some(fill(thai, &values))
    })
}

/// What stands in the places of a template, when the text was made from it.
fn values<'t>(template: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut pieces = template.split("{}");
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut pieces = pieces.peekable();
    let mut values = Vec::new();
    while let Some(piece) = pieces.next() {
        let (value, after) =
            if pieces.peek().is_none() { (rest.strip_suffix(piece)?, "") } else { rest.split_once(piece)? };
        values.push(value);
        rest = after;
    }
    rest.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_in_thai() {
        for (english, thai) in [
            ("no title", Some("ไม่มีชื่อบทความ")),
            ("unknown key `titel`", Some("ไม่รู้จักคำว่า `titel`")),
            (
                "`AM` is already an alias of `a` (en/a.md:3:11)",
                Some("`AM` เป็นชื่ออื่นของ `a` อยู่แล้ว (en/a.md:3:11)"),
            ),
            ("write `2026`: years are of the common era", Some("เขียน `2026` เพราะที่นี่ใช้ปี ค.ศ.")),
            ("write a list, as in `aliases: [AM]`", Some("ใส่รายการ เช่น `aliases: [AM]`")),
            ("`the front matter` holds a text", Some("`the front matter` เป็นข้อความ")),
            ("the front matter holds a text", Some("ข้อมูลส่วนหัว เป็นข้อความ")),
            // What stands between backticks is the author's.
            (
                "a link leads to `seller#nothing`, which is no section there",
                Some("ลิงก์ไปที่ `seller#nothing` ซึ่งไม่มีหัวข้อนี้"),
            ),
            ("a link names `a list`, which is no article", Some("ลิงก์เอ่ยถึง `a list` ซึ่งไม่มีบทความนี้")),
            ("the weather is fine", None),
            ("", None),
        ] {
            assert_eq!(in_thai(english).as_deref(), thai, "{english}");
        }
    }

    #[test]
    fn every_text_keeps_its_values_and_none_hides_another() {
        for (english, thai) in TEXTS {
            assert_eq!(english.matches("{}").count(), thai.matches("{}").count(), "{english}");
            let text = fill(english, &["1", "2", "3", "4"]);
            assert_eq!(in_thai(&text), Some(fill(thai, &["1", "2", "3", "4"])), "{english}");
        }
    }
}
