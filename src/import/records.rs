//! The outline as records: one value a file, in the order of the text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::outline::{Article, Component, Division, Document, Mark, Node, Passage, Role};
use super::usual::{self, List};
use crate::model::{Habit, Number, Profile, Status, Style, label_value};
use crate::yaml::Value;

/// What `instrument.yaml` says beside the outline.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) language: String,
    pub(super) style: Style,
    pub(super) status: Status,
    pub(super) profile: Profile,
}

/// The files of an instrument: `instrument.yaml`, then the records in the order of the text.
pub(super) fn records(document: &Document, head: &Head) -> Vec<(PathBuf, Value)> {
    let mut files = vec![(PathBuf::from("instrument.yaml"), instrument(document, head))];
    for component in &document.components {
        let names = Paths::new(component);
        names.records(component, head, &mut files);
    }
    files
}

/// A mapping that leaves out what is empty.
#[derive(Default)]
struct Fields(Vec<(String, Value)>);

impl Fields {
    fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.push((key.to_owned(), value.into()));
    }

    fn line(&mut self, key: &str, passage: Option<&Passage>) {
        if let Some(passage) = passage {
            self.put(key, passage.text.as_str());
        }
    }

    /// Long words are written as a block, which ends in a line break.
    fn block(&mut self, key: &str, passage: Option<&Passage>) {
        let Some(passage) = passage else { return };
        let long = passage.text.len() > 80 || passage.text.contains('\n');
        let end = if long { "\n" } else { "" };
        self.put(key, format!("{}{end}", passage.text));
    }

    fn list(&mut self, key: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.put(key, Value::Sequence(values));
        }
    }

    /// The number, and the printed label where it is not the usual one.
    fn label(&mut self, mark: Option<&Mark>, usual: impl Fn(&str) -> String) {
        let Some(mark) = mark else { return };
        if !mark.num.is_empty() {
            self.put("num", mark.num.as_str());
        }
        self.printed(mark, usual);
    }

    fn printed(&mut self, mark: &Mark, usual: impl Fn(&str) -> String) {
        if mark.num.is_empty() || !same(&usual(&mark.num), &mark.printed.text) {
            self.put("printed", mark.printed.text.as_str());
        }
    }

    fn done(self) -> Value {
        Value::Mapping(self.0)
    }
}

/// Whether two labels are the same but for white space.
fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

fn instrument(document: &Document, head: &Head) -> Value {
    let mut fields = Fields::default();
    fields.put("id", head.id.as_str());
    if let Some(title) = &document.title {
        let words: Vec<&str> = title.text.split_whitespace().collect();
        fields.put("title", words.join(" "));
    }
    fields.put("language", head.language.as_str());
    let words = [
        ("style", head.style.as_str()),
        ("status", head.status.as_str()),
        ("profile", head.profile.as_str()),
    ];
    words
        .into_iter()
        .filter(|(_, word)| !word.is_empty())
        .for_each(|(key, word)| fields.put(key, word));
    let mut components = Vec::new();
    for component in &document.components {
        let divisions = divisions(component);
        if component.name == "body" {
            fields.list("divisions", divisions);
        } else {
            let mut entry = Fields::default();
            entry.put("component", component.name.as_str());
            let kind = kind(component);
            let usual = |num: &str| usual::frame(kind, num);
            entry.label(component.mark.as_ref(), usual);
            entry.line("heading", component.heading.as_ref());
            entry.list("divisions", divisions);
            components.push(entry.done());
        }
    }
    fields.list("components", components);
    fields.done()
}

/// `annex` of `annex-1`.
fn kind(component: &Component) -> &str {
    component
        .name
        .rsplit_once('-')
        .map_or(component.name.as_str(), |(kind, _)| kind)
}

fn divisions(component: &Component) -> Vec<Value> {
    let numbers = numbers(component);
    let mut done: Vec<Vec<Value>> = vec![Vec::new(); component.divisions.len() + 1];
    // What holds comes before what it holds, so that the last are complete first.
    for (at, division) in component.divisions.iter().enumerate().rev() {
        let mut fields = Fields::default();
        fields.put("type", division.kind);
        if let Some(mark) = &division.mark {
            let mark = Mark {
                num: numbers[at].clone(),
                printed: mark.printed.clone(),
            };
            fields.label(Some(&mark), |num| usual::frame(division.kind, num));
        } else {
            fields.put("num", numbers[at].as_str());
        }
        fields.line("heading", division.heading.as_ref());
        let mut inside = std::mem::take(&mut done[at + 1]);
        inside.reverse();
        fields.list("divisions", inside);
        done[division.parent.map_or(0, |parent| parent + 1)].push(fields.done());
    }
    let mut outermost = std::mem::take(&mut done[0]);
    outermost.reverse();
    outermost
}

/// What records name each division by: its number, or its place (`~2`) if it has none, or one that
/// an earlier sibling has taken.
fn numbers(component: &Component) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut counts = vec![0_usize; component.divisions.len() + 1];
    component
        .divisions
        .iter()
        .map(|division| {
            let parent = division.parent.map_or(0, |parent| parent + 1);
            counts[parent] += 1;
            let mark = division.mark.as_ref();
            mark.filter(|mark| taken.insert((parent, division.kind, mark.num.to_lowercase())))
                .map_or_else(|| format!("~{}", counts[parent]), |mark| mark.num.clone())
        })
        .collect()
}

/// The full path of divisions, outermost first.
fn path(component: &Component, numbers: &[String], division: Option<usize>) -> Vec<Value> {
    let mut names = Vec::new();
    let mut next = division;
    while let Some(at) = next {
        let Division { kind, parent, .. } = &component.divisions[at];
        names.push(Value::String(format!("{kind} {}", numbers[at])));
        next = *parent;
    }
    names.reverse();
    names
}

/// The paths of a component's records.
struct Paths {
    folder: PathBuf,
    habit: Option<Habit>,
    /// What records name the divisions by.
    divisions: Vec<String>,
}

impl Paths {
    fn new(component: &Component) -> Self {
        let folder = if component.name == "body" {
            ""
        } else {
            component.name.as_str()
        };
        let marks = component
            .articles
            .iter()
            .filter(|article| article.role == Role::Article);
        let marks = marks.filter_map(|article| article.node.mark.as_ref());
        let habit = Habit::of(marks.map(|mark| mark.num.as_str()));
        Self {
            folder: PathBuf::from(folder),
            habit,
            divisions: numbers(component),
        }
    }

    fn records(&self, component: &Component, head: &Head, files: &mut Vec<(PathBuf, Value)>) {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let names: Vec<String> = component
            .articles
            .iter()
            .map(|article| {
                let stem = match article.role {
                    Role::Preamble => "preamble".to_owned(),
                    Role::Testimonium => "testimonium".to_owned(),
                    Role::Text => kind(component).to_owned(),
                    Role::Article => self.article(article),
                };
                let copies = taken.entry(stem.clone()).or_default();
                *copies += 1;
                if *copies == 1 {
                    stem
                } else {
                    format!("{stem}-{copies}")
                }
            })
            .collect();
        let orders = self.orders(component, &names);
        for ((article, name), order) in component.articles.iter().zip(names).zip(orders) {
            let path = path(component, &self.divisions, division(component, article));
            let value = record(component, article, head, order, path);
            files.push((self.folder.join(format!("{name}.yaml")), value));
        }
    }

    /// `order` for each record that does not stand where its number would put it.
    fn orders(&self, component: &Component, names: &[String]) -> Vec<Option<i64>> {
        let articles = &component.articles;
        let mut orders: Vec<Option<i64>> = (0..)
            .zip(articles)
            .map(|(at, article): (usize, _)| {
                // Text before the articles of its division would come after them.
                let later = |later: &Article| {
                    later.role == Role::Article && later.division == article.division
                };
                let early = article.role == Role::Text && articles[at..].iter().any(later);
                i64::try_from(at).ok().filter(|_| early)
            })
            .collect();
        let key = |at: usize| {
            let article = &articles[at];
            let number = self
                .value(article)
                .map_or((u32::MAX, Vec::new(), 0), |number| {
                    (0, number.values, number.suffix)
                });
            let order = orders[at].unwrap_or(i64::MAX);
            (
                division(component, article),
                order,
                number,
                format!("{}.yaml", names[at]),
            )
        };
        let sorted = (1..articles.len()).all(|at| {
            let outside = component_of(component, &articles[at - 1])
                != component_of(component, &articles[at]);
            outside || key(at - 1) < key(at)
        });
        if !sorted {
            orders = (0..).zip(articles).map(|(at, _)| Some(at)).collect();
        }
        orders
    }

    fn value(&self, article: &Article) -> Option<Number> {
        let mark = article
            .node
            .mark
            .as_ref()
            .filter(|_| article.role == Role::Article)?;
        label_value(&mark.num, self.habit?)
    }

    /// `art-007bis`, Roman numbers by their value.
    fn article(&self, article: &Article) -> String {
        let num = article
            .node
            .mark
            .as_ref()
            .map_or("", |mark| mark.num.as_str());
        let value = self
            .value(article)
            .or_else(|| label_value(num, Habit::Arabic));
        let whole = value.filter(|value| value.values.len() == 1);
        if let Some(number) = whole {
            let suffix =
                num.trim_start_matches(|c: char| c.is_ascii_digit() || "IVXLC".contains(c));
            let suffix = if number.suffix == 0 {
                String::new()
            } else {
                slug(suffix)
            };
            return format!("art-{:03}{suffix}", number.last());
        }
        format!("art-{}", slug(num))
    }
}

/// The component that a record says: preamble and testimonium of the body are their own.
fn component_of<'c>(component: &'c Component, article: &Article) -> &'c str {
    match article.role {
        Role::Preamble if component.name == "body" => "preamble",
        Role::Testimonium if component.name == "body" => "testimonium",
        _ => component.name.as_str(),
    }
}

/// The division that a record says; the closing words stand in none.
fn division(component: &Component, article: &Article) -> Option<usize> {
    let outside = component_of(component, article) != component.name;
    article.division.filter(|_| !outside)
}

/// Letters and digits, in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

fn record(
    component: &Component,
    article: &Article,
    head: &Head,
    order: Option<i64>,
    path: Vec<Value>,
) -> Value {
    let mut fields = Fields::default();
    let node = &article.node;
    match article.role {
        Role::Article => {
            if let Some(mark) = &node.mark {
                fields.put("article", mark.num.as_str());
                fields.printed(mark, |num| usual::article(&head.language, num));
            }
        }
        _ => fields.put("component", component_of(component, article)),
    }
    if article.role != Role::Article
        && let Some(mark) = &node.mark
    {
        fields.put("printed", mark.printed.text.as_str());
    }
    fields.line("heading", node.heading.as_ref());
    fields.list("in", path);
    if let Some(order) = order {
        fields.0.push(("order".to_owned(), Value::Int(order)));
    }
    content(&mut fields, node, head.style);
    fields.done()
}

/// Text, points, tail, paragraphs. Lists nest no deeper than the search for them allows.
fn content(fields: &mut Fields, node: &Node, style: Style) {
    if node.table {
        fields.put("type", "table");
    }
    fields.block("text", node.text.as_ref());
    fields.list("points", nodes(&node.points, List::Points, style));
    fields.block("tail", node.tail.as_ref());
    fields.list(
        "paragraphs",
        nodes(&node.paragraphs, List::Paragraphs, style),
    );
}

fn nodes(nodes: &[Node], list: List, style: Style) -> Vec<Value> {
    let value = |node: &Node| {
        let mut fields = Fields::default();
        fields.label(node.mark.as_ref(), |num| usual::label(style, list, num));
        fields.line("heading", node.heading.as_ref());
        content(&mut fields, node, style);
        fields.done()
    };
    nodes.iter().map(value).collect()
}
