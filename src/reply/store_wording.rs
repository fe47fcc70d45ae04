//! What the operator reads when the database cannot be used, in Thai and English. Owns no decision.

/// The texts of one language; `{}` stands for the place.
#[derive(Debug)]
pub struct StoreWording {
    /// The folder of the database is missing.
    pub no_folder: &'static str,
    /// The database cannot be opened, made or written.
    pub not_writable: &'static str,
    /// The file is no database.
    pub no_database: &'static str,
    /// The database is another program's.
    pub not_ours: &'static str,
    /// The database was written by a newer version.
    pub newer: &'static str,
    /// Something else.
    pub failed: &'static str,
}

/// Thai.
pub static THAI: StoreWording = StoreWording {
    no_folder: "ไม่มีโฟลเดอร์ {} สำหรับฐานข้อมูล ให้สร้างโฟลเดอร์นี้ก่อน หรือเปลี่ยน DATABASE_URL",
    not_writable: "เขียนฐานข้อมูล {} ไม่ได้ ตรวจสิทธิ์ของไฟล์และโฟลเดอร์ กับพื้นที่ว่าง หรือเปลี่ยน DATABASE_URL",
    no_database: "{} ไม่ใช่ฐานข้อมูล หรือไฟล์เสียหาย ให้ย้ายไฟล์นี้ออก หรือเปลี่ยน DATABASE_URL",
    not_ours: "{} เป็นฐานข้อมูลของโปรแกรมอื่น ให้เปลี่ยน DATABASE_URL เป็นไฟล์อื่น",
    newer: "ฐานข้อมูล {} มาจาก Naenaew รุ่นที่ใหม่กว่านี้ ให้อัปเดตโปรแกรม หรือเปลี่ยน DATABASE_URL เป็นไฟล์อื่น",
    failed: "ใช้ฐานข้อมูลไม่ได้ ดูสาเหตุได้ในบันทึก (log)",
};

/// English.
pub static ENGLISH: StoreWording = StoreWording {
    no_folder: "There is no folder {} for the database: make it, or name another in DATABASE_URL",
    not_writable: "The database {} cannot be written: check the rights of file and folder and the free space, or name \
                   another in DATABASE_URL",
    no_database: "{} is no database, or it is damaged: move it away, or name another in DATABASE_URL",
    not_ours: "{} is another program's database: name another file in DATABASE_URL",
    newer: "The database {} comes from a newer version of Naenaew: update the program, or name another file in \
            DATABASE_URL",
    failed: "The database cannot be used: the log has the cause",
};

impl StoreWording {
    /// The wording for a language tag: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
