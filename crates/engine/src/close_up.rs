//! Requests that look closer than search does: what the articles of a view say, row by row.

use crate::engine::{Engine, Needs};
use crate::protocol::{Failure, Packed, Request, Response};
use crate::tables::Asked;
use crate::{audit, beside, compare, concordance, entity, network, tables, timeline, words};

/// Answers those requests for which [`Request::is_close_up`]; what gives these answers to [`Engine::try_answer_by`] may come
/// when somebody first asks.
pub type CloseUp = fn(&Engine<'_>, &Request) -> Result<Response, Needs>;

/// Answers a close-up; any other request as [`Engine::try_answer`] does.
///
/// # Errors
/// The chunks that have to be added first; then ask again.
pub fn close_up(engine: &Engine<'_>, request: &Request) -> Result<Response, Needs> {
    Ok(match request {
        Request::Ledger(request) => {
            let view = Asked::of(engine, &request.view)?;
            Response::Ledger(Box::new(tables::response(engine, request, &view)?))
        }
        Request::Entity(request) => match entity::response(engine, request)? {
            Ok(entity) => Response::Entity(Box::new(entity)),
            Err(failure) => Response::Failed(failure),
        },
        Request::Concordance(request) => {
            Response::Concordance(Packed::new(&concordance::response(engine, request)?))
        }
        Request::Words(request) => Response::Words(Packed::new(&words::response(engine, request)?)),
        Request::Timeline(request) => Response::Timeline(Packed::new(&timeline::response(engine, request)?)),
        Request::Network(request) => match request.open() {
            Some(request) => {
                let found = network::response(engine, &request)?;
                Response::Network {
                    lost: request.open.is_some() && found.open.is_none(),
                    network: Packed::new(&found),
                }
            }
            None => Response::Failed(Failure::BadMessage {
                message: "the ties that are asked for cannot be read".to_owned(),
            }),
        },
        Request::Audit(request) => Response::Audit(Packed::new(&audit::response(engine, request)?)),
        Request::Beside(request) => match beside::response(engine, request)? {
            Ok(beside) => Response::Beside(Packed::new(&beside)),
            Err(failure) => Response::Failed(failure),
        },
        Request::Diff(request) => match beside::diff(engine, request)? {
            Ok(diff) => Response::Diff(Packed::new(&diff)),
            Err(failure) => Response::Failed(failure),
        },
        Request::Compare(request) => match request.open() {
            Some(request) => Response::Compare(Packed::new(&compare::response(engine, &request)?)),
            None => Response::Failed(Failure::BadMessage {
                message: "the comparison that is asked for cannot be read".to_owned(),
            }),
        },
        Request::Profile | Request::Search(_) | Request::Suggest(_) | Request::Article(_) => {
            engine.try_answer_by(request, close_up)?
        }
    })
}
