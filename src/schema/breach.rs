//! A departure from a schema: what is wrong, where in the tree, and by which part of the schema.

use serde_json::Value;

use crate::yaml::{Node, NodeKind};

/// One departure from a schema.
#[derive(Debug)]
pub(super) struct Breach<'t> {
    /// The value that was judged.
    pub(super) place: Place<'t>,
    /// What is wrong with it.
    pub(super) rule: Rule<'t>,
    /// The key of the field because of which the rule holds, if it holds only beside that field.
    pub(super) cause: Option<Node<'t>>,
    /// The part of the schema that was broken.
    pub(super) part: Part<'static>,
}

/// The rules that our schemas make use of.
#[derive(Debug)]
pub(super) enum Rule<'t> {
    /// A field that the schema does not know: its key.
    UnknownField(Node<'t>),
    /// A field that is not there.
    MissingField(String),
    /// A value of another type than these, in the names of JSON.
    WrongType(Vec<&'static str>),
    /// A value that is on no list.
    NotListed(Vec<Value>),
    /// Text that is not written as it must be.
    Pattern,
    /// Empty text.
    EmptyText,
    /// A list of fewer entries than this.
    TooFew(u64),
    /// A list of more entries than this.
    TooMany(u64),
    /// A group of fields that has none.
    NoField,
    /// A value that stands twice in a list.
    Repeated,
    /// A number below this one.
    Below(Value),
    /// A number above this one.
    Above(Value),
    /// A field whose name is not written as it must be: its key.
    FieldName(Node<'t>),
    /// A value where none may stand.
    Forbidden,
    /// A rule without words of its own: the engine's name for it.
    Other(String),
}

/// A value and what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'t> {
    /// The value.
    pub(super) node: Node<'t>,
    /// The key of the innermost entry around the value; `None` at the top of the file.
    pub(super) key: Option<Node<'t>>,
    /// Whether the value is an entry of a list.
    pub(super) listed: bool,
}

impl<'t> Place<'t> {
    /// The value at a JSON Pointer.
    pub(super) fn find(root: Node<'t>, pointer: &str) -> Option<Self> {
        let mut place = Self {
            node: root,
            key: None,
            listed: false,
        };
        for step in steps(pointer) {
            let node = place.node;
            place.listed = node.kind() == NodeKind::Sequence;
            place.node = if place.listed {
                node.items().nth(step.parse().ok()?)?
            } else {
                let named = |(key, _): &(Node<'t>, Node<'t>)| key.as_str() == Some(&step);
                let (key, value) = node.entries().find(named)?;
                place.key = Some(key);
                value
            };
        }
        Some(place)
    }

    /// The key, if it is the key of the value itself and not of a list around it.
    pub(super) fn own_key(self) -> Option<Node<'t>> {
        self.key.filter(|_| !self.listed)
    }
}

/// A part of a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'s> {
    /// The whole schema, in which references are looked up.
    root: &'s Value,
    /// The subschema that holds the rule.
    pub(super) schema: &'s Value,
    /// The nearest schema around the rule that has a title: it names what was judged.
    titled: Option<&'s Value>,
}

impl<'s> Part<'s> {
    /// The part that holds the rule at a JSON Pointer.
    pub(super) fn find(root: &'s Value, pointer: &str) -> Self {
        let mut around = vec![root];
        for step in steps(pointer) {
            let next = around.last().and_then(|schema| match schema {
                Value::Object(fields) => fields.get(&step),
                Value::Array(items) => step.parse::<usize>().ok().and_then(|at| items.get(at)),
                _ => None,
            });
            let Some(next) = next else { break };
            around.push(next);
        }
        let holder = pointer.rfind('/').map_or("", |end| &pointer[..end]);
        // Only a schema has a title that is text: the field `title` is described by an object.
        let titled = around
            .iter()
            .rev()
            .find(|schema| schema["title"].is_string());
        Self {
            root,
            schema: root.pointer(holder).unwrap_or(root),
            titled: titled.copied(),
        }
    }

    /// What the schema itself says to a fault, if it says anything.
    pub(super) fn said(self) -> Option<&'s str> {
        self.schema["errorMessage"].as_str()
    }

    /// The title of what was judged, with an article: `a provision`.
    pub(super) fn title(self) -> String {
        let title = self
            .titled
            .and_then(|schema| schema["title"].as_str())
            .unwrap_or("file");
        let mut letters = title.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .collect();
        let article = if matches!(first.as_str(), "a" | "e" | "i" | "o") {
            "an"
        } else {
            "a"
        };
        format!("{article} {first}{}", letters.as_str())
    }

    /// The fields that a group can have.
    pub(super) fn fields(self) -> Vec<&'s str> {
        let fields = self.schema["properties"].as_object().into_iter().flatten();
        fields
            .filter(|(_, field)| !is_barred(field))
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// What a field is for.
    pub(super) fn description(self, name: &str) -> Option<&'s str> {
        [Some(self.schema), self.titled]
            .into_iter()
            .flatten()
            .filter_map(|schema| schema["properties"].get(name))
            .find_map(|field| {
                field["description"]
                    .as_str()
                    .or_else(|| self.target(field)?["description"].as_str())
            })
    }

    fn target(self, schema: &Value) -> Option<&'s Value> {
        self.root
            .pointer(schema["$ref"].as_str()?.strip_prefix('#')?)
    }
}

/// The field that a condition asks for: `{"if": {"required": [field]}, "then": …}`.
pub(super) fn cause<'t>(root: &Value, pointer: &str, node: Node<'t>) -> Option<Node<'t>> {
    let condition = format!("{}/if/required/0", pointer.rsplit_once("/then/")?.0);
    node.key(root.pointer(&condition)?.as_str()?)
}

/// A field that the schema knows only to say that it must not be there.
fn is_barred(field: &Value) -> bool {
    field["not"]
        .as_object()
        .is_some_and(serde_json::Map::is_empty)
}

/// The steps of a JSON Pointer. The engine's own iterator reads `007` as a number.
fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
}
