//! What JavaScript holds by number.

use alloc::vec::Vec;

use workproof_protocol::{AnswerSet, AttesterTree, GoldSet, Identity, LeanImt, SigningKey};
use workproof_wasm_call::{Arguments, Handles, Kept, Refusal, number, wipe_stack};

/// One object.
#[expect(clippy::large_enum_variant, reason = "there are few objects, and each lies on the heap already")]
pub(crate) enum Object {
    Identity(Identity),
    SigningKey(SigningKey),
    Contributors(LeanImt),
    Attesters(AttesterTree),
    Gold(GoldSet),
    Answers(AnswerSet),
}

static OBJECTS: Kept<Handles<Object>> = Kept::new(Handles::new());

/// Keeps an object and replies with its number.
pub(crate) fn keep(object: Object) -> Vec<u8> {
    number(OBJECTS.with(|objects| objects.insert(object)))
}

/// Lets go of an object. Secrets wipe themselves.
pub(crate) fn close(handle: u32) {
    OBJECTS.with(|objects| objects.remove(handle));
    wipe_stack();
}

/// A kind of object.
pub(crate) trait Kind: Sized {
    /// The object, when it is of this kind.
    fn of(object: &mut Object) -> Option<&mut Self>;
}

macro_rules! kinds {
    ($($variant:ident($kind:ty)),+) => {$(
        impl Kind for $kind {
            fn of(object: &mut Object) -> Option<&mut Self> {
                match object {
                    Object::$variant(inner) => Some(inner),
                    _ => None,
                }
            }
        }
    )+};
}

kinds! {
    Identity(Identity), SigningKey(SigningKey), Contributors(LeanImt), Attesters(AttesterTree), Gold(GoldSet),
    Answers(AnswerSet)
}

/// Uses the object that the next argument names.
pub(crate) fn with<K: Kind, R>(
    arguments: &mut Arguments<'_>,
    use_it: impl FnOnce(&mut K, &mut Arguments<'_>) -> Result<R, Refusal>,
) -> Result<R, Refusal> {
    let handle = arguments.next_number()?;
    OBJECTS.with(|objects| {
        let object = objects.object_mut(handle)?;
        use_it(K::of(object).ok_or(OTHER_KIND)?, arguments)
    })
}

const OTHER_KIND: Refusal = Refusal::new("internal", "the object is of another kind");
