//! Where the database is, and what may be there already.

use super::*;

/// What is wrong with a database, and that both languages say so with its place.
#[track_caller]
fn refused(location: &Location) -> StoreError {
    let error = Store::open(location).unwrap_err();
    for wording in [&THAI, &ENGLISH] {
        let sentence = error.sentence(wording);
        assert!(sentence.contains("DATABASE_URL") && !sentence.contains("{}"), "{sentence}");
    }
    error
}

#[test]
fn a_place_that_cannot_be_used_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Location::File(folder.path().join("nowhere").join("naenaew.db"));
    assert!(matches!(refused(&missing), StoreError::NoFolder(_)));
    let no_file = Location::File(PathBuf::from(folder.path()));
    assert!(matches!(refused(&no_file), StoreError::NotWritable { .. }));
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("naenaew.db");
    let diary = "Dear diary, this is no database. ".repeat(100);
    std::fs::write(&path, &diary).unwrap();
    assert!(matches!(refused(&Location::File(path.clone())), StoreError::NoDatabase(_)));
    assert_eq!(std::fs::read_to_string(path).unwrap(), diary);
}

#[test]
fn another_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let Location::File(path) = file(&folder) else { panic!() };
    Connection::open(path).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    assert!(matches!(refused(&file(&folder)), StoreError::NotOurs(_)));
}

#[test]
fn a_newer_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let Location::File(path) = file(&folder) else { panic!() };
    drop(Store::open(&file(&folder)).unwrap());
    Connection::open(path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(refused(&file(&folder)), StoreError::Newer { found: 99, .. }));
}

#[test]
fn the_journal_is_the_one_meant() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&file(&folder)).unwrap();
    let connection = store.connection.try_lock().unwrap();
    let text = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, String>(0));
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    assert_eq!(text("journal_mode").unwrap(), "wal");
    assert_eq!((number("synchronous").unwrap(), number("foreign_keys").unwrap()), (1, 1));
}
