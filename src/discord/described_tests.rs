//! Every kind of message against Discord's own description of what it takes, and against the limits that this leaves out.
//!
//! Answers are judged from end to end (`tests/discord_bot`); here is what there are too many of, or what comes in rare
//! forms: offers, comparisons, reports, settings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;

use serde_json::{Value, json};

use super::bot::Hearing;
use super::commands::{privacy, settings};
use super::draft::tests::{address, assert_within_limits, offered, starter, today};
use super::draft::{self, Address, Attachment, Draft};
use super::{compared, reports, to_discord};
use crate::knowledge::{ArticleId, SectionId};
use crate::reply::compare::compare;
use crate::reply::privacy::Remembered;
use crate::reply::report::{self, report};
use crate::reply::role::complete_roles;
use crate::reply::role_wording::RoleWording;
use crate::reply::settings_wording::SettingsWording;
use crate::reply::usage::{Kept, KeptRating, OpenQuestion, SectionRating, SectionRef, SectionUse, Usage};
use crate::reply::wording::Wording;
use crate::reply::{self, Choices, Reply, Unknown};
use crate::search::{Engine, Question, Sureness};
use crate::store::GuildSettings;

#[allow(dead_code, unreachable_pub, reason = "the stand-in's, which uses more of it")]
#[path = "../../tests/support/validate/schema.rs"]
mod schema;

/// The starter articles, indexed once.
fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(starter)
}

/// Both languages, in public and in private.
fn addresses() -> impl Iterator<Item = Address> {
    ["th", "en"].into_iter().flat_map(|tag| [true, false].map(|public| address(tag, public)))
}

#[track_caller]
fn assert_described(method: &str, path: &str, body: &Value) {
    let problems = schema::check_now(method, path, body.clone());
    assert!(problems.is_empty(), "{method} {path}: {problems:#?}\n{body:#}");
}

/// The message in every form in which it is sent: to a channel, as an answer to a click or command, in place of
/// another message.
#[track_caller]
fn assert_taken(draft: &Draft, address: &Address) {
    assert_within_limits(draft);
    let with_files = |mut body: Value| {
        let files = draft.files.iter().enumerate();
        let files = files.map(|(id, file)| {
            json!({"id": id.to_string(), "filename": file.name, "description": file.description})
        });
        body["attachments"] = files.collect();
        body
    };
    let callback = "/interactions/1/token/callback";
    let body = |response| serde_json::to_value(response).unwrap();
    if address.public {
        let message = serde_json::to_value(to_discord::message(draft.clone())).unwrap();
        assert_described("POST", "/channels/1/messages", &with_files(message));
        let edit = serde_json::to_value(to_discord::edit(draft.clone())).unwrap();
        assert_described("PATCH", "/channels/1/messages/2", &with_files(edit));
    } else {
        assert_described("POST", callback, &body(to_discord::private_answer(draft.clone())));
        let followup = serde_json::to_value(to_discord::private_followup(draft.clone())).unwrap();
        assert_described("POST", "/webhooks/1/token", &with_files(followup));
    }
    assert_described("POST", callback, &body(to_discord::replacement(draft.clone())));
}

/// The description judges every button by itself, so that each section in each place of an offer stands for all offers
/// of it with others; whether these fit together is counted in [`super::draft`].
#[test]
fn every_section_is_taken_in_every_place_of_an_offer() {
    for address in addresses() {
        let choices = offered(engine(), &address);
        for place in 0..choices.len() {
            let five: Vec<_> = choices.iter().cycle().skip(place).step_by(7).take(5).cloned().collect();
            let two = Choices { choices: five[..2].to_vec(), interpreted_as: None };
            assert_taken(&draft::of_reply(&Reply::Choices(two), &address, today()), &address);
            let unknown = Unknown { nearest: five.clone() };
            assert_taken(&draft::of_reply(&Reply::Unknown(unknown), &address, today()), &address);
            let five =
                Choices { choices: five, interpreted_as: Some("ผจก. บัญชี".to_owned()) };
            let address = Address {
                question: Some("@everyone **ผจก. บัญชี**".to_owned()), ..address.clone()
            };
            assert_taken(&draft::of_reply(&Reply::Choices(five), &address, today()), &address);
        }
    }
}

/// With its picture's alternative text; the pictures themselves are painted from end to end.
#[test]
fn every_comparison_of_two_roles_is_taken() {
    for address in addresses() {
        let tag = address.language.as_str();
        let (wording, texts) = (Wording::of(tag), RoleWording::of(tag));
        let roles: Vec<ArticleId> = complete_roles(engine(), "", &address.language, usize::MAX)
            .into_iter()
            .map(|role| role.article)
            .collect();
        assert!(roles.len() >= 5, "{roles:?}");
        for first in &roles {
            for second in roles.iter().filter(|second| *second != first) {
                let comparison = compare(engine(), [first, second], wording, texts).unwrap();
                let mut draft = compared::of_comparison(&comparison, &address, today());
                draft.files.extend(comparison.sketch.map(|sketch| picture(&sketch.alt)));
                assert_taken(&draft, &address);
            }
        }
    }
}

/// A picture of which nothing but its description counts.
fn picture(alt: &str) -> Attachment {
    Attachment { name: "picture.png".to_owned(), description: Some(alt.to_owned()), bytes: Vec::new() }
}

#[test]
fn what_commands_say_about_the_bot_itself_is_taken() {
    for address in addresses() {
        let tag = address.language.as_str();
        let topics = reply::topics(engine(), Wording::of(tag));
        let question = Question::new("AM ทำอะไรบ้าง");
        for draft in [
            draft::of_help("<@80351110224678912>", &address),
            draft::of_topics(&topics, &address),
            draft::of_topics(&[], &address),
            draft::of_no_choice(&address),
            draft::of_why(&reply::why(engine(), &question, None, Wording::of(tag))),
            reports::of_status((engine().knowledge(), u64::from(u32::MAX)), None, &address),
        ] {
            assert_taken(&draft, &address);
        }
    }
}

#[test]
fn whatever_the_settings_are_they_are_taken() {
    let everything = GuildSettings {
        ask_channels: (u64::MAX - 30..u64::MAX).collect(),
        language: Some(address("th", false).language),
        sureness: Sureness::Careful,
        public_slash: true,
        unanswered_channel: Some(u64::MAX),
    };
    for address in addresses() {
        let wording = SettingsWording::of(address.language.as_str());
        for settings in [&everything, &GuildSettings::default()] {
            for hearing in [Hearing::Refused, Hearing::Everything] {
                assert_taken(&settings::of_settings(settings, hearing, wording.title, wording), &address);
            }
        }
    }
}

fn salary() -> SectionRef {
    SectionRef {
        article: ArticleId::parse("account-manager").unwrap(),
        section: SectionId::parse("salary").unwrap(),
    }
}

#[test]
fn what_is_kept_about_a_person_is_taken() {
    let rating = KeptRating { section: salary(), liked: true, day: today() };
    let gone = SectionRef { section: SectionId::parse("gone").unwrap(), ..salary() };
    let lost = KeptRating { section: gone, ..rating.clone() };
    let newest: Vec<KeptRating> = [rating, lost].into_iter().cycle().take(25).collect();
    for address in addresses() {
        for (ratings, newest) in [(0, Vec::new()), (u64::MAX, newest.clone())] {
            let kept = Kept { ratings, newest };
            let draft = privacy::of_kept(
                engine().knowledge(),
                &kept,
                Remembered { conversations: usize::MAX, questions: usize::MAX },
                &address,
            );
            assert_taken(&draft, &address);
        }
    }
}

#[test]
fn the_report_and_its_exports_are_taken() {
    let texts = ["แอร์โฮสเตสเงินเดือนเท่าไหร่", "how do I become a vet", "am เลื่อนขั้นแล้วได้ตังเพิ่มมั้ย"];
    let questions = texts.into_iter().enumerate().map(|(place, question)| OpenQuestion {
        question: question.to_owned(),
        disliked: place == 2,
        times: 3,
        section: Some(salary()),
    });
    let usage = Usage {
        asked: vec![SectionUse { section: salary(), asked: 5, chosen: 2 }],
        disliked: vec![SectionRating { section: salary(), liked: 1, disliked: 2 }],
        questions: questions.collect(),
    };
    for address in addresses() {
        for usage in [&usage, &Usage::default()] {
            let told = report(engine(), usage, &address.language);
            assert_taken(&reports::of_report(&told, &address), &address);
            assert_taken(&reports::of_export(engine(), &told, &address), &address);
            for key in told.gaps.iter().map(report::Gap::key).chain([0]) {
                assert_taken(&reports::of_sample(engine(), &told, key, &address), &address);
            }
        }
    }
}

/// Where the description is not at hand, the limits alone were tested.
#[test]
fn what_the_description_forbids_is_found_wherever_it_stands() {
    let button = |label: &str| json!({"type": 2, "style": 1, "custom_id": label, "label": label});
    let row = json!({"type": 1, "components": [button("a"), button(&"b".repeat(101))]});
    for data in [json!({"content": "ก".repeat(4001)}), json!({"content": "ก", "components": [row]})] {
        let body = json!({"type": 4, "data": data});
        let problems = schema::check_now("POST", "/interactions/1/token/callback", body);
        assert_eq!(problems.is_empty(), !schema::is_there(), "{data:#}");
    }
}
