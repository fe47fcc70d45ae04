//! Tests of [`super`] without a proxy: serenity then asks discord.com itself, over TLS, at its own limiter's pace. Here a
//! small server on a loopback port answers for that name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use serenity::all::{ChannelId, Http, MessageId};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{ServerConfig, pki_types::PrivateKeyDer};
use tokio_rustls::server::TlsStream;

use super::*;
use crate::discord::{Options, Paces, http, today};
use crate::settings::Secret;
use crate::store::Store;

/// Longer than the breath after which the bot itself would try again: serenity alone waits for so long.
const WAIT: Duration = Duration::from_millis(1500);

/// How the server refuses the first request.
#[derive(Debug, Clone, Copy)]
enum Limit {
    OfTheRoute,
    OfEverything,
}

/// When requests came.
type Arrivals = Arc<Mutex<Vec<Instant>>>;

/// Refuses the first request for a while, and every other one that comes before that is over.
async fn answer(State((limit, arrivals)): State<(Limit, Arrivals)>) -> Response {
    let mut arrivals = arrivals.lock().unwrap();
    let first = arrivals.first().copied();
    arrivals.push(Instant::now());
    if first.is_none_or(|first| first.elapsed() < WAIT) {
        let seconds = WAIT.as_secs_f64().to_string();
        let headers = [("retry-after", seconds.as_str()), ("x-ratelimit-global", "true")];
        let body = json!({"message": "You are being rate limited.", "retry_after": 1.5, "global": false});
        let refused = (StatusCode::TOO_MANY_REQUESTS, axum::Json(body));
        return match limit {
            Limit::OfTheRoute => ([headers[0]], refused).into_response(),
            Limit::OfEverything => (headers, refused).into_response(),
        };
    }
    let author = json!({"id": "3", "username": "naenaew", "discriminator": "0", "avatar": null});
    let message = json!({
        "id": "4", "channel_id": "1", "author": author, "content": "…", "timestamp": "2026-11-23T00:00:00Z",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "type": 0,
    });
    axum::Json(message).into_response()
}

/// Accepts connections to `discord.com`.
struct Tls {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl axum::serve::Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, address)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}

/// The bot's own client without a proxy, for which `discord.com` is the server, and when its requests came there.
async fn client(limit: Limit) -> (Http, Arrivals) {
    let certified = rcgen::generate_simple_self_signed(vec!["discord.com".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(certified.signing_key.serialize_der()).unwrap();
    let provider = tokio_rustls::rustls::crypto::ring::default_provider();
    let config = ServerConfig::builder_with_provider(Arc::new(provider))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = tcp.local_addr().unwrap();
    let arrivals = Arrivals::default();
    let router = Router::new().fallback(answer).with_state((limit, Arc::clone(&arrivals)));
    let listener = Tls { tcp, acceptor: TlsAcceptor::from(Arc::new(config)) };
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });

    let root = reqwest::Certificate::from_pem(certified.cert.pem().as_bytes()).unwrap();
    let client = reqwest::Client::builder()
        .no_proxy()
        .resolve("discord.com", address)
        .tls_built_in_root_certs(false)
        .add_root_certificate(root)
        .build()
        .unwrap();
    let options = Options {
        token: Secret::new("a.b.c".to_owned()),
        ask_channels: Vec::new(),
        guild_id: None,
        store: Store::in_memory().unwrap(),
        paces: Paces::USUAL,
        proxy_url: None,
        patience: Options::PATIENCE,
        clock: today,
    };
    (http(&options).client(client).build(), arrivals)
}

#[tokio::test]
async fn without_a_proxy_a_limit_is_waited_out_for_as_long_as_discord_wants() {
    for limit in [Limit::OfTheRoute, Limit::OfEverything] {
        let (http, arrivals) = client(limit).await;
        let (channel, question) = (ChannelId::new(1), MessageId::new(2));
        let sent = reply(&http, channel, question, Draft::sentence("คำตอบ")).await;
        assert_eq!(sent.unwrap(), MessageId::new(4), "{limit:?}");
        assert_eq!(arrivals.lock().unwrap().len(), 2, "{limit:?}: nobody asks before the time is over");
        edit(&http, channel, MessageId::new(4), Draft::sentence("แก้แล้ว")).await.unwrap();
        assert_eq!(arrivals.lock().unwrap().len(), 3, "{limit:?}");
    }
}
