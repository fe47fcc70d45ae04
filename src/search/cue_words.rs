//! The words of the cues: data alone, which `cues` finds.

/// Words that ask, or that ask for something to be told, as normalized text, in the spellings that people use.
pub(super) const ASKING: &str = "
    ไหม, มั้ย, มัย, ป่ะ, ปะ, ป่าว, หรือเปล่า, รึเปล่า, หรือป่าว, รึป่าว, หรือไม่, หรือยัง, อะไร, อะไรบ้าง, อะรไ, ไร, ยังไง, ไง, อย่างไร,
    เท่าไหร่, เท่าไร, เท่าไหน, กี่, ทำไม, ที่ไหน, ไหน, แบบไหน, เมื่อไหร่, เมื่อไร, ใคร, บ้าง, มั่ง, คือ, ไหนดี, ก่อนดี, ดีไหม, จริงไหม,
    ได้ไหม, ปาว, รึยัง, ได้ยัง, อะไรมั่ง, อารัย, อัลไล, อาราย, อไร, ไรบ้าง, ไรมั่ง, ไรงี้, ยังงัย, ยังไงดี, งัย, ไงดี, ไงบ้าง,
    ไงมั่ง, ได้มะ, ใช่มะ, มั๊ย, ไม๊, กว่ากัน, เป็นไง, อย่างไรบ้าง, เท่าใด, เทาไหร่, เท่าไหร, เท่ารัย, แค่ไหน, ขนาดไหน, ตรงไหน, ตอนไหน, อันไหน, ทางไหน,
    แนวไหน, ใด, ได้เปล่า, ดีเปล่า, ป้ะ, ป๊ะ, เท่าไหล่, เท่าไร่, เท่าไล่, รัย, กันแน่, หมายถึง,
    เพราะอะไร, จริงป่ะ, จริงปะ, จริงเปล่า, ใช่เปล่า, เปล่า, ใช่ไหม, ใช่มั้ย, ใช่ป่ะ, ช่วยสรุป, ช่วยอธิบาย, ช่วยแนะนำ, ช่วยเล่า, ช่วยบอก,
    ช่วยยกตัวอย่าง, ขอสรุป, ขอตัวอย่าง, ขอข้อมูล, ขอรายละเอียด, ขอความรู้, ขอคำแนะนำ, ขอแนวทาง, ขอสูตร, ขอแบบ, ขอรวม, ขอคำถาม, ขอลิสต์, ขอทริค, ขอเทคนิค, ขอวิธี, ขอไอเดีย, ขอเหตุผล, ขอทิป,
    ขอสั้นๆ, ขอทราบ, ขอเรท, ขอถาม, ขอสอบถาม, สอบถาม, รบกวนถาม, อยากรู้, อยากทราบ, อยากถาม, อยากเห็น, อยากรู้จัก, อยากรู้ว่า,
    อยากทราบว่า, ประสงค์จะทราบ, ประสงค์ขอทราบ, ใคร่ขอทราบ, ใคร่ทราบ, ต้องการทราบ, กำลังหาข้อมูล, อยากหาข้อมูล, ขอหาข้อมูล, อยากได้ข้อมูล, ช่วยแนะแนว, ขอแนะแนว, แนะแนวหน่อย, แนะแนวที, แชร์หน่อย,
    แชร์กันหน่อย, สงสัย, สงสัยว่า, ยกตัวอย่าง, อธิบาย, สรุปให้, เล่าหน่อย, เล่าให้ฟัง, ให้ฟังที, ให้ที,
    ให้ฟัง, ให้ฟังหน่อย, ไหร, ไม่ใช่หรอ, ไม่ใช่เหรอ, ไม่ใช่หรือ, ใช่หรอ, ใช่เหรอ, เลยหรอ, เลยเหรอ, ได้หรอ, ได้เหรอ, ด้วยหรอ, ด้วยเหรอ, จริงหรอ,
    ของเขาล่ะ, ของเค้าล่ะ, ของมันล่ะ, ของงานนี้ล่ะ, ของอาชีพนี้ล่ะ, ของตำแหน่งนี้ล่ะ, กีปี, กีบาท, กีคน, กีเดือน, กีชั่วโมง, จริงเหรอ, จริงดิ, จริงอ่อ, จริงป่าว, จิงหรอ, จิงเหรอ, จิงดิ, จิงป่ะ, จิงปะ, จิงป่าว, จิงเปล่า, จิงมั้ย, จิงไหม, มะ, บ่, บ่น้อ, ก่อ, ใช่หรือไม่, หรือแค่, หรือต้อง, ถามว่า,
    หยัง, ยะหยัง, แม่นหยัง, อิหยัง, อะหยัง, เฮ็ดหยัง, จั่งใด, จังใด, ท่อใด, พันพรือ,
    what, what's, whats, how, why, which, who, where, when, is, are, do, does, did, can, could, should, would,
    will, whose, how much, how many, am i, explain, describe, define, summarize, summarise, sum up, give me,
    show me, tell me, tell me about, tell me more about, more about, anything on, anything about, info on, info about, information on, information about,
    learn about, know more about, find out, please advise, kindly share, please share, walk me through, teach me, help me understand, wondering, i was wondering, so i was wondering, curious,
    i want to know, i'd like to know, wanna know, what about, how about, how come, any chance, is there a chance, isn't, aren't, doesn't,
    don't they, confused, who's, where's, how's, wats, wut, waht, whta, hwat, wath, whts, wahts, hwo, hwo much, hw much, wich, whcih, wihch,
    hwich, wher, wheer, wehre, whre, whne, day in the life of";

/// Particles that ask only at the end of a sentence (ได้มะ, ไหวบ่ครับ): words begin with them (มะม่วง, ก่อน) and, after these
/// beginnings, end with them (อนิเมะ, ธรรมะ, น้ำเปล่า).
pub(super) const FINAL: [(&str, &[&str]); 5] = [
    ("มะ", &["เ", "ร"]),
    ("บ่", &[]),
    ("ก่อ", &[]),
    ("ก่อนดี", &["คน", "เมื่อ", "วัน"]),
    ("เปล่า", &["น้ำ", "ว่าง", "มือ", "ด้วยตา", "เท้า", "กระดาษ", "เสียเวลา", "เสียแรง", "เปลืองแรง", "สูญ"]),
];
/// Polite particles, which may stand behind them.
pub(super) const POLITE: [&str; 12] =
    ["ครับ", "คับ", "ค้าบ", "คะ", "ค่ะ", "จ้า", "เจ้า", "อะ", "อ่ะ", "วะ", "นะ", "เนี่ย"];

/// Words that ask for the name of what the question describes.
pub(super) const NAMING: &str = "
    เรียกว่าอะไร, เรียกอะไร, เรียกว่าไร, เรียกไร, เขาเรียกว่าอะไร, เค้าเรียกว่าอะไร, เรียกตำแหน่งอะไร, เรียกตำแหน่งไร, เรียกว่าตำแหน่งอะไร, เรียกว่าตำแหน่งไร, เรียกอาชีพอะไร, เรียกว่าอาชีพอะไร, เรียกอาชีพไร, เรียกว่าอาชีพไร, เรียกงานอะไร, เรียกงานไร, ชื่อว่าอะไร,
    คำที่ใช้เรียก, ตำแหน่งชื่ออะไร, ชื่อตำแหน่งอะไร, อาชีพชื่ออะไร, ชื่ออาชีพอะไร,
    อาชีพนี้เรียกว่าอะไร, อาชีพนี้เรียกว่าไร, ตำแหน่งนี้เรียกว่าอะไร, ตำแหน่งนี้เรียกว่าไร, งานนี้เรียกว่าอะไร, งานนี้เรียกว่าไร, มีชื่อไหม, มีชื่อมั้ย, มีชื่อเรียกไหม, มีชื่อเรียกมั้ย,
    เรียกรวมๆว่าอะไร, เรียกรวมๆว่าไร, เรียกรวมๆ ว่าอะไร, เรียกรวมๆ ว่าไร, ย่อว่าอะไร, ย่อว่าไร, ใช้คำว่าอะไร, ใช้คำว่าไร, เรียกว่าค่าอะไร, เรียกค่าอะไร, มีชื่อเรียกว่าอะไร,
    ชื่อตำแหน่งว่าอะไร, ชื่อตำแหน่งว่าไร, ชื่อตำแหน่งไร, ชื่ออาชีพไร, อาชีพชื่อไร, ตำแหน่งชื่อไร, ชื่อว่าไร, เขาทำอาชีพอะไร, เขาทำอาชีพไร, เค้าทำอาชีพอะไร, เค้าทำอาชีพไร, เขาอาชีพอะไร, เค้าอาชีพอะไร, เขาตำแหน่งอะไร, เขาตำแหน่งไร, เค้าตำแหน่งอะไร, เค้าตำแหน่งไร, เขาทำตำแหน่งอะไร, เขาทำตำแหน่งไร, เค้าทำตำแหน่งอะไร, เค้าทำตำแหน่งไร, พี่เขาตำแหน่งอะไร, พี่เค้าตำแหน่งอะไร, เรียกค่าไร, เรียกว่าค่าไร, ภาษาอังกฤษว่าอะไร, ภาษาอังกฤษเรียก,
    ศัพท์, ศัพท์อังกฤษ, ศัพท์การเงิน, คำศัพท์, เรียกโปรแกรมอะไร, เรียกว่าโปรแกรมอะไร,
    what is that job called, what's that job called, what's the job called, what is the job called, what's that role called,
    what job is it, what job is that, wats that job called, wats the job called, what is this job called, what's this job called, whats this job called, what do you call this job, what do you call that job, what role is it, what role is that, whats that job called, whats the job called,
    what is it called, what's it called, whats it called, whats that called, what do u call, what is that called, what's that called, what do you call, what do they call,
    what's the job title, what is the job title, whats the job title, name of that job, name of this job,
    what's the word for, whats the word for, what is the word for, whats the term for, theres a word, there's a word, called,
    what's the term for, what is the term for, the word for, what is the name for";

/// Words that ask how what the question describes is calculated.
pub(super) const CALCULATING: &str = "
    ใช้สูตรไหน, ใช้สูตรอะไร, ใช้สูตรไร, สูตรไหน, สูตรอะไร, คำนวณยังไง, คำนวณไง, คำนวนยังไง,
    what's the formula, what is the formula, which formula, how is it calculated";

/// English words that ask only where they open a clause or stand before a pronoun: "she is an analyst" asks nothing, nor does "a
/// friend who sells".
pub(super) const VERBS: [&str; 11] =
    ["is", "are", "do", "does", "did", "can", "could", "should", "would", "will", "who"];
/// Requests that ask only where they open a clause or follow words of wanting: "she knows more about tax" asks nothing.
pub(super) const REQUESTS: [&str; 10] = [
    "anything on",
    "anything about",
    "more about",
    "info on",
    "info about",
    "information on",
    "information about",
    "learn about",
    "know more about",
    "find out",
];
/// Such words of wanting.
pub(super) const WANTING: &str =
    "want to, wanna, like to, love to, need to, hoping to, trying to, please, any, some, looking for, need";
/// Pronouns, with their space, that turn such a verb into a question.
pub(super) const PRONOUNS: [&str; 8] = [" i ", " you ", " they ", " it ", " we ", " he ", " she ", " there "];

/// Padding: particles, laughter, calls to people, also by words that begin others (จ้า in จ้าง, คับ in บังคับ), and what names go with.
pub(super) const PADDING: &str = "
    คับ, คะ, คะะ, จ้า, จ้ะ, จ๊ะ, จ๋า, ฮะ, ฮับ, งับ, นะ, น้า, เนอะ, เนาะ, อะ, อ่ะ, อ่า, สิ, ดิ, ล่ะ, ละ,
    หล่ะ, เหรอ, หรอ, เหอะ, เลย, หน่อย, ที, ด้วย, แล้ว, ก็, แหละ, ว่า, วะ, ว่ะ, โว้ย, เอ่อ, ช่วย, บอก, บอกที, รบกวน,
    พี่, ทุกคน, ใครรู้บ้าง, ใครพอรู้, มีใครรู้, ใครรู้, แอด, แอดมิน, บอท, ดี, ๆ, ของ, ใน, ที่,
    เป็น, งาน, อาชีพ, ตำแหน่ง, พนักงาน, สาย, คน, เกี่ยวกับ, เรื่อง, ต้อง, ควร, อยาก, ถ้า, จะ, ได้, มี, นี่, นี้, มัน, พวก, ครัช, คัฟ,
    ส่วน, ค้ะ, จ่ะ, จ้าา, นะจ๊ะ, น่ะ, เนี่ย, เนี้ย, เนี่ยะ, อ้ะ, อาา, อ่ะนะ, หว่า, ซิ, เด้อ, แน่, งง, งงๆ, ปรึกษา, หน่อยสิ, ให้หน่อย, ให้ด้วย,
    kha, ka, naja, na, nee, ja,
    about, the, a, an, of, for, to, in, as, and, i, me,
    my, you, your, job, role, someone, anyone, know, lol, haha, hmm, um, guys";

/// What is said to people, not of the question, by words that begin and end no others: politeness and calls for attention. It pads,
/// and texts are not searched for it.
pub(super) const COURTESY: &str = "
    ครับ, ครับผม, ค้าบ, คร้าบ, ค่ะ, นะคะ, นะครับ, สวัสดี, ขอบคุณ, ขอบคุณค่า, ขอบคุณมาก, ขอบใจ, ขอโทษ, ถามหน่อย, พี่ๆ, เพื่อนๆ,
    krub, krab, krap, khrap, khrub, please, pls, plz, hi, hello, hey, hi all, hey all, hi everyone, hey everyone, thanks, thank you,
    thanks in advance, sir, mate, hey guys, hi guys, thx, cheers, anyone know, anybody know, quick question, quick q,
    stupid question, dumb question, silly question, noob question, please help, pls help, plz help, help please, help pls";

/// Small words that explain nothing by themselves: they pad a text that asks, while a statement consists of them too.
pub(super) const SMALL_WORDS: &str = "
    กัน, กะ, กับ, และ, หรือ, แต่, แล้วก็, เขา, เค้า, หนู, น้องอยาก, น้องสนใจ, น้องจะ, ลูกสาวอยาก, ลูกชายอยาก, ลูกสาวสนใจ, ลูกชายสนใจ, ตัวเอง, บ่อย, ตอน, ตอนนี้, ก่อน, จาก, ไป, มา, ให้, กว่า, แบบ, แบบนี้,
    อย่าง, เอง, อยู่, เพราะ, ต่อ, อีก, ทั้ง, ปกติ, โดยปกติ, ทั่วไป, โดยทั่วไป, ส่วนใหญ่, ส่วนมาก, ประมาณ, น่าจะ, คิดว่า, จริงๆ,
    จริง, เพิ่ง, กำลัง, กำลังจะ, สำหรับ, คำว่า, ถึง, ถึงจะ, ซึ่ง, โดย, เพื่อ, ว่าง่ายๆ, รู้, ทราบ, จำเป็น, จำเป็นต้อง, ระหว่าง, ตัว,
    อัน, พวกนี้, ใช้, โทรศัพท์, ต้องการ, คือว่า, ขอให้, ทำ, ประสบการณ์, ปี, ไทย, เมืองไทย, ประเทศไทย, กรุงเทพ, กทม,
    actually, really, basically, exactly, usually, normally, typically, generally, even, also, too, or, but,
    if, at, on, by, it, its, be, been, being, that, this, there, they, their, them, some, any, have, has, get,
    from, with, we, one, person, people, position, career, roles, jobs, work, working, company, kind, sort,
    type, i'm, im, i am, anybody, need, want, have to, has to, need to, was, were, lot, thailand, bangkok, bkk,
    per hour, per day, per week, per month, per year, a month, a year, monthly, yearly,
    my friend wants, my son wants, my daughter wants";
