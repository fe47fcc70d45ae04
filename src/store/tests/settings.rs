//! The settings of servers.

use super::*;

#[tokio::test]
async fn settings_take_effect_at_once_on_every_handle_and_last() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&file(&folder)).unwrap();
    let other = store.clone();
    assert_eq!(*other.guild(GUILD), GuildSettings::default());
    store.change_guild(GUILD, move |kept| *kept = settings([2, 1])).await.unwrap();
    store.change_guild(7, move |kept| *kept = settings([3])).await.unwrap();
    assert_eq!(*other.guild(GUILD), settings([1, 2]));
    drop((store, other));
    let store = Store::open(&file(&folder)).unwrap();
    assert_eq!(*store.guild(GUILD), settings([1, 2]));
    assert_eq!(store.ask_channels(), [(7, 3), (GUILD, 1), (GUILD, 2)]);
    store.change_guild(GUILD, move |kept| *kept = settings([2])).await.unwrap();
    store.reset_guild(7).await.unwrap();
    assert_eq!(*store.guild(7), GuildSettings::default());
    drop(store);
    assert_eq!(Store::open(&file(&folder)).unwrap().ask_channels(), [(GUILD, 2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_changes_at_once_are_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&file(&folder)).unwrap();
    let changes: Vec<_> = (1..=40)
        .map(|channel| {
            let store = store.clone();
            tokio::spawn(async move {
                store.change_guild(GUILD, move |kept| kept.ask_channels.insert(channel)).await.unwrap()
            })
        })
        .collect();
    for change in changes {
        assert!(change.await.unwrap(), "what the change gives is given");
    }
    assert_eq!(store.guild(GUILD).ask_channels.len(), 40);
    drop(store);
    assert_eq!(Store::open(&file(&folder)).unwrap().ask_channels().len(), 40);
}

#[tokio::test]
async fn what_a_newer_version_wrote_into_a_row_is_taken_as_not_set() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&file(&folder)).unwrap();
    store.change_guild(GUILD, move |kept| *kept = settings([1])).await.unwrap();
    store
        .work(|connection| connection.execute("UPDATE guild SET sureness = 'bold', language = '??'", []))
        .await
        .unwrap();
    drop(store);
    let kept = Store::open(&file(&folder)).unwrap().guild(GUILD);
    assert_eq!((kept.sureness, kept.language.clone()), (Sureness::Balanced, None));
    assert_eq!(kept.ask_channels, BTreeSet::from([1]));
}
