//! What people set off with commands, buttons and menus; how the bot responded is in `response`.

use std::{sync::Arc, time::Instant};

use serde_json::{Value, json};

use super::{
    objects,
    place::Channel,
    posted::Posted,
    response::Interaction,
    rest::interactions::kind,
    state::{ChannelRecord, InteractionRecord, Person, State, kind as channel_kind, permissions},
    user::User,
};

/// Application command types ("Application Command Types").
const CHAT_INPUT: u64 = 1;
const MESSAGE_COMMAND: u64 = 3;
/// Component types ("Component Types").
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
/// The option type of channels ("Application Command Option Type").
const CHANNEL: u64 = 7;

impl User {
    /// Uses a slash command, by its name or its name in the person's language; `"settings language"` names a
    /// subcommand. Options are given as text and turned into their types. Waits until the command is registered.
    pub async fn slash(&self, channel: &Channel, command: &str, options: &[(&str, &str)]) -> Interaction {
        let data = self.command_data(channel, command, options, None).await;
        self.set_off(channel, kind::COMMAND, data, None)
    }

    /// Uses a slash command whose permissions the person loses between seeing and using it.
    pub async fn slash_as_nobody(&self, channel: &Channel, command: &str) -> Interaction {
        let data = self.command_data(channel, command, &[], None).await;
        self.shared.change(|state| {
            let person = state.people.get_mut(&self.id).expect("a person of this world");
            person.permissions = permissions::EVERYBODY;
        });
        self.set_off(channel, kind::COMMAND, data, None)
    }

    /// Types into an option of a slash command and gives the choices that the bot offers: name and value.
    pub async fn autocompletes(
        &self,
        channel: &Channel,
        command: &str,
        option: &str,
        typed: &str,
    ) -> Vec<(String, String)> {
        let data = self.command_data(channel, command, &[(option, typed)], Some(option)).await;
        self.set_off(channel, kind::AUTOCOMPLETE, data, None).choices().await
    }

    /// Types into an option of a slash command beside others that are filled in already.
    pub async fn autocompletes_beside<const N: usize>(
        &self,
        channel: &Channel,
        command: &str,
        options: [(&str, &str); N],
        focused: &str,
    ) -> Vec<(String, String)> {
        let data = self.command_data(channel, command, &options, Some(focused)).await;
        self.set_off(channel, kind::AUTOCOMPLETE, data, None).choices().await
    }

    /// Uses a message command, by its name or its name in the person's language, on a message.
    pub async fn message_command(&self, command: &str, message: &Posted) -> Interaction {
        let channel = message.channel();
        let registered = self.registered(&channel, command, MESSAGE_COMMAND).await;
        let target = message.id.to_string();
        let data = json!({
            "id": registered["id"], "name": registered["name"], "type": MESSAGE_COMMAND, "target_id": target,
            "resolved": {"messages": {(target.clone()): message.object()}},
        });
        self.set_off(&channel, kind::COMMAND, data, None)
    }

    /// Clicks the button with this label (or, where none has it, this custom id) on a message of the bot.
    pub async fn clicks(&self, message: &Posted, label: &str) -> Interaction {
        let buttons = message.buttons();
        let by_label = buttons.iter().find(|button| button.label == label);
        let button = by_label.or_else(|| buttons.iter().find(|button| button.custom_id == label));
        let Some(button) = button else { panic!("no button {label:?}; there are {buttons:#?}") };
        assert!(!button.disabled, "the button {label:?} is disabled");
        assert!(button.url.is_none(), "the button {label:?} is a link");
        self.sends_component(message, &button.custom_id, BUTTON, &[]).await
    }

    /// Chooses in the select menu of a message of the bot, by the choices' labels or values.
    pub async fn selects(&self, message: &Posted, chosen: &[&str]) -> Interaction {
        let choices = message.choices();
        let value_of = |wanted: &&str| {
            let choice = choices.iter().find(|choice| choice.label == **wanted || choice.value == **wanted);
            choice.unwrap_or_else(|| panic!("no choice {wanted:?}; there are {choices:#?}")).value.clone()
        };
        let values = chosen.iter().map(value_of).collect::<Vec<_>>();
        let menu = message.select_menu().expect("a message with choices has a menu");
        self.sends_component(message, menu["custom_id"].as_str().unwrap_or_default(), STRING_SELECT, &values)
            .await
    }

    /// Sends a click on any custom id, also one that the message does not have: forged, or from before an edit.
    pub async fn forges_click(&self, message: &Posted, custom_id: &str) -> Interaction {
        self.sends_component(message, custom_id, BUTTON, &[]).await
    }

    async fn sends_component(
        &self,
        message: &Posted,
        custom_id: &str,
        component: u64,
        values: &[String],
    ) -> Interaction {
        self.shared.ready().await;
        let record = message.record();
        assert!(record.only_for.is_none_or(|only| only == self.id), "nobody else sees an ephemeral message");
        let mut data = json!({"id": 2, "component_type": component, "custom_id": custom_id});
        if component == STRING_SELECT {
            data["values"] = json!(values);
        }
        self.set_off(&message.channel(), kind::COMPONENT, data, Some(message.id))
    }

    /// Sends the form that the bot opened in response to an interaction: custom ids and texts.
    pub async fn submits(&self, opened_by: &Interaction, fields: &[(&str, &str)]) -> Interaction {
        const TEXT_INPUT: u64 = 4;
        const ACTION_ROW: u64 = 1;
        let modal = opened_by.modal().await;
        let row = |(number, (custom_id, value)): (usize, &(&str, &str))| {
            let input = json!({"type": TEXT_INPUT, "id": number, "custom_id": custom_id, "value": value});
            json!({"type": ACTION_ROW, "id": number, "components": [input]})
        };
        let rows = fields.iter().enumerate().map(row).collect::<Vec<_>>();
        let data = json!({"custom_id": modal["custom_id"], "components": rows});
        let (channel, source) = {
            let mut state = self.shared.read();
            let record = state.interaction(opened_by.id);
            (record.channel, record.source)
        };
        self.set_off(&Channel { shared: Arc::clone(&self.shared), id: channel }, kind::MODAL, data, source)
    }

    /// The data of a slash command or of an autocompletion, as a client would make it from what is registered.
    async fn command_data(
        &self,
        channel: &Channel,
        command: &str,
        options: &[(&str, &str)],
        focused: Option<&str>,
    ) -> Value {
        let mut path = command.split(' ');
        let registered = self.registered(channel, path.next().unwrap_or_default(), CHAT_INPUT).await;
        let shared = Arc::clone(&self.shared);
        let state = shared.read();
        let person = state.person(self.id);
        let mut levels = vec![registered.clone()];
        for subcommand in path {
            let above = levels.last().expect("begins with the command");
            levels.push(option_named(above, subcommand, person));
        }
        let innermost = levels.last().expect("begins with the command");
        let mut chosen = filled_options(innermost, options, focused, person);
        let resolved = resolved_channels(&state, &chosen);
        for level in levels.iter().skip(1).rev() {
            chosen = vec![json!({"name": level["name"], "type": level["type"], "options": chosen})];
        }
        json!({
            "id": registered["id"], "name": registered["name"], "type": CHAT_INPUT, "options": chosen,
            "resolved": resolved, "guild_id": registered["guild_id"],
        })
    }

    /// The registered command that this person sees under a name here.
    async fn registered(&self, channel: &Channel, name: &str, kind: u64) -> Value {
        self.shared.ready().await;
        let awaited = format!("the command {name:?} (type {kind}) to be registered and usable here");
        let (person, place) = {
            let state = self.shared.read();
            (state.person(self.id).clone(), state.channel(channel.id).clone())
        };
        let find = |state: &mut State| {
            let usable = |command: &&Value| {
                command["type"] == kind
                    && is_named(command, name, &person)
                    && is_usable(command, &place, &person)
            };
            state.commands(place.guild).find(usable).cloned()
        };
        self.shared.until(&awaited, find).await
    }

    fn set_off(&self, channel: &Channel, kind: u64, data: Value, source: Option<u64>) -> Interaction {
        let id = self.shared.change(|state| {
            let id = state.clock.snowflake();
            let token = format!("aW50ZXJhY3Rpb246{id}");
            let mut event = {
                let (acting, place) = (state.person(self.id), state.channel(channel.id));
                objects::interaction(state, id, &token, kind, acting, place)
            };
            if let Some(source) = source {
                event["message"] = state.messages[&source].object.clone();
            }
            let mut metadata = json!({
                "id": id.to_string(), "type": kind, "user": objects::user(state.person(self.id)),
                "authorizing_integration_owners": objects::integration_owners(state.channel(channel.id)),
            });
            match source {
                Some(source) => metadata["interacted_message_id"] = json!(source.to_string()),
                None => metadata["name"] = data["name"].clone(),
            }
            event["data"] = data;
            state.interactions.push(InteractionRecord {
                id,
                token,
                kind,
                user: self.id,
                channel: channel.id,
                begun: Instant::now(),
                expired: false,
                token_expired: false,
                acknowledgement: None,
                original: None,
                source,
                followups: Vec::new(),
                metadata,
                edits: Vec::new(),
            });
            state.dispatch("INTERACTION_CREATE", event, 0);
            id
        });
        Interaction { shared: Arc::clone(&self.shared), id }
    }
}

/// Whether a command or option has this name, in general or in the person's language.
fn is_named(named: &Value, name: &str, person: &Person) -> bool {
    named["name"] == name || named["name_localizations"][&person.locale] == name
}

/// Whether Discord would show a command to a person in a guild or direct message.
fn is_usable(command: &Value, place: &ChannelRecord, person: &Person) -> bool {
    const GUILD_INSTALL: u64 = 0;
    const USER_INSTALL: u64 = 1;
    let context = match place.kind {
        _ if place.guild.is_some() => 0,
        channel_kind::GROUP => 2,
        _ => 1,
    };
    let installed = if place.guest_of.is_some() { USER_INSTALL } else { GUILD_INSTALL };
    let types = command["integration_types"].as_array();
    if types.is_some_and(|types| !types.iter().any(|kind| *kind == installed)) {
        return false;
    }
    let here = match command["contexts"].as_array() {
        Some(contexts) => contexts.iter().any(|known| *known == context),
        None => place.guild.is_some() || command["dm_permission"] != false,
    };
    let needed = &command["default_member_permissions"];
    let needed = needed.as_u64().or_else(|| needed.as_str().and_then(|text| text.parse().ok())).unwrap_or(0);
    here && (place.guild.is_none() || person.permissions & needed == needed)
}

/// The channels that options of this type name, as Discord adds them to the data.
fn resolved_channels(state: &State, options: &[Value]) -> Value {
    let named = options.iter().filter(|option| option["type"] == CHANNEL);
    let named = named.filter_map(|option| option["value"].as_str());
    let channels = named.map(|id| {
        let record = state.channel(id.parse().unwrap());
        let mut object = objects::channel(record);
        object["permissions"] = json!("0");
        (id.to_owned(), object)
    });
    json!({"channels": channels.collect::<serde_json::Map<_, _>>()})
}

fn option_named(above: &Value, name: &str, person: &Person) -> Value {
    let all = above["options"].as_array().cloned().unwrap_or_default();
    let found = all.iter().find(|option| is_named(option, name, person));
    found.unwrap_or_else(|| panic!("{} has no option {name:?}; there are {all:#?}", above["name"])).clone()
}

/// Options as a client sends them: in their types, the required ones present, one perhaps still being typed.
fn filled_options(
    above: &Value,
    given: &[(&str, &str)],
    focused: Option<&str>,
    person: &Person,
) -> Vec<Value> {
    let filled = given.iter().map(|(name, text)| {
        let option = option_named(above, name, person);
        let is_focused = focused == Some(*name);
        let mut filled = json!({"name": option["name"], "type": option["type"]});
        if is_focused {
            assert_eq!(option["autocomplete"], true, "the option {name:?} does not autocomplete");
            filled["focused"] = json!(true);
            filled["value"] = json!(text);
        } else {
            filled["value"] = typed(&option, text);
        }
        filled
    });
    let filled = filled.collect::<Vec<_>>();
    for required in
        above["options"].as_array().into_iter().flatten().filter(|option| option["required"] == true)
    {
        let present = focused.is_some() || filled.iter().any(|option| option["name"] == required["name"]);
        assert!(
            present,
            "no client sends {} without its required option {}",
            above["name"], required["name"]
        );
    }
    filled
}

/// The value of an option in the option's type ("Application Command Option Type").
fn typed(option: &Value, text: &str) -> Value {
    const INTEGER: u64 = 4;
    const BOOLEAN: u64 = 5;
    const NUMBER: u64 = 10;
    const LONGEST_TEXT: u64 = 6000;
    match option["type"].as_u64() {
        Some(INTEGER) => json!(text.parse::<i64>().unwrap()),
        Some(CHANNEL) => json!(text),
        Some(BOOLEAN) => json!(text.parse::<bool>().unwrap()),
        Some(NUMBER) => json!(text.parse::<f64>().unwrap()),
        _ => {
            let longest = option["max_length"].as_u64().unwrap_or(LONGEST_TEXT);
            let shortest = option["min_length"].as_u64().unwrap_or(0);
            let length = text.chars().count() as u64;
            assert!(
                (shortest..=longest).contains(&length),
                "no client sends {length} characters in {}",
                option["name"]
            );
            json!(text)
        }
    }
}
