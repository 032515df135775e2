//! Every message of the server held against the protocol's published meta model, strictly: what a
//! structure does not name it must not hold.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::new(&serde_json::from_str(include_str!("meta_model.json")).expect("JSON"))
});

/// Panics where a request or notification of the server is not as the protocol says.
pub(super) fn check_sent(message: &Value) {
    let method = message["method"].as_str().expect("a method");
    let known = if message.get("id").is_some() {
        MODEL.requests.get(method)
    } else {
        MODEL.notifications.get(method)
    };
    let Some(known) = known else {
        panic!("the protocol has no {method}: {message}");
    };
    match (&known["params"], message.get("params")) {
        (Value::Null, None | Some(Value::Null)) => {}
        (kind, Some(params)) => MODEL.hold(kind, params, method),
        (_, None) => panic!("{method} has no params"),
    }
}

/// Panics where the answer to a request is not as the protocol says.
pub(super) fn check_answer(method: &str, message: &Value) {
    if let Some(error) = message.get("error") {
        assert!(error["code"].is_i64(), "{method}: {message}");
        assert!(error["message"].is_string(), "{method}: {message}");
        assert!(message.get("result").is_none(), "{method}: {message}");
        return;
    }
    if let Some(known) = MODEL.requests.get(method) {
        MODEL.hold(&known["result"], &message["result"], method);
    }
}

/// Panics where a part of an answer is not as the protocol says.
pub(super) fn check_part(method: &str, part: &Value) {
    MODEL.hold(&MODEL.requests[method]["partialResult"], part, method);
}

/// Panics where what is told of progress is not as the protocol says.
pub(super) fn check_progress(value: &Value) {
    let name = match value["kind"].as_str() {
        Some("begin") => "WorkDoneProgressBegin",
        Some("report") => "WorkDoneProgressReport",
        _ => "WorkDoneProgressEnd",
    };
    let kind = serde_json::json!({"kind": "reference", "name": name});
    MODEL.hold(&kind, value, "$/progress");
}

struct Model {
    requests: BTreeMap<String, Value>,
    notifications: BTreeMap<String, Value>,
    structures: BTreeMap<String, Value>,
    enumerations: BTreeMap<String, Value>,
    aliases: BTreeMap<String, Value>,
}

impl Model {
    fn new(model: &Value) -> Model {
        let by = |list: &str, key: &str| {
            let all = model[list].as_array().expect("a list").iter();
            let entry = |entry: &Value| {
                (
                    entry[key].as_str().expect("a name").to_owned(),
                    entry.clone(),
                )
            };
            all.map(entry).collect()
        };
        Model {
            requests: by("requests", "method"),
            notifications: by("notifications", "method"),
            structures: by("structures", "name"),
            enumerations: by("enumerations", "name"),
            aliases: by("typeAliases", "name"),
        }
    }

    fn hold(&self, kind: &Value, value: &Value, place: &str) {
        if let Err(problem) = self.check(kind, value, place) {
            panic!("{problem}\nin {value:#}");
        }
    }

    fn check(&self, kind: &Value, value: &Value, place: &str) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{place}: {what} is wanted, not {value}"));
        let items = || kind["items"].as_array().expect("a list").iter();
        match kind["kind"].as_str().expect("a kind") {
            "base" => {
                let name = kind["name"].as_str().expect("a name");
                if is_base(name, value) {
                    Ok(())
                } else {
                    wrong(name)
                }
            }
            "stringLiteral" if *value == kind["value"] => Ok(()),
            "stringLiteral" => wrong(&kind["value"].to_string()),
            "array" => {
                let Some(elements) = value.as_array() else {
                    return wrong("a list");
                };
                let mut elements = elements.iter().enumerate();
                elements.try_for_each(|(at, element)| {
                    self.check(&kind["element"], element, &format!("{place}[{at}]"))
                })
            }
            "map" => {
                let Some(entries) = value.as_object() else {
                    return wrong("a map");
                };
                let mut entries = entries.iter();
                entries.try_for_each(|(key, value)| {
                    self.check(&kind["value"], value, &format!("{place}.{key}"))
                })
            }
            "tuple" => {
                let Some(elements) = value.as_array().filter(|all| all.len() == items().count())
                else {
                    return wrong("a tuple");
                };
                let mut pairs = items().zip(elements);
                pairs.try_for_each(|(kind, element)| self.check(kind, element, place))
            }
            "or" => {
                let mut problems = Vec::new();
                for kind in items() {
                    match self.check(kind, value, place) {
                        Ok(()) => return Ok(()),
                        Err(problem) => problems.push(problem),
                    }
                }
                Err(problems.join("\n  or "))
            }
            "and" => items().try_for_each(|kind| self.check(kind, value, place)),
            "literal" => self.fields(&[&kind["value"]], value, place),
            "reference" => self.named(kind["name"].as_str().expect("a name"), value, place),
            other => panic!("{other}: a kind of the meta model that is not known here"),
        }
    }

    fn named(&self, name: &str, value: &Value, place: &str) -> Result<(), String> {
        if matches!(name, "LSPAny" | "LSPObject" | "LSPArray") {
            return Ok(());
        }
        if let Some(alias) = self.aliases.get(name) {
            return self.check(&alias["type"], value, place);
        }
        if let Some(enumeration) = self.enumerations.get(name) {
            let mut values = enumeration["values"].as_array().expect("a list").iter();
            let is_custom = enumeration["supportsCustomValues"] == true;
            let is_value = values.any(|known| known["value"] == *value);
            return if is_value || (is_custom && (value.is_string() || value.is_u64())) {
                Ok(())
            } else {
                Err(format!("{place}: {value} is no {name}"))
            };
        }
        let structure = &self
            .structures
            .get(name)
            .unwrap_or_else(|| panic!("{name}"));
        let mut parts: Vec<&Value> = vec![structure];
        let mut at = 0;
        while let Some(part) = parts.get(at).copied() {
            at += 1;
            for list in ["extends", "mixins"] {
                for base in part[list].as_array().into_iter().flatten() {
                    parts.push(&self.structures[base["name"].as_str().expect("a name")]);
                }
            }
        }
        self.fields(&parts, value, &format!("{place}:{name}"))
    }

    /// An object with the fields of all `parts`, the first that names one counting, and no others.
    fn fields(&self, parts: &[&Value], value: &Value, place: &str) -> Result<(), String> {
        let Some(object) = value.as_object() else {
            return Err(format!("{place}: an object is wanted, not {value}"));
        };
        let mut known: BTreeMap<&str, &Value> = BTreeMap::new();
        for field in parts
            .iter()
            .flat_map(|part| part["properties"].as_array().expect("a list"))
        {
            known
                .entry(field["name"].as_str().expect("a name"))
                .or_insert(field);
        }
        for (name, field) in &known {
            match object.get(*name) {
                Some(value) => self.check(&field["type"], value, &format!("{place}.{name}"))?,
                None if field["optional"] == true => {}
                None => return Err(format!("{place}: {name} is missing")),
            }
        }
        match object
            .keys()
            .find(|name| !known.contains_key(name.as_str()))
        {
            Some(name) => Err(format!("{place}: it has no {name}")),
            None => Ok(()),
        }
    }
}

fn is_base(name: &str, value: &Value) -> bool {
    match name {
        "string" | "RegExp" => value.is_string(),
        "URI" | "DocumentUri" => value.as_str().is_some_and(|uri| uri.contains(':')),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
        "uinteger" => value.as_u64().is_some_and(|it| i32::try_from(it).is_ok()),
        "decimal" => value.is_number(),
        _ => panic!("{name}: a type of the meta model that is not known here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_as_the_protocol_says_is_found() {
        let place =
            json!({"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 2}});
        let hover = |contents: Value| json!({"result": {"contents": contents, "range": place}});
        let holds = |message: &Value| {
            let result = &MODEL.requests["textDocument/hover"]["result"];
            MODEL.check(result, &message["result"], "hover").is_ok()
        };
        assert!(holds(&hover(json!({"kind": "markdown", "value": "x"}))));
        assert!(holds(&json!({"result": null})));
        assert!(!holds(&hover(
            json!({"kind": "html", "value": "x", "more": 1})
        )));
        assert!(!holds(&hover(json!(7))));
        assert!(!holds(
            &json!({"result": {"contents": "x", "range": {"start": 1}}})
        ));
    }
}
