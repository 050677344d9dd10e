//! The schema engine on our own tree: no copy of a record is made to judge it.
//!
//! The engine asks its questions through a handful of traits; they are answered here from the
//! arena. What it finds is turned at once into [`Breach`], so that no other file knows the engine.

use std::borrow::Cow;
use std::cell::Cell;

use jsonschema::JsonType;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::json::{Array, Json, Node as JsonNode, NodeIdentity, Object, cmp, unique};
use serde_json::{Number, Value};

use super::breach::{Breach, Part, Place, Rule, cause};
use crate::yaml::{Node, NodeKind, Tree};

/// The number of entries of lists and mappings that the engine looks at first.
const FIRST_SIGHT: usize = 100_000;

/// No record that people write has a mapping of more fields than this.
const SHORT: usize = 64;

/// The departures of a file.
#[derive(Debug)]
pub(super) struct Breaches<'t> {
    /// What was found, in no particular order.
    pub(super) breaches: Vec<Breach<'t>>,
    /// Whether that is all.
    pub(super) all: bool,
}

/// A compiled schema, and its text as a value to take words from.
pub(super) struct Validator {
    engine: jsonschema::Validator<Records>,
    schema: Value,
}

impl Validator {
    /// Compiles the text of an embedded schema.
    pub(super) fn new(source: &str) -> Self {
        let schema: Value =
            serde_json::from_str(source).expect("bug: an embedded schema is not JSON");
        let engine = jsonschema::options_for::<Records>()
            .with_pattern_options(jsonschema::PatternOptions::regex())
            .offline()
            .build(&schema)
            .expect("bug: an embedded schema does not compile");
        Self { engine, schema }
    }

    /// Whether the tree fits. This is the fast question, and nearly always the only one.
    pub(super) fn fits(&self, tree: &Tree) -> bool {
        self.engine.is_valid(Instance::Tree(tree.root(), None))
    }

    /// The departures, in no particular order: `most` of them if there are more.
    ///
    /// The engine lists every fault before it hands out the first, and to find the place of one may
    /// take a walk over a long mapping. So that a file that consists of faults costs no more than
    /// others, the engine looks at the beginning of the tree first, and further down only if all is
    /// well there.
    pub(super) fn breaches<'t>(&'static self, tree: &'t Tree, most: usize) -> Breaches<'t> {
        let mut sight = FIRST_SIGHT;
        loop {
            let left = Cell::new(sight);
            let found = self.breaches_in_sight(tree, most, &left);
            if left.get() > 0 || !found.breaches.is_empty() {
                return found;
            }
            sight = sight.saturating_mul(8);
        }
    }

    fn breaches_in_sight<'t>(
        &'static self,
        tree: &'t Tree,
        most: usize,
        left: &Cell<usize>,
    ) -> Breaches<'t> {
        let root = &self.schema;
        let mut breaches = Vec::new();
        let mut all = true;
        for error in self
            .engine
            .iter_errors(Instance::Tree(tree.root(), Some(left)))
        {
            let room = most - breaches.len();
            all &= weight(error.kind()) <= room;
            if room == 0 {
                break;
            }
            let path = error.instance_path().as_str();
            let Some(place) = Place::find(tree.root(), path) else {
                continue;
            };
            let pointer = error.schema_path().as_str();
            let part = Part::find(root, pointer);
            let cause = cause(root, pointer, place.node);
            let rules = rules(error.kind(), place.node, room);
            breaches.extend(rules.into_iter().map(|rule| Breach {
                place,
                rule,
                cause,
                part,
            }));
        }
        Breaches {
            breaches,
            all: all && left.get() > 0,
        }
    }
}

/// The number of breaches that one error of the engine stands for.
fn weight(kind: &ValidationErrorKind) -> usize {
    match kind {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected.len(),
        _ => 1,
    }
}

fn rules<'t>(kind: &ValidationErrorKind, node: Node<'t>, most: usize) -> Vec<Rule<'t>> {
    use ValidationErrorKind as Kind;
    let rule = match kind {
        Kind::AdditionalProperties { unexpected } => {
            return unexpected
                .iter()
                .take(most)
                .filter_map(|name| node.key(name))
                .map(Rule::UnknownField)
                .collect();
        }
        Kind::Required { property } => {
            Rule::MissingField(property.as_str().unwrap_or_default().to_owned())
        }
        Kind::Type { kind } => Rule::WrongType(match kind {
            TypeKind::Single(expected) => vec![expected.as_str()],
            TypeKind::Multiple(set) => set.iter().map(JsonType::as_str).collect(),
        }),
        Kind::Enum { options } => Rule::NotListed(options.as_array().cloned().unwrap_or_default()),
        Kind::Constant { expected_value } => Rule::NotListed(vec![Value::clone(expected_value)]),
        Kind::Pattern { .. } => Rule::Pattern,
        Kind::MinLength { .. } => Rule::EmptyText,
        Kind::MinItems { limit } => Rule::TooFew(*limit),
        Kind::MaxItems { limit } => Rule::TooMany(*limit),
        Kind::MinProperties { .. } => Rule::NoField,
        Kind::UniqueItems => Rule::Repeated,
        Kind::Minimum { limit } => Rule::Below(limit.clone()),
        Kind::Maximum { limit } => Rule::Above(limit.clone()),
        Kind::PropertyNames { error } => {
            match error.instance().as_str().and_then(|name| node.key(name)) {
                Some(key) => Rule::FieldName(key),
                None => Rule::Other("propertyNames".to_owned()),
            }
        }
        Kind::Not { .. } | Kind::FalseSchema => Rule::Forbidden,
        other => Rule::Other(other.keyword().to_owned()),
    };
    vec![rule]
}

/// Our tree as the engine sees it.
struct Records;

/// A value of the tree, or the name of a field, which the engine judges like a value.
#[derive(Clone, Copy)]
enum Instance<'t> {
    Tree(Node<'t>, Sight<'t>),
    Name(&'t str),
}

/// The number of entries that may still be looked at; without a number, all.
type Sight<'t> = Option<&'t Cell<usize>>;

/// Counts one entry, and says whether it may be looked at.
fn in_sight(sight: Sight<'_>) -> bool {
    sight.is_none_or(|left| {
        let before = left.get();
        left.set(before.saturating_sub(1));
        before > 0
    })
}

impl Json for Records {
    type Node<'t> = Instance<'t>;
    type PreparedKey = String;
    type StringBuffer = ();

    /// A lookup runs over the fields of a mapping, so one pass over them is soon the cheaper way.
    const KEYS_PER_LOOKUP: usize = 2;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(_: &mut (), string: &str, judge: impl FnOnce(Instance<'_>) -> T) -> T {
        judge(Instance::Name(string))
    }
}

impl<'t> JsonNode<'t, Records> for Instance<'t> {
    type Object = Fields<'t>;
    type Array = Items<'t>;
    type Number = Number;

    fn as_object(&self) -> Option<Fields<'t>> {
        match self {
            Self::Tree(node, sight) if node.kind() == NodeKind::Mapping => {
                Some(Fields(*node, *sight))
            }
            _ => None,
        }
    }

    fn as_array(&self) -> Option<Items<'t>> {
        match self {
            Self::Tree(node, sight) if node.kind() == NodeKind::Sequence => {
                Some(Items(*node, *sight))
            }
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'t, str>> {
        match self {
            Self::Tree(node, _) => node.as_str().map(Cow::Borrowed),
            Self::Name(name) => Some(Cow::Borrowed(name)),
        }
    }

    fn as_number(&self) -> Option<Number> {
        match self {
            Self::Tree(node, _) => match node.kind() {
                NodeKind::Int(value) => Some(value.into()),
                NodeKind::Float(value) => Number::from_f64(value),
                _ => None,
            },
            Self::Name(_) => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self {
            Self::Tree(node, _) => node.as_bool(),
            Self::Name(_) => None,
        }
    }

    fn is_null(&self) -> bool {
        self.json_type() == JsonType::Null
    }

    fn json_type(&self) -> JsonType {
        match self {
            Self::Name(_) => JsonType::String,
            Self::Tree(node, _) => match node.kind() {
                NodeKind::Null => JsonType::Null,
                NodeKind::Bool(_) => JsonType::Boolean,
                NodeKind::Int(_) => JsonType::Number,
                // `.inf` and `.nan` are numbers of YAML that JSON does not have.
                NodeKind::Float(value) if value.is_finite() => JsonType::Number,
                NodeKind::Float(_) => JsonType::Null,
                NodeKind::String(_) => JsonType::String,
                NodeKind::Sequence => JsonType::Array,
                NodeKind::Mapping => JsonType::Object,
            },
        }
    }

    fn equals_value(&self, expected: &Value) -> bool {
        match expected {
            Value::String(text) => match self {
                Self::Tree(node, _) => node.as_str() == Some(text),
                Self::Name(name) => name == text,
            },
            Value::Bool(value) => self.as_boolean() == Some(*value),
            Value::Null => self.is_null(),
            _ => cmp::equal(&self.copy(), expected),
        }
    }

    /// What a fault carries along. Faults are worded from the tree, so only a scalar is copied: the
    /// name of a field must be, since it is how its key is found again.
    fn to_value(&self) -> Cow<'t, Value> {
        static NOTHING: Value = Value::Null;
        match self.json_type() {
            JsonType::Array | JsonType::Object => Cow::Borrowed(&NOTHING),
            _ => Cow::Owned(self.copy()),
        }
    }

    fn identity(&self) -> Option<NodeIdentity> {
        match self {
            Self::Tree(node, _) => Some(NodeIdentity::tagged(
                std::ptr::from_ref(node.tree()).addr(),
                node.id().index(),
            )),
            Self::Name(_) => None,
        }
    }
}

impl Instance<'_> {
    /// The value as JSON, for the rare comparison of whole values.
    fn copy(&self) -> Value {
        let node = match self {
            Self::Name(name) => return Value::String((*name).to_owned()),
            Self::Tree(node, _) => *node,
        };
        match node.kind() {
            NodeKind::Bool(value) => Value::Bool(value),
            NodeKind::Null | NodeKind::Int(_) | NodeKind::Float(_) => {
                self.as_number().map_or(Value::Null, Value::Number)
            }
            NodeKind::String(_) => Value::String(node.as_str().unwrap_or_default().to_owned()),
            NodeKind::Sequence => Items(node, None)
                .elements()
                .map(|item| item.copy())
                .collect(),
            NodeKind::Mapping => Fields(node, None)
                .members()
                .map(|(name, value)| (name.to_owned(), value.copy()))
                .collect(),
        }
    }
}

struct Fields<'t>(Node<'t>, Sight<'t>);

struct Items<'t>(Node<'t>, Sight<'t>);

impl<'t> Object<'t, Records> for Fields<'t> {
    type Node = Instance<'t>;
    type MemberName = &'t str;
    type MembersIter = Box<dyn Iterator<Item = (&'t str, Instance<'t>)> + 't>;

    fn len(&self) -> usize {
        self.0.entries().len()
    }

    fn get(&self, key: &String) -> Option<Instance<'t>> {
        self.0.get(key).map(|value| Instance::Tree(value, self.1))
    }

    /// A short mapping is always seen whole: the engine may look for its required fields this way.
    fn members(&self) -> Self::MembersIter {
        let sight = self.1;
        let counted = sight.filter(|_| self.len() > SHORT);
        let seen = self.0.entries().take_while(move |_| in_sight(counted));
        Box::new(seen.map(move |(key, value)| {
            (
                key.as_str().unwrap_or_default(),
                Instance::Tree(value, sight),
            )
        }))
    }
}

impl<'t> Array<'t, Records> for Items<'t> {
    type Node = Instance<'t>;
    type ElementsIter = Box<dyn Iterator<Item = Instance<'t>> + 't>;

    fn len(&self) -> usize {
        self.0.items().len()
    }

    fn elements(&self) -> Self::ElementsIter {
        let sight = self.1;
        let seen = self.0.items().take_while(move |_| in_sight(sight));
        Box::new(seen.map(move |item| Instance::Tree(item, sight)))
    }

    fn is_unique(&self) -> bool {
        let copies: Vec<Value> = Items(self.0, None)
            .elements()
            .map(|item| item.copy())
            .collect();
        unique::is_unique(&copies)
    }
}
