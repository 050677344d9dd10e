//! What a provision does: the closed list.

use std::fmt;
use std::str::FromStr;

macro_rules! kinds {
    ($($variant:ident $word:literal $doc:literal),+ $(,)?) => {
        /// What a provision does. The list is closed; the schema has the same words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $doc] $variant),+ }

        impl Kind {
            /// Every kind, in the order of a convention.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in records and lint files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl FromStr for Kind {
            type Err = UnknownKind;
            fn from_str(word: &str) -> Result<Self, UnknownKind> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(UnknownKind(word.to_owned())) }
            }
        }
    };
}

kinds! {
    Preamble "preamble" "Recitals.",
    Purpose "purpose" "What the instrument is for.",
    Scope "scope" "What the instrument applies to.",
    Definition "definition" "What terms mean.",
    Offence "offence" "A duty to make conduct criminal.",
    Participation "participation" "Attempt, aiding, abetting, conspiracy, preparation.",
    LegalPersons "legal-persons" "Liability of legal persons.",
    Sanctions "sanctions" "Penalties and their measure.",
    Prosecution "prosecution" "Prosecution, limitation, adjudication.",
    Jurisdiction "jurisdiction" "Which State may or must try an offence.",
    Power "power" "A procedural power over persons, data or property.",
    ScopeOfPowers "scope-of-powers" "To which offences the powers apply.",
    Safeguard "safeguard" "Conditions, limits and rights that bind a power.",
    VictimProtection "victim-protection" "Victims, witnesses, reporting persons.",
    Cooperation "cooperation" "International cooperation in general.",
    Extradition "extradition" "Surrender of persons.",
    MutualAssistance "mutual-assistance" "Assistance between authorities on request.",
    RefusalGround "refusal-ground" "When a request may or shall be refused.",
    SpontaneousInformation "spontaneous-information" "Information without a request.",
    JointInvestigation "joint-investigation" "Joint teams and bodies.",
    ContactPoint "contact-point" "Central authorities and standing points of contact.",
    DataProtection "data-protection" "Protection of personal data.",
    AssetRecovery "asset-recovery" "Freezing, confiscation and return of property.",
    Prevention "prevention" "Preventive policies and measures.",
    TechnicalAssistance "technical-assistance" "Training, capacity, transfer of technology.",
    Mechanism "mechanism" "Conferences, committees, secretariats.",
    RelationToTreaties "relation-to-treaties" "Effects on other treaties.",
    FinalClause "final-clause" "Signature, entry into force, amendment, languages.",
    DeclarationReservation "declaration-reservation" "Declarations and reservations.",
}

/// A word that names no kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of provision")]
pub struct UnknownKind(String);

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
